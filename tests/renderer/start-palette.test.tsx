// @vitest-environment jsdom
// The palette on the start screen: it opens with its key, offers what can be done without a project, and asks nothing of one.

import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { useRead } from '../../renderer/client/index.ts';
import { useCommandKeys } from '../../renderer/commands/use-command-keys.ts';
import { StartScreen } from '../../renderer/start/start-screen.tsx';
import { type Drawn, draw, settle, until } from './draw.tsx';
import { createFakeBridge, type FakeBridge, ok } from './fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

function Window() {
  useCommandKeys();
  const workbench = useRead('workbench.get', {}).data;
  return workbench ? <StartScreen workbench={workbench} /> : null;
}

async function open(): Promise<FakeBridge> {
  const bridge = createFakeBridge({ 'workbench.settings': () => ok({}) });
  drawn = await draw(bridge, <Window />);
  await key(document.body, 'k', { ctrlKey: true });
  await until('the palette', () => field() !== null);
  return bridge;
}

const field = () => document.querySelector<HTMLInputElement>('.palette input');
const options = () => [...document.querySelectorAll('.palette [role="option"]')].map((one) => one.textContent ?? '');

async function key(target: Element | null, name: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
  });
  await settle(60);
}

async function type(words: string): Promise<void> {
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), words);
    field()?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}

test('it offers what can be done here, and does it', async () => {
  const bridge = await open();
  expect(options().join(' | ')).toMatch(/Nieuw project/);
  expect(options().join(' | ')).not.toMatch(/Ongedaan|Frequentie|Project sluiten/);
  await type('donker');
  expect(options()).toHaveLength(1);
  await key(field(), 'Enter');
  await until('the theme is kept', () => bridge.calls.some(({ name }) => name === 'workbench.settings'));
  expect(bridge.calls.find(({ name }) => name === 'workbench.settings')?.input).toEqual({ theme: 'dark' });
  expect(bridge.calls.map(({ name }) => name).filter((name) => !name.startsWith('workbench.'))).toEqual([]);
  expect(drawn?.client.trouble.get()).toBeNull();
});

test('it leads to the settings and the keys', async () => {
  await open();
  await type('instellingen');
  await key(field(), 'Enter');
  await until('the settings', () => document.querySelector('[role="dialog"]')?.textContent?.includes('Instellingen') === true);
});
