// Paints ranges of text through CSS highlights: a tint per theme hue, a deeper shade per overlap, and one name each for what is pointed at.
// Only text near the viewport is painted; the number of names is fixed and small, as that is what costs.

import { HUES } from '../../src/domain/code.ts';
import type { TextRange } from '../../src/domain/text.ts';
import type { Mark } from './model.ts';
import { placeWithin } from './offsets.ts';
import { type Segment, segmentsOf, splitByTurn } from './segments.ts';

/** What is pointed at, from bottom to top. */
const POINTERS = ['hit', 'arrived', 'hovered', 'selected', 'selection', 'hit-now'] as const;
export type Pointer = (typeof POINTERS)[number];

/** Deeper overlaps look like this one. */
const DEEPEST = 4;

/** The turns that are painted, and the elements they are in. */
export type PaintArea = {
  readonly turns: readonly TextRange[];
  readonly first: number;
  readonly last: number;
  readonly elementOf: (turn: number) => HTMLElement | undefined;
};

export type Painter = {
  readonly paintMarks: (area: PaintArea, marks: readonly Mark[]) => void;
  /** Paints one turn again, `length` long now; `marks` lie over it, in offsets of its text. */
  readonly paintTurn: (
    area: PaintArea,
    turn: { readonly turn: number; readonly length: number; readonly marks: readonly Mark[] },
  ) => void;
  readonly point: (name: Pointer, area: PaintArea, ranges: readonly TextRange[]) => void;
  readonly clear: () => void;
};

export function createPainter(): Painter {
  const hues = Array.from({ length: HUES }, (_, i) => register(`hue-${i + 1}`, 0));
  const depths = Array.from({ length: DEEPEST - 1 }, (_, i) => register(`depth-${i + 2}`, 1));
  const pointers = new Map(POINTERS.map((name, i) => [name, register(`at-${name}`, 2 + i)]));
  /** What is painted in each turn. */
  const painted = new Map<number, { readonly highlight: Highlight; readonly range: StaticRange }[]>();
  const add = ({ over }: Segment<Mark>, ranges: readonly TurnRange[]) => {
    const hue = hues[(over.at(-1)?.colour.hue ?? 0) - 1];
    const depth = depths[Math.min(over.length, DEEPEST) - 2];
    for (const highlight of [hue, depth]) {
      if (!highlight) continue;
      for (const { turn, range } of ranges) {
        highlight.add(range);
        const own = painted.get(turn);
        if (own) own.push({ highlight, range });
        else painted.set(turn, [{ highlight, range }]);
      }
    }
  };
  return {
    paintMarks: (area, marks) => {
      for (const highlight of [...hues, ...depths]) highlight.clear();
      painted.clear();
      for (const segment of segmentsOf(marks, windowOf(area))) add(segment, toRanges(area, segment));
    },
    paintTurn: ({ first, last, elementOf }, { turn, length, marks }) => {
      for (const { highlight, range } of painted.get(turn) ?? []) highlight.delete(range);
      painted.delete(turn);
      const element = turn < first || turn > last ? undefined : elementOf(turn);
      if (!element) return;
      for (const segment of segmentsOf(marks, { start: 0, end: length }))
        add(segment, [{ turn, range: rangeWithin(element, segment.start, segment.end) }]);
    },
    point: (name, area, ranges) => {
      const highlight = pointers.get(name);
      highlight?.clear();
      for (const range of ranges) for (const part of toRanges(area, range)) highlight?.add(part.range);
    },
    clear: () => {
      for (const name of registered) CSS.highlights.delete(name);
    },
  };
}

const registered = new Set<string>();

function register(name: string, priority: number): Highlight {
  const highlight = new Highlight();
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
  registered.add(name);
  return highlight;
}

function windowOf({ turns, first, last }: PaintArea): TextRange {
  return { start: turns[first]?.start ?? 0, end: turns[last]?.end ?? 0 };
}

/** A piece of one turn's text in the page. */
type TurnRange = { readonly turn: number; readonly range: StaticRange };

function toRanges({ turns, first, last, elementOf }: PaintArea, range: TextRange): TurnRange[] {
  return splitByTurn(range, turns, first, last).flatMap((part) => {
    const element = elementOf(part.turn);
    const turn = turns[part.turn];
    if (!element || !turn) return [];
    return [{ turn: part.turn, range: rangeWithin(element, part.start - turn.start, part.end - turn.start) }];
  });
}

function rangeWithin(element: HTMLElement, start: number, end: number): StaticRange {
  const from = placeWithin(element, start);
  const to = placeWithin(element, end);
  return new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
}
