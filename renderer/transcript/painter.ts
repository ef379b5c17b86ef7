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
  const painted = new Map<number, Painted>();
  const wipe = (turn: number) => {
    for (const { highlight, range } of painted.get(turn)?.ranges ?? []) highlight.delete(range);
    painted.delete(turn);
  };
  const put = (turn: number, element: HTMLElement, pieces: readonly Piece[]) => {
    const ranges = pieces.flatMap(({ start, end, hue, depth }) => {
      const range = rangeWithin(element, start, end);
      return [hue, depth].flatMap((highlight) => (highlight ? [{ highlight, range }] : []));
    });
    for (const { highlight, range } of ranges) highlight.add(range);
    painted.set(turn, { element, pieces, ranges });
  };
  const pieceOf = ({ over }: Segment<Mark>, { start, end }: TextRange): Piece => ({
    start,
    end,
    hue: hues[(over.at(-1)?.colour.hue ?? 0) - 1],
    depth: depths[Math.min(over.length, DEEPEST) - 2],
  });
  return {
    paintMarks: (area, marks) => {
      const { turns, first, last, elementOf } = area;
      const wanted = new Map<number, Piece[]>();
      for (const segment of segmentsOf(marks, windowOf(area))) {
        for (const { turn, start, end } of splitByTurn(segment, turns, first, last)) {
          const from = turns[turn]?.start ?? 0;
          const piece = pieceOf(segment, { start: start - from, end: end - from });
          const own = wanted.get(turn);
          if (own) own.push(piece);
          else wanted.set(turn, [piece]);
        }
      }
      // What stays as it is stays painted: the browser draws the text of a turn again when its highlights change.
      for (const [turn, was] of painted) if (!isStill(was, elementOf(turn), wanted.get(turn))) wipe(turn);
      for (const [turn, pieces] of wanted) {
        const element = painted.has(turn) ? undefined : elementOf(turn);
        if (element) put(turn, element, pieces);
      }
    },
    paintTurn: ({ first, last, elementOf }, { turn, length, marks }) => {
      wipe(turn);
      const element = turn < first || turn > last ? undefined : elementOf(turn);
      if (!element) return;
      const pieces = segmentsOf(marks, { start: 0, end: length }).map((segment) => pieceOf(segment, segment));
      put(turn, element, pieces);
    },
    point: (name, area, ranges) => {
      const highlight = pointers.get(name);
      highlight?.clear();
      for (const range of ranges) for (const part of toRanges(area, range)) highlight?.add(part);
    },
    clear: () => {
      for (const name of registered) CSS.highlights.delete(name);
    },
  };
}

/** A piece of a turn under the same codings, in offsets of the turn's own text. */
type Piece = TextRange & { readonly hue: Highlight | undefined; readonly depth: Highlight | undefined };

/** What is painted in a turn. */
type Painted = {
  readonly element: HTMLElement;
  readonly pieces: readonly Piece[];
  readonly ranges: readonly { readonly highlight: Highlight; readonly range: StaticRange }[];
};

/** True when a turn is painted as it should be: the same pieces, in text that is still on the page. */
function isStill(
  { element, pieces, ranges }: Painted,
  now: HTMLElement | undefined,
  wanted: readonly Piece[] | undefined,
): boolean {
  return (
    now === element &&
    wanted?.length === pieces.length &&
    wanted.every((piece, at) => isSame(piece, pieces[at])) &&
    ranges.every(({ range }) => range.startContainer.isConnected && range.endContainer.isConnected)
  );
}

function isSame(piece: Piece, other: Piece | undefined): boolean {
  return piece.start === other?.start && piece.end === other.end && piece.hue === other.hue && piece.depth === other.depth;
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

function toRanges({ turns, first, last, elementOf }: PaintArea, range: TextRange): StaticRange[] {
  return splitByTurn(range, turns, first, last).flatMap((part) => {
    const element = elementOf(part.turn);
    const turn = turns[part.turn];
    return element && turn ? [rangeWithin(element, part.start - turn.start, part.end - turn.start)] : [];
  });
}

function rangeWithin(element: HTMLElement, start: number, end: number): StaticRange {
  const from = placeWithin(element, start);
  const to = placeWithin(element, end);
  return new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
}
