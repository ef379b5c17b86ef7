// Codings as a table: interview, start, end, code, coder and optionally quote. Whether they fit the project is not judged here.

import { cleanName } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { readPath } from './codebook-csv.ts';
import { type CsvLanguage, readCsv, refusedAt, writeCsv } from './csv.ts';

/** A line of a codings file: UTF-16 offsets `[start, end)` in the stored text of the interview. */
export type CodingEntry = {
  readonly line: number;
  readonly interview: string;
  readonly start: number;
  readonly end: number;
  readonly path: readonly string[];
  readonly coder: string;
  readonly quote: string | null;
};

export type RefusedLine = { readonly line: number; readonly reason: string };

/** A coding as it is written; `code` is its path, `Thema / code`. */
export type CodingRow = {
  readonly interview: string;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly coder: string;
  readonly quote: string | null;
};

const REQUIRED = ['interview', 'start', 'end', 'code', 'coder'] as const;
const OPTIONAL = ['quote'] as const;

export type CodingsFile = { readonly entries: readonly CodingEntry[]; readonly refused: readonly RefusedLine[] };

/**
 * The lines that can be read, and why the others can't: an empty name, an offset that is no whole number, an end that is not after the
 * start. Throws `refused` only where the table as a whole can't be read, such as without one of the columns.
 */
export function readCodings(source: Uint8Array | string): CodingsFile {
  const entries: CodingEntry[] = [];
  const refused: RefusedLine[] = [];
  for (const row of readCsv(source, REQUIRED, OPTIONAL)) {
    try {
      entries.push(readEntry(row));
    } catch (error) {
      if (!(error instanceof DraadError)) throw error;
      refused.push({ line: row.line, reason: error.message.replace(/^Line \d+: /, '') });
    }
  }
  return { entries, refused };
}

function readEntry({
  line,
  cells,
}: ReturnType<typeof readCsv<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number]>>[number]): CodingEntry {
  const start = readOffset(cells.start, 'start', line);
  const end = readOffset(cells.end, 'end', line);
  if (end <= start) throw refusedAt(line, `the end ${end} is not after the start ${start}`);
  const quote = cells.quote;
  return {
    line,
    interview: readFilled(cells.interview, 'interview', line),
    start,
    end,
    path: readPath(cells.code, line),
    coder: readFilled(cells.coder, 'coder', line),
    // Spreadsheets write line breaks as CRLF; the stored text has LF.
    quote: quote === '' ? null : quote.replace(/\r\n?/g, '\n'),
  };
}

/** The codings as `readCodings` reads them. */
export function writeCodings(codings: readonly CodingRow[], language: CsvLanguage): string {
  const rows = codings.map((coding) => [coding.interview, coding.start, coding.end, coding.code, coding.coder, coding.quote]);
  return writeCsv([...REQUIRED, ...OPTIONAL], rows, language);
}

function readOffset(cell: string, column: string, line: number): number {
  const offset = /^\d+$/.test(cell.trim()) ? Number(cell) : Number.NaN;
  if (!Number.isSafeInteger(offset)) throw refusedAt(line, `the ${column} is not a whole number of 0 or more`);
  return offset;
}

function readFilled(cell: string, column: string, line: number): string {
  const name = cleanName(cell);
  if (name === '') throw refusedAt(line, `the ${column} is empty`);
  return name;
}
