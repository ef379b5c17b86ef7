// The project as a whole: its check, its positions, a full disk, and what every operation has in common.

import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { contract, type OperationName, operationNames } from '../../src/contract/index.ts';
import { dispatch } from '../../src/core/dispatch.ts';
import { defaultEffects } from '../../src/core/effects.ts';
import { createWorkbench } from '../../src/core/workbench.ts';
import { driver } from '../../src/store/database.ts';
import { dump, openProjects, type TestProject, testEffects, textFile, withCode } from '../helpers/project.ts';

const projects = await openProjects();

/** A copy of the sample in which someone else’s hand has been at work, outside the program. */
async function broken(sql: string): Promise<TestProject> {
  const project = await projects.sample();
  await project.engine.close();
  const file = new Database(project.path);
  file.pragma('foreign_keys = OFF');
  file.pragma('ignore_check_constraints = ON');
  file.unsafeMode(); // the tables of the search index too
  file.exec(sql);
  file.close();
  await project.reopen();
  return project;
}

const SOME_CODING = '(select min(id) from coding)';

describe('the check', () => {
  it('of a sound project says so', async () => {
    const { ask } = await projects.sample();
    expect(await ask('project.check', {})).toEqual({ ok: true });
  });

  it.each([
    ['no project row', 'delete from project', 'the project has a name'],
    ['an interview without a text', 'delete from interview_text where interview_id = 3', 'every interview has a text'],
    ['a coding without its code', `update coding set code_id = 999 where id = ${SOME_CODING}`, 'the file is sound'],
    ['a coding without its interview', `update coding set interview_id = 999 where id = ${SOME_CODING}`, 'the file is sound'],
    ['a coding without its coder', `update coding set coder_id = 999 where id = ${SOME_CODING}`, 'the file is sound'],
    [
      'a memo without its code',
      "insert into memo (code_id, text, coder_id, at) values (999, 'x', 1, '2026')",
      'the file is sound',
    ],
    ['turns that overlap', 'update turn set start = start - 3 where interview_id = 1 and position = 2', 'turns do not overlap'],
    [
      'a turn outside the text',
      'update turn set end = 9999999 where interview_id = 1 and position = (select max(position) from turn where interview_id = 1)',
      'turns lie inside the text',
    ],
    [
      'codes above each other',
      'update code set parent_id = 3 where id = 1; update code set parent_id = 1 where id = 3',
      'codes form a tree',
    ],
    ['a code above itself', 'update code set parent_id = 2 where id = 2', 'codes form a tree'],
    [
      'a colour below a theme',
      "update code set hue = 1, form = 'solid' where id = (select min(id) from code where parent_id is not null)",
      'only themes have a colour of their own',
    ],
    ['a coding outside its text', `update coding set end = 9999999 where id = ${SOME_CODING}`, 'codings lie inside the text'],
    [
      'a quote that is not the text',
      `update coding set quote = 'iets anders' where id = ${SOME_CODING}`,
      'a quote is the text under its coding',
    ],
    [
      'a coding that cuts a character',
      "update interview_text set text = 'e' || char(769) || text where interview_id = 1; update coding set start = 0, end = 1, quote = 'e' where interview_id = 1",
      'codings do not cut a grapheme',
    ],
    ['a text that is not in the index', 'delete from interview_search_docsize where id = 2', 'the search index holds every text'],
    ['a page of the index lost', 'delete from interview_search_data where id > 10', 'the file is sound'],
    [
      'a step that is not known',
      "insert into history_row values (99, 0, 'code', 'insert', '{\"id\":1}', null)",
      'history rows belong to an entry',
    ],
    [
      'steps taken back in another order',
      "insert into history_entry (id, operation, subject, coder, at, undone) values (1, 'x', 'x', 'x', 'x', 1), (2, 'y', 'y', 'y', 'y', 0)",
      'what was taken back comes after what stands',
    ],
    [
      'a step whose row is gone',
      "insert into history_entry (id, operation, subject, coder, at, undone) values (1, 'x', 'x', 'x', 'x', 0); insert into history_row values (1, 0, 'code', 'insert', '{\"id\":999}', null)",
      'the history replays',
    ],
    [
      'a step without what was there',
      "insert into history_entry (id, operation, subject, coder, at, undone) values (1, 'x', 'x', 'x', 'x', 0); insert into history_row values (1, 0, 'code', 'delete', '{\"id\":999}', null)",
      'the history replays',
    ],
    [
      'a step in a table that is not there',
      "insert into history_entry (id, operation, subject, coder, at, undone) values (1, 'x', 'x', 'x', 'x', 0); insert into history_row values (1, 0, 'nothing', 'insert', '{\"id\":1}', null)",
      'the history replays',
    ],
    [
      'a step that can’t be read',
      "insert into history_entry (id, operation, subject, coder, at, undone) values (1, 'x', 'x', 'x', 'x', 0); insert into history_row values (1, 0, 'code', 'update', '{\"id\":1}', '{oops')",
      'the history replays',
    ],
  ])('finds %s', async (_what, sql, rule) => {
    const { ask } = await broken(sql);
    const answer = await ask('project.check', {});
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.broken.map((own) => own.rule)).toContain(rule);
    expect(contract['project.check'].output.parse(answer)).toEqual(answer);
  });
});

describe('a position', () => {
  it('is any JSON under a key, written over, and null when there is none', async () => {
    const { ask, refusal, reopen } = await projects.empty();
    expect(await ask('position.get', { key: 'place' })).toEqual({ value: null });
    for (const value of [{ turn: 3, open: [1, null, 'x'] }, 'text', 0, false, null]) {
      await ask('position.set', { key: 'place', value });
      expect(await ask('position.get', { key: 'place' })).toEqual({ value });
    }
    await ask('position.set', { key: 'other', value: 1 });
    await reopen();
    expect(await ask('position.get', { key: 'other' })).toEqual({ value: 1 });
    expect(await refusal('position.set', { key: 'x'.repeat(101), value: 1 })).toEqual(withCode('invalid-input'));
    expect(await refusal('position.set', { key: 'x', value: undefined })).toEqual(withCode('invalid-input'));
  });
});

describe('a full disk', () => {
  it('keeps nothing of the step, loses nothing of what was there, and goes on once there is room', async () => {
    const path = await projects.samplePath();
    const effects = { ...defaultEffects(), ...testEffects(projects.folder) };
    const workbench = createWorkbench(effects);
    workbench.open(path, { remember: false });
    const db = workbench.project()?.db;
    if (!db) throw new Error('no project is open');
    const call = (name: OperationName, input: unknown) =>
      dispatch({ workbench, effects, signal: undefined, progress: () => {} }, name, input);
    driver(db).exec('vacuum'); // no room left over inside
    const before = dump(path);
    const pages = Number(driver(db).pragma('page_count', { simple: true }));
    driver(db).pragma(`max_page_count = ${pages + 2}`);
    const files = [textFile('groot.txt', Array.from({ length: 20_000 }, (_, n) => `woord${n}`).join(' '))];
    const csv = [
      'interview,start,end,code,coder',
      ...Array.from({ length: 3000 }, (_, n) => `DH-01,${n},${n + 20},vol,Bas`),
    ].join('\n');
    for (const [name, input] of [
      ['interview.import', { files, set: 'Vol' }],
      ['codings.import', { csv, createCodes: true }],
      ['memo.set', { on: 'project', text: 'x'.repeat(90_000) }],
    ] as const) {
      expect(await call(name, input)).toMatchObject({ ok: false, error: withCode('no-space') });
      expect(dump(path)).toEqual(before);
    }
    expect(await call('project.check', {})).toMatchObject({ value: { ok: true } });
    expect(await call('history.list', {})).toMatchObject({ value: { entries: [] } });
    driver(db).pragma('max_page_count = 1000000');
    expect(await call('interview.import', { files, set: 'Ruimte' })).toMatchObject({ ok: true });
    expect(await call('history.undo', {})).toMatchObject({ value: { entry: { operation: 'interview.import' } } });
    expect(dump(path)).toEqual(before);
    workbench.close();
  });
});

const someInput: Partial<Record<OperationName, unknown>> = {
  'code.mergePreview': { id: 2, intoId: 3 },
  'code.history': { id: 2 },
  'code.codingsBefore': { id: 2, version: 2 },
  'interview.get': { id: 1 },
  'interview.preview': { file: textFile('x.txt', 'Ja.') },
  'coding.list': { interviewId: 1 },
  'question.answers': { interviewId: 1, turn: 0 },
  'position.get': { key: 'place' },
  'search.text': { query: 'baby*' },
  'analysis.frequency': { by: 'set' },
  'analysis.quotes': { code: 'Schaamte', rollup: true },
  'analysis.pairs': { a: 'Schaamte / je groot houden', b: 'Vertrouwen in de hulpverlener / durven vertellen' },
};

describe('every operation', () => {
  it('that reads answers what its schema says, to the field, and changes nothing', { timeout: 60_000 }, async () => {
    const { answer, path } = await projects.sample();
    const before = dump(path);
    for (const name of operationNames.filter((operation) => contract[operation].kind === 'read')) {
      const given = await answer(name, someInput[name] ?? {});
      expect(given, name).toMatchObject({ ok: true, changed: [] });
      if (given.ok) expect(contract[name].output.parse(given.value), name).toEqual(given.value);
      expect(JSON.parse(JSON.stringify(given)), `${name} as JSON`).toEqual(given);
    }
    expect(dump(path)).toEqual(before);
  });

  it('without an open project, or with an input that is none, is refused in words', async () => {
    const engine = await projects.engine();
    for (const name of operationNames.filter((operation) => contract[operation].kind !== 'workbench')) {
      for (const input of [42, 'x', [], { nonsense: true }])
        expect(await engine.call(name, input), name).toMatchObject({ ok: false, error: withCode('invalid-input') });
    }
    expect(await engine.call('code.list', {})).toMatchObject({ ok: false, error: withCode('not-found') });
    expect(await engine.call('code.create', { name: 'x' })).toMatchObject({ ok: false, error: withCode('not-found') });
    for (const name of ['nothing', '__proto__', 'toString', ''])
      expect(await engine.call(name, {})).toMatchObject({ ok: false, error: withCode('invalid-input') });
  });

  it('runs when the ones before it are done, so that none sees half a change', async () => {
    const { answer } = await projects.empty();
    const files = Array.from({ length: 12 }, (_, n) => textFile(`I-${n}.txt`, `Nummer ${n}.`));
    const [imported, list, , renamed, got] = await Promise.all([
      answer('interview.import', { files, set: 'X' }),
      answer('interview.list', {}),
      answer('code.create', { name: 'slapen' }),
      answer('project.rename', { name: 'Nieuw' }),
      answer('project.get', {}),
    ]);
    expect([imported.ok, renamed.ok]).toEqual([true, true]);
    expect(list).toMatchObject({ value: { interviews: { length: 12 } } });
    expect(got).toMatchObject({ value: { name: 'Nieuw', counts: { codes: 1 } } });
  });

  it('that goes wrong inside tells no word of a transcript, and leaves everything as before', async () => {
    const { ask, refusal, path } = await projects.empty({
      readTranscript: async () => {
        throw new TypeError('Anouk zei iets geheims');
      },
    });
    await ask('code.create', { name: 'slapen' });
    const before = dump(path);
    const failure = await refusal('interview.import', { files: [textFile('A.txt', 'x')], set: 'X' });
    expect(failure).toEqual({
      code: 'internal',
      message: 'Something went wrong inside Rode Draad (interview.import); nothing was changed',
    });
    const logged = projects.log.splice(0);
    expect(logged).toEqual([expect.stringMatching(/^internal error in interview.import: TypeError .*project\.test\.ts/)]);
    expect(logged.join()).not.toContain('geheims');
    expect(dump(path)).toEqual(before);
    await ask('code.create', { name: 'moe' });
  });

  it('nor when what went wrong is told with the very words, over several lines', async () => {
    const said = 'Anouk was at huis\n    at tante Bep, geheims';
    const { refusal } = await projects.empty({
      readTranscript: async () => {
        throw new SyntaxError(`Unexpected token in ${said} at position 3`);
      },
    });
    await refusal('interview.import', { files: [textFile('A.txt', 'x')], set: 'X' });
    const logged = projects.log.splice(0).join();
    expect(logged).toMatch(/^internal error in interview.import: SyntaxError .*project\.test\.ts/);
    expect(logged).not.toMatch(/geheims|tante|huis/);
  });
});

describe('a project that is damaged in the middle', () => {
  it('is refused in words by whatever meets the damage', async () => {
    const path = await projects.samplePath();
    const spoiled = `${path}.spoiled.draad`;
    copyFileSync(path, spoiled);
    const file = new Database(spoiled);
    const page = file.prepare("select rootpage from sqlite_schema where name = 'coding'").pluck().get() as number;
    file.close();
    const { openSync, writeSync, closeSync } = await import('node:fs');
    const handle = openSync(spoiled, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, (page - 1) * 4096);
    closeSync(handle);
    const engine = await projects.engine();
    await engine.open(spoiled, { remember: false });
    const answers = [
      await engine.call('coding.list', { interviewId: 1 }),
      await engine.call('analysis.frequency', { by: 'all' }),
      await engine.call('code.delete', { id: 1 }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: withCode('not-a-project') });
  });
});
