// Typing without a page: any run of typing, deleting and pasting keeps the turns, and comes out as splices that give the new text and leave
// every surviving character in its coding.

import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import { type Draft, inText, startDraft, typeDraft } from '../../../renderer/editor/splices.ts';
import { cleanPaste } from '../../../renderer/editor/turn-borders.ts';
import { TurnNode } from '../../../renderer/editor/turn-node.ts';
import { type EditAsk, type EditedTurn, registerTurns, type Turns } from '../../../renderer/editor/turns.ts';
import { toTranscript } from '../../../src/domain/interview.ts';
import { applySplices, floorToGrapheme, followSplices, type Splice } from '../../../src/domain/text.ts';

type Bench = {
  editor: LexicalEditor;
  own: Turns;
  changes: EditedTurn[];
  refused: string[];
  asked: EditAsk[];
  texts: () => string[];
};

function open(said: readonly string[]): Bench {
  const editor = createHeadlessEditor({
    nodes: [TurnNode],
    onError: (error) => {
      throw error;
    },
  });
  const changes: EditedTurn[] = [];
  const refused: string[] = [];
  const asked: EditAsk[] = [];
  const own = registerTurns(editor, {
    onChange: (now) => changes.push(...now),
    onRefused: (why) => refused.push(why),
    onAsk: (ask) => asked.push(ask),
  });
  own.set(said.map((text, turn) => ({ head: { turn, who: 'A', when: '', quiet: false }, text })));
  const texts = () =>
    editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((turn) => turn.getTextContent()),
    );
  return { editor, own, changes, refused, asked, texts };
}

/** Selects from one place to another, each a turn and an offset, as a person would. */
function select({ editor, own }: Bench, from: [number, number], to: [number, number]): void {
  own.placeCaret(...from);
  editor.update(() => {}, { discrete: true });
  const anchor = editor.getEditorState().read(() => pointOf());
  own.placeCaret(...to);
  editor.update(
    () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.anchor.set(anchor.key, anchor.offset, anchor.type);
    },
    { discrete: true },
  );
}

function pointOf(): { key: string; offset: number; type: 'text' | 'element' } {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) throw new Error('no selection');
  const { key, offset, type } = selection.anchor;
  return { key, offset, type };
}

/** Does something and waits until the editor has settled. */
function act(editor: LexicalEditor, what: () => void): void {
  editor.update(what, { discrete: true });
  editor.update(() => {}, { discrete: true });
}

const typing = fc.oneof(
  fc.record({ kind: fc.constant('type' as const), text: fc.stringMatching(/^[a-z ]{1,6}$/) }),
  fc.record({ kind: fc.constant('paste' as const), text: fc.constantFrom('aa\nbb', 'c\td', 'é👩‍👧', '\n') }),
  fc.record({ kind: fc.constant('break' as const) }),
  fc.record({ kind: fc.constant('paragraph' as const) }),
  fc.record({ kind: fc.constant('delete' as const) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
);
const place = fc.tuple(fc.nat(9), fc.nat(40));
const action = fc.record({ from: place, length: fc.integer({ min: 0, max: 12 }), across: fc.boolean(), what: typing });

function perform(bench: Bench, { from, length, across, what }: typeof action extends fc.Arbitrary<infer T> ? T : never): void {
  const { editor } = bench;
  const now = bench.texts();
  const turn = from[0] % now.length;
  const start = Math.min(from[1], now[turn]!.length);
  const other = across && length === 12 ? (turn + 1) % now.length : turn;
  const end = other === turn ? Math.min(start + length, now[turn]!.length) : Math.min(length, now[other]!.length);
  // A caret never stands inside a grapheme.
  select(bench, [turn, floorToGrapheme(now[turn]!, start)], [other, floorToGrapheme(now[other]!, end)]);
  if (what.kind === 'type') act(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, what.text));
  if (what.kind === 'paste' && turn === other) act(editor, () => $insertRaw(what.text));
  if (what.kind === 'break') act(editor, () => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false));
  if (what.kind === 'paragraph') act(editor, () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
  if (what.kind === 'delete') act(editor, () => editor.dispatchCommand(REMOVE_TEXT_COMMAND, null));
  if (what.kind === 'undo') act(editor, () => editor.dispatchCommand(UNDO_COMMAND, undefined));
  if (what.kind === 'redo') act(editor, () => editor.dispatchCommand(REDO_COMMAND, undefined));
}

function $insertRaw(text: string): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertRawText(cleanPaste(text));
}

/** The changes of turns as splices of the whole text, as the transcript keeps them. */
function track(changes: readonly EditedTurn[], turns: readonly { start: number }[]): Splice[] {
  const drafts = new Map<number, Draft>();
  for (const { turn, before, text } of changes) drafts.set(turn, typeDraft(drafts.get(turn) ?? startDraft(before), text));
  return [...drafts].sort(([a], [b]) => a - b).flatMap(([turn, { splices }]) => inText(splices, turns[turn]!.start));
}

describe('an editor of turns', () => {
  // Each place has a character of its own, so that who survived can be read off.
  const said = Array.from({ length: 4 }, (_, turn) =>
    Array.from({ length: 20 }, (_, i) => String.fromCodePoint(0x4e00 + turn * 100 + i)).join(''),
  );
  const { text: before, turns } = toTranscript(said.map((text) => ({ speaker: 'A', timeMs: null, text })));

  test('any run of typing gives splices that make the new text and keep survivors in their codings', () => {
    const range = fc.tuple(fc.nat(before.length - 1), fc.integer({ min: 1, max: 40 }));
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 12 }), fc.array(range, { maxLength: 5 }), (actions, ranges) => {
        const bench = open(said);
        for (const one of actions) perform(bench, one);
        const now = bench.texts();
        expect(now).toHaveLength(said.length);
        const splices = track(bench.changes, turns);
        const after = applySplices(before, splices);
        expect(after).toBe(now.join('\n'));
        for (const splice of splices)
          expect(turns.some((turn) => turn.start <= splice.at && splice.at + splice.del <= turn.end)).toBe(true);
        for (const [start, length] of ranges) {
          const coded = { start, end: Math.min(before.length, start + length) };
          const place = followSplices(coded, splices);
          const own = (text: string) => [...text].filter((character) => /[\u4e00-\u9fff]/.test(character));
          const survivors = own(before.slice(coded.start, coded.end)).filter((character) => after.includes(character));
          expect(own(after.slice(place.start, place.end))).toEqual(survivors);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a selection over two turns can’t be typed over, deleted or broken', () => {
    const bench = open(['Een zin.', 'Twee zinnen.']);
    for (const command of [REMOVE_TEXT_COMMAND, CONTROLLED_TEXT_INSERTION_COMMAND] as const) {
      select(bench, [0, 4], [1, 3]);
      act(bench.editor, () =>
        bench.editor.dispatchCommand<typeof command>(command, command === REMOVE_TEXT_COMMAND ? null : ('x' as never)),
      );
    }
    select(bench, [0, 4], [1, 3]);
    act(bench.editor, () => bench.editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false));
    expect(bench.texts()).toEqual(['Een zin.', 'Twee zinnen.']);
    expect(bench.refused).toEqual(['across', 'across', 'across']);
    expect(bench.changes).toEqual([]);
  });

  test('Backspace at the start of a turn and Delete at its end ask to join it, and change nothing themselves', () => {
    const bench = open(['Een.', 'Twee.', 'Drie.']);
    select(bench, [1, 0], [1, 0]);
    act(bench.editor, () => bench.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    select(bench, [1, 5], [1, 5]);
    act(bench.editor, () => bench.editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false));
    expect(bench.texts()).toEqual(['Een.', 'Twee.', 'Drie.']);
    expect(bench.asked).toEqual([
      { kind: 'join', turn: 0, caret: 'second' },
      { kind: 'join', turn: 1, caret: 'first' },
    ]);
    expect(bench.refused).toEqual([]);
  });

  test('Enter asks to split the turn, after what was selected is gone; Shift+Enter makes a line break inside it', () => {
    const bench = open(['Een.', 'Twee drie.']);
    select(bench, [1, 5], [1, 5]);
    act(bench.editor, () => bench.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    select(bench, [1, 0], [1, 2]);
    act(bench.editor, () => bench.editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    expect(bench.asked).toEqual([
      { kind: 'split', turn: 1, offset: 5 },
      { kind: 'split', turn: 1, offset: 0 },
    ]);
    expect(bench.texts()).toEqual(['Een.', 'ee drie.']);
    select(bench, [1, 3], [1, 3]);
    act(bench.editor, () => bench.editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false));
    expect(bench.texts()).toEqual(['Een.', 'ee \ndrie.']);
  });

  test('turns take the place of others, with what stands beside them; undo does not go back over it', () => {
    const bench = open(['Een.', 'Twee drie.', 'Vier.']);
    select(bench, [0, 4], [0, 4]);
    act(bench.editor, () => bench.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, ' Ja.'));
    const head = (turn: number, who = 'A') => ({ turn, who, when: '', quiet: false });
    bench.own.replace(1, 1, [
      { head: head(1), text: 'Twee' },
      { head: head(2), text: 'drie.' },
    ]);
    bench.own.setHeads([head(0), head(1, 'B'), head(2), head(3)]);
    expect(bench.texts()).toEqual(['Een. Ja.', 'Twee', 'drie.', 'Vier.']);
    bench.changes.length = 0;
    select(bench, [3, 5], [3, 5]);
    act(bench.editor, () => bench.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '!'));
    expect(bench.changes).toEqual([{ turn: 3, before: 'Vier.', text: 'Vier.!' }]);
    for (let i = 0; i < 3; i++) act(bench.editor, () => bench.editor.dispatchCommand(UNDO_COMMAND, undefined));
    expect(bench.texts()).toEqual(['Een. Ja.', 'Twee', 'drie.', 'Vier.']);
    expect(bench.asked).toEqual([{ kind: 'undo' }, { kind: 'undo' }]);
  });

  test('an update that breaks the row of turns is taken back whole', () => {
    const bench = open(['Een.', 'Twee.']);
    act(bench.editor, () => {
      $getRoot().getFirstChild()?.remove();
    });
    expect(bench.texts()).toEqual(['Een.', 'Twee.']);
    act(bench.editor, () => {
      $getRoot().clear();
    });
    expect(bench.texts()).toEqual(['Een.', 'Twee.']);
    expect(bench.changes).toEqual([]);
  });

  test('undo goes back to the text as it was opened, not further', () => {
    const bench = open(['Een.']);
    select(bench, [0, 4], [0, 4]);
    act(bench.editor, () => bench.editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, ' Twee.'));
    expect(bench.texts()).toEqual(['Een. Twee.']);
    for (let i = 0; i < 3; i++) act(bench.editor, () => bench.editor.dispatchCommand(UNDO_COMMAND, undefined));
    expect(bench.texts()).toEqual(['Een.']);
  });

  test('a turn can be put back to what it was', () => {
    const bench = open(['Een.', 'Twee.']);
    select(bench, [1, 0], [1, 5]);
    act(bench.editor, () => bench.editor.dispatchCommand(REMOVE_TEXT_COMMAND, null));
    expect(bench.texts()).toEqual(['Een.', '']);
    bench.own.reset(1, 'Twee.');
    expect(bench.texts()).toEqual(['Een.', 'Twee.']);
    expect(track(bench.changes, [{ start: 0 }, { start: 5 }])).toEqual([]);
  });
});

test('pasted text is plain: LF, no NUL, no lone surrogates, no spaces at line ends', () => {
  expect(cleanPaste('a \r\nb\u2028c\0\ud800')).toBe('a\nb\nc\ufffd');
});
