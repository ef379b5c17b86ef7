// Measures the sheet: where turns, lines and characters stand. All answers are CSS pixels from the sheet's top left corner.

import type { TextRange } from '../../src/domain/text.ts';
import { turnAt } from './grow.ts';
import { placeWithin, toOffset, turnElementOf, turnOf } from './offsets.ts';

/** `firstLine`: the number of its first line in the interview, from 0; null when the turns before are not on the page. */
export type TurnBox = {
  readonly turn: number;
  readonly element: HTMLElement;
  readonly top: number;
  readonly bottom: number;
  readonly lines: number;
  readonly firstLine: number | null;
};

export type Geometry = {
  readonly sheet: HTMLElement;
  readonly width: number;
  readonly height: number;
  readonly lineHeight: number;
  readonly textLeft: number;
  readonly textRight: number;
  /** Those on the page, ascending. */
  readonly boxes: readonly TurnBox[];
  readonly byTurn: ReadonlyMap<number, TurnBox>;
};

/** A stretch of text on the page: from the top of its first line to the bottom of its last; `startX` and `endX` are its ends. */
export type Stretch = { readonly top: number; readonly bottom: number; readonly startX: number; readonly endX: number };

export function measureSheet(sheet: HTMLElement): Geometry {
  const origin = sheet.getBoundingClientRect();
  const elements = [...sheet.querySelectorAll<HTMLElement>('[data-turn]')];
  const first = elements[0];
  const lineHeight = first ? Number.parseFloat(getComputedStyle(first).lineHeight) : 28;
  const boxes: TurnBox[] = [];
  let line: number | null = 0;
  for (const element of elements) {
    const rect = element.getBoundingClientRect();
    const turn = turnOf(element);
    if (turn !== boxes.length) line = null;
    const lines = Math.max(1, Math.round(rect.height / lineHeight));
    boxes.push({ turn, element, top: rect.top - origin.top, bottom: rect.bottom - origin.top, lines, firstLine: line });
    if (line !== null) line += lines;
  }
  boxes.sort((a, b) => a.turn - b.turn);
  const text = textSides(first);
  return {
    sheet,
    width: origin.width,
    height: origin.height,
    lineHeight,
    textLeft: text.left - origin.left,
    textRight: text.right - origin.left,
    boxes,
    byTurn: new Map(boxes.map((box) => [box.turn, box])),
  };
}

/** The turns that a part of the sheet shows; null when none is there. */
export function turnsBetween(
  { boxes }: Geometry,
  top: number,
  bottom: number,
): { readonly first: number; readonly last: number } | null {
  const first = boxes.find((box) => box.bottom >= top);
  const last = boxes.findLast((box) => box.top <= bottom);
  return first && last && first.turn <= last.turn ? { first: first.turn, last: last.turn } : null;
}

/** Where a range of text stands; null when one of its ends is not on the page. An empty range gives its place in the line. */
export function stretchOf(geometry: Geometry, turns: readonly TextRange[], text: string, range: TextRange): Stretch | null {
  const start = edgeRect(geometry, turns, text, range.start, 'start', range.start === range.end);
  const end = range.start === range.end ? start : edgeRect(geometry, turns, text, range.end, 'end', false);
  if (!start || !end) return null;
  const origin = geometry.sheet.getBoundingClientRect();
  const half = geometry.lineHeight / 2;
  const middle = (rect: DOMRect) => (rect.top + rect.bottom) / 2 - origin.top;
  return {
    top: middle(start) - half,
    bottom: middle(end) + half,
    startX: start.left - origin.left,
    endX: (range.start === range.end ? end.left : end.right) - origin.left,
  };
}

/** The pieces of lines that a range inside one turn covers. */
export function linesOf(
  { sheet, lineHeight, byTurn }: Geometry,
  turn: number,
  from: number,
  to: number,
): { readonly left: number; readonly right: number; readonly top: number }[] {
  const element = byTurn.get(turn)?.element;
  if (!element) return [];
  const origin = sheet.getBoundingClientRect();
  return [...rangeIn(element, from, to).getClientRects()]
    .filter((rect) => rect.width > 0.5)
    .map((rect) => ({
      left: rect.left - origin.left,
      right: rect.right - origin.left,
      top: (rect.top + rect.bottom) / 2 - origin.top - lineHeight / 2,
    }));
}

/** The offset in the stored text at a place of the window; null when no turn's text is there. */
export function offsetAtPoint(
  root: HTMLElement | null,
  text: string,
  turns: readonly TextRange[],
  x: number,
  y: number,
): number | null {
  const place = document.caretPositionFromPoint(x, y);
  if (!place || !root?.contains(place.offsetNode) || !turnElementOf(place.offsetNode)) return null;
  return toOffset(root, text, turns, { node: place.offsetNode, offset: place.offset }, 'start');
}

/** The rectangle of the character at a range's end: the first one inside for `start`, the last one for `end`. */
function edgeRect(
  geometry: Geometry,
  turns: readonly TextRange[],
  text: string,
  offset: number,
  edge: 'start' | 'end',
  bare: boolean,
): DOMRect | null {
  const turn = turnAt(turns, edge === 'end' ? Math.max(0, offset - 1) : offset);
  const own = turns[turn];
  const element = geometry.byTurn.get(turn)?.element;
  if (!own || !element) return null;
  const local = Math.min(Math.max(0, offset - own.start), own.end - own.start);
  const length = own.end - own.start;
  const forward = edge === 'start' && local < length;
  const [from, to] = forward
    ? [local, local + unitsAt(text, own.start + local)]
    : [local - unitsBefore(text, own.start + local), local];
  const rects = [...rangeIn(element, Math.max(0, from), Math.min(length, to)).getClientRects()].filter((rect) => rect.height > 0);
  const rect = edge === 'start' ? (rects.find((r) => r.width > 0) ?? rects[0]) : rects.at(-1);
  if (!rect) return element.getBoundingClientRect();
  return bare && !forward ? new DOMRect(rect.right, rect.top, 0, rect.height) : rect;
}

function rangeIn(element: HTMLElement, from: number, to: number): Range {
  const start = placeWithin(element, from);
  const end = placeWithin(element, to);
  reused.setStart(start.node, start.offset);
  reused.setEnd(end.node, end.offset);
  return reused;
}

// One range for all measuring: each live range costs at every change of the page.
const reused = typeof document === 'undefined' ? (undefined as never) : document.createRange();

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function unitsBefore(text: string, at: number): number {
  const last = text.charCodeAt(at - 1);
  return last >= 0xdc00 && last <= 0xdfff ? 2 : 1;
}

function textSides(element: HTMLElement | undefined): { left: number; right: number } {
  if (!element) return { left: 0, right: 0 };
  const rect = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return { left: rect.left + Number.parseFloat(style.paddingLeft), right: rect.right - Number.parseFloat(style.paddingRight) };
}
