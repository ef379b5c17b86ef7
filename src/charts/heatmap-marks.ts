// Co-occurrence: from pairs to the cells of a lower triangle, each with a step on one colour scale that all groups share, so that
// their panels can be compared. Zero is a number; × is a code that is not used in this group at all.

import { scaleThreshold } from 'd3';
import type { CooccurrencePair } from '../domain/analysis.ts';
import { HEAT_STEPS } from './colours.ts';
import { type ChartCode, type ChartMode, SWATCH, spokenName } from './parts.ts';
import { type TextStyle, textWidth } from './text-width.ts';

/** What the numbers count: interviews in which two codes go together, or the times they do. */
export type HeatmapMeasure = 'interviews' | 'together';

/** A code in the order it is drawn, with the interviews of this group it occurs in. */
export type HeatmapCode = ChartCode & { readonly interviews: number };

export type HeatmapInput = {
  readonly group: string;
  readonly codes: readonly HeatmapCode[];
  readonly pairs: readonly CooccurrencePair[];
};

/** The words of the chart, in the language of who reads it. Names are given as they are read aloud. */
export type HeatmapLabels = {
  readonly title: string;
  readonly count: (n: number) => string;
  /** `Schaamte en Vertrouwen: samen in 11 gesprekken` */
  readonly pair: (a: string, b: string, n: number) => string;
  /** `Schaamte: 17 gesprekken` */
  readonly own: (code: string, n: number) => string;
  /** `Schaamte en Vertrouwen: Vertrouwen is hier niet gebruikt`; `codes` are the ones not used. */
  readonly unused: (a: string, b: string, codes: readonly string[]) => string;
};

export type HeatmapOptions = {
  readonly measure: HeatmapMeasure;
  /** The largest number of all groups that are compared; see `heatmapMax`. */
  readonly max: number;
  readonly width: number;
  readonly mode: ChartMode;
  readonly labels: HeatmapLabels;
  readonly focus?: { readonly a: string; readonly b: string } | null;
};

/** `value` is null where a code is not used. `a` is the code of the row, `b` of the column; equal on the stairs. */
export type HeatmapCell = {
  readonly kind: 'pair' | 'own' | 'unused';
  readonly a: string;
  readonly b: string;
  readonly row: number;
  readonly column: number;
  readonly value: number | null;
  readonly step: number;
  readonly text: string;
  readonly name: string;
  readonly focused: boolean;
};

export type HeatmapMark = HeatmapCell & { readonly x: number; readonly y: number; readonly size: number };

export type HeatmapLayout = {
  readonly width: number;
  readonly height: number;
  /** From one cell to the next, gap included. */
  readonly pitch: number;
  readonly numberSize: number;
  readonly label: TextStyle;
  readonly labels: readonly { readonly code: HeatmapCode; readonly x: number; readonly middle: number; readonly width: number }[];
};

export const CELL_GAP = 2;
const LARGEST = 48;
const SMALLEST = 24;
const LABEL_OFFSET = 6;
const LABEL_GAP = 8;
const NARROWEST_LABEL = 72;

/** The largest number among the pairs of all groups: the top of the colour scale they share. */
export function heatmapMax(groups: readonly { readonly pairs: readonly CooccurrencePair[] }[], measure: HeatmapMeasure): number {
  return groups.flatMap((group) => group.pairs).reduce((most, pair) => Math.max(most, pair[measure]), 0);
}

/** The step of a whole number: 0 is zero and only zero; 1 to 6 are sixths of `max`. */
export function heatScale(max: number): (value: number) => number {
  const steps = Array.from({ length: HEAT_STEPS }, (_, step) => step);
  return scaleThreshold<number, number>()
    .domain(steps.slice(0, -1).map((step) => Math.floor((step * max) / (HEAT_STEPS - 1)) + 1))
    .range(steps);
}

export function heatmapCells(input: HeatmapInput, options: Omit<HeatmapOptions, 'width' | 'mode'>): HeatmapCell[] {
  const { labels, measure, focus } = options;
  const step = heatScale(options.max);
  const values = new Map(
    input.pairs.flatMap((pair) => [
      [key(pair.a, pair.b), pair[measure]],
      [key(pair.b, pair.a), pair[measure]],
    ]),
  );
  const cellOf = (a: HeatmapCode, row: number, b: HeatmapCode, column: number): HeatmapCell => {
    const unused = [...new Set([a, b])].filter((code) => code.interviews === 0).map(spokenName);
    const place = { a: a.path, b: b.path, row, column, focused: isPair(focus, a.path, b.path) };
    const names = [spokenName(a), spokenName(b)] as const;
    if (unused.length > 0)
      return { ...place, kind: 'unused', value: null, step: 0, text: '×', name: labels.unused(...names, unused) };
    if (row === column)
      return {
        ...place,
        kind: 'own',
        value: a.interviews,
        step: 0,
        text: labels.count(a.interviews),
        name: labels.own(names[0], a.interviews),
      };
    const value = values.get(key(a.path, b.path)) ?? 0;
    return { ...place, kind: 'pair', value, step: step(value), text: labels.count(value), name: labels.pair(...names, value) };
  };
  return input.codes.flatMap((a, row) => input.codes.slice(0, row + 1).map((b, column) => cellOf(a, row, b, column)));
}

/** Cells as large as the labels on the stairs leave room for, from 48 down to 24 px; below that labels are cut, then it grows. */
export function layOutHeatmap(codes: readonly HeatmapCode[], cells: readonly HeatmapCell[], width: number): HeatmapLayout {
  const before = LABEL_OFFSET + SWATCH.width + LABEL_GAP;
  const widthOf = (code: HeatmapCode, style: TextStyle) => before + textWidth(code.label, style);
  const room = codes.map((code, at) => (width - widthOf(code, labelStyle(LARGEST))) / (at + 1));
  const pitch = Math.floor(Math.max(SMALLEST, Math.min(LARGEST, ...room)));
  const label = labelStyle(pitch);
  const placed = codes.map((code, at) => {
    const x = (at + 1) * pitch + LABEL_OFFSET;
    const left = Math.max(NARROWEST_LABEL, width - x - SWATCH.width - LABEL_GAP);
    return { code, x, middle: at * pitch + (pitch - CELL_GAP) / 2, width: Math.min(left, textWidth(code.label, label)) };
  });
  const right = placed.reduce((most, { x, width }) => Math.max(most, x + SWATCH.width + LABEL_GAP + width), pitch);
  const height = codes.length * pitch;
  return { width: right, height, pitch, numberSize: numberSize(cells, pitch), label, labels: placed };
}

export function placeCells(cells: readonly HeatmapCell[], pitch: number, gap: number): HeatmapMark[] {
  return cells.map((cell) => ({ ...cell, x: cell.column * pitch, y: cell.row * pitch, size: pitch - gap }));
}

function labelStyle(pitch: number): TextStyle {
  return { size: pitch >= 40 ? 13 : 12, weight: 500 };
}

/** One size for all numbers: the one at which the widest still fits its cell. */
function numberSize(cells: readonly HeatmapCell[], pitch: number): number {
  const size = pitch >= 40 ? 13 : 12;
  const widest = cells.reduce((most, cell) => Math.max(most, textWidth(cell.text, { size, weight: 600 })), 1);
  return Math.min(size, Math.floor(((pitch - CELL_GAP - 4) / widest) * size));
}

function isPair(pair: HeatmapOptions['focus'], a: string, b: string): boolean {
  return pair != null && ((pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
}

function key(a: string, b: string): string {
  return `${a}\n${b}`;
}
