// Bars for a terminal: a label, a bar of blocks and what it says, in aligned columns that fit the width of the window.

import { max } from 'd3';

/** `of` makes the bar a share of a whole, drawn behind it; without it all bars share one scale. `text` stands after the bar. */
export type TextBar = { readonly label: string; readonly value: number; readonly of?: number; readonly text: string };

export type TextBarOptions = {
  /** Columns of the terminal. */
  readonly width: number;
  /** Bars of signs that every terminal has; labels and texts stay as they are. */
  readonly ascii?: boolean;
};

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;
const SHORTEST_BAR = 8;
const LONGEST_BAR = 48;
const GAP = '  ';

/** One line per row, none longer than `width` as long as that leaves room for a bar; no line ends in spaces. */
export function textBars(rows: readonly TextBar[], { width, ascii = false }: TextBarOptions): string[] {
  const textColumns = max(rows, (row) => columnsOf(row.text)) ?? 0;
  const labelRoom = Math.max(SHORTEST_BAR, width - textColumns - SHORTEST_BAR - 2 * GAP.length);
  const labelColumns = Math.min(labelRoom, max(rows, (row) => columnsOf(row.label)) ?? 0);
  const barColumns = Math.min(LONGEST_BAR, Math.max(SHORTEST_BAR, width - labelColumns - textColumns - 2 * GAP.length));
  const most = max(rows, (row) => row.value) ?? 0;
  return rows.map(({ label, value, of, text }) => {
    const share = of === undefined ? ratio(value, most) : ratio(value, of);
    const bar = ascii ? asciiBar(share, barColumns, of !== undefined) : blockBar(share, barColumns, of !== undefined);
    return `${pad(cut(label, labelColumns, ascii ? '.' : '…'), labelColumns)}${GAP}${bar}${GAP}${text}`.trimEnd();
  });
}

/** Full blocks and one of eighths; a bar with a whole goes on as a light shade. What is more than nothing is seen. */
function blockBar(share: number, columns: number, whole: boolean): string {
  const eighths = share > 0 ? Math.max(1, Math.round(share * columns * 8)) : 0;
  const bar = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  return bar.padEnd(columns, whole ? '░' : ' ');
}

function asciiBar(share: number, columns: number, whole: boolean): string {
  const filled = share > 0 ? Math.max(1, Math.round(share * columns)) : 0;
  return '#'.repeat(filled).padEnd(columns, whole ? '.' : ' ');
}

function ratio(value: number, of: number): number {
  return of > 0 ? Math.min(1, Math.max(0, value / of)) : 0;
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

function cut(text: string, columns: number, sign: string): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('nl').segment(text)) {
    if (columnsOf(kept + segment) > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${sign}`;
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Emoji_Presentation}/u;

/** The columns a text takes: accents and joiners take none of their own, Han and emoji take two. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of new Intl.Segmenter('nl').segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}
