// What is typed in turns, on the page: pure, so that what is shown while typing can be tested against what will be saved.

import { applySplices, diffSplice, followSplices, type Splice } from '../../src/domain/text.ts';
import { type Draft, inText, startDraft, typeDraft } from '../editor/splices.ts';
import { turnAt } from './grow.ts';
import { type Mark, type Page, turnText } from './model.ts';

/** The page with drafts on it: text, turns that take in what is typed at their edges, and codings that follow. */
export function withDrafts(base: Page, drafts: ReadonlyMap<number, Draft>): Page {
  const splices = splicesOf(base, drafts);
  if (splices.length === 0) return base;
  let shift = 0;
  const turns = base.turns.map((turn, index) => {
    const start = turn.start + shift;
    const length = drafts.get(index)?.text.length ?? turn.end - turn.start;
    shift += length - (turn.end - turn.start);
    return { ...turn, start, end: start + length };
  });
  return { ...base, text: applySplices(base.text, splices), turns, marks: followMarks(base.marks, splices) };
}

/** The codings that lie over a turn, in offsets of its text with what is typed in it; they may begin before it and end after it. */
export function marksInTurn(base: Page, drafts: ReadonlyMap<number, Draft>, turn: number): Mark[] {
  const own = base.turns[turn];
  if (!own) return [];
  const splices = splicesOf(base, drafts);
  const start = splices.reduce((at, splice) => (splice.at < own.start ? at + splice.ins.length - splice.del : at), own.start);
  const over = base.marks.filter((mark) => mark.start < own.end && mark.end > own.start);
  return followMarks(over, splices).map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
}

function splicesOf(base: Page, drafts: ReadonlyMap<number, Draft>): Splice[] {
  return [...drafts].sort(([a], [b]) => a - b).flatMap(([turn, draft]) => inText(draft.splices, base.turns[turn]?.start ?? 0));
}

/** What lies before all splices stays the same object; what lies after only shifts. */
export function followMarks(marks: readonly Mark[], splices: readonly Splice[]): Mark[] {
  const first = splices[0]?.at ?? 0;
  const last = splices.reduce((end, splice) => Math.max(end, splice.at + splice.del), 0);
  const shift = splices.reduce((sum, splice) => sum + splice.ins.length - splice.del, 0);
  return marks.flatMap((mark) => {
    if (mark.end <= first) return [mark];
    if (mark.start >= last) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
    const { start, end } = followSplices(mark, splices);
    return start < end ? [{ ...mark, start, end }] : [];
  });
}

/**
 * Drafts against another text of the same interview, as when it was changed in another window: each stays with its own turn, and what was
 * typed there stays typed.
 */
export function rebaseDrafts(drafts: ReadonlyMap<number, Draft>, from: Page, to: Page): Map<number, Draft> {
  const splice = diffSplice(from.text, to.text);
  const rebased = new Map<number, Draft>();
  for (const [turn, draft] of drafts) {
    const own = from.turns[turn];
    if (!own || draft.splices.length === 0) continue;
    const start = splice ? followSplices(own, [splice]).start : own.start;
    const now = from.turns.length === to.turns.length ? turn : turnAt(to.turns, start);
    const saved = turnText(to, now);
    rebased.set(now, draft.saved === saved ? draft : typeDraft(startDraft(saved), draft.text));
  }
  return rebased;
}
