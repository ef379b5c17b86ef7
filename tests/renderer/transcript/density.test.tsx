// @vitest-environment jsdom
// The number on a density bar is reached by Tab, arrows go on to the next one, and it opens what it stands for.

import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { DensityNumbers } from '../../../renderer/transcript/density.tsx';
import type { Density } from '../../../renderer/transcript/lanes.ts';
import { button, type Drawn, draw, press } from '../draw.tsx';
import { createFakeBridge } from '../fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

const BARS: readonly Density[] = [
  { top: 10, bottom: 40, ids: [1, 2] },
  { top: 90, bottom: 140, ids: [7, 8, 9] },
];

test('one is in the tab order, arrows walk them, and they open their list', async () => {
  const opened: (readonly number[])[] = [];
  drawn = await draw(
    createFakeBridge({}),
    <DensityNumbers bars={BARS} left={0} title={(n) => `${n} die er niet naast passen`} onOpen={(ids) => opened.push(ids)} />,
  );
  const tabbable = () => [...document.querySelectorAll('button')].map((one) => one.tabIndex);
  expect(tabbable()).toEqual([0, -1]);
  expect(document.querySelector('button')?.closest('[aria-hidden="true"]')).toBeNull();
  const down = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true });
  await act(async () => {
    button(/^\+2$/)?.focus();
    button(/^\+2$/)?.dispatchEvent(down);
  });
  expect(document.activeElement?.textContent).toBe('+3');
  expect(tabbable()).toEqual([-1, 0]);
  await press(document.activeElement);
  expect(opened).toEqual([[7, 8, 9]]);
});
