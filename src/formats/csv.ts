// Tables as CSV, in the dialects of Dutch and English spreadsheets. Cells that a spreadsheet would run as a formula go out with an
// apostrophe before them, and come back without it.

import { DraadError } from '../domain/error.ts';
import { type CsvRecord, parseCsv } from './csv-records.ts';
import { decodeText } from './encoding.ts';

export type CsvLanguage = 'nl' | 'en';
export type CsvCell = string | number | null;

/** A row; `line` is where it begins in the file, from 1. `cells` by the names asked for, `others` by the file's own spelling. */
export type CsvRow<Name extends string> = {
  readonly line: number;
  readonly cells: Readonly<Record<Name, string>>;
  readonly others: Readonly<Record<string, string>>;
};

// Enough of a file to see how its header is written.
const HEADER_MOST = 10_000;
const DELIMITERS = [',', ';', '\t'];
const BOM = '\ufeff';

/**
 * Reads the rows of a table with a header. Column names are compared trimmed and without case; an absent optional column reads as
 * `''`. Cells are not trimmed; rows without text are left out. Undoes exactly the apostrophe that `writeCsv` adds. Throws
 * `refused`, naming the column or the line.
 */
export function readCsv<Name extends string>(
  source: Uint8Array | string,
  required: readonly Name[],
  optional: readonly Name[] = [],
): CsvRow<Name>[] {
  const decoded = typeof source === 'string' ? source : decodeText(source);
  if (decoded === null) throw new DraadError('refused', 'The file is not text, so it is not a CSV file');
  const text = decoded.startsWith(BOM) ? decoded.slice(BOM.length) : decoded;
  const wanted = [...required, ...optional];
  const [header, ...records] = parseCsv(text, delimiterOf(text, wanted)).filter(hasText);
  if (!header) throw new DraadError('refused', 'The file is empty');
  const columns = columnsOf(header, wanted);
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw refusedAt(header.line, `the column ${missing.join(', ')} is missing`);
  return records.map((record) => rowOf(record, columns, wanted));
}

/**
 * Writes a table, with CRLF and a byte order mark (Excel needs it). Dutch: `;` and a decimal comma; English: `,` and a point.
 * Texts that begin with `= + - @`, tab or a line break get an apostrophe before them; numbers stay numbers, null is empty.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[], language: CsvLanguage): string {
  const delimiter = language === 'nl' ? ';' : ',';
  // Every sign that could be a delimiter is quoted in the header, because a reader tells from there which one it is.
  const header = columns.map((name) => quoteIfNeeded(makeInert(name), DELIMITERS));
  const cells = rows.map((row) => row.map((cell) => quoteIfNeeded(formatCell(cell, language), [delimiter])));
  const lines = [header, ...cells].map((fields) => fields.join(delimiter));
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

/** What is wrong with a line of a file, as a sentence. */
export function refusedAt(line: number, reason: string): DraadError {
  return new DraadError('refused', `Line ${line}: ${reason}`, `line ${line}`);
}

/** The delimiter that finds most of the wanted columns in the header; of equals the one that comes first in it, outside quotes. */
function delimiterOf(text: string, wanted: readonly string[]): string {
  const unquoted = text.slice(0, HEADER_MOST).replace(/"(?:[^"]|"")*"/g, (quoted) => ' '.repeat(quoted.length));
  const scores = DELIMITERS.map((delimiter) => {
    const known = headerFields(text, delimiter).filter((field) => wanted.includes(columnKey(field))).length;
    const at = unquoted.indexOf(delimiter);
    return { delimiter, known, at: at < 0 ? Number.POSITIVE_INFINITY : at };
  });
  return scores.toSorted((a, b) => b.known - a.known || (a.at < b.at ? -1 : 1))[0]?.delimiter ?? ',';
}

function headerFields(text: string, delimiter: string): readonly string[] {
  try {
    return parseCsv(text.replace(/^[\r\n]+/, ''), delimiter, 1)[0]?.fields ?? [];
  } catch {
    return [];
  }
}

function columnsOf(header: CsvRecord, wanted: readonly string[]): string[] {
  const names = header.fields.map((field) => (wanted.includes(columnKey(field)) ? columnKey(field) : columnName(field)));
  const keys = names.map((name) => name.toLowerCase());
  const twice = names.find((name, index) => name !== '' && keys.indexOf(name.toLowerCase()) < index);
  if (twice !== undefined) throw refusedAt(header.line, `the column ${twice} is there twice`);
  return names;
}

function rowOf<Name extends string>(record: CsvRecord, columns: readonly string[], wanted: readonly Name[]): CsvRow<Name> {
  if (record.fields.length !== columns.length) {
    throw refusedAt(record.line, `there are ${record.fields.length} cells where the header has ${columns.length}`);
  }
  const found = new Map(columns.map((name, index) => [name, makeLive(record.fields[index] ?? '')]));
  const cells = Object.fromEntries(wanted.map((name) => [name, found.get(name) ?? ''])) as Record<Name, string>;
  for (const name of wanted) found.delete(name);
  if (record.fields.some((field, index) => columns[index] === '' && field.trim() !== '')) {
    throw refusedAt(record.line, 'there is text in a column without a name');
  }
  found.delete('');
  return { line: record.line, cells, others: Object.fromEntries(found) };
}

function columnName(field: string): string {
  return makeLive(field).trim();
}

function columnKey(field: string): string {
  return columnName(field).toLowerCase();
}

function hasText(record: CsvRecord): boolean {
  return record.fields.some((field) => makeLive(field).trim() !== '');
}

function formatCell(cell: CsvCell, language: CsvLanguage): string {
  if (typeof cell !== 'number') return makeInert(cell ?? '');
  if (!Number.isFinite(cell)) return '';
  return language === 'nl' ? String(cell).replace('.', ',') : String(cell);
}

// A text that already has apostrophes before such a sign gets one more, so that undoing it gives back what was there.
function makeInert(text: string): string {
  return /^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function makeLive(text: string): string {
  return /^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text;
}

function quoteIfNeeded(text: string, delimiters: readonly string[]): string {
  const needed = delimiters.some((sign) => text.includes(sign)) || /["\r\n\ufeff]|^\s|\s$/u.test(text);
  return needed ? `"${text.replaceAll('"', '""')}"` : text;
}
