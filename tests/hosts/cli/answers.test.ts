// The main job from the command line, and its exact answers, held against a second count of the fixtures.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../../src/contract/index.ts';
import { fixtures } from '../../helpers/project.ts';
import { type Coding, frequencyOf, type Interview, pairsOf, readTable } from './naive.ts';
import { ask, homeFolder, run } from './run.ts';

const home = await homeFolder();
const project = join(home, 'onderzoek.draad');
const listed = readTable(join(fixtures, 'interviews.csv'));
const codings: Coding[] = readTable(join(fixtures, 'codings.csv')).map((row) => ({
  interview: row.interview ?? '',
  start: Number(row.start),
  end: Number(row.end),
  code: row.code ?? '',
  coder: row.coder ?? '',
}));
const codes = readTable(join(fixtures, 'codebook.csv')).map((row) => row.code ?? '');
const nameOf = (file: string): string => (file.split('/').at(-1) ?? '').replace(/\.[a-z]+$/, '');
let bySet: Interview[];
let byCity: Interview[];

beforeAll(async () => {
  expect(await ask('new', project, '--name', 'Eerste 1.000 dagen')).toEqual({ project, name: 'Eerste 1.000 dagen' });
  for (const row of listed) {
    const { file = '', set = '', city = '', date = '', collector = '' } = row;
    await ask('import', project, join(fixtures, file), '--set', set, '--city', city, '--date', date, '--collector', collector);
  }
  await ask('codebook', 'import', project, join(fixtures, 'codebook.csv'));
  await ask('participants', 'import', project, join(fixtures, 'participants.csv'));
  expect(await ask('codings', 'import', project, join(fixtures, 'codings.csv'))).toEqual({
    imported: codings.length,
    present: 0,
    createdCodes: [],
    unknownCodes: [],
    refused: [],
  });
  const texts = join(home, 'texts');
  const { files } = await ask<{ files: { file: string }[] }>('export', project, '--to', 'text', texts);
  expect(files.map((row) => row.file).sort()).toEqual(listed.map((row) => join(texts, `${nameOf(row.file ?? '')}.txt`)).sort());
  const { interviews } = await ask<Output<'interview.list'>>('call', project, 'interview.list', '{}');
  const read = await Promise.all(
    listed.map(async (row) => {
      const name = nameOf(row.file ?? '');
      const id = interviews.find((interview) => interview.name === name)?.id;
      const { turns } = await ask<Output<'interview.get'>>('call', project, 'interview.get', JSON.stringify({ id }));
      return { name, set: row.set ?? '', city: row.city ?? '', text: readFileSync(join(texts, `${name}.txt`), 'utf8'), turns };
    }),
  );
  bySet = read.map((row) => ({ ...row, group: row.set }));
  byCity = read.map((row) => ({ ...row, group: row.city }));
}, 120_000);

describe('the stored text', () => {
  it('is exported to the character: each coding’s quote stands at its offsets', () => {
    for (const row of readTable(join(fixtures, 'codings.csv'))) {
      const text = bySet.find((interview) => interview.name === row.interview)?.text ?? '';
      expect(text.slice(Number(row.start), Number(row.end))).toBe(row.quote);
    }
    expect(readdirSync(join(home, 'texts'))).toHaveLength(16);
  });
});

const key = (row: { code: string; group: string }): string => `${row.code}|${row.group}`;

describe('theme frequency', () => {
  it.each([
    ['by city', ['--by', 'city'], {}],
    ['by set', ['--by', 'set'], { set: true }],
    ['by city, parents counting their children', ['--by', 'city', '--rollup'], { rollup: true }],
    ['by set, of one coder', ['--by', 'set', '--coder', 'Bas', '--rollup'], { set: true, coder: 'Bas', rollup: true }],
  ] as const)(
    '%s is the naive count, row for row',
    async (_what, options, { set = false, coder = '', rollup = false }: { set?: boolean; coder?: string; rollup?: boolean }) => {
      const answer = await ask<Output<'analysis.frequency'>>('analyse', 'frequency', project, ...options);
      const own = codings.filter((coding) => coder === '' || coding.coder === coder);
      const naive = frequencyOf(set ? bySet : byCity, own, codes, rollup);
      expect(Object.keys(answer)).toEqual(['basis', 'rows', 'uncoded']);
      expect(Object.keys(answer.rows[0] ?? {})).toEqual(['code', 'group', 'interviews', 'of', 'quotes', 'words']);
      expect(answer.rows.toSorted((a, b) => key(a).localeCompare(key(b)))).toEqual(
        naive.toSorted((a, b) => key(a).localeCompare(key(b))),
      );
      expect([...new Set(answer.rows.map((row) => row.code))], 'in codebook order').toEqual(codes);
      const each = frequencyOf(
        byCity.map((interview) => ({ ...interview, group: '' })),
        own,
        codes,
        false,
      );
      expect(answer.basis).toEqual({ interviews: 16, quotes: each.reduce((sum, row) => sum + row.quotes, 0) });
    },
  );

  it('of chosen codes and sets has just those rows', async () => {
    const [first = '', second = ''] = codes.filter((code) => code.includes(' / '));
    const sets = [...new Set(bySet.map((interview) => interview.group))].slice(0, 2);
    const { rows } = await ask<Output<'analysis.frequency'>>(
      'analyse',
      'frequency',
      project,
      '--by',
      'set',
      '--codes',
      first,
      second,
      '--set',
      ...sets,
    );
    const naive = frequencyOf(
      bySet.filter((interview) => sets.includes(interview.group)),
      codings,
      [first, second],
      false,
    );
    expect(rows).toEqual(naive);
  });
});

describe('co-occurrence', () => {
  it.each(['overlap', 'turn', 'interview'] as const)(
    'by set under the rule %s is the naive count, pair for pair',
    async (rule) => {
      const answer = await ask<Output<'analysis.cooccurrence'>>(
        'analyse',
        'cooccurrence',
        project,
        '--rule',
        rule,
        '--by',
        'set',
      );
      expect(Object.keys(answer)).toEqual(['rule', 'groups']);
      expect(answer.rule).toBe(rule);
      expect(Object.keys(answer.groups[0] ?? {})).toEqual(['group', 'interviews', 'pairs']);
      expect(Object.keys(answer.groups[0]?.pairs[0] ?? {})).toEqual([
        'a',
        'b',
        'together',
        'interviews',
        'c',
        'jaccardInterviews',
      ]);
      expect(answer.groups.map((group) => [group.group, group.interviews])).toEqual(
        [...new Set(bySet.map((interview) => interview.group))].map((group) => [
          group,
          bySet.filter((own) => own.group === group).length,
        ]),
      );
      const flat = answer.groups.flatMap(({ group, pairs }) => pairs.map((pair) => ({ group, ...pair })));
      const naive = pairsOf(bySet, codings, codes, rule);
      const place = (pair: { group: string; a: string; b: string }): string => `${pair.group}|${pair.a}|${pair.b}`;
      expect(naive.length).toBeGreaterThan(20);
      expect(flat.toSorted((x, y) => place(x).localeCompare(place(y)))).toEqual(
        naive.toSorted((x, y) => place(x).localeCompare(place(y))),
      );
      for (const { pairs } of answer.groups) {
        for (const [n, pair] of pairs.slice(1).entries()) expect(pairs[n]!.together).toBeGreaterThanOrEqual(pair.together);
      }
    },
  );

  it('is by set and overlap when nothing else is said', async () => {
    const said = await run('analyse', 'cooccurrence', project, '--json');
    expect(said).toEqual(
      await run('analyse', 'cooccurrence', project, '--rule', 'overlap', '--by', 'set', '--level', 'code', '--json'),
    );
  });
});

describe('the other answers', () => {
  it('are what the issue says of them', async () => {
    expect(await ask('check', project)).toEqual({ ok: true });
    const again = await ask<Output<'interview.import'>>(
      'import',
      project,
      join(fixtures, 'interviews/utrecht'),
      '--set',
      'Nog eens',
    );
    expect(Object.keys(again)).toEqual(['imported', 'present', 'refused']);
    expect(again).toMatchObject({ imported: [], refused: [] });
    expect(again.present.map((row) => row.interview).sort()).toEqual(['UT-01', 'UT-02', 'UT-03', 'UT-04']);
    expect(again.present[0]).toEqual({ interview: 'UT-01', file: 'UT-01.vtt' });
    const out = join(home, 'csv');
    await ask('export', project, '--to', 'csv', out);
    expect(await ask('codings', 'import', project, join(out, 'codings.csv'))).toMatchObject({
      imported: 0,
      present: codings.length,
    });
    expect(await ask('codebook', 'import', project, join(out, 'codebook.csv'))).toEqual({ created: 0, updated: 0 });
    const report = await ask<{ files: string[] }>(
      'report',
      project,
      join(home, 'report'),
      '--language',
      'en',
      '--by',
      'city',
      '--quotes',
      '2',
    );
    expect(report.files.map((file) => file.slice(home.length + 1))).toHaveLength(4);
    for (const file of report.files) expect(readFileSync(file).length).toBeGreaterThan(200);
  });

  it('for people are tables that say the same', async () => {
    const { out } = await run('analyse', 'frequency', project, '--by', 'city', '--rollup');
    expect(out).toMatch(/^Theme frequency: 16 interviews, \d+ quotes\n/);
    const rows = frequencyOf(byCity, codings, codes, true).filter((row) => row.interviews > 0);
    for (const row of rows.slice(0, 10))
      expect(out).toMatch(new RegExp(`${row.group} .*${row.interviews} of ${row.of} +${row.quotes} .* ${row.words}\n`));
    expect((await run('analyse', 'cooccurrence', project)).out).toMatch(/overlapping quotes/);
    expect((await run('codebook', 'list', project)).out.split('\n')).toHaveLength(codes.length + 1);
    expect((await run('check', project)).out).toBe('The project is sound.\n');
  });
});
