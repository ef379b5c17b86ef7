// Turns that codings tie together. Lanes must not jump while scrolling, so a window is widened to whole groups before it is laid out:
// a group's lanes depend on nothing outside it, as turns never share a line.

import { lowerBound, type TextRange } from '../../src/domain/text.ts';
import { turnAt } from './grow.ts';

export type TurnSpan = { readonly first: number; readonly last: number };

/** For each turn the group of turns it belongs to: joined by codings that cross their borders. */
export function groupTurns(turns: readonly TextRange[], ranges: readonly TextRange[]): TurnSpan[] {
  const reach = turns.map((_, index) => index);
  for (const range of ranges) {
    const first = turnAt(turns, range.start);
    const last = turnAt(turns, Math.max(range.start, range.end - 1));
    if (first >= 0) reach[first] = Math.max(reach[first] ?? first, last);
  }
  const groups: TurnSpan[] = [];
  for (let first = 0; first < turns.length; ) {
    let last = reach[first] ?? first;
    for (let turn = first; turn <= last; turn++) last = Math.max(last, reach[turn] ?? turn);
    for (let turn = first; turn <= last; turn++) groups[turn] = { first, last };
    first = last + 1;
  }
  return groups;
}

/** The span widened to whole groups. */
export function widen(groups: readonly TurnSpan[], span: TurnSpan): TurnSpan {
  return { first: groups[span.first]?.first ?? span.first, last: groups[span.last]?.last ?? span.last };
}

/** The ranges, sorted by start, that begin in the turns of a span that is a whole number of groups. */
export function rangesIn<T extends TextRange>(sorted: readonly T[], turns: readonly TextRange[], span: TurnSpan): T[] {
  const starts = sorted.map((range) => range.start);
  const from = turns[span.first]?.start ?? 0;
  const next = turns[span.last + 1]?.start ?? Number.POSITIVE_INFINITY;
  return sorted.slice(lowerBound(starts, from), lowerBound(starts, next));
}
