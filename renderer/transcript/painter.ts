// Paints ranges of text through CSS highlights: a tint per theme hue, a deeper shade per overlap, and one name each for what is pointed at.
// Only text near the viewport is painted; the number of names is fixed and small, as that is what costs.

import { HUES } from '../../src/domain/code.ts';
import type { TextRange } from '../../src/domain/text.ts';
import type { Mark } from './model.ts';
import { placeWithin } from './offsets.ts';
import { segmentsOf, splitByTurn } from './segments.ts';

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
  readonly point: (name: Pointer, area: PaintArea, ranges: readonly TextRange[]) => void;
  readonly clear: () => void;
};

export function createPainter(): Painter {
  const hues = Array.from({ length: HUES }, (_, i) => register(`hue-${i + 1}`, 0));
  const depths = Array.from({ length: DEEPEST - 1 }, (_, i) => register(`depth-${i + 2}`, 1));
  const pointers = new Map(POINTERS.map((name, i) => [name, register(`at-${name}`, 2 + i)]));
  return {
    paintMarks: (area, marks) => {
      for (const highlight of [...hues, ...depths]) highlight.clear();
      for (const segment of segmentsOf(marks, windowOf(area))) {
        const inner = segment.over.at(-1);
        if (!inner) continue;
        const ranges = toRanges(area, segment);
        addAll(hues[inner.colour.hue - 1], ranges);
        addAll(depths[Math.min(segment.over.length, DEEPEST) - 2], ranges);
      }
    },
    point: (name, area, ranges) => {
      const highlight = pointers.get(name);
      highlight?.clear();
      for (const range of ranges) addAll(highlight, toRanges(area, range));
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

function addAll(highlight: Highlight | undefined, ranges: readonly StaticRange[]): void {
  for (const range of ranges) highlight?.add(range);
}

function windowOf({ turns, first, last }: PaintArea): TextRange {
  return { start: turns[first]?.start ?? 0, end: turns[last]?.end ?? 0 };
}

function toRanges({ turns, first, last, elementOf }: PaintArea, range: TextRange): StaticRange[] {
  return splitByTurn(range, turns, first, last).flatMap((part) => {
    const element = elementOf(part.turn);
    const turn = turns[part.turn];
    if (!element || !turn) return [];
    const from = placeWithin(element, part.start - turn.start);
    const to = placeWithin(element, part.end - turn.start);
    return [
      new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset }),
    ];
  });
}
