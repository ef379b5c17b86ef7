// Cuts CSV text into records of fields (RFC 4180), each with the line it begins on. A quotation mark inside an unquoted field is
// taken as it stands, as spreadsheets do; one that is never closed is refused.

import { DraadError } from '../domain/error.ts';

/** `line` counts from 1 and counts the line breaks inside quoted fields too. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

/** At most `limit` records of a text. Throws `refused` with the line. */
export function parseCsv(text: string, delimiter: string, limit = Number.POSITIVE_INFINITY): CsvRecord[] {
  const plain = new RegExp(`[^${delimiter}\\r\\n]*`, 'y');
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length && records.length < limit) {
    const first = line;
    const fields: string[] = [];
    for (;;) {
      const field = text[at] === '"' ? readQuoted(text, at, line) : readPlain(text, at, plain);
      fields.push(field.value);
      at = field.end;
      line += field.breaks;
      if (text[at] !== delimiter) break;
      at++;
    }
    const lineEnd = text.startsWith('\r\n', at) ? 2 : 1;
    if (at < text.length && text[at] !== '\r' && text[at] !== '\n') {
      throw new DraadError('refused', `Line ${line}: there is text after a closing quotation mark`, `line ${line}`);
    }
    at += lineEnd;
    line++;
    records.push({ line: first, fields });
  }
  return records;
}

type Field = { readonly value: string; readonly end: number; readonly breaks: number };

function readPlain(text: string, at: number, plain: RegExp): Field {
  plain.lastIndex = at;
  const value = plain.exec(text)?.[0] ?? '';
  return { value, end: at + value.length, breaks: 0 };
}

function readQuoted(text: string, at: number, line: number): Field {
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) throw new DraadError('refused', `Line ${line}: a quotation mark is opened and never closed`, `line ${line}`);
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const value = text.slice(at + 1, end).replaceAll('""', '"');
  return { value, end: end + 1, breaks: value.match(/\r\n?|\n/g)?.length ?? 0 };
}
