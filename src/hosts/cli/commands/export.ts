// rode-draad report and export: files that go out.

import { join, resolve } from 'node:path';
import { toFileName, writeFileSafely } from '../../../core/files.ts';
import { nameKey } from '../../../domain/code.ts';
import { DraadError } from '../../../domain/error.ts';
import { freeName } from '../../../domain/interview.ts';
import { type Ask, type Command, type Console, withProject } from '../command.ts';
import { languageOf, leftLines } from './tables.ts';

export const reportCommand: Command = {
  name: 'report',
  doc: 'Writes the theme report: one HTML file, and the same numbers as CSV, into a folder.',
  words: ['<project>', '<folder>'],
  options: {
    language: { value: 'nl|en', doc: 'the language of the report; default nl' },
    title: { value: '<title>', doc: 'its title; otherwise the name of the project' },
    by: { value: 'set|city|<attribute>', doc: 'what is set against what; default: set' },
    coder: { value: '<name>', doc: 'only this coder' },
    quotes: { value: '<n>', doc: 'quotes per theme; default 4' },
  },
  operations: ['report.theme'],
  run: async (words) => {
    const [project = '', folder = ''] = words.words;
    const files = await withProject(project, words, (ask) => writeReport(ask, folder, words.options));
    return { value: { files }, lines: files.map((file) => `Wrote ${file}`) };
  },
};

/** Writes the report's files into a folder and answers their paths. */
export async function writeReport(
  ask: Ask,
  folder: string,
  options: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  const { language, title = '', by = 'set', coder, quotes = '4' } = options;
  if (!/^\d+$/.test(quotes)) throw new DraadError('invalid-input', '--quotes takes a whole number');
  const answer = await ask('report.theme', {
    language: languageOf(language),
    title,
    by,
    quotesPerTheme: Number(quotes),
    ...(coder && { coder }),
  });
  const name = languageOf(language) === 'nl' ? 'themarapport.html' : 'theme-report.html';
  return [{ name, content: answer.html }, ...answer.files].map((file) => {
    const path = join(folder, file.name);
    writeFileSafely(resolve(path), file.content);
    return path;
  });
}

export const exportCommand: Command = {
  name: 'export',
  doc: 'Writes what is in the project into a folder: --to text (the stored text of each interview, to the character) or --to csv (codebook, codings).',
  words: ['<project>', '<folder>'],
  options: { to: { value: 'text|csv', doc: 'what to write', required: true } },
  operations: ['interview.list', 'interview.get', 'codebook.export', 'codings.export'],
  run: async (words, console) => {
    const [project = '', folder = ''] = words.words;
    const to = words.options.to;
    if (to !== 'text' && to !== 'csv') throw new DraadError('invalid-input', '--to is text or csv');
    const files = await withProject(project, words, (ask) =>
      to === 'text' ? writeTexts(ask, folder) : writeTables(ask, folder, console),
    );
    return { value: { files: files.map((path) => ({ file: path })) }, lines: [`Wrote ${files.length} files into ${folder}`] };
  },
};

async function writeTexts(ask: Ask, folder: string): Promise<string[]> {
  const { interviews } = await ask('interview.list', {});
  const files: string[] = [];
  const taken = new Set<string>(); // what makes two names one file on some system: `a/b` and `a:b` are both `a-b`
  for (const { id, name } of interviews) {
    const { text } = await ask('interview.get', { id });
    const base = freeName(toFileName(name), taken);
    taken.add(nameKey(base));
    const path = join(folder, `${base}.txt`);
    writeFileSafely(resolve(path), text);
    files.push(path);
  }
  return files;
}

async function writeTables(ask: Ask, folder: string, console: Console): Promise<string[]> {
  const { csv, left } = await ask('codings.export', {});
  const tables = [
    ['codebook.csv', (await ask('codebook.export', {})).csv],
    ['codings.csv', csv],
  ] as const;
  for (const [name, content] of tables) writeFileSafely(resolve(join(folder, name)), content);
  for (const line of leftLines(left)) console.err(line);
  return tables.map(([name]) => join(folder, name));
}
