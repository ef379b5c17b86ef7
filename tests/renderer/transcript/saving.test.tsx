// @vitest-environment jsdom
// When what is typed in an interview is saved: not under the fingers, and soon after they rest.

import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BridgeProvider, createClient, useUndo } from '../../../renderer/client/index.ts';
import type { Page } from '../../../renderer/transcript/model.ts';
import { type Drafts, useDrafts } from '../../../renderer/transcript/use-drafts.ts';
import { createFakeBridge, ok, timesAsked } from '../fake-bridge.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PAGE: Page = {
  interviewId: 1,
  name: 'DH-01',
  textVersion: 1,
  text: 'Dag',
  turns: [{ start: 0, end: 3, speaker: null, timeMs: null }],
  asking: [],
  marks: [],
  toCheck: [],
};
const listener = { onTyped: () => {}, onFlush: () => {}, onForeign: () => {} };

async function open() {
  let drafts: Drafts | null = null;
  let undo: (() => Promise<void>) | null = null;
  let text = PAGE.text;
  const Typing = () => {
    drafts = useDrafts(PAGE, true, listener);
    undo = useUndo().undo;
    return null;
  };
  const bridge = createFakeBridge({
    'interview.correct': () => ok({ textVersion: 2, toBeChecked: 0 }),
    'history.undo': () => ok({ entry: null }),
  });
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () =>
    root.render(
      <BridgeProvider client={createClient(bridge)}>
        <Typing />
      </BridgeProvider>,
    ),
  );
  const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
  return {
    pass,
    undo: () => act(async () => void (await undo?.())),
    calls: () => bridge.calls.map(({ name }) => name).filter((name) => name === 'interview.correct' || name === 'history.undo'),
    saved: () => timesAsked(bridge, 'interview.correct'),
    type: async (letters: number, apart: number) => {
      for (let n = 0; n < letters; n++) {
        const before = text;
        text += 'a';
        act(() => drafts?.onChange([{ turn: 0, before, text }]));
        await pass(apart);
      }
    },
    end: () => act(() => root.unmount()),
  };
}

test.each([40, 110, 300])('letters %i ms after each other are not saved one by one, but when they rest', async (apart) => {
  const typing = await open();
  await typing.type(Math.floor(9000 / apart), apart);
  expect(typing.saved()).toBe(0);
  await typing.pass(3000);
  expect(typing.saved()).toBe(1);
  typing.end();
});

test('who goes on typing is saved now and then', async () => {
  const typing = await open();
  await typing.type(600, 50);
  expect(typing.saved()).toBeGreaterThanOrEqual(2);
  expect(typing.saved()).toBeLessThanOrEqual(3);
  typing.end();
});

test('what was typed just now is saved when the screen is left', async () => {
  const typing = await open();
  await typing.type(1, 5);
  expect(typing.saved()).toBe(0);
  typing.end();
  await typing.pass(0);
  expect(typing.saved()).toBe(1);
});

test('what was typed just now is what undo takes back, wherever it is asked for', async () => {
  const typing = await open();
  await typing.type(1, 5);
  await typing.undo();
  expect(typing.calls()).toEqual(['interview.correct', 'history.undo']);
  typing.end();
});
