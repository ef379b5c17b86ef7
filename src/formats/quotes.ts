// Fragments as they leave the program: a table with where each comes from, or text to paste with its source reference.

import { type CsvLanguage, writeCsv } from './csv.ts';
import { harmless, harmlessText } from './markdown.ts';

export type QuoteLine = {
  readonly text: string;
  readonly interview: string;
  readonly set: string;
  readonly city: string;
  readonly date: string;
  /** The number of the turn it begins in, from 1. */
  readonly turn: number;
  /** UTF-16 offsets in the stored text of the interview. */
  readonly start: number;
  readonly end: number;
  readonly speaker: string;
  readonly participants: readonly { readonly name: string; readonly values: Readonly<Record<string, string>> }[];
  readonly codes: readonly string[];
  readonly coders: readonly string[];
  readonly key: boolean;
  readonly memo: boolean;
};

type Options = {
  readonly format: 'csv' | 'text' | 'markdown';
  readonly language: CsvLanguage;
  /** The scope in words; '' leaves it out. */
  readonly heading: string;
  readonly attributes: readonly string[];
};

const WORDS = {
  nl: {
    columns: ['fragment', 'interview', 'set', 'plaats', 'datum', 'beurt', 'spreker', 'respondent'],
    more: ['codes', 'codeurs', 'sleutelcitaat', 'memo', 'begin', 'einde'],
    scope: 'vraag',
    yes: 'ja',
    no: 'nee',
    place: (interview: string, turn: number) => `${interview}, beurt ${turn}`,
    quoted: (text: string) => `‘${text}’`,
  },
  en: {
    columns: ['quote', 'interview', 'set', 'city', 'date', 'turn', 'speaker', 'participant'],
    more: ['codes', 'coders', 'key quote', 'memo', 'start', 'end'],
    scope: 'scope',
    yes: 'yes',
    no: 'no',
    place: (interview: string, turn: number) => `${interview}, turn ${turn}`,
    quoted: (text: string) => `“${text}”`,
  },
} as const;

/** The lines in the order given. CSV as `writeCsv` does it; text and Markdown end with a line break. */
export function exportQuotes(lines: readonly QuoteLine[], options: Options): string {
  if (options.format === 'csv') return quotesTable(lines, options);
  const written = lines.map((line) => (options.format === 'text' ? plain(line, options) : markdown(line, options)));
  const heading = options.format === 'text' ? options.heading : harmlessText(options.heading);
  return `${[...(heading === '' ? [] : [heading]), ...written].join('\n\n')}\n`;
}

function quotesTable(lines: readonly QuoteLine[], { language, heading, attributes }: Options): string {
  const words = WORDS[language];
  const scope = heading === '' ? [] : [heading];
  const rows = lines.map((line) => [
    line.text,
    line.interview,
    line.set,
    line.city,
    line.date,
    line.turn,
    line.speaker,
    line.participants.map(({ name }) => name).join('; '),
    ...attributes.map((attribute) => joined(line.participants.map(({ values }) => values[attribute] ?? ''))),
    line.codes.join('; '),
    line.coders.join('; '),
    line.key ? words.yes : words.no,
    line.memo ? words.yes : words.no,
    line.start,
    line.end,
    ...scope,
  ]);
  const columns = [...words.columns, ...attributes, ...words.more, ...(scope.length > 0 ? [words.scope] : [])];
  return writeCsv(columns, rows, language);
}

function plain(line: QuoteLine, { language }: Options): string {
  return `${WORDS[language].quoted(line.text)} (${sourceOf(line, language)})`;
}

function markdown(line: QuoteLine, { language }: Options): string {
  const quote = harmlessText(line.text)
    .split('\n')
    .map((part) => `> ${part}`)
    .join('\n');
  const codes = line.codes.length > 0 ? ` · ${line.codes.join('; ')}` : '';
  return `${quote}\n>\n> — ${harmless(sourceOf(line, language) + codes)}`;
}

/** `DH-07, beurt 22, Daisy: moeder, 0–1 jaar`. */
function sourceOf(line: QuoteLine, language: CsvLanguage): string {
  const place = WORDS[language].place(line.interview, line.turn);
  const people = line.participants.map(({ name, values }) => [name, ...Object.values(values).slice(0, 2)].join(', '));
  return [place, ...people].join('; ');
}

function joined(values: readonly string[]): string {
  return [...new Set(values.filter((value) => value !== ''))].join('; ');
}
