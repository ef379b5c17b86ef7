// What is drawn beside and under the text in one part of the sheet: stripes with their labels, lines under overlaps, line numbers.

import type { TextRange } from '../../src/domain/text.ts';
import { type Geometry, linesOf, stretchOf, type TurnBox, turnsBetween } from './geometry.ts';
import { rangesIn, type TurnSpan, widen } from './groups.ts';
import { turnAt } from './grow.ts';
import { type Density, GAP, LANE_STEP, type Label, type LineBox, layLanes, placeLabels, type Stripe } from './lanes.ts';
import type { Mark, Page } from './model.ts';
import { segmentsOf, splitByTurn } from './segments.ts';

export type DepthLine = {
  readonly key: string;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly hue: number;
};
export type Scene = {
  readonly stripes: readonly Stripe[];
  readonly labels: readonly Label[];
  readonly density: readonly Density[];
  readonly lanes: number;
  /** Lanes at most; the density bar stands after them. */
  readonly most: number;
  readonly lines: readonly DepthLine[];
  readonly numbers: readonly { readonly line: number; readonly y: number }[];
  /** The codings that may be drawn, by id. */
  readonly marks: ReadonlyMap<number, Mark>;
};

export const NO_SCENE: Scene = {
  stripes: [],
  labels: [],
  density: [],
  lanes: 0,
  most: 0,
  lines: [],
  numbers: [],
  marks: new Map(),
};

/** Every so many lines a number, as in a scholarly edition. */
const NUMBER_EVERY = 5;
/** More lines than these would run into the text below; the stripes tell the rest. */
const MAX_LINES = 3;

/**
 * Where codings and pieces of lines stand within their turns, in pixels from the tops of those. Kept as long as text and width stay the same: turns may
 * move up and down meanwhile.
 */
export type BoxCache = {
  readonly codings: Map<number, TextRange & { readonly top: number; readonly bottom: number }>;
  readonly lines: Map<string, readonly { readonly left: number; readonly right: number; readonly top: number }[]>;
};

export function newBoxCache(): BoxCache {
  return { codings: new Map(), lines: new Map() };
}

export type View = { readonly top: number; readonly bottom: number };

/** The turns to draw for a view of the sheet: whole groups, so that lanes don't jump. */
export function spanOf(
  geometry: Geometry,
  groups: readonly TurnSpan[],
  view: View,
): { readonly near: TurnSpan; readonly whole: TurnSpan } | null {
  const near = turnsBetween(geometry, view.top, view.bottom);
  return near && { near, whole: widen(groups, near) };
}

/** `bare`: no tints are painted, so that every coded text gets its line. */
export function layScene(
  geometry: Geometry,
  page: Page,
  spans: { readonly near: TurnSpan; readonly whole: TurnSpan },
  view: View,
  firstVisible: number,
  cache: BoxCache,
  bare: boolean,
  filter: StripeRule,
  firstLineOf: (turn: number) => number | null,
): Scene {
  const marks = rangesIn(page.marks, page.turns, spans.whole);
  const shown = filter.shows ? marks.filter(filter.shows) : marks;
  const most = fittingLanes(geometry, filter.lanes);
  const laid = layLanes(
    shown.map((mark) => boxOf(geometry, page, mark, cache)),
    most,
  );
  const edge = { top: geometry.boxes[0]?.top ?? 0, bottom: geometry.boxes.at(-1)?.bottom ?? 0 };
  const inView = <T extends { top: number; bottom: number }>(box: T): T[] => {
    if (box.bottom < view.top || box.top > view.bottom) return [];
    const [top, bottom] = [Math.max(box.top, edge.top), Math.min(box.bottom, edge.bottom)];
    // Nothing is left of what stands past the edge, or of a text that has gone while its codings are still being read.
    return bottom - top > SMALLEST ? [{ ...box, top, bottom }] : [];
  };
  const stripes = laid.stripes.flatMap(inView);
  return {
    stripes,
    labels: placeLabels(stripes, geometry.lineHeight, firstVisible).filter(
      (label) => label.y >= view.top && label.y <= view.bottom,
    ),
    density: laid.density.flatMap(inView),
    lanes: laid.lanes,
    most,
    lines: depthLines(geometry, page, spans.near, marks, bare ? 1 : 2, cache),
    numbers: lineNumbers(geometry, spans.near, firstLineOf),
    marks: new Map(shown.map((mark) => [mark.id, mark])),
  };
}

/** In pixels; a lower stripe has no height once its ends are drawn in. */
const SMALLEST = 8;
/** What a density bar with its number takes. */
const BAR = 24;

/** In a narrow pane fewer lanes fit beside the text: what would run out of view goes in the density bar. */
function fittingLanes({ width, textRight }: Geometry, wanted: number): number {
  return Math.min(wanted, Math.max(2, Math.floor((width - textRight - GAP - BAR) / LANE_STEP)));
}

/** Which codings get a stripe (all, unless it says), and in how many lanes at most. */
export type StripeRule = { readonly shows?: (mark: Mark) => boolean; readonly lanes: number };

function boxOf(geometry: Geometry, page: Page, mark: Mark, cache: BoxCache): LineBox {
  const first = turnAt(page.turns, mark.start);
  const last = turnAt(page.turns, Math.max(mark.start, mark.end - 1));
  const [from, to] = [geometry.byTurn.get(first), geometry.byTurn.get(last)];
  const known = cache.codings.get(mark.id);
  const place = known?.start === mark.start && known.end === mark.end ? known : null;
  const within = place ?? measure(geometry, page, mark, from, to);
  if (!place && from && to) cache.codings.set(mark.id, { start: mark.start, end: mark.end, ...within });
  return {
    id: mark.id,
    top: from ? from.top + within.top : offPage(geometry, first),
    bottom: to ? to.top + within.bottom : offPage(geometry, last) + 1,
  };
}

/** The top of the first line from the top of its turn, and the bottom of the last line from the top of its. */
function measure(
  geometry: Geometry,
  { text, turns }: Page,
  mark: Mark,
  from: TurnBox | undefined,
  to: TurnBox | undefined,
): { top: number; bottom: number } {
  const head = from && from !== to ? stretchOf(geometry, turns, text, { start: mark.start, end: mark.start }) : null;
  const tail =
    to && (from === to ? null : stretchOf(geometry, turns, text, { start: turns[to.turn]?.start ?? 0, end: mark.end }));
  const both = from && from === to ? stretchOf(geometry, turns, text, mark) : null;
  return {
    top: ((both ?? head)?.top ?? 0) - (from?.top ?? 0),
    bottom: ((both ?? tail)?.bottom ?? 0) - (to?.top ?? 0),
  };
}

/** Where a turn that is not on the page counts as standing: its order is right, and it is over nothing that is. */
function offPage({ boxes }: Geometry, turn: number): number {
  const next = boxes.find((box) => box.turn > turn);
  if (!next) return (boxes.at(-1)?.bottom ?? 0) + 2 * turn + 2;
  return next === boxes[0] ? next.top - 2 * (next.turn - turn) : next.top - 2;
}

/** One line per code where at least `from` codings lie over each other, outermost on top. */
function depthLines(
  geometry: Geometry,
  page: Page,
  near: TurnSpan,
  marks: readonly Mark[],
  from: number,
  cache: BoxCache,
): DepthLine[] {
  const window = { start: page.turns[near.first]?.start ?? 0, end: page.turns[near.last]?.end ?? 0 };
  const lines: DepthLine[] = [];
  for (const segment of segmentsOf(marks, window)) {
    if (segment.over.length < from) continue;
    for (const part of splitByTurn(segment, page.turns, near.first, near.last)) {
      const top = geometry.byTurn.get(part.turn)?.top;
      if (top === undefined) continue;
      const key = `${part.start}.${part.end}`;
      const known = cache.lines.get(key);
      const pieces = known ?? linesWithin(geometry, page, part, top);
      if (!known) cache.lines.set(key, pieces);
      for (const [row, piece] of pieces.entries()) {
        segment.over.slice(-MAX_LINES).forEach((mark, i) => {
          const y = top + piece.top + geometry.lineHeight - 3 + i * 2.5;
          lines.push({ key: `${part.start}.${row}.${i}`, x1: piece.left, x2: piece.right, y, hue: mark.colour.hue });
        });
      }
    }
  }
  return lines;
}

/** The pieces of lines of a part of a turn, from the top of that turn. */
function linesWithin(geometry: Geometry, page: Page, part: TextRange & { readonly turn: number }, top: number) {
  const start = page.turns[part.turn]?.start ?? 0;
  return linesOf(geometry, part.turn, part.start - start, part.end - start).map((piece) => ({ ...piece, top: piece.top - top }));
}

function lineNumbers(
  geometry: Geometry,
  near: TurnSpan,
  firstLineOf: (turn: number) => number | null,
): { line: number; y: number }[] {
  const numbers: { line: number; y: number }[] = [];
  for (const box of geometry.boxes) {
    const firstLine = box.firstLine ?? firstLineOf(box.turn);
    if (box.turn < near.first || box.turn > near.last || firstLine === null) continue;
    for (let i = 0; i < box.lines; i++) {
      const line = firstLine + i + 1;
      if (line % NUMBER_EVERY === 0) numbers.push({ line, y: box.top + (i + 0.5) * geometry.lineHeight });
    }
  }
  return numbers;
}
