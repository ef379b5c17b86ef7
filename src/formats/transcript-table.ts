// A transcript laid out as a table: time | speaker | text, speaker | text, or time | text. Every other table is no concern of this file.

import type { Speech } from '../domain/interview.ts';
import { cleanLabel, MIN_OCCURRENCES } from './labels.ts';
import { marksIn, withoutMarks } from './marks.ts';
import { timeOnly } from './times.ts';

type Row = readonly string[];
type Columns = { readonly time: number | null; readonly speaker: number | null; readonly text: number };

/** The speech in a table of cell texts, one turn per row; null when the table is not a transcript. */
export function speechesOfTable(rows: readonly Row[]): Speech[] | null {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const marked = filled.slice(filled[0] && isHeader(filled[0].map(withoutMarks)) ? 1 : 0);
  const body = marked.map((row) => row.map(withoutMarks));
  const columns = columnsOf(body);
  if (!columns) return null;
  let speaker: string | null = null;
  return body.map((row, index) => {
    // A cell left empty, or merged with the one above it, goes on with who was speaking.
    if (columns.speaker !== null) speaker = cleanLabel(row[columns.speaker] ?? '') ?? speaker;
    const timeMs = columns.time === null ? null : timeOnly(row[columns.time] ?? '');
    const cells = marked[index] ?? [];
    // A comment on who speaks, or on the time, is one on what is said.
    return { speaker, timeMs, text: marksIn(cells.slice(0, columns.text).join('')) + (cells[columns.text] ?? '') };
  });
}

function columnsOf(rows: readonly Row[]): Columns | null {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || (width !== 2 && width !== 3) || rows.some((row) => row.length !== width)) return null;
  const before = Array.from({ length: width - 1 }, (_, index) => index);
  const time = before.find((index) => isTimeColumn(column(rows, index))) ?? null;
  const speaker = before.find((index) => index !== time && isSpeakerColumn(column(rows, index))) ?? null;
  const understood = (time === null ? 0 : 1) + (speaker === null ? 0 : 1);
  return understood === width - 1 ? { time, speaker, text: width - 1 } : null;
}

function column(rows: readonly Row[], index: number): string[] {
  return rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
}

function isTimeColumn(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => timeOnly(cell) !== null);
}

// Nothing but labels, most of them of people who speak more than once: a list of dates and places is no conversation.
function isSpeakerColumn(cells: readonly string[]): boolean {
  const labels = cells.map(cleanLabel);
  if (labels.length === 0 || labels.includes(null)) return false;
  const repeated = [...Map.groupBy(labels, (label) => label?.toLowerCase()).values()].filter(
    (same) => same.length >= MIN_OCCURRENCES,
  );
  return repeated.flat().length * 2 >= labels.length;
}

const HEADINGS = new Set(
  (
    'tijd tijdcode tijdstip time timecode timestamp spreker sprekers speaker naam name wie who persoon ' +
    'tekst text transcript transcriptie transcription uitspraak utterance'
  ).split(' '),
);

function isHeader(row: Row): boolean {
  return row.every((cell) => HEADINGS.has(cell.trim().toLowerCase()));
}
