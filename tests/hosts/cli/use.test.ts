// How commands are used and misused: words, options, help, exit codes, and files that do not read.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../src/contract/index.ts';
import { commands } from '../../../src/hosts/cli/commands/index.ts';
import { startOwner } from '../../helpers/processes.ts';
import { ask, homeFolder, run } from './run.ts';

const home = await homeFolder();
let count = 0;
let project = '';
let folder = '';

beforeEach(async () => {
  folder = join(home, `test-${++count}`);
  mkdirSync(folder);
  project = join(folder, 'p.draad');
  await ask('new', project);
});

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const talk = (said: string): string => `Anouk: ${said}\n\nIk: Ja?\n\nAnouk: Ja.\n\nIk: Goed.\n`;
const interviews = async () => (await ask<Output<'interview.list'>>('call', project, 'interview.list', '{}')).interviews;

describe('help', () => {
  it.each([['--help'], ['help'], ['-h'], ['analyse', '--help'], ['nonsense', '--help']])(
    'for %s %s is the general one, and that is done',
    async (...argv) => {
      const { exit, out, err } = await run(...argv.filter((word) => word !== undefined));
      expect([exit, err]).toEqual([0, '']);
      for (const command of commands) expect(out).toContain(command.doc);
    },
  );

  it('without a word is shown too, as wrong use', async () => {
    expect(await run()).toMatchObject({ exit: 2, out: expect.stringContaining('rode-draad <command>') });
  });

  it.each(commands.map((command) => command.name))('of `%s` says its words, options and exit codes', async (name) => {
    const command = commands.find((own) => own.name === name);
    for (const flag of ['--help', '-h']) {
      const { exit, out } = await run(...name.split(' '), flag);
      expect(exit).toBe(0);
      for (const word of command?.words ?? []) expect(out).toContain(word);
      for (const [option, { doc }] of Object.entries(command?.options ?? {})) {
        expect(out).toContain(`--${option}`);
        expect(out).toContain(doc);
        expect(doc.length).toBeGreaterThan(3);
      }
      expect(out).toContain('--json');
      expect(out).toMatch(/0 done · 2 wrong use · 3 .+ · 4 not done/);
    }
  });
});

describe('wrong use', () => {
  it.each([
    ['an unknown command', ['explode'], /no command "explode"/],
    ['half a command', ['analyse'], /no command "analyse"/],
    ['half a command with a project', ['codings', 'x.draad'], /no command/],
    ['a missing word', ['check'], /<project> is missing; use: rode-draad check <project>/],
    ['a word too many', ['check', 'P', 'more'], /"more" is one word too many/],
    ['an unknown option', ['check', 'P', '--fast'], /--fast/],
    ['a missing option', ['analyse', 'frequency', 'P'], /--by is missing/],
    ['an option without its value', ['analyse', 'frequency', 'P', '--by'], /--by/],
    ['a list without values', ['analyse', 'frequency', 'P', '--by', 'set', '--codes'], /--codes/],
    ['a value for a flag', ['analyse', 'frequency', 'P', '--by', 'set', '--rollup=yes'], /rollup/],
    ['an empty coder', ['analyse', 'frequency', 'P', '--by', 'set', '--coder', ''], /--coder takes a name/],
    ['an empty group', ['analyse', 'frequency', 'P', '--by', ' '], /by/],
    ['an unknown rule', ['analyse', 'cooccurrence', 'P', '--rule', 'near'], /rule: choose overlap, turn or interview/],
    ['an unknown language', ['report', 'P', 'F', '--language', 'fr'], /--language is nl or en/],
    ['an unknown language of a table', ['codebook', 'export', 'P', 'F', '--language', 'de'], /--language is nl or en/],
    ['quotes that are no number', ['report', 'P', 'F', '--quotes', 'many'], /--quotes/],
    ['too many quotes', ['report', 'P', 'F', '--quotes', '51'], /quotesPerTheme/],
    ['an unknown kind of export', ['export', 'P', 'F', '--to', 'pdf'], /--to is text or csv/],
    ['an import without a set', ['import', 'P', 'F'], /--set is missing/],
    ['a date that is none', ['import', 'P', 'T', '--set', 'X', '--date', '2026-02-30'], /a date is written as/],
    ['an unknown operation', ['call', 'P', 'code.explode', '{}'], /no operation code.explode/],
    ['an input that is no JSON', ['call', 'P', 'code.list', '{oops'], /not JSON/],
    ['an input that does not fit', ['call', 'P', 'code.create', '{"nam":"x"}'], /name/],
    ['a project without a name', ['new', 'N', '--name', ' '], /name/],
    ['a port that is none', ['serve', 'P', '--port', '70000'], /--port/],
  ] as const)('%s is said in a sentence, with exit code 2', async (_what, argv, words) => {
    write('t.txt', talk('Ja.'));
    const places: Record<string, string> = {
      P: project,
      F: join(folder, 'uit'),
      T: join(folder, 't.txt'),
      N: join(folder, 'n.draad'),
    };
    const given = argv.map((word) => places[word] ?? word);
    const { exit, out, err } = await run(...given);
    expect(err).toMatch(words);
    expect(err).toMatch(/^rode-draad: .+$/);
    expect([exit, out]).toEqual([2, '']);
    const json = await run(...given, '--json');
    expect(json.exit).toBe(2);
    if (_what !== 'a value for a flag')
      expect(JSON.parse(json.out)).toMatchObject({ error: { code: 'invalid-input', message: expect.any(String) } });
    expect(existsSync(join(folder, 'uit')) || existsSync(join(folder, 'n.draad'))).toBe(false);
  });
});

it('a group that no project knows is wrong use too', async () => {
  const { exit, err } = await run('analyse', 'frequency', project, '--by', 'schoenmaat');
  expect([exit, err]).toEqual([2, expect.stringContaining('no attribute schoenmaat')]);
});

describe('not done', () => {
  it.each([
    ['a project that is not there', ['check', 'NONE'], 'not-found'],
    ['a project that is none', ['check', 'TEXT'], 'not-a-project'],
    ['a folder for a project', ['check', 'FOLDER'], 'not-a-project'],
    ['a project to serve that is not there', ['serve', 'NONE'], 'not-found'],
    ['a new project where there is a file', ['new', 'P'], 'conflict'],
    ['a new project below a file', ['new', 'TEXT/x.draad'], 'not-writable'],
    ['a table that is not there', ['codebook', 'import', 'P', 'NONE'], 'not-found'],
    ['a table that is none', ['codebook', 'import', 'P', 'TEXT'], 'refused'],
    ['a table that is a folder', ['codings', 'import', 'P', 'FOLDER'], 'not-found'],
    ['a set that is not there', ['analyse', 'cooccurrence', 'P', '--set', 'X'], 'not-found'],
    ['a coder that is not there', ['report', 'P', 'OUT', '--coder', 'Niemand'], 'not-found'],
    ['a folder to write in that is a file', ['export', 'P', 'TEXT', '--to', 'csv'], 'not-writable'],
    ['a file to write that is a folder', ['codebook', 'export', 'P', 'FOLDER'], 'not-writable'],
    ['an operation on what is not there', ['call', 'P', 'code.delete', '{"id":7}'], 'not-found'],
  ] as const)('%s is said in a sentence, with exit code 4', async (_what, argv, code) => {
    mkdirSync(join(folder, 'map'));
    const places: Record<string, string> = {
      P: project,
      NONE: join(folder, 'geen'),
      TEXT: write('tekst.txt', 'tekst '.repeat(200)),
      FOLDER: join(folder, 'map'),
      OUT: join(folder, 'uit'),
    };
    const given = argv.map((word) => places[word] ?? word.replace('TEXT', places.TEXT ?? ''));
    const { exit, out, err } = await run(...given, '--json');
    expect(exit).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ error: { code } });
    expect(err).toMatch(/^rode-draad: .+$/);
    expect(readFileSync(places.TEXT ?? '', 'utf8')).toMatch(/^tekst/);
  });

  it('a project that another process has open can be read and not changed', async () => {
    const owner = await startOwner(project, home);
    expect(await ask('check', project)).toEqual({ ok: true });
    const file = write('a.txt', talk('Ja.'));
    for (const argv of [
      ['import', project, file, '--set', 'X'],
      ['call', project, 'code.create', '{"name":"x"}'],
      ['codebook', 'import', project, write('c.csv', 'code\na\n')],
    ]) {
      const { exit, out, err } = await run(...argv, '--json');
      expect([exit, JSON.parse(out).error.code]).toEqual([4, 'in-use']);
      expect(err).toMatch(/another window or program/i);
    }
    await owner.close();
    await ask('import', project, file, '--set', 'X');
  });

  it('a check that finds something broken names it, with exit code 4', async () => {
    await ask('import', project, write('a.txt', talk('Ja.')), '--set', 'X');
    const { default: Database } = await import('better-sqlite3');
    const file = new Database(project);
    file.exec("update interview_text set text = 'x'");
    file.close();
    const { exit, out } = await run('check', project, '--json');
    expect([exit, JSON.parse(out).ok]).toEqual([4, false]);
    expect(JSON.parse(out).broken[0]).toEqual({ rule: expect.any(String), detail: expect.any(String) });
    expect(await run('check', project)).toMatchObject({ exit: 4, out: expect.stringMatching(/^broken: /) });
  });
});

describe('an import', () => {
  it('of a folder takes what reads, names what does not with its reason, and says 3', async () => {
    write('in/a.txt', talk('Eerste.'));
    write('in/dieper/b.txt', talk('Tweede.'));
    write('in/kapot.docx', 'PK\u0003\u0004 en dan niets');
    write('in/leeg.txt', '');
    write('in/scan.pdf', '%PDF-1.7');
    write('in/codes.csv', 'code\nx\n');
    write('in/.DS_Store', 'x');
    write('in/~$a.docx', 'x');
    const { exit, out } = await run('import', project, join(folder, 'in'), '--set', 'Den Haag', '--city', 'Den Haag', '--json');
    expect(exit).toBe(3);
    const answer = JSON.parse(out) as Output<'interview.import'>;
    expect(answer.imported).toEqual([
      { interview: 'a', file: 'a.txt', turns: 4, words: 4, comments: 0 },
      { interview: 'b', file: join('dieper', 'b.txt'), turns: 4, words: 4, comments: 0 },
    ]);
    expect(answer.present).toEqual([]);
    expect(answer.refused.map((row) => row.file).sort()).toEqual(['codes.csv', 'kapot.docx', 'leeg.txt', 'scan.pdf']);
    for (const { reason } of answer.refused) expect(reason).toMatch(/^[A-Z].{8,}/);
    const people = await run('import', project, join(folder, 'in'), '--set', 'X');
    expect(people.exit).toBe(3);
    expect(people.out).toMatch(/present {3}a .*\n/);
    expect(people.out).toMatch(/refused {3}kapot\.docx: /);
    expect(people.out).toMatch(/0 imported, 2 already present, 4 refused\n$/);
  });

  it('goes on past a file that is not there, can’t be read, or is no file', async () => {
    const good = write('goed.txt', talk('Ja.'));
    const huge = write('groot.txt', 'x');
    truncateSync(huge, 3 * 2 ** 30);
    symlinkSync(join(folder, 'nergens'), join(folder, 'los.txt'));
    const missing = [join(folder, 'geen.txt'), join(folder, 'los.txt')];
    const devices = existsSync('/dev/null') ? ['/dev/null'] : [];
    const { exit, out } = await run('import', project, ...missing, huge, good, ...devices, '--set', 'X', '--json');
    expect(exit).toBe(3);
    const { imported, refused } = JSON.parse(out) as Output<'interview.import'>;
    expect(imported.map((row) => row.interview)).toEqual(['goed']);
    expect(refused.map((row) => row.file).sort()).toEqual([...missing, 'groot.txt', ...devices].sort());
    expect(refused.find((row) => row.file === 'groot.txt')?.reason).toMatch(/can’t be read/);
    expect(statSync(huge).size).toBe(3 * 2 ** 30);
  });

  it('of nothing that reads is not done', async () => {
    mkdirSync(join(folder, 'leeg'));
    expect(await run('import', project, join(folder, 'leeg'), '--set', 'X')).toMatchObject({
      exit: 4,
      err: expect.stringContaining('no files'),
    });
    expect(await run('import', project, join(folder, 'geen'), '--set', 'X')).toMatchObject({
      exit: 4,
      out: expect.stringContaining('no such file'),
    });
    expect(await run('import', project, write('x.json', '{}'), '--set', 'X')).toMatchObject({
      exit: 4,
      out: expect.stringContaining('1 refused'),
    });
    expect(await interviews()).toEqual([]);
  });

  it('gives each interview its set, city, date and collector', async () => {
    await ask(
      'import',
      project,
      write('a.txt', talk('Ja.')),
      '--set',
      ' Den  Haag ',
      '--city',
      'Den Haag',
      '--date',
      '2026-03-19',
      '--collector',
      'GGD',
    );
    expect(await interviews()).toMatchObject([
      { name: 'a', set: 'Den Haag', city: 'Den Haag', date: '2026-03-19', collector: 'GGD', file: 'a.txt' },
    ]);
  });

  it('of tables says 3 when some lines are refused, 4 when all are', async () => {
    await ask('import', project, write('a.txt', talk('Ik slaap slecht.')), '--set', 'X');
    const csv = write('codings.csv', 'interview,start,end,code,coder\na,0,8,slapen,Bas\na,0,8,moe,Bas\n');
    expect(await run('codings', 'import', project, csv)).toMatchObject({
      exit: 4,
      out: expect.stringContaining('unknown codes: slapen · moe (--create-codes makes them)'),
    });
    await ask('codebook', 'import', project, write('codebook.csv', 'code\nslapen\n'));
    const some = await run('codings', 'import', project, csv, '--json');
    expect([some.exit, JSON.parse(some.out)]).toEqual([
      3,
      {
        imported: 1,
        present: 0,
        createdCodes: [],
        unknownCodes: ['moe'],
        refused: [{ line: 3, reason: 'There is no code moe' }],
      },
    ]);
    expect(await ask('codings', 'import', project, csv, '--create-codes')).toEqual({
      imported: 1,
      present: 1,
      createdCodes: ['moe'],
      unknownCodes: [],
      refused: [],
    });
    const wrong = write('fout.csv', 'interview,start,end,code,coder,quote\na,0,8,slapen,Fleur,iets anders\n');
    expect(await run('codings', 'import', project, wrong)).toMatchObject({
      exit: 4,
      out: expect.stringMatching(/refused {3}line 2: The quote is not the text/),
    });
    expect((await run('participants', 'import', project, write('p.csv', 'interview,participant\na,Anouk\nb,Piet\n'))).exit).toBe(
      3,
    );
    expect((await run('participants', 'import', project, write('p.csv', 'interview,participant\nb,Piet\n'))).exit).toBe(4);
  });
});

describe('an export', () => {
  it('gives every interview a file of its own, also where names would be one file', async () => {
    for (const [n, name] of ['a', 'b', 'c', 'd'].entries())
      await ask('import', project, write(`${name}.txt`, talk(`Nummer ${n}.`)), '--set', 'X');
    const rows = await interviews();
    const names = ['moeder/vader', 'Moeder:vader', 'x'.repeat(150), `${'x'.repeat(150)}y`];
    for (const [n, name] of names.entries())
      await ask('call', project, 'interview.update', JSON.stringify({ id: rows[n]?.id, name }));
    const out = join(folder, 'uit');
    const { files } = await ask<{ files: { file: string }[] }>('export', project, '--to', 'text', out);
    expect(new Set(files.map((row) => row.file.toLowerCase())).size).toBe(4);
    const texts = readdirSync(out).map((file) => readFileSync(join(out, file), 'utf8'));
    expect(texts.map((text) => text.slice(0, 9)).sort()).toEqual(['Nummer 0.', 'Nummer 1.', 'Nummer 2.', 'Nummer 3.']);
  });
});

describe('a list of values', () => {
  it('ends at the next option, and takes one with = as well', async () => {
    await ask('codebook', 'import', project, write('codebook.csv', 'code\na\nb\n-c\n'));
    const codesOf = async (...argv: string[]) => [
      ...new Set((await ask<Output<'analysis.frequency'>>('analyse', 'frequency', project, ...argv)).rows.map((row) => row.code)),
    ];
    await ask('import', project, write('a.txt', talk('Ja.')), '--set', 'X');
    expect(await codesOf('--by', 'set', '--codes', 'a', '-c')).toEqual(['a', '-c']);
    expect(await codesOf('--codes', 'a', 'b', '--by', 'set')).toEqual(['a', 'b']);
    expect(await codesOf('--codes=b', '--by', 'set')).toEqual(['b']);
    expect(await codesOf('--codes', 'a', '--codes', 'b', '--by', 'set')).toEqual(['a', 'b']);
  });
});
