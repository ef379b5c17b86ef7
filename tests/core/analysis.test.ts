// Analysis and report as asked from outside: scopes, names, and that each number is what stands behind it. That the numbers are right
// is shown against a second, naive count in tests/analysis and tests/hosts/cli.

import { describe, expect, it } from 'vitest';
import { importTalk, openProjects, withCode } from '../helpers/project.ts';

const projects = await openProjects();

describe('a number', () => {
  it('of theme frequency is the number of quotes behind it, each with its place', { timeout: 60_000 }, async () => {
    const { ask } = await projects.sample();
    for (const [by, rollup] of [
      ['set', true],
      ['city', false],
      ['rol', true],
      ['all', false],
    ] as const) {
      const { rows } = await ask('analysis.frequency', { by, rollup });
      const shown = rows.filter((row) => row.quotes > 0).filter((_, n) => n % 7 === 0);
      expect(shown.length).toBeGreaterThan(3);
      for (const row of shown) {
        const behind = await ask('analysis.quotes', { by, group: row.group, code: row.code, rollup });
        expect([behind.quotes.length, behind.interviews, behind.of], `${by} ${row.code} ${row.group}`).toEqual([
          row.quotes,
          row.interviews,
          row.of,
        ]);
        for (const quote of behind.quotes) {
          const { text, turns } = await ask('interview.get', { id: quote.interviewId });
          expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          const turn = turns[quote.turn - 1];
          expect(turn && turn.start <= quote.start && quote.start < turn.end).toBe(true);
          expect(quote.codingIds.length).toBeGreaterThan(0);
          expect(text.slice(quote.start - quote.before.length, quote.start)).toBe(quote.before);
          expect(text.slice(quote.end, quote.end + quote.after.length)).toBe(quote.after);
        }
      }
    }
  });

  it('of co-occurrence is the number of places behind it, under every rule', { timeout: 60_000 }, async () => {
    const { ask } = await projects.sample();
    for (const rule of ['overlap', 'turn', 'interview'] as const) {
      for (const level of ['code', 'theme'] as const) {
        const { groups } = await ask('analysis.cooccurrence', { rule, level, by: 'set' });
        const pairs = groups
          .flatMap(({ group, pairs: own }) => own.map((pair) => ({ group, ...pair })))
          .filter((_, n) => n % 23 === 0);
        for (const { group, a, b, together, interviews, c, jaccardInterviews } of pairs) {
          const behind = await ask('analysis.pairs', { by: 'set', group, a, b, rule, level });
          expect([behind.places.length, behind.interviews], `${rule} ${level} ${a} ${b}`).toEqual([together, interviews]);
          expect([behind.c, behind.jaccardInterviews]).toEqual([c, jaccardInterviews]);
        }
      }
    }
  });
});

describe('a scope', () => {
  it('may be some sets, one coder, some codes, and any attribute', async () => {
    const { ask } = await projects.sample();
    const { sets } = await ask('interviewSet.list', {});
    const [first] = sets;
    const some = await ask('analysis.frequency', {
      by: 'set',
      sets: [first?.name.toUpperCase() ?? ''],
      coder: 'bas',
      codes: ['schaamte / JE GROOT HOUDEN'],
    });
    expect(some.basis.interviews).toBe(first?.interviews);
    expect(some.rows).toMatchObject([{ code: 'Schaamte / je groot houden', group: first?.name, of: first?.interviews }]);
    const byRole = await ask('analysis.frequency', { by: 'ROL', codes: ['Schaamte'] });
    expect(byRole.rows.map((row) => row.group)).toContain('moeder');
    expect(await ask('analysis.frequency', { by: 'set', sets: [] })).toEqual({
      basis: { interviews: 0, quotes: 0 },
      rows: [],
      uncoded: [],
    });
  });

  it.each([
    ['analysis.frequency', { by: 'schoenmaat' }],
    ['analysis.frequency', { by: 'set', sets: ['Groningen'] }],
    ['analysis.frequency', { by: 'set', coder: 'Niemand' }],
    ['analysis.frequency', { by: 'set', codes: ['Schaamte / bestaat niet'] }],
    ['analysis.cooccurrence', { by: 'schoenmaat' }],
    ['analysis.quotes', { code: 'bestaat niet' }],
    ['analysis.pairs', { a: 'Schaamte', b: 'bestaat niet' }],
    ['report.theme', { by: 'schoenmaat' }],
    ['report.theme', { coder: 'Niemand' }],
  ] as const)('of %s with %j names what is not there', async (name, input) => {
    const { refusal } = await projects.sample();
    expect(await refusal(name, input)).toEqual(withCode('not-found'));
  });

  it.each([
    ['analysis.frequency', {}],
    ['analysis.frequency', { by: ' ' }],
    ['analysis.cooccurrence', { rule: 'near' }],
    ['analysis.quotes', { code: '' }],
    ['report.theme', { language: 'fr' }],
    ['report.theme', { quotesPerTheme: 51 }],
  ] as const)('of %s with %j is no input', async (name, input) => {
    const { refusal } = await projects.sample();
    expect(await refusal(name, input)).toEqual(withCode('invalid-input'));
  });

  it('finds a code by its path, however long its names are', async () => {
    const project = await projects.empty();
    const { id } = await importTalk(project, 'A', [['Anouk', 'Ik slaap slecht.']]);
    const path = ['a', 'b', 'c'].map((letter) => letter.repeat(200)).join(' / ');
    await project.ask('coding.applyNew', { interviewId: id, textVersion: 1, start: 0, end: 8, path });
    expect((await project.ask('analysis.quotes', { code: path })).quotes).toHaveLength(1);
    expect((await project.ask('analysis.frequency', { by: 'all', codes: [path] })).rows).toMatchObject([
      { code: path, quotes: 1 },
    ]);
  });

  it('over an empty project is empty, and its report is a page all the same', async () => {
    const { ask } = await projects.empty();
    expect(await ask('analysis.frequency', { by: 'set' })).toEqual({
      basis: { interviews: 0, quotes: 0 },
      rows: [],
      uncoded: [],
    });
    expect(await ask('analysis.cooccurrence', {})).toEqual({ rule: 'overlap', groups: [] });
    expect((await ask('report.theme', {})).html).toMatch(/^<!doctype html>/i);
  });

  it('counts an interview without the attribute in the group without a name, after the others', async () => {
    const project = await projects.empty();
    for (const name of ['A', 'B', 'C']) await importTalk(project, name, [['Anouk', `Ja ${name}.`]]);
    await project.ask('participant.import', { csv: 'interview,participant,rol\nA,Anouk,vader\nA,Piet,moeder\nB,Emine,\n' });
    await project.ask('code.create', { name: 'slapen' });
    const { basis, rows } = await project.ask('analysis.frequency', { by: 'rol' });
    expect(basis.interviews).toBe(3);
    expect(rows.map((row) => [row.group, row.of])).toEqual([
      ['moeder', 1],
      ['vader', 1],
      ['', 2],
    ]);
  });
});

describe('the theme report', () => {
  it('names every theme with its quotes, in either language, and holds no name that was not given', async () => {
    const { ask } = await projects.sample();
    const { codes } = await ask('code.list', {});
    const themes = codes.filter((code) => code.depth === 0);
    for (const language of ['nl', 'en'] as const) {
      const report = await ask('report.theme', { language, title: 'Een <titel> & meer', quotesPerTheme: 3 });
      expect(report.themes).toEqual(themes.map((theme) => (language === 'en' ? theme.labelEn : theme.name)));
      expect(report.quotes).toBeLessThanOrEqual(3 * themes.length);
      expect(report.quotes).toBeGreaterThan(themes.length);
      expect(report.html).toContain(`lang="${language}"`);
      expect(report.html).toContain('Een &lt;titel&gt; &amp; meer');
      expect(report.html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
      expect(report.files.map((file) => file.name)).toHaveLength(3);
      for (const { content } of report.files) expect(content.split('\r\n').length).toBeGreaterThan(3);
    }
  });

  it('says the same numbers as analysis, and prefers the quotes that a person chose', async () => {
    const { ask } = await projects.sample();
    const { quotes } = await ask('analysis.quotes', { code: 'Schaamte', rollup: true });
    const chosen = quotes.at(-1);
    await ask('coding.setKey', { ids: [chosen?.codingIds[0] ?? 0], key: true });
    const report = await ask('report.theme', { quotesPerTheme: 1, language: 'en' });
    const frequency = report.files.find((file) => file.name.includes('frequency'))?.content ?? '';
    const { rows } = await ask('analysis.frequency', { by: 'set', rollup: true });
    const row = rows.find((own) => own.quotes > 3);
    expect(frequency).toMatch(new RegExp(`${row?.group}.*${row?.interviews},${row?.of}.*${row?.quotes}`));
    expect(report.files.find((file) => file.name.includes('quotes'))?.content).toContain(
      chosen?.text.slice(0, 30).replaceAll('"', '""'),
    );
  });

  it('leaves out groups so small that a person could be known, unless told otherwise', async () => {
    const { ask } = await projects.sample();
    const hidden = await ask('report.theme', { by: 'huishouden' });
    const shown = await ask('report.theme', { by: 'huishouden', smallGroups: false });
    expect(hidden.html).not.toContain('in opvang');
    expect(shown.html).toContain('in opvang');
  });
});
