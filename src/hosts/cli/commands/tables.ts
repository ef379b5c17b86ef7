// rode-draad codebook, participants and codings: tables in and out.

import type { Output } from '../../../contract/index.ts';
import { readTextFile, writeFileSafely } from '../../../core/files.ts';
import { DraadError } from '../../../domain/error.ts';
import { type Command, type Result, withProject } from '../command.ts';

const language = { value: 'nl|en', doc: 'nl: semicolons and decimal comma; en: commas and decimal point' };

export const codebookCommands: readonly Command[] = [
  {
    name: 'codebook import',
    doc: 'Reads a codebook (CSV): column `code` with paths `Thema / code`, and label_en, definition, definition_en, use, not, example, colour.',
    words: ['<project>', '<csv>'],
    options: {},
    operations: ['codebook.import'],
    run: async (words) => {
      const [project = '', csv = ''] = words.words;
      const value = await withProject(project, words, (ask) => ask('codebook.import', { csv: readTextFile(csv) }));
      return { value, lines: [`${value.created} codes made, ${value.updated} changed`] };
    },
  },
  {
    name: 'codebook export',
    doc: 'Writes the codebook as CSV.',
    words: ['<project>', '<csv>'],
    options: { language },
    operations: ['codebook.export'],
    run: async (words) => {
      const [project = '', path = ''] = words.words;
      const { csv } = await withProject(project, words, (ask) =>
        ask('codebook.export', { language: languageOf(words.options.language) }),
      );
      writeFileSafely(path, csv);
      return { value: { file: path }, lines: [`Wrote ${path}`] };
    },
  },
  {
    name: 'codebook list',
    doc: 'Prints the codebook as a tree with counts.',
    words: ['<project>'],
    options: {},
    operations: ['code.list'],
    run: async (words) => {
      const value = await withProject(words.words[0] ?? '', words, (ask) => ask('code.list', {}));
      return {
        value,
        lines: value.codes.map(
          (code) => `${'  '.repeat(code.depth)}${code.name}  (${code.interviews} interviews, ${code.quotes} quotes)`,
        ),
      };
    },
  },
];

export const participantsCommand: Command = {
  name: 'participants import',
  doc: 'Reads a participants sheet (CSV): columns interview, participant, optional speaker, and one column per attribute.',
  words: ['<project>', '<csv>'],
  options: {},
  operations: ['participant.import'],
  run: async (words) => {
    const [project = '', csv = ''] = words.words;
    const value = await withProject(project, words, (ask) => ask('participant.import', { csv: readTextFile(csv) }));
    const lines = [
      `${value.participants} participants, attributes: ${value.attributes.join(', ')}`,
      ...value.refused.map(refusedLine),
    ];
    return { value, lines, ...refusedExit(value.participants, value.refused.length) };
  },
};

export const codingsCommands: readonly Command[] = [
  {
    name: 'codings import',
    doc: 'Reads codings (CSV): columns interview,start,end,code,coder and optional quote; offsets in UTF-16 units of the stored text.',
    words: ['<project>', '<csv>'],
    options: { 'create-codes': { doc: 'make codes that are not in the codebook; otherwise their lines are refused' } },
    operations: ['codings.import'],
    run: async (words) => {
      const [project = '', csv = ''] = words.words;
      const createCodes = words.flags.has('create-codes');
      const value = await withProject(project, words, (ask, signal) =>
        ask('codings.import', { csv: readTextFile(csv), createCodes }, { signal }),
      );
      const lines = [
        `${value.imported} codings imported, ${value.present} already present, ${value.refused.length} refused`,
        ...(value.createdCodes.length > 0 ? [`codes made: ${value.createdCodes.join(' · ')}`] : []),
        ...(value.unknownCodes.length > 0
          ? [`unknown codes: ${value.unknownCodes.join(' · ')} (--create-codes makes them)`]
          : []),
        ...value.refused.map(refusedLine),
      ];
      return { value, lines, ...refusedExit(value.imported + value.present, value.refused.length) };
    },
  },
  {
    name: 'codings export',
    doc: 'Writes all codings as CSV, as `codings import` reads it.',
    words: ['<project>', '<csv>'],
    options: { language },
    operations: ['codings.export'],
    run: async (words, console) => {
      const [project = '', path = ''] = words.words;
      const { csv, left } = await withProject(project, words, (ask) =>
        ask('codings.export', { language: languageOf(words.options.language ?? 'en') }),
      );
      writeFileSafely(path, csv);
      for (const line of leftLines(left)) console.err(line);
      return { value: { file: path, left }, lines: [`Wrote ${path}`] };
    },
  },
];

/** What the table of codings has no room for, so that nobody takes it for a backup. */
export function leftLines({ memos, keys, toBeChecked }: Output<'codings.export'>['left']): string[] {
  const parts = [
    [memos, 'memos on codings'],
    [keys, 'marks of key quotes'],
    [toBeChecked, 'codings to be checked'],
  ] as const;
  const left = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return left.length > 0 ? [`Not in the table of codings: ${left.join(', ')}.`] : [];
}

/** 3 when some lines were refused and the others are in, 4 when none went in. */
function refusedExit(kept: number, refused: number): Pick<Result, 'exitCode'> {
  return refused === 0 ? {} : { exitCode: kept > 0 ? 3 : 4 };
}

function refusedLine({ line, reason }: { line: number; reason: string }): string {
  return `refused   line ${line}: ${reason}`;
}

export function languageOf(given = 'nl'): 'nl' | 'en' {
  if (given !== 'nl' && given !== 'en') throw new DraadError('invalid-input', '--language is nl or en');
  return given;
}
