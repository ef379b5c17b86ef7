// The codebook as a table: code, label_en, definition, definition_en, use, not, example, colour. Reading order is the order of the
// lines; a code is written as its path, `Thema / code`.

import {
  type Code,
  type Colour,
  cleanName,
  formatColour,
  formatPath,
  MAX_DEPTH,
  MAX_NAME,
  nameKey,
  parseColour,
  parsePath,
  placeCodes,
} from '../domain/code.ts';
import { cleanText } from '../domain/interview.ts';
import { type CsvLanguage, readCsv, refusedAt, writeCsv } from './csv.ts';

/** A line of a codebook file. Texts that the file does not have are `''`. */
export type CodebookEntry = {
  readonly line: number;
  readonly path: readonly string[];
  readonly labelEn: string;
  readonly definition: string;
  readonly definitionEn: string;
  readonly use: string;
  readonly not: string;
  readonly example: string;
  readonly colour: Colour | null;
};

const OPTIONAL = ['label_en', 'definition', 'definition_en', 'use', 'not', 'example', 'colour'] as const;

/** Throws `refused` with the line: an empty or too long name, a path too deep, a code that is there twice, an unknown colour. */
export function readCodebook(source: Uint8Array | string): CodebookEntry[] {
  const lines = new Map<string, number>();
  return readCsv(source, ['code'], OPTIONAL).map(({ line, cells }) => {
    const path = readPath(cells.code, line);
    const key = path.map(nameKey).join('\n');
    const before = lines.get(key);
    if (before !== undefined) throw refusedAt(line, `the code ${formatPath(path)} is on line ${before} too`);
    lines.set(key, line);
    return {
      line,
      path,
      labelEn: readName(cells.label_en, line),
      definition: cleanText(cells.definition),
      definitionEn: cleanText(cells.definition_en),
      use: cleanText(cells.use),
      not: cleanText(cells.not),
      example: cleanText(cells.example),
      colour: readColour(cells.colour, line),
    };
  });
}

/** The codebook in reading order, as `readCodebook` reads it. */
export function writeCodebook(codes: readonly Code[], language: CsvLanguage): string {
  const rows = placeCodes(codes).map((code) => [
    code.path,
    code.labelEn,
    code.definition,
    code.definitionEn,
    code.use,
    code.not,
    code.example,
    formatColour(code.colour),
  ]);
  return writeCsv(['code', ...OPTIONAL], rows, language);
}

/** The names of a path in a cell. Throws `refused` with the line when one is empty or too long, or the path is too deep. */
export function readPath(cell: string, line: number): string[] {
  const path = parsePath(cell.trim());
  // A separator needs a name on either side; `A / / B` and `/ B` have an empty one.
  if (path.some((name) => name === '' || name === '/' || name.startsWith('/ ') || name.endsWith(' /'))) {
    throw refusedAt(line, 'the code has an empty name');
  }
  if (path.length > MAX_DEPTH) throw refusedAt(line, `the code is ${path.length} levels deep, and ${MAX_DEPTH} is the limit`);
  return path.map((name) => readName(name, line));
}

function readName(cell: string, line: number): string {
  const name = cleanName(cell);
  if (name.length > MAX_NAME) throw refusedAt(line, `a name is ${name.length} characters long, and ${MAX_NAME} is the limit`);
  return name;
}

function readColour(cell: string, line: number): Colour | null {
  if (cell.trim() === '') return null;
  const colour = parseColour(cell);
  if (!colour) throw refusedAt(line, 'the colour is not written as t1 to t10 with solid, hollow or dashed');
  return colour;
}
