// Theme frequency, step two: from numbers to marks with a place and a name. One cell of a tally strip is one interview; above
// twenty, where there is no room, and for quotes and words, a plain bar says it better. Groups that don't fit beside each other go below, as a new band.

import { max, range, scaleBand, scaleLinear } from 'd3';
import type { FrequencyData, FrequencyDatum, FrequencyUnit } from './frequency-data.ts';
import { type Box, type ChartCode, type ChartGroup, type ChartMode, LINE, SWATCH, spokenName } from './parts.ts';
import { type TextStyle, textWidth, wrapText } from './text-width.ts';

/** The words of the chart, in the language of who reads it. */
export type FrequencyLabels = {
  readonly title: string;
  /** `1.234` */
  readonly count: (n: number) => string;
  /** `9 van 14`: written beside a strip of interviews, beginning with the count. */
  readonly of: (n: number, of: number) => string;
  /** `14 gesprekken`: under the name of a group. */
  readonly groupSize: (n: number) => string;
  /** `9 van 14 gesprekken`, `15 fragmenten`: the number as read aloud. */
  readonly value: (unit: FrequencyUnit, n: number, of: number) => string;
  /** What a filled and an empty cell mean. */
  readonly key?: { readonly on: string; readonly off: string };
};

export type FrequencyOptions = {
  readonly unit: FrequencyUnit;
  readonly width: number;
  readonly mode: ChartMode;
  readonly labels: FrequencyLabels;
  readonly focus?: { readonly code: string; readonly group: string } | null;
};

export type TallyCell = { readonly x: number; readonly width: number; readonly on: boolean };
/** `framed`: the frame is the whole group; without it the bar is on the scale that all bars share. */
export type FrequencyShape =
  | { readonly kind: 'tally'; readonly cells: readonly TallyCell[] }
  | { readonly kind: 'bar'; readonly x: number; readonly width: number; readonly full: number; readonly framed: boolean };

export type FrequencyMark = {
  readonly code: string;
  readonly group: string;
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly of: number;
  /** What is written beside it: the number, and what follows it. */
  readonly number: string;
  readonly rest: string;
  readonly name: string;
  readonly focused: boolean;
  /** The whole place that can be clicked, and where in it the shape and the number stand. */
  readonly box: Box;
  readonly shape: FrequencyShape;
  readonly textX: number;
  readonly middle: number;
};

/** Group names and labels of codes come in lines that fit their place. */
export type FrequencyColumn = {
  readonly group: ChartGroup;
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
};
export type FrequencyBand = { readonly top: number; readonly columns: readonly FrequencyColumn[] };

export type FrequencyLayout = {
  readonly width: number;
  readonly height: number;
  readonly row: number;
  readonly labelWidth: number;
  readonly shapeWidth: number;
  /** Above the rows of each band. */
  readonly header: number;
  readonly bands: readonly FrequencyBand[];
  readonly rows: readonly { readonly code: ChartCode; readonly lines: readonly string[] }[];
};

export const FREQUENCY_STYLE = {
  app: { row: 44, label: 13, number: 13, rest: 12, numberGap: 9, columnGap: 14, narrowest: 38 },
  report: { row: 30, label: 12, number: 12, rest: 11, numberGap: 7, columnGap: 10, narrowest: 28 },
} as const;
export const GROUP_STYLE: TextStyle = { size: 12, weight: 600 };
export const SIZE_STYLE: TextStyle = { size: 12, weight: 400 };
export const BAR_HEIGHT = 12;
/** Base lines above the first row: the last line of a group's name, and how many interviews it has. */
export const HEADER = { label: 34, size: 14, height: 50 } as const;
export const KEY_HEIGHT = 34;
export const INDENT = 14;
export const LABEL_GAP = 9;
const BAND_GAP = 22;
const LABEL_ROOM = 12;
const LINES = 2;
const NARROWEST_CELL = 4;
const NARROWEST_LABEL = 100;
const LABEL_SHARE = 0.32;
const WIDEST_COLUMN = 300;
const MOST_CELLS = 20;
const CELL_GAP = 1.5;

export function labelStyle(mode: ChartMode, depth: number): TextStyle {
  return { size: FREQUENCY_STYLE[mode].label, weight: depth === 0 ? 500 : 400 };
}

export function labelStart(depth: number): number {
  return depth * INDENT + SWATCH.width + LABEL_GAP;
}

export function layOutFrequency(
  codes: readonly ChartCode[],
  groups: readonly ChartGroup[],
  data: FrequencyData,
  options: FrequencyOptions,
): FrequencyLayout {
  const style = FREQUENCY_STYLE[options.mode];
  const labelWidth = labelColumn(codes, options);
  const besideShape = groups.map((_, at) => Math.ceil(style.numberGap + numbersWidth(data, at, options) + style.columnGap));
  const room = options.width - labelWidth;
  const perBand = Math.max(1, groupsPerBand(besideShape, room, style.narrowest));
  const bandCount = Math.max(1, Math.ceil(groups.length / perBand));
  const shapeWidth = widestShape(besideShape, perBand, room, style.narrowest);
  const columns = groups.map((group, at): FrequencyColumn => {
    const width = shapeWidth + (besideShape[at] ?? 0);
    const before = besideShape.slice(at - (at % perBand), at);
    const x = labelWidth + before.reduce((sum, beside) => sum + beside + shapeWidth, 0);
    return { group, x, width, lines: wrapText(group.label, width - style.columnGap, GROUP_STYLE, LINES) };
  });
  const header = HEADER.height + ((max(columns, ({ lines }) => lines.length) ?? 1) - 1) * LINE;
  const bandHeight = header + codes.length * style.row + BAND_GAP;
  return {
    width: max(columns, ({ x, width }) => x + width) ?? labelWidth,
    height: bandCount * bandHeight - BAND_GAP + 1 + (showsKey(data, options) ? KEY_HEIGHT : 0),
    row: style.row,
    labelWidth,
    shapeWidth,
    header,
    bands: range(bandCount).map((band) => ({
      top: band * bandHeight,
      columns: columns.slice(band * perBand, (band + 1) * perBand),
    })),
    rows: codes.map((code) => {
      const labelRoom = labelWidth - labelStart(code.depth) - LABEL_ROOM;
      return { code, lines: wrapText(code.label, labelRoom, labelStyle(options.mode, code.depth), LINES) };
    }),
  };
}

export function frequencyMarks(data: FrequencyData, layout: FrequencyLayout, options: FrequencyOptions): FrequencyMark[] {
  const shared = scaleLinear([0, Math.max(1, data.most)], [0, layout.shapeWidth]);
  const columns = layout.bands.flatMap((band) =>
    band.columns.map(({ x, width }) => ({ x, width, top: band.top + layout.header })),
  );
  return data.byRow.flatMap((row, rowAt) =>
    row.map((datum, columnAt): FrequencyMark => {
      const { x, width, top } = columns[columnAt] ?? { x: 0, width: 0, top: 0 };
      const box = { x, y: top + rowAt * layout.row, width, height: layout.row };
      const { code, group, value, of } = datum;
      const shape = shapeOf(datum, options.unit, x, layout.shapeWidth, shared);
      return {
        code: code.path,
        group: group.name,
        row: rowAt,
        column: columnAt,
        value,
        of,
        ...written(datum, options),
        name: `${spokenName(code)}, ${group.label}: ${options.labels.value(options.unit, value, of)}`,
        focused: options.focus?.code === code.path && options.focus.group === group.name,
        box,
        shape,
        textX: shapeEnd(shape, x + layout.shapeWidth) + FREQUENCY_STYLE[options.mode].numberGap,
        middle: box.y + layout.row / 2,
      };
    }),
  );
}

/** What is filled and what is not needs saying only where there is a whole. */
export function showsKey({ byRow }: FrequencyData, { labels, unit }: FrequencyOptions): boolean {
  return labels.key !== undefined && unit === 'interviews' && byRow.some((row) => row.some(({ of }) => of > 0));
}

/** A strip of cells where the group is small enough and its cells wide enough to be told apart; else a plain bar. */
function hasRoomForCells(of: number, width: number): boolean {
  return of <= MOST_CELLS && width / of >= NARROWEST_CELL;
}

/** A number stands behind the end of a bar, and behind the whole of what it is a part of. */
function shapeEnd(shape: FrequencyShape, end: number): number {
  return shape.kind === 'bar' && !shape.framed ? shape.x + shape.width : end;
}

function shapeOf(
  { value, of }: FrequencyDatum,
  unit: FrequencyUnit,
  x: number,
  width: number,
  shared: (value: number) => number,
): FrequencyShape {
  const framed = unit === 'interviews' && of > 0;
  if (framed && hasRoomForCells(of, width)) return { kind: 'tally', cells: tallyCells(value, of, x, width) };
  const filled = framed ? (value / of) * width : shared(value);
  // What is there is seen, however little of it.
  return { kind: 'bar', x, width: value > 0 ? Math.max(1, filled) : 0, full: width, framed };
}

function tallyCells(value: number, of: number, x: number, width: number): TallyCell[] {
  const scale = scaleBand(range(of), [x, x + width]).paddingInner((of * CELL_GAP) / (width + CELL_GAP));
  return scale.domain().map((at) => ({ x: scale(at) ?? x, width: scale.bandwidth(), on: at < value }));
}

/** `9` and ` van 14` apart, so that the number can stand out. */
function written({ value, of }: FrequencyDatum, { unit, labels }: FrequencyOptions): { number: string; rest: string } {
  const number = labels.count(value);
  if (unit !== 'interviews') return { number, rest: '' };
  const text = labels.of(value, of);
  return text.startsWith(number) ? { number, rest: text.slice(number.length) } : { number: text, rest: '' };
}

/** The room that the numbers of one group take. */
function numbersWidth({ byRow }: FrequencyData, column: number, options: FrequencyOptions): number {
  return max(byRow, (row) => (row[column] ? writtenWidth(row[column], options) : 0)) ?? 0;
}

/** As many groups beside each other as there is room for; then spread evenly, so that the last band is not nearly empty. */
function groupsPerBand(besideShape: readonly number[], room: number, narrowest: number): number {
  const fits = (count: number): boolean =>
    bandsOf(besideShape, count).every((band) => band.reduce((sum, beside) => sum + beside + narrowest, 0) <= room);
  for (let bands = 1; bands < besideShape.length; bands++) {
    const count = Math.ceil(besideShape.length / bands);
    if (fits(count)) return count;
  }
  return 1;
}

/** All shapes are equally wide, so that groups compare: as wide as the fullest band allows. */
function widestShape(besideShape: readonly number[], perBand: number, room: number, narrowest: number): number {
  const widest = Math.min(
    ...bandsOf(besideShape, perBand).map((band) => Math.floor((room - band.reduce((sum, beside) => sum + beside, 0)) / perBand)),
  );
  const roomiest = WIDEST_COLUMN - (max(besideShape) ?? 0);
  return Math.max(narrowest, Math.min(widest, roomiest));
}

function bandsOf(besideShape: readonly number[], perBand: number): (readonly number[])[] {
  return range(Math.ceil(besideShape.length / perBand)).map((band) => besideShape.slice(band * perBand, (band + 1) * perBand));
}

function writtenWidth(datum: FrequencyDatum, options: FrequencyOptions): number {
  const style = FREQUENCY_STYLE[options.mode];
  const { number, rest } = written(datum, options);
  return textWidth(number, { size: style.number, weight: 600 }) + textWidth(rest, { size: style.rest, weight: 400 });
}

/** As wide as the longest label, up to a third of the chart; the deepest sub-code still has room for a word. */
function labelColumn(rows: readonly ChartCode[], { width, mode }: FrequencyOptions): number {
  const widest = max(rows, ({ label, depth }) => labelStart(depth) + textWidth(label, labelStyle(mode, depth))) ?? 0;
  const deepest = max(rows, ({ depth }) => labelStart(depth)) ?? 0;
  return Math.ceil(Math.min(widest + LABEL_ROOM, Math.max(width * LABEL_SHARE, deepest + NARROWEST_LABEL)));
}
