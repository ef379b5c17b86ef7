// rode-draad import

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Output } from '../../../contract/index.ts';
import { DraadError } from '../../../domain/error.ts';
import { isTranscriptName, TRANSCRIPT_ENDINGS, TRANSCRIPT_KINDS } from '../../../domain/interview.ts';
import { type Command, type Console, withProject } from '../command.ts';

type Found = { readonly path: string; readonly name: string };
type Answer = Output<'interview.import'>;

export const importCommand: Command = {
  name: 'import',
  doc: `Reads transcripts (${TRANSCRIPT_ENDINGS.map((ending) => `.${ending}`).join(', ')}; files or folders) into an interview set, all in one step.`,
  words: ['<project>', '<path…>'],
  options: {
    set: { value: '<name>', doc: 'the interview set; made when it is not there', required: true },
    city: { value: '<name>', doc: 'where the interviews were held' },
    date: { value: '<yyyy-mm-dd>', doc: 'when' },
    collector: { value: '<name>', doc: 'who collected them' },
  },
  operations: ['interview.import'],
  run: async (words, console) => {
    const [project = '', ...paths] = words.words;
    const { files, refused } = findFiles(paths);
    const answer = await withProject(project, words, async (ask, signal) => {
      const { set = '', city = '', date = '', collector = '' } = words.options;
      const read = files.flatMap((file) => readFile(file, refused));
      return ask('interview.import', { files: read, set, city, date, collector }, { signal, onProgress: drawProgress(console) });
    });
    const all: Answer = { ...answer, refused: [...answer.refused, ...refused] };
    return { value: all, lines: toLines(all), exitCode: exitCodeOf(all) };
  },
};

/** 3 when some were refused and the others are in, 4 when none went in. */
function exitCodeOf({ imported, present, refused }: Answer): number {
  if (refused.length === 0) return 0;
  return imported.length + present.length > 0 ? 3 : 4;
}

function toLines({ imported, present, refused }: Answer): string[] {
  return [
    ...imported.map((row) => `imported  ${row.interview}  (${row.file}: ${row.turns} turns, ${row.words} words)`),
    ...present.map((row) => `present   ${row.interview}  (${row.file} is already in the project)`),
    ...refused.map((row) => `refused   ${row.file}: ${row.reason}`),
    `${imported.length} imported, ${present.length} already present, ${refused.length} refused`,
  ];
}

/** The files of a command line; a folder stands for the transcripts below it. Hidden files are passed over. */
function findFiles(paths: readonly string[]): { files: Found[]; refused: Answer['refused'] } {
  const files: Found[] = [];
  const refused: Answer['refused'] = [];
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) refused.push({ file: path, reason: 'There is no such file or folder' });
    else if (stat.isDirectory())
      for (const found of walk(path)) addFromFolder(files, refused, { path: found, name: relative(path, found) });
    else if (stat.isFile()) files.push({ path, name: basename(path) });
    else refused.push({ file: path, reason: 'This is not a file or folder' });
  }
  if (files.length === 0 && refused.length === 0) throw new DraadError('not-found', `There are no files in ${paths.join(', ')}`);
  return { files, refused };
}

/** The file for the operation; one that can't be read is refused, and the others go on. */
function readFile({ path, name }: Found, refused: Answer['refused']): { name: string; base64: string }[] {
  try {
    return [{ name, base64: readFileSync(path).toString('base64') }];
  } catch (error) {
    refused.push({
      file: name,
      reason: `This file can’t be read (${error instanceof Error && 'code' in error ? error.code : 'unknown'})`,
    });
    return [];
  }
}

function addFromFolder(files: Found[], refused: Answer['refused'], found: Found): void {
  if (isTranscriptName(found.name)) files.push(found);
  else refused.push({ file: found.name, reason: `Not a transcript: ${TRANSCRIPT_KINDS} can be read` });
}

function walk(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name.localeCompare(b.name, 'nl', { numeric: true }),
  );
  return entries
    .filter((entry) => !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : [],
    );
}

function drawProgress(console: Console): (progress: { done: number; total: number; note: string }) => void {
  if (!console.isTerminal) return () => {};
  return ({ done, total, note }) => process.stderr.write(`\r\u001b[K${done < total ? `${done} of ${total}  ${note}` : ''}`);
}
