// @vitest-environment jsdom
// T changes between chart and table, wherever the focus is: also on the tab of the bar above that led to the screen.

import { act, useRef, useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Frame } from '../../../renderer/analysis/frame.tsx';
import { type Drawn, draw } from '../draw.tsx';
import { createFakeBridge, ok } from '../fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

function Screen() {
  const [table, setTable] = useState(false);
  const main = useRef<HTMLDivElement>(null);
  return (
    <>
      <a href="#/frequency">Frequentie</a>
      <div role="menu">
        <button type="button" role="menuitem">
          Tilburg
        </button>
      </div>
      <input aria-label="zoek" />
      <Frame
        {...{ title: 'Hoe vaak', table, onTable: setTable, sentence: null, panel: null, main, place: 'frequency.scroll' }}
        toMark={() => document.querySelector<HTMLElement>('[data-mark]')?.focus()}
      >
        <button type="button" data-mark="">
          {table ? 'een cel' : 'een streep'}
        </button>
      </Frame>
    </>
  );
}

const shown = () => document.querySelector('[data-mark]')?.textContent;

async function pressT(at: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    const element = document.querySelector<HTMLElement>(at);
    element?.focus();
    element?.dispatchEvent(new KeyboardEvent('keydown', { key: 't', bubbles: true, cancelable: true, ...more }));
  });
}

test('T works on a tab of the bar, which keeps the focus', async () => {
  const bridge = createFakeBridge({ 'position.get': () => ok({ value: null }), 'position.set': () => ok({}) });
  drawn = await draw(bridge, <Screen />);
  await pressT('a');
  expect(shown()).toBe('een cel');
  expect(document.activeElement?.tagName).toBe('A');
  await pressT('[data-mark]');
  expect(shown()).toBe('een streep');
  expect(document.activeElement?.hasAttribute('data-mark')).toBe(true);
});

test('T is a letter in a field, finds an entry in a menu, and with Ctrl is the browser’s', async () => {
  const bridge = createFakeBridge({ 'position.get': () => ok({ value: null }), 'position.set': () => ok({}) });
  drawn = await draw(bridge, <Screen />);
  await pressT('input');
  await pressT('[role="menuitem"]');
  await pressT('a', { ctrlKey: true });
  expect(shown()).toBe('een streep');
});
