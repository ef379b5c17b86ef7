// Keeps what was typed as splices against the text as it was saved. Several places changed in one turn stay several splices, so that what
// stands between them keeps its codings; text that undo brings back, keeps them too.

import { applySplices, diffSplice, type Splice } from '../../src/domain/text.ts';

/** What was typed in one turn since it was saved. `splices` are in offsets of `saved`; `seen` are the texts it had on the way. */
export type Draft = {
  readonly saved: string;
  readonly text: string;
  readonly splices: readonly Splice[];
  readonly seen: ReadonlyMap<string, readonly Splice[]>;
};

export function startDraft(saved: string): Draft {
  return { saved, text: saved, splices: [], seen: new Map([[saved, []]]) };
}

/** The draft after the turn's text became `text`. A text it had before gets the splices it had then: undo loses nothing. */
export function typeDraft(draft: Draft, text: string): Draft {
  const step = diffSplice(draft.text, text);
  if (!step) return draft;
  const splices =
    draft.seen.get(text) ?? composeSplices(draft.splices, step).flatMap((splice) => trimSplice(draft.saved, splice));
  return { ...draft, text, splices, seen: remember(draft.seen, text, splices) };
}

/** So many texts on the way are remembered, and fewer of a long turn: enough for undo, and typing for an hour stays as fast. */
const MOST_SEEN = 300;
const MOST_UNITS = 2_000_000;

function remember(seen: Draft['seen'], text: string, splices: readonly Splice[]): Draft['seen'] {
  const most = Math.max(20, Math.min(MOST_SEEN, Math.floor(MOST_UNITS / (text.length + 1))));
  const next = new Map(seen).set(text, splices);
  // The text as it was saved stands first, and stays.
  for (const old of [...next.keys()].slice(1, Math.max(1, next.size - most + 1))) next.delete(old);
  return next;
}

/** The draft after `sent`, its splices at some earlier moment, were saved: what was typed since then, against the new saved text. */
export function savedDraft(draft: Draft, sent: readonly Splice[]): Draft {
  return typeDraft(startDraft(applySplices(draft.saved, sent)), draft.text);
}

/**
 * The splices that do first `splices` and then `next`. `splices` ascend, don't touch, and are in offsets of the text before all;
 * `next` is in offsets of the text after `splices`. So is the answer, with the same promises.
 */
export function composeSplices(splices: readonly Splice[], next: Splice): Splice[] {
  const placed = placeAfter(splices);
  const nextEnd = next.at + next.del;
  const before = placed.filter((splice) => splice.end < next.at);
  const touched = placed.filter((splice) => splice.end >= next.at && splice.start <= nextEnd);
  const after = placed.filter((splice) => splice.start > nextEnd);
  const merged = merge(touched, next, before.at(-1)?.shift ?? 0);
  const kept = merged.del > 0 || merged.ins !== '' ? [merged] : [];
  return [...before.map((splice) => splice.own), ...kept, ...after.map((splice) => splice.own)];
}

/** Splices in a turn's own offsets, as splices of the whole text. */
export function inText(splices: readonly Splice[], turnStart: number): Splice[] {
  return splices.map((splice) => ({ ...splice, at: splice.at + turnStart }));
}

/** The part of a splice that changes something; nothing when it puts back what it took. */
function trimSplice(saved: string, splice: Splice): Splice[] {
  const less = diffSplice(saved.slice(splice.at, splice.at + splice.del), splice.ins);
  return less ? [{ ...less, at: splice.at + less.at }] : [];
}

/** A splice and where its insertion stands in the text after; `shift`: how much longer the text is from there on. */
type Placed = { readonly own: Splice; readonly start: number; readonly end: number; readonly shift: number };

function placeAfter(splices: readonly Splice[]): Placed[] {
  let shift = 0;
  return splices.map((own) => {
    const start = own.at + shift;
    shift += own.ins.length - own.del;
    return { own, start, end: start + own.ins.length, shift };
  });
}

/** `next` and what it touches as one splice: what it leaves of their insertions stands before and after its own. */
function merge(touched: readonly Placed[], next: Splice, shiftBefore: number): Splice {
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return { ...next, at: next.at - shiftBefore };
  const end = next.at + next.del;
  const from = next.at < first.start ? next.at - shiftBefore : first.own.at;
  const to = end > last.end ? end - last.shift : last.own.at + last.own.del;
  const head = first.own.ins.slice(0, Math.max(0, next.at - first.start));
  const tail = last.own.ins.slice(Math.max(0, end - last.start));
  return { at: from, del: to - from, ins: `${head}${next.ins}${end < last.end ? tail : ''}` };
}
