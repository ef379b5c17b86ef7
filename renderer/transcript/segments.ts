// Cuts overlapping ranges into pieces that each lie under the same ranges: what is painted, and how deep it is there.

import { overlaps, type TextRange } from '../../src/domain/text.ts';

/** A piece of text and what lies over it, outermost first. The innermost is the one that began last, then the shortest. */
export type Segment<T> = TextRange & { readonly over: readonly T[] };

/** The coded pieces inside `window`, ascending, not overlapping; text under nothing gives no piece. Empty ranges are left out. */
export function segmentsOf<T extends TextRange>(ranges: readonly T[], window: TextRange): Segment<T>[] {
  const inside = ranges.filter((range) => range.start < range.end && overlaps(range, window)).sort(outermostFirst);
  const edges = new Set<number>();
  for (const range of inside) edges.add(Math.max(range.start, window.start)).add(Math.min(range.end, window.end));
  const cuts = [...edges].sort((a, b) => a - b);
  const segments: Segment<T>[] = [];
  let open: T[] = [];
  let next = 0;
  cuts.forEach((start, i) => {
    const end = cuts[i + 1];
    if (end === undefined) return;
    open = open.filter((range) => range.end > start);
    for (let range = inside[next]; range && range.start <= start; range = inside[++next]) if (range.end > start) open.push(range);
    if (open.length > 0) segments.push({ start, end, over: open });
  });
  return segments;
}

/** The parts of a range inside each of the ascending, non-overlapping turns, with the turn's index. */
export function splitByTurn(
  range: TextRange,
  turns: readonly TextRange[],
  from = 0,
  to = turns.length - 1,
): (TextRange & { readonly turn: number })[] {
  const parts: (TextRange & { turn: number })[] = [];
  for (let turn = from; turn <= to; turn++) {
    const own = turns[turn];
    if (!own || own.start >= range.end) break;
    const start = Math.max(own.start, range.start);
    const end = Math.min(own.end, range.end);
    if (start < end) parts.push({ turn, start, end });
  }
  return parts;
}

export function outermostFirst(a: TextRange, b: TextRange): number {
  return a.start - b.start || b.end - a.end;
}
