// rode-draad import

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Output } from '../../../contract/index.ts';
import { DraadError } from '../../../domain/error.ts';
import {
  isTranscriptName,
  TRANSCRIPT_ENDINGS,
  TRANSCRIPT_FORMATS,
  TRANSCRIPT_KINDS,
  type TranscriptFormat,
} from '../../../domain/interview.ts';
import { type Ask, type Command, type Console, type Result, withProject } from '../command.ts';

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
    as: { value: '<format>', doc: `read the files as this, whatever they look like: ${TRANSCRIPT_FORMATS.join(', ')}` },
    'comment-code': { value: '<code>', doc: 'under which code comments beside the text become memos; otherwise Comment' },
    'dry-run': { doc: 'print what would happen, and change nothing' },
  },
  operations: ['interview.import', 'interview.preview'],
  run: async (words, console) => {
    const [project = '', ...paths] = words.words;
    const as = formatOf(words.options.as);
    const { files, refused } = findFiles(paths, as !== null);
    const readable = files.flatMap((file) => readFile(file, refused));
    const onProgress = drawProgress(console);
    if (words.flags.has('dry-run'))
      return withProject(project, words, (ask, signal) => tryOut(ask, signal, readable, as, refused, onProgress));
    const answer = await withProject(project, words, async (ask, signal) => {
      const { set = '', city = '', date = '', collector = '', 'comment-code': commentCode = 'Comment' } = words.options;
      const input = { files: readable, set, city, date, collector, as, commentCode };
      return ask('interview.import', input, { signal, onProgress });
    });
    const all: Answer = { ...answer, refused: [...answer.refused, ...refused] };
    return { value: all, lines: toLines(all), exitCode: exitCodeOf(all) };
  },
};

type Preview = Output<'interview.preview'>;
type Source = { readonly name: string; readonly base64: string };

/** What an import of these files would do. */
async function tryOut(
  ask: Ask,
  signal: AbortSignal,
  files: readonly Source[],
  as: TranscriptFormat | null,
  notFound: Answer['refused'],
  onProgress: ReturnType<typeof drawProgress>,
): Promise<Result> {
  const previews: Preview[] = [];
  const seen = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    onProgress({ done: index, total: files.length, note: file.name });
    const preview = await ask('interview.preview', { file, as }, { signal });
    // An import takes the same bytes once.
    const twin = preview.refused === null && preview.present === null ? seen.get(file.base64) : undefined;
    if (twin === undefined) seen.set(file.base64, file.name);
    previews.push(twin === undefined ? preview : { ...preview, present: twin });
  }
  onProgress({ done: files.length, total: files.length, note: '' });
  const imported = previews.filter((preview) => preview.refused === null && preview.present === null);
  const present = previews.filter((preview) => preview.refused === null && preview.present !== null);
  const refused = [...previews.flatMap(({ file, refused: reason }) => (reason === null ? [] : [{ file, reason }])), ...notFound];
  return {
    value: {
      dryRun: true,
      imported,
      present: present.map(({ file, present: interview }) => ({ interview: interview ?? '', file })),
      refused,
    },
    lines: [
      ...imported.flatMap(previewLines),
      ...present.map((row) => `present       ${row.file}  (${row.present} has the same bytes)`),
      ...refused.map((row) => `refused       ${row.file}: ${row.reason}`),
      `${imported.length} would be imported, ${present.length} already present, ${refused.length} refused; nothing was changed`,
    ],
    exitCode: refused.length === 0 ? 0 : imported.length + present.length > 0 ? 3 : 4,
  };
}

function previewLines(preview: Preview): string[] {
  const { file, format, maker, turns, words, speakers, passed, times, questions, comments, left } = preview;
  const what = [format ?? '', ...(maker === null ? [] : [maker])].join(', ');
  const counts = [
    `${turns} turns`,
    `${words} words`,
    `${times} times`,
    `${questions} questions`,
    ...(comments > 0 ? [`${comments} comments as memos`] : []),
  ].join(', ');
  const said = speakers.map(({ label, turns: own, asks }) => `${label} (${own}${asks ? ', asks' : ''})`).join(', ');
  return [
    `would import  ${file}  (${what}: ${counts})`,
    `              speakers: ${said === '' ? 'none' : said}`,
    ...(passed.length > 0
      ? [`              not speakers: ${passed.map(({ label, count }) => `${label} (${count})`).join(', ')}`]
      : []),
    ...(left.length > 0 ? [`              stays behind: ${left.map(({ kind, count }) => `${count} ${kind}`).join(', ')}`] : []),
  ];
}

function formatOf(given: string | undefined): TranscriptFormat | null {
  if (given === undefined) return null;
  const format = TRANSCRIPT_FORMATS.find((known) => known === given);
  if (!format) throw new DraadError('invalid-input', `--as is one of ${TRANSCRIPT_FORMATS.join(', ')}`);
  return format;
}

/** 3 when some were refused and the others are in, 4 when none went in. */
function exitCodeOf({ imported, present, refused }: Answer): number {
  if (refused.length === 0) return 0;
  return imported.length + present.length > 0 ? 3 : 4;
}

function toLines({ imported, present, refused }: Answer): string[] {
  return [
    ...imported.map(
      (row) =>
        `imported  ${row.interview}  (${row.file}: ${row.turns} turns, ${row.words} words${row.comments > 0 ? `, ${row.comments} comments as memos` : ''})`,
    ),
    ...present.map((row) => `present   ${row.interview}  (${row.file} is already in the project)`),
    ...refused.map((row) => `refused   ${row.file}: ${row.reason}`),
    `${imported.length} imported, ${present.length} already present, ${refused.length} refused`,
  ];
}

/** The files of a command line; a folder stands for the transcripts below it, or with `all` for all files. Hidden files are passed over. */
function findFiles(paths: readonly string[], all: boolean): { files: Found[]; refused: Answer['refused'] } {
  const files: Found[] = [];
  const refused: Answer['refused'] = [];
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) refused.push({ file: path, reason: 'There is no such file or folder' });
    else if (stat.isDirectory())
      for (const found of walk(path)) addFromFolder(files, refused, { path: found, name: relative(path, found) }, all);
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

function addFromFolder(files: Found[], refused: Answer['refused'], found: Found, all: boolean): void {
  if (all || isTranscriptName(found.name)) files.push(found);
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
