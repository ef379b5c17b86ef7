// Turns that codings tie together. Lanes must not jump while scrolling, so a window is widened to whole groups before it is laid out:
// a group's lanes depend on nothing outside it, as turns never share a line.

import type { TextRange } from '../../src/domain/text.ts';
import { turnAt } from './grow.ts';

export type TurnSpan = { readonly first: number; readonly last: number };

/** For each turn the group of turns it belongs to: joined by codings that cross their borders. */
export function groupTurns(turns: readonly TextRange[], ranges: readonly TextRange[]): TurnSpan[] {
  const reach = Int32Array.from(turns, (_, index) => index);
  let near = 0;
  for (const range of ranges) {
    // Ranges come sorted: the next begins in the same turn or a little further, and mostly ends in the turn where it begins.
    if (!begins(turns, near, range.start)) near = begins(turns, near + 1, range.start) ? near + 1 : turnAt(turns, range.start);
    const end = Math.max(range.start, range.end - 1);
    const last = begins(turns, near, end) ? near : turnAt(turns, end);
    if (near >= 0 && last > (reach[near] ?? near)) reach[near] = last;
  }
  const groups: TurnSpan[] = [];
  for (let first = 0; first < turns.length; ) {
    let last = reach[first] ?? first;
    for (let turn = first; turn <= last; turn++) last = Math.max(last, reach[turn] ?? turn);
    const group = { first, last };
    for (let turn = first; turn <= last; turn++) groups[turn] = group;
    first = last + 1;
  }
  return groups;
}

/** True when `turnAt` is this turn for an offset. */
function begins(turns: readonly TextRange[], turn: number, offset: number): boolean {
  const own = turns[turn];
  const next = turns[turn + 1];
  return own !== undefined && own.start <= offset && (next === undefined || next.start > offset);
}

/** The span widened to whole groups. */
export function widen(groups: readonly TurnSpan[], span: TurnSpan): TurnSpan {
  return { first: groups[span.first]?.first ?? span.first, last: groups[span.last]?.last ?? span.last };
}

/** The ranges, sorted by start, that begin in the turns of a span that is a whole number of groups. */
export function rangesIn<T extends TextRange>(sorted: readonly T[], turns: readonly TextRange[], span: TurnSpan): T[] {
  const from = turns[span.first]?.start ?? 0;
  const next = turns[span.last + 1]?.start ?? Number.POSITIVE_INFINITY;
  return sorted.slice(firstFrom(sorted, from), firstFrom(sorted, next));
}

/** The index of the first range, sorted by start, that begins at an offset or after it. */
export function firstFrom(sorted: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
