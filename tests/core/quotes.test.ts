// Fragments as asked from outside: every condition, the counts, groups, pages, context and what is handed out. Which ranges meet a
// question is held against a naive search in tests/analysis/retrieve.test.ts.

import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/contract/index.ts';
import { MAX_MEMO } from '../../src/domain/memo.ts';
import { readCsv } from '../../src/formats/csv.ts';
import { importTalk, openProjects, type TestProject, withCode } from '../helpers/project.ts';

const projects = await openProjects();
const shame = 'Schaamte';

/** Two talks with a mother and an interviewer, coded by two people. */
async function talks(): Promise<TestProject & { one: { id: number; text: string }; two: { id: number; text: string } }> {
  const project = await projects.empty();
  const one = await importTalk(project, 'A-1', [
    ['Vrager', 'Hoe ging het thuis?'],
    ['Moeder', 'Slecht. Ik schaamde me zo, en ik belde niemand. Later wel.'],
    ['Vader', 'Ik werkte veel.'],
    ['Vrager', 'En toen?'],
    ['Moeder', 'Toen niets.'],
    ['Vader', 'Nee.'],
  ]);
  const two = await importTalk(
    project,
    'A-2',
    [
      ['Moeder', 'Ik schaamde me niet.'],
      ['Vrager', 'Nee?'],
      ['Moeder', 'Nee.'],
      ['Vrager', 'Goed.'],
    ],
    'Tweede set',
  );
  await project.ask('participant.import', {
    csv: 'interview,participant,speaker,rol,fase\nA-1,Ans,Moeder,moeder,0–1 jaar\nA-1,Bram,Vader,vader,0–1 jaar\nA-2,Cato,Moeder,moeder,zwanger\n',
  });
  return { ...project, one, two };
}

async function code(project: TestProject, talk: { id: number; text: string }, said: string, path: string): Promise<number> {
  const start = talk.text.indexOf(said);
  expect(start).toBeGreaterThanOrEqual(0);
  const { textVersion } = await project.ask('interview.get', { id: talk.id });
  const range = { interviewId: talk.id, textVersion, start, end: start + said.length };
  const { codingIds } = await project.ask('coding.applyNew', { ...range, path });
  return codingIds[0] ?? 0;
}

const texts = async ({ ask }: TestProject, input: Input<'quote.list'>): Promise<string[]> =>
  (await ask('quote.list', input)).rows.map((row) => row.text);

describe('the conditions', () => {
  it('are about codes, who speaks, where, what is said, and the coding itself', async () => {
    const project = await talks();
    const { ask, one, two } = project;
    const shamed = await code(project, one, 'Ik schaamde me zo', 'Gevoel / schaamte');
    await code(project, one, 'Ik schaamde me zo, en ik belde niemand', 'Hulp');
    await code(project, one, 'Ik werkte veel', 'Gevoel / druk');
    await code(project, one, 'Hoe ging het thuis', 'Vraag');
    await code(project, two, 'Ik schaamde me niet', 'Gevoel / schaamte');
    const rows = (input: Input<'quote.list'>) => texts(project, input);

    expect(await rows({ codes: { all: ['Gevoel'] } })).toEqual(['Ik schaamde me zo', 'Ik werkte veel', 'Ik schaamde me niet']);
    expect(await rows({ codes: { all: ['Gevoel'], withSubcodes: false } })).toEqual([]);
    expect(await rows({ codes: { all: ['Gevoel / schaamte', 'Hulp'] } })).toEqual(['Ik schaamde me zo']);
    expect(await rows({ codes: { all: ['Gevoel'], none: ['Hulp'] } })).toEqual(['Ik werkte veel', 'Ik schaamde me niet']);
    expect(await rows({ codes: { any: ['Hulp', 'Vraag'] } })).toEqual([
      'Hoe ging het thuis',
      'Ik schaamde me zo, en ik belde niemand',
    ]);
    expect(await rows({ codes: { all: ['Gevoel'], any: ['Hulp', 'Vraag'] } })).toEqual(['Ik schaamde me zo']);
    expect(await rows({ sets: ['tweede SET'] })).toEqual(['Ik schaamde me niet']);
    expect(await rows({ interviews: [two.id] })).toEqual(['Ik schaamde me niet']);
    expect(await rows({ who: 'interviewer' })).toEqual(['Hoe ging het thuis']);
    expect(await rows({ speakers: ['vader', 'vrager'] })).toEqual(['Hoe ging het thuis', 'Ik werkte veel']);
    const mothers = { name: 'rol', values: ['moeder'] };
    expect(await rows({ attributes: [mothers], text: 'schaamde' })).toEqual(
      ['Ik schaamde me zo', 'Ik schaamde me niet'].flatMap((said) =>
        said.endsWith('zo') ? [said, 'Ik schaamde me zo, en ik belde niemand'] : [said],
      ),
    );
    expect(await rows({ attributes: [mothers, { name: 'fase', values: ['zwanger', 'wens'] }] })).toEqual(['Ik schaamde me niet']);
    expect(await rows({ text: 'SCHAAMDE niet' })).toEqual(['Ik schaamde me niet']);
    expect(await rows({ text: 'schaam*' })).toHaveLength(3);
    expect(await rows({ text: '?!' })).toEqual([]);

    await ask('coding.setKey', { ids: [shamed], key: true });
    await ask('memo.set', { on: 'coding', id: shamed, text: 'Zie ook Cato' });
    expect(await rows({ key: true })).toEqual(['Ik schaamde me zo']);
    expect(await rows({ withMemo: true })).toEqual(['Ik schaamde me zo']);
    const [row] = (await ask('quote.list', { key: true })).rows;
    expect(row).toMatchObject({
      key: true,
      memo: true,
      interview: 'A-1',
      turn: 2,
      before: 'Slecht. ',
      participants: [{ name: 'Ans', attributes: ['moeder', '0–1 jaar'] }],
      codes: [{ path: 'Gevoel / schaamte' }],
      nearby: [{ path: 'Hulp' }],
    });
  });

  it('find what was corrected away, by its old quote', async () => {
    const project = await talks();
    const { ask, one } = project;
    await code(project, one, 'Ik werkte veel', 'Druk');
    await code(project, one, 'Slecht', 'Gevoel');
    const at = one.text.indexOf('Ik werkte veel');
    await ask('interview.correct', { id: one.id, textVersion: 1, splices: [{ at, del: 'Ik werkte veel'.length, ins: '' }] });
    expect(await texts(project, {})).toEqual(['Slecht']);
    const { rows } = await ask('quote.list', { toBeChecked: true, text: 'werkte' });
    expect(rows).toMatchObject([{ text: 'Ik werkte veel', toBeChecked: true, before: '', after: '', textVersion: 2 }]);
  });

  it('are refused by name when they name what is not there', async () => {
    const { refusal } = await talks();
    for (const [input, at] of [
      [{ codes: { all: ['Bestaat niet'] } }, 'codes'],
      [{ codes: { none: [999] } }, 'codes'],
      [{ sets: ['Nergens'] }, 'sets'],
      [{ interviews: [999] }, 'interviews'],
      [{ attributes: [{ name: 'kleur', values: ['rood'] }] }, 'attributes'],
      [{ coder: 'Niemand' }, 'coder'],
      [{ group: 'attribute:kleur' }, 'group'],
    ] as const) {
      expect(await refusal('quote.list', input)).toMatchObject({ code: 'not-found', at });
    }
    expect(await refusal('quote.list', { group: 'kleur' })).toEqual(
      expect.objectContaining({ code: 'invalid-input', at: 'group' }),
    );
    expect(await refusal('quote.list', { limit: 501 })).toEqual(withCode('invalid-input'));
    expect(await refusal('quote.list', { attributes: [{ name: 'rol', values: [] }] })).toEqual(withCode('invalid-input'));
  });

  it('may name a version of the meaning of a code', async () => {
    const project = await talks();
    await code(project, project.one, 'Ik werkte veel', 'Druk');
    const codeId = (await project.ask('code.list', {})).codes[0]?.id ?? 0;
    expect(await texts(project, { madeBefore: { codeId, version: 1 } })).toEqual([]);
    expect(await texts(project, { madeBefore: { codeId, version: 2 } })).toEqual(['Ik werkte veel']);
  });
});

describe('counts', () => {
  it('are of fragments, of who speaks in them, and of interviews out of those in scope', async () => {
    const project = await talks();
    await code(project, project.one, 'Ik schaamde me zo', 'Gevoel');
    await code(project, project.one, 'Ik schaamde me zo', 'Hulp');
    await code(project, project.one, 'Hoe ging het thuis', 'Vraag');
    expect((await project.ask('quote.list', {})).total).toEqual({ fragments: 2, participants: 1, interviews: 1, of: 2 });
    const fathers = await project.ask('quote.list', { attributes: [{ name: 'rol', values: ['vader'] }] });
    expect(fathers.total).toEqual({ fragments: 0, participants: 0, interviews: 0, of: 1 });
    expect(fathers.without).toEqual([{ condition: 'attribute:rol', fragments: 2 }]);
  });

  it('agree with the quotes of an analysis: the same text, in the same interviews', { timeout: 60_000 }, async () => {
    const { ask } = await projects.sample();
    const { codes } = await ask('code.list', {});
    for (const { path } of codes.filter((_, at) => at % 5 === 0)) {
      for (const [rollup, coder] of [
        [true, undefined],
        [false, 'Noor'],
      ] as const) {
        const behind = await ask('analysis.quotes', { code: path, rollup, ...(coder && { coder }) });
        const codesAsked = { all: [path], withSubcodes: rollup };
        const listed = await ask('quote.list', { codes: codesAsked, limit: 500, ...(coder && { coder }) });
        expect(listed.total.fragments).toBe(listed.rows.length);
        expect([listed.total.interviews, listed.total.of], path).toEqual([behind.interviews, behind.of]);
        const covered = (rows: readonly { interviewId: number; start: number; end: number }[]) =>
          new Set(
            rows.flatMap(({ interviewId, start, end }) =>
              Array.from({ length: end - start }, (_, n) => `${interviewId} ${start + n}`),
            ),
          );
        expect(covered(listed.rows), path).toEqual(covered(behind.quotes));
        // One coder does not code a text twice with one code here, so nothing is merged and the numbers are the same.
        if (!rollup) expect(listed.total.fragments, path).toBe(behind.quotes.length);
      }
    }
  });
});

describe('the list', () => {
  it('is grouped any way, and every page of it together is the whole', async () => {
    const { ask } = await projects.sample();
    const codes = { all: [shame] };
    for (const group of ['none', 'set', 'city', 'interview', 'code', 'theme', 'participant', 'coder', 'attribute:rol']) {
      for (const sort of ['place', 'newest', 'oldest', 'length', 'code'] as const) {
        const whole = await ask('quote.list', { codes, group, sort, limit: 500 });
        expect(whole.rows).toHaveLength(whole.length);
        expect(whole.groups.reduce((sum, own) => sum + own.fragments, 0)).toBe(whole.length);
        expect(whole.groups.every((own) => own.fragments > 0)).toBe(true);
        const pages = [];
        for (let offset = 0; offset < whole.length; offset += 37)
          pages.push(...(await ask('quote.list', { codes, group, sort, offset, limit: 37 })).rows);
        expect(pages).toEqual(whole.rows);
        const distinct = new Set(whole.rows.map((row) => `${row.interviewId} ${row.start} ${row.end}`));
        expect(distinct.size).toBe(whole.total.fragments);
      }
    }
    const bySet = await ask('quote.list', { codes, group: 'set', limit: 500 });
    for (const { at, name, fragments } of bySet.groups)
      expect(bySet.rows.slice(at, at + fragments).every((row) => row.set === name)).toBe(true);
    const { sets } = await ask('interviewSet.list', {});
    const names = bySet.groups.map(({ name }) => name);
    expect(names).toEqual(sets.map((set) => set.name).filter((name) => names.includes(name)));
  });

  it('shows each quote as it stands in the text, with as much around it as is asked', async () => {
    const { ask } = await projects.sample();
    for (const context of ['none', 'sentence', 'turn'] as const) {
      const { rows } = await ask('quote.list', { context, codes: { all: [shame] }, limit: 60 });
      for (const row of rows) {
        const { text, turns } = await ask('interview.get', { id: row.interviewId });
        expect(text.slice(row.start, row.end)).toBe(row.text);
        expect(text.slice(row.start - row.before.length, row.end + row.after.length)).toBe(row.before + row.text + row.after);
        if (context === 'none') expect(row.before + row.after).toBe('');
        if (context === 'turn') expect(turns[row.turn - 1]?.start).toBe(row.start - row.before.length);
        if (context === 'turn') expect(turns.map((turn) => turn.end)).toContain(row.end + row.after.length);
      }
    }
  });

  it('cuts a quote as long as an interview, and says how much is left', async () => {
    const project = await projects.empty();
    const talk = await importTalk(project, 'Lang', [
      ['Moeder', '😀'.repeat(3000)],
      ['Moeder', 'Ja.'],
    ]);
    await code(project, talk, '😀'.repeat(3000), 'Alles');
    const [row] = (await project.ask('quote.list', {})).rows;
    expect(row?.text.length).toBeLessThanOrEqual(2000);
    expect(row?.text.isWellFormed()).toBe(true);
    expect((row?.text.length ?? 0) + (row?.more ?? 0)).toBe(6000);
    expect((await project.ask('quote.export', { format: 'text' })).content).toContain('😀'.repeat(3000));
  });

  it('is the same to choose from, each fragment once, with its codings', async () => {
    const { ask } = await projects.sample();
    const scope = { codes: { any: [shame] }, group: 'coder' };
    const { rows, total } = await ask('quote.list', { ...scope, limit: 500 });
    const { fragments } = await ask('quote.choose', scope);
    expect(fragments).toHaveLength(total.fragments);
    const key = (row: { interviewId: number; start: number; codings: readonly { id: number }[] }) =>
      `${row.interviewId} ${row.start} ${row.codings.map((coding) => coding.id)}`;
    expect(new Set(fragments.map(key))).toEqual(new Set(rows.map(key)));
  });

  it('sees what was coded since', async () => {
    const project = await talks();
    expect(await texts(project, {})).toEqual([]);
    const id = await code(project, project.one, 'Later wel', 'Hulp');
    expect(await texts(project, {})).toEqual(['Later wel']);
    await project.ask('coding.remove', { ids: [id] });
    expect(await texts(project, {})).toEqual([]);
    await project.ask('history.undo', {});
    expect(await texts(project, {})).toEqual(['Later wel']);
  });
});

describe('a note on many', () => {
  it('comes below what is there, and is one step to take back', async () => {
    const project = await talks();
    const { ask, refusal } = project;
    const first = await code(project, project.one, 'Ik werkte veel', 'Druk');
    const second = await code(project, project.one, 'Later wel', 'Hulp');
    await ask('memo.set', { on: 'coding', id: first, text: 'Eerder' });
    await ask('quote.note', { codingIds: [first, second, first], text: ' Samen lezen ' });
    const memos = async () => (await ask('coding.list', { interviewId: project.one.id })).codings.map((coding) => coding.memo);
    expect((await memos()).toSorted()).toEqual(['Eerder\n\nSamen lezen', 'Samen lezen']);
    await ask('history.undo', {});
    expect((await memos()).toSorted()).toEqual(['', 'Eerder']);
    expect(await refusal('quote.note', { codingIds: [first, 999], text: 'x' })).toEqual(withCode('not-found'));
    expect(await refusal('quote.note', { codingIds: [first], text: '  ' })).toEqual(withCode('invalid-input'));
    await ask('memo.set', { on: 'coding', id: first, text: 'x'.repeat(MAX_MEMO) });
    expect(await refusal('quote.note', { codingIds: [second, first], text: 'y' })).toEqual(withCode('refused'));
    expect((await memos()).toSorted()[0]).toBe('');
  });
});

describe('what goes out', () => {
  it('as a table has the place, the people and the codes of each, and nothing a spreadsheet would run', async () => {
    const project = await talks();
    const talk = await importTalk(project, '=A9', [
      ['Moeder', '=1+1 zei ik; "echt"'],
      ['Moeder', 'Ja.'],
    ]);
    await code(project, talk, '=1+1 zei ik; "echt"', 'Rare / @code');
    await code(project, project.one, 'Ik schaamde me zo', 'Gevoel');
    const { content, fragments } = await project.ask('quote.export', { heading: 'Alle fragmenten' });
    expect(fragments).toBe(2);
    expect(content.startsWith('\ufefffragment;')).toBe(true);
    const rows = readCsv(content, ['fragment', 'interview', 'beurt', 'respondent', 'rol', 'codes', 'vraag']);
    expect(rows.map((row) => row.cells)).toEqual([
      {
        fragment: '=1+1 zei ik; "echt"',
        interview: '=A9',
        beurt: '1',
        respondent: '',
        rol: '',
        codes: 'Rare / @code',
        vraag: 'Alle fragmenten',
      },
      {
        fragment: 'Ik schaamde me zo',
        interview: 'A-1',
        beurt: '2',
        respondent: 'Ans',
        rol: 'moeder',
        codes: 'Gevoel',
        vraag: 'Alle fragmenten',
      },
    ]);
    expect(content).toContain(`"'=1+1 zei ik; ""echt"""`);
  });

  it('as text names its source, and as Markdown lets nothing become markup', async () => {
    const project = await talks();
    const first = await code(project, project.one, 'Ik schaamde me zo', 'Gevoel');
    await code(project, project.two, 'Ik schaamde me niet', 'Gevoel');
    const chosen = await project.ask('quote.export', { format: 'text', only: [first], heading: 'Met Gevoel' });
    expect(chosen).toEqual({
      content: 'Met Gevoel\n\n‘Ik schaamde me zo’ (A-1, beurt 2; Ans, moeder, 0–1 jaar)\n',
      fragments: 1,
    });
    const talk = await importTalk(project, 'X', [
      ['Moeder', '# kop *vet* [link](x)'],
      ['Moeder', 'Ja.'],
    ]);
    await code(project, talk, '# kop *vet* [link](x)', 'Gevoel');
    const { content } = await project.ask('quote.export', { format: 'markdown', language: 'en', interviews: [talk.id] });
    expect(content).toBe('> \\# kop \\*vet\\* \\[link\\](x)\n>\n> — X, turn 1 · Gevoel\n');
  });
});

describe('a label', () => {
  it('of a step on one long quote is its beginning, with no character cut in two', async () => {
    const project = await projects.empty();
    const long = `${'x'.repeat(119)}\u{1f469}\u200d\u{1f467} ${'heel lang '.repeat(500)}`.trim();
    const talk = await importTalk(project, 'X', [
      ['Moeder', long],
      ['Moeder', 'Ja.'],
    ]);
    const coding = await code(project, talk, long, 'Gevoel');
    await project.ask('quote.note', { codingIds: [coding], text: 'Noot' });
    const { undo } = await project.ask('project.get', {});
    expect(undo?.subject).toBe('x'.repeat(119));
    expect((await project.ask('memo.list', {})).memos[0]?.subject).toBe('x'.repeat(119));
  });

  it('the turn around a quote is cut between words, and in a text without spaces between characters', async () => {
    const project = await projects.empty();
    const talk = await importTalk(project, 'X', [
      ['Moeder', `${'\u8bed'.repeat(2500)} midden ${'\u{1f469}'.repeat(1500)}`],
      ['Moeder', 'Ja.'],
    ]);
    await code(project, talk, 'midden', 'Gevoel');
    const { rows } = await project.ask('quote.list', { context: 'turn' });
    expect(rows[0]?.before.length).toBeLessThan(2010);
    expect(rows[0]?.after.length).toBeLessThan(2010);
    expect([rows[0]?.before, rows[0]?.after].every((text) => text?.isWellFormed())).toBe(true);
  });
});
