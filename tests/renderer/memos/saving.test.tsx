// @vitest-environment jsdom
// What is typed in a memo and not kept yet is kept before a step is taken back, done again or gone to from elsewhere, and not lost by it.

import { act, useRef } from 'react';
import { afterEach, expect, test } from 'vitest';
import { type Change, useGoToStep, useUndo } from '../../../renderer/client/index.ts';
import type { MemoEditorHandle } from '../../../renderer/editor/index.ts';
import { useMemoSaving } from '../../../renderer/memos/use-memo-saving.ts';
import { type Drawn, draw } from '../draw.tsx';
import { createFakeBridge, type FakeBridge, ok } from '../fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

type Acts = {
  readonly type: (words: string) => void;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly goTo: Change<'history.goTo'>['run'];
};

/** A memo that is written in, with the acts of the window around it. */
async function open(): Promise<{ readonly acts: () => Acts; readonly bridge: FakeBridge }> {
  let acts: Acts | null = null;
  let text = '';
  const editor: MemoEditorHandle = {
    text: () => text,
    set: (next) => {
      text = next;
    },
    focus: () => {},
    format: () => {},
    block: () => {},
    link: () => {},
    indent: () => {},
    type: () => {},
    paste: () => {},
    selected: () => '',
  };
  const Memo = () => {
    const handle = useRef<MemoEditorHandle | null>(editor);
    const saving = useMemoSaving({ on: 'interview', id: 7 }, '', handle, () => {});
    const { undo, redo } = useUndo();
    const goTo = useGoToStep().run;
    acts = {
      undo,
      redo,
      goTo,
      type: (words) => {
        text = words;
        saving.onTyped();
      },
    };
    return <output>{saving.state}</output>;
  };
  const bridge = createFakeBridge({
    'memo.set': () => ok({}),
    'history.undo': () => ok({ entry: null }),
    'history.redo': () => ok({ entry: null }),
    'history.goTo': () => ok({ entry: null, steps: 0 }),
  });
  drawn = await draw(bridge, <Memo />);
  return {
    bridge,
    acts: () => {
      if (!acts) throw new Error('nothing drawn');
      return acts;
    },
  };
}

const changes = (bridge: FakeBridge) =>
  bridge.calls.map(({ name }) => name).filter((name) => /^(memo\.set|history\.)/.test(name));

test.each([
  ['history.undo', (acts: Acts) => acts.undo()],
  ['history.redo', (acts: Acts) => acts.redo()],
  ['history.goTo', (acts: Acts) => acts.goTo({ entryId: 1 })],
])('words are kept before %s', async (step, run) => {
  const { acts, bridge } = await open();
  await act(async () => {
    acts().type('Rustig gesprek.');
    await run(acts());
  });
  expect(changes(bridge)).toEqual(['memo.set', step]);
  expect(bridge.calls.find(({ name }) => name === 'memo.set')?.input).toEqual({
    on: 'interview',
    id: 7,
    text: 'Rustig gesprek.',
    before: '',
  });
  // Kept once, also when the memo is left.
  drawn?.end();
  drawn = null;
  await act(async () => {});
  expect(changes(bridge)).toEqual(['memo.set', step]);
});

test('a step goes by itself when nothing was typed', async () => {
  const { acts, bridge } = await open();
  await act(async () => acts().undo());
  expect(changes(bridge)).toEqual(['history.undo']);
});
