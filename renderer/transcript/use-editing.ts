// Editing mode: begins at a place, saves as one goes, splits and joins turns, ends back at that place.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { ceilToGrapheme, diffSplice, followSplices } from '../../src/domain/text.ts';
import { useUndo } from '../client/index.ts';
import type { EditAsk, TurnContent, TurnEditorHandle, TurnHead } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { holdKeys } from '../parts/hold-keys.ts';
import { turnAt } from './grow.ts';
import { type Page, type Spot, turnText } from './model.ts';
import { readSelection } from './offsets.ts';
import { type Drafts, type TypedTurn, useDrafts } from './use-drafts.ts';
import { headsOf, useHeads } from './use-rows.ts';

/** Lines that were pasted in one turn, which could be turns; offsets in the turn's text. */
export type PastedLines = { readonly turn: number; readonly offset: number; readonly length: number; readonly lines: number };
/** Why something was not done. */
export type EditRefusal = 'across' | 'tooLong' | 'emptySide' | 'lastTurn' | 'firstTurn';

export type Editing = {
  /** What is edited now; null while reading. `serial`: another one is another editor. */
  readonly now: {
    readonly serial: number;
    readonly contents: readonly TurnContent[];
    readonly caret: { readonly turn: number; readonly offset: number };
    /** The interview as it looked when this editor opened: what the rows around it show. */
    readonly page: Page;
  } | null;
  readonly drafts: Drafts;
  readonly heads: readonly TurnHead[];
  readonly handle: RefObject<TurnEditorHandle | null>;
  /** Set by what paints codings in the text: they follow each letter at once. */
  readonly repaint: RefObject<((typed: TypedTurn) => void) | null>;
  readonly refused: EditRefusal | null;
  readonly pasted: PastedLines | null;
  readonly begin: (offset: number) => void;
  /** In a long interview: goes on in another turn, at an offset of the text; what was typed in this one is a step of its own then. */
  readonly moveTo: (turn: number, offset: number | null) => void;
  readonly onRefused: (why: EditRefusal) => void;
  readonly onAsk: (ask: EditAsk) => void;
  readonly onChange: Drafts['onChange'];
  readonly splitPasted: () => void;
  readonly setSpeaker: (turn: number, speaker: string | null) => void;
  /** Puts the caret at an offset of the text, as after finding. */
  readonly goTo: (offset: number) => void;
  /** Saves and goes back to reading; stays when it can't be saved. */
  readonly leave: () => Promise<void>;
};

export function useEditing(
  saved: Page,
  whole: boolean,
  root: RefObject<HTMLElement | null>,
  say: (text: string) => void,
  onLeft: (spot: Spot) => void,
): Editing {
  const { t } = useTexts();
  const { undo, redo } = useUndo();
  const [now, setNow] = useState<Editing['now']>(null);
  const [refused, setRefused] = useState<EditRefusal | null>(null);
  const [pasted, setPasted] = useState<PastedLines | null>(null);
  const handle = useRef<TurnEditorHandle | null>(null);
  const serial = useRef(0);

  const open = useCallback(
    (text: Page, turn: number, offset: number) => {
      const heads = headsOf(text.turns, text.asking);
      const turns = whole ? text.turns.map((_, index) => index) : [turn];
      const contents = turns.flatMap((index) => contentOf(text, heads, index));
      serial.current += 1;
      setNow({ serial: serial.current, contents, caret: { turn, offset }, page: text });
    },
    [whole],
  );
  /** Puts a changed page in the editor as it stands: `from` to `to` as little as can be, with the caret where it was in the text. */
  const show = useCallback(
    (from: Page, to: Page, caret: { readonly turn: number; readonly offset: number } | null) => {
      const place = caret ?? followCaret(root.current, from, to);
      if (!whole) return open(to, place.turn, place.offset);
      const heads = headsOf(to.turns, to.asking);
      const { start, count, added } = changedTurns(from, to);
      const contents = Array.from({ length: added }, (_, i) => contentOf(to, heads, start + i)).flat();
      handle.current?.replace(start, count, contents);
      handle.current?.setHeads(heads);
      handle.current?.placeCaret(place.turn, place.offset);
    },
    [whole, open, root],
  );
  const onFlush = useCallback(() => handle.current?.forgetHistory(), []);
  const onForeign = useCallback((from: Page, to: Page) => show(from, to, null), [show]);
  const repaint = useRef<Editing['repaint']['current']>(null);
  const onTyped = useCallback((typed: TypedTurn) => repaint.current?.(typed), []);
  const drafts = useDrafts(saved, now !== null, { onTyped, onFlush, onForeign });
  const { base, begin: start, save, discard, correct, current } = drafts;
  const heads = useHeads(now ? base : saved);
  const latest = useRef(saved);
  latest.current = saved;

  useEffect(() => {
    if (whole) handle.current?.setHeads(heads);
  }, [whole, heads]);

  const begin = useCallback(
    (offset: number) => {
      const text = latest.current;
      const turn = turnAt(text.turns, offset);
      start();
      setRefused(null);
      setPasted(null);
      open(text, turn, offset - (text.turns[turn]?.start ?? 0));
    },
    [start, open],
  );
  const moveTo = useCallback(
    (turn: number, offset: number | null) => {
      void save();
      const page = current();
      setRefused(null);
      setPasted(null);
      open(page, turn, Math.max(0, (offset ?? 0) - (page.turns[turn]?.start ?? 0)));
    },
    [open, save, current],
  );
  const goTo = useCallback(
    (offset: number) => {
      const page = current();
      const turn = turnAt(page.turns, offset);
      const within = offset - (page.turns[turn]?.start ?? 0);
      if (!whole) return open(page, turn, within);
      handle.current?.placeCaret(turn, within);
      root.current?.querySelector<HTMLElement>('[contenteditable="true"]')?.focus({ preventScroll: true });
    },
    [whole, open, root, current],
  );

  const split = useCallback(
    (at: readonly number[], turn: number) => {
      const before = current();
      const done = correct({ kind: 'split', at });
      if (!done) return setRefused('emptySide');
      show(before, done.page, { turn: turn + 1, offset: 0 });
    },
    [correct, show, current],
  );
  const join = useCallback(
    (turn: number, caret: 'first' | 'second') => {
      const before = current();
      if (turn < 0) return setRefused('firstTurn');
      if (turn + 1 >= before.turns.length) return setRefused('lastTurn');
      const done = correct({ kind: 'join', turn });
      if (done) show(before, done.page, { turn, offset: caret === 'first' ? done.seam : done.second });
    },
    [correct, show, current],
  );

  const onAsk = useCallback(
    (ask: EditAsk) => {
      setRefused(null);
      switch (ask.kind) {
        case 'split': {
          const { turns, text } = current();
          const at = (turns[ask.turn]?.start ?? 0) + ask.offset;
          return split([ceilToGrapheme(text, at)], ask.turn);
        }
        case 'join':
          return join(ask.turn, ask.caret);
        case 'pasted': {
          const text = turnText(current(), ask.turn).slice(ask.offset, ask.offset + ask.length);
          const lines = text.split(/\n+/).filter((line) => line.trim() !== '').length;
          return setPasted(lines > 1 ? { turn: ask.turn, offset: ask.offset, length: ask.length, lines } : null);
        }
        default:
          // What was typed last is a step of its own; it is taken back, not what came before it.
          void save().then((done) => (done ? (ask.kind === 'undo' ? undo() : redo()) : say(t('transcript.editing.failedWhy'))));
      }
    },
    [split, join, save, undo, redo, say, t, current],
  );
  const splitPasted = useCallback(() => {
    if (!pasted) return;
    const { text, turns } = current();
    const from = (turns[pasted.turn]?.start ?? 0) + pasted.offset;
    const breaks = [...text.slice(from, from + pasted.length).matchAll(/\n+/g)].map((match) => from + match.index);
    setPasted(null);
    split(breaks, pasted.turn);
  }, [pasted, split, current]);
  const onChange = useCallback<Drafts['onChange']>(
    (changes) => {
      setRefused(null);
      setPasted(null);
      drafts.onChange(changes);
    },
    [drafts.onChange],
  );
  const setSpeaker = useCallback(
    (turn: number, speaker: string | null) => void correct({ kind: 'speaker', turns: [turn], speaker }),
    [correct],
  );

  const leave = useCallback(async () => {
    const { text, turns } = current();
    const spot = root.current ? readSelection(root.current, text, turns, document.getSelection()) : null;
    // The keys after this one are for reading, also when keeping takes a moment.
    const letGo = holdKeys();
    if (!(await save())) {
      letGo('drop');
      return say(t('transcript.editing.failedWhy'));
    }
    const empty = discard();
    if (empty[0] !== undefined) say(t('transcript.editing.emptyBack', { n: empty[0] + 1 }));
    flushSync(() => {
      setNow(null);
      onLeft(spot ?? { anchor: 0, focus: 0 });
    });
    letGo('press');
  }, [root, save, discard, say, t, onLeft, current]);

  // Hidden or taken away while editing: the drafts save themselves, reading is what comes back.
  useEffect(() => () => setNow(null), []);

  return useMemo(
    () => ({
      now,
      drafts,
      heads,
      handle,
      repaint,
      refused,
      pasted,
      begin,
      moveTo,
      onRefused: setRefused,
      onAsk,
      onChange,
      splitPasted,
      setSpeaker,
      goTo,
      leave,
    }),
    [now, drafts, heads, refused, pasted, begin, moveTo, onAsk, onChange, splitPasted, setSpeaker, goTo, leave],
  );
}

function contentOf(page: Page, heads: readonly TurnHead[], turn: number): TurnContent[] {
  const head = heads[turn];
  return head ? [{ head, text: turnText(page, turn) }] : [];
}

/** The turns of `from` between those that both pages have at their beginning and at their end, and how many stand there in `to`. */
function changedTurns(from: Page, to: Page): { readonly start: number; readonly count: number; readonly added: number } {
  const most = Math.min(from.turns.length, to.turns.length);
  let start = 0;
  while (start < most && turnText(from, start) === turnText(to, start)) start++;
  let same = 0;
  while (same < most - start && turnText(from, from.turns.length - 1 - same) === turnText(to, to.turns.length - 1 - same)) same++;
  return { start, count: from.turns.length - start - same, added: to.turns.length - start - same };
}

function followCaret(root: HTMLElement | null, from: Page, to: Page): { readonly turn: number; readonly offset: number } {
  const spot = root ? readSelection(root, from.text, from.turns, document.getSelection()) : null;
  const at = spot?.focus ?? 0;
  const splice = diffSplice(from.text, to.text);
  const place = splice ? followSplices({ start: at, end: at }, [splice]).start : at;
  const turn = turnAt(to.turns, Math.max(0, Math.min(place, to.text.length)));
  return { turn, offset: place - (to.turns[turn]?.start ?? 0) };
}
