// What is drawn beside and under the text in one part of the sheet: stripes with their labels, lines under overlaps, line numbers.

import type { TextRange } from '../../src/domain/text.ts';
import { type Geometry, linesOf, stretchOf, turnsBetween } from './geometry.ts';
import { groupTurns, rangesIn, type TurnSpan, widen } from './groups.ts';
import { type Density, type Label, type LineBox, layLanes, placeLabels, type Stripe } from './lanes.ts';
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
  readonly lines: readonly DepthLine[];
  readonly numbers: readonly { readonly line: number; readonly y: number }[];
};

export const NO_SCENE: Scene = { stripes: [], labels: [], density: [], lanes: 0, lines: [], numbers: [] };

/** Every so many lines a number, as in a scholarly edition. */
const NUMBER_EVERY = 5;
/** More lines than these would run into the text below; the stripes tell the rest. */
const MAX_LINES = 3;

/** Where codings stand, kept as long as neither they nor the sheet change. */
export type BoxCache = Map<number, LineBox & TextRange>;

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

export function groupsOf(page: Page): TurnSpan[] {
  return groupTurns(page.turns, page.marks);
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
): Scene {
  const marks = rangesIn(page.marks, page.turns, spans.whole);
  const laid = layLanes(marks.flatMap((mark) => boxOf(geometry, page, mark, cache) ?? []));
  const inView = (box: { top: number; bottom: number }) => box.bottom >= view.top && box.top <= view.bottom;
  return {
    stripes: laid.stripes.filter(inView),
    labels: placeLabels(laid.stripes, geometry.lineHeight, firstVisible).filter(
      (label) => label.y >= view.top && label.y <= view.bottom,
    ),
    density: laid.density.filter(inView),
    lanes: laid.lanes,
    lines: depthLines(geometry, page, spans.near, marks, bare ? 1 : 2),
    numbers: lineNumbers(geometry, spans.near),
  };
}

function boxOf(geometry: Geometry, page: Page, mark: Mark, cache: BoxCache): LineBox[] | null {
  const known = cache.get(mark.id);
  if (known && known.start === mark.start && known.end === mark.end) return [known];
  const stretch = stretchOf(geometry, page.turns, page.text, mark) ?? clipped(geometry, page, mark);
  if (!stretch) return null;
  const box = { id: mark.id, top: stretch.top, bottom: stretch.bottom, start: mark.start, end: mark.end };
  cache.set(mark.id, box);
  return [box];
}

/** With rows only near the viewport on the page, a long coding is as tall as what is there of it. */
function clipped(geometry: Geometry, page: Page, mark: Mark): { top: number; bottom: number } | null {
  const parts = splitByTurn(mark, page.turns).filter((part) => geometry.byTurn.has(part.turn));
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return null;
  const stretch = stretchOf(geometry, page.turns, page.text, { start: first.start, end: last.end });
  return stretch && { top: stretch.top, bottom: stretch.bottom };
}

/** One line per code where at least `from` codings lie over each other, outermost on top. */
function depthLines(geometry: Geometry, page: Page, near: TurnSpan, marks: readonly Mark[], from: number): DepthLine[] {
  const window = { start: page.turns[near.first]?.start ?? 0, end: page.turns[near.last]?.end ?? 0 };
  const lines: DepthLine[] = [];
  for (const segment of segmentsOf(marks, window)) {
    if (segment.over.length < from) continue;
    for (const part of splitByTurn(segment, page.turns, near.first, near.last)) {
      const start = page.turns[part.turn]?.start ?? 0;
      for (const [row, piece] of linesOf(geometry, part.turn, part.start - start, part.end - start).entries()) {
        segment.over.slice(-MAX_LINES).forEach((mark, i) => {
          const y = piece.top + geometry.lineHeight - 3 + i * 2.5;
          lines.push({ key: `${part.start}.${row}.${i}`, x1: piece.left, x2: piece.right, y, hue: mark.colour.hue });
        });
      }
    }
  }
  return lines;
}

function lineNumbers(geometry: Geometry, near: TurnSpan): { line: number; y: number }[] {
  const numbers: { line: number; y: number }[] = [];
  for (const box of geometry.boxes) {
    if (box.turn < near.first || box.turn > near.last || box.firstLine === null) continue;
    for (let i = 0; i < box.lines; i++) {
      const line = box.firstLine + i + 1;
      if (line % NUMBER_EVERY === 0) numbers.push({ line, y: box.top + (i + 0.5) * geometry.lineHeight });
    }
  }
  return numbers;
}
