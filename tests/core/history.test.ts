// Undo and redo of everything: after hundreds of random changes of every kind, taking all back gives exactly what was there before,
// also over closing, and over a process that was killed.

import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract, operationNames } from '../../src/contract/index.ts';
import { start } from '../helpers/processes.ts';
import { dump, importTalk, openProjects, type TestProject } from '../helpers/project.ts';
import { changeNames, drawChange } from '../helpers/random-changes.ts';
import { runs, timeout } from '../helpers/runs.ts';
import { createRandom } from '../tools/generate/random.ts';

const projects = await openProjects();
const CHANGES = 300;

it('every change of the contract is among those drawn', () => {
  const changes = operationNames.filter((name) => contract[name].kind === 'change' && !name.startsWith('history.'));
  expect([...changeNames].sort()).toEqual([...changes].sort());
});

/** All that must be the same again: the followed tables, and what the search index finds. */
async function stateOf({ path, ask }: TestProject): Promise<unknown> {
  const found = [];
  for (const query of ['slapen', '"ik ben"', 'consultatieb*', 'een', 'dezelfde woorden']) {
    const { total, interviews, hits } = await ask('search.text', { query });
    found.push([query, total, interviews, hits.map((hit) => [hit.interviewId, hit.start])]);
  }
  return { tables: dump(path), found };
}

/** The search index holds the very texts, word for word, as SQLite itself judges. */
function expectSoundIndex(path: string): void {
  const file = new Database(path);
  try {
    file.exec("insert into interview_search (interview_search, rank) values ('integrity-check', 1)");
  } finally {
    file.close();
  }
}

async function undoAll(project: TestProject): Promise<number> {
  let count = 0;
  while ((await project.ask('history.undo', {})).entry) count++;
  return count;
}

async function redoAll(project: TestProject): Promise<number> {
  let count = 0;
  while ((await project.ask('history.redo', {})).entry) count++;
  return count;
}

/** Makes so many random changes; a refused one must have changed nothing. Answers how many of each kind were done. */
async function changeMuch(project: TestProject, seed: number, changes: number): Promise<Map<string, number>> {
  const random = createRandom(seed);
  const done = new Map<string, number>();
  for (let n = 0; n < changes; n++) {
    if (random.chance(0.08)) {
      await project.ask(random.chance(0.6) ? 'history.undo' : 'history.redo', {});
      continue;
    }
    const { name, input } = await drawChange(random, project.ask);
    const before = random.chance(0.1) ? dump(project.path) : null;
    const answer = await project.answer(name, input);
    if (answer.ok) done.set(name, (done.get(name) ?? 0) + 1);
    else {
      expect(answer.error.code, `${name} ${JSON.stringify(input)}: ${answer.error.message}`).not.toBe('internal');
      if (before) expect(dump(project.path)).toEqual(before);
    }
  }
  return done;
}

const seeds = fc.integer({ min: 1, max: 2 ** 31 });

describe('after hundreds of random changes', () => {
  it('taking all back gives what was there before, doing all again what was there after; also after closing', {
    timeout: timeout(120_000),
  }, async () => {
    const all = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(seeds, fc.boolean(), async (seed, filled) => {
        const project = await (filled ? projects.sample() : projects.empty());
        const before = await stateOf(project);
        for (const [name, n] of await changeMuch(project, seed, CHANGES)) all.set(name, (all.get(name) ?? 0) + n);
        const after = await stateOf(project);
        expect(await project.ask('project.check', {})).toEqual({ ok: true });

        const steps = await undoAll(project);
        expect(await stateOf(project)).toEqual(before);
        expect(await project.ask('project.check', {})).toEqual({ ok: true });

        const again = await redoAll(project);
        expect(again).toBeGreaterThanOrEqual(steps);
        await undoTo(project, steps);
        expect(await stateOf(project)).toEqual(after);

        await project.reopen();
        expect(await stateOf(project)).toEqual(after);
        expect(await project.ask('project.check', {})).toEqual({ ok: true });
        await undoAll(project);
        expect(await stateOf(project)).toEqual(before);
        await project.engine.close();
        expectSoundIndex(project.path);
      }),
      { numRuns: runs(3), endOnFailure: true },
    );
    // Chance may leave out a rare one in a short run, not many.
    expect(changeNames.filter((name) => !all.has(name)).length).toBeLessThan(5);
  });

  it('a process that is killed in the middle leaves whole steps, and all can be taken back', {
    timeout: timeout(120_000),
  }, async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 5, max: 120 }), async (seed, most) => {
        const project = await projects.sample();
        const before = await stateOf(project);
        await project.engine.close();
        await killAfter(project.path, seed, most);

        await project.reopen();
        expect(await project.ask('project.check', {})).toEqual({ ok: true });
        const left = await stateOf(project);
        const steps = await undoAll(project);
        expect(steps).toBeGreaterThan(0);
        expect(await stateOf(project)).toEqual(before);
        expect(await redoAll(project)).toBe(steps);
        expect(await stateOf(project)).toEqual(left);
        await project.engine.close();
        expectSoundIndex(project.path);
      }),
      { numRuns: runs(2), endOnFailure: true },
    );
  });
});

/** Steps beyond those that stood are taken back again: they had been taken back before. */
async function undoTo(project: TestProject, steps: number): Promise<void> {
  const { entries } = await project.ask('history.list', { limit: 1000 });
  for (let n = entries.filter((entry) => !entry.undone).length; n > steps; n--) await project.ask('history.undo', {});
}

/** Lets another process change the project, and kills it at some moment after so many changes. */
async function killAfter(path: string, seed: number, changes: number): Promise<void> {
  const child = start('random-run.ts', [path, projects.folder, String(seed)]);
  const gone = once(child, 'exit');
  let dots = 0;
  for await (const chunk of child.stdout!) {
    dots += String(chunk).length;
    if (dots >= changes) break;
  }
  expect(dots).toBeGreaterThanOrEqual(changes);
  await wait(seed % 7);
  child.kill('SIGKILL');
  await gone;
}

describe('the history', () => {
  it('names each step, what it was about, by whom and when', async () => {
    const project = await projects.empty();
    const { ask } = project;
    await importTalk(project, 'DH-09', [['Anouk', 'Ik slaap slecht.']]);
    const { id } = await ask('code.create', { name: 'slapen' });
    await ask('code.update', { id, name: 'slaap' });
    const { entries } = await ask('history.list', {});
    expect(entries.map(({ operation, subject, coder, undone }) => [operation, subject, coder, undone])).toEqual([
      ['code.update', 'slaap', 'Noor', false],
      ['code.create', 'slapen', 'Noor', false],
      ['interview.import', 'DH-09', 'Noor', false],
    ]);
    expect(entries.every((entry) => !Number.isNaN(Date.parse(entry.at)))).toBe(true);
    const { undo, redo, savedAt } = await ask('project.get', {});
    expect([undo?.operation, redo, savedAt]).toEqual(['code.update', null, entries[0]?.at]);
  });

  it('tells in each answer which nouns changed, and nothing when nothing did', async () => {
    const { ask, answer, engine } = await projects.empty();
    // The first change of a code makes its coder known too; after that it is about the code only.
    await ask('code.create', { name: 'eerder' });
    const events: unknown[] = [];
    engine.subscribe((event) => events.push(event));
    const { id } = await ask('code.create', { name: 'slapen' });
    expect(await answer('history.undo', {})).toMatchObject({ ok: true, changed: ['code', 'history'] });
    expect(await answer('history.redo', {})).toMatchObject({ ok: true, changed: ['code', 'history'] });
    expect(await answer('history.redo', {})).toEqual({ ok: true, value: { entry: null }, changed: [] });
    expect(await answer('code.update', { id, name: 'slapen' })).toEqual({ ok: true, value: {}, changed: [] });
    expect(events).toEqual(Array(3).fill({ kind: 'changed', nouns: ['code', 'history'] }));
  });

  it('is empty at first, and taking back nothing is no error', async () => {
    const { ask } = await projects.empty();
    expect(await ask('history.undo', {})).toEqual({ entry: null });
    expect(await ask('history.redo', {})).toEqual({ entry: null });
    expect(await ask('history.list', {})).toEqual({ entries: [], total: 0 });
    expect(await ask('history.goTo', { entryId: null })).toEqual({ entry: null, steps: 0 });
  });

  it('gives up what was taken back once something new is done, and keeps it through what is refused or changes nothing', async () => {
    const { ask, refusal } = await projects.empty();
    await ask('code.create', { name: 'een' });
    await ask('code.create', { name: 'twee' });
    await ask('history.undo', {});
    await refusal('code.create', { name: 'EEN' });
    await ask('project.rename', { name: 'Leeg project' });
    await ask('memo.set', { on: 'project', text: '' });
    expect((await ask('project.get', {})).redo).toMatchObject({ operation: 'code.create', subject: 'twee' });
    await ask('code.create', { name: 'drie' });
    expect((await ask('project.get', {})).redo).toBeNull();
    expect(await ask('history.redo', {})).toEqual({ entry: null });
    expect((await ask('code.list', {})).codes.map((code) => code.name)).toEqual(['een', 'drie']);
  });

  it('has no step for a change that leaves all as it was', async () => {
    const project = await projects.empty();
    const { ask } = project;
    const { id: interviewId, text } = await importTalk(project, 'A', [['Anouk', 'Ik slaap slecht.']]);
    const { id } = await ask('code.create', { name: 'slapen', definition: 'Over slapen.' });
    const range = { interviewId, textVersion: 1, start: 0, end: 8 };
    const { codingIds } = await ask('coding.apply', { ...range, codeIds: [id] });
    await ask('memo.set', { on: 'coding', id: codingIds[0] ?? 0, text: 'Let op.' });
    await ask('participant.import', { csv: 'interview,participant,rol\nA,Anouk,moeder\n' });
    const { sets } = await ask('interviewSet.list', {});
    const { coders } = await ask('coder.list', {});
    const before = (await ask('history.list', {})).entries;

    await ask('project.rename', { name: ' Leeg  project ' });
    await ask('interview.update', { id: interviewId, name: 'A', set: 'proefset', city: '' });
    await ask('interviewSet.rename', { id: sets[0]?.id ?? 0, name: 'Proefset' });
    await ask('interview.import', {
      files: [{ name: 'A.txt', base64: Buffer.from('Anouk: Ik slaap slecht.').toString('base64') }],
      set: 'Nieuw',
    });
    await ask('interview.correct', { id: interviewId, textVersion: 1, splices: [{ at: 3, del: 2, ins: text.slice(3, 5) }] });
    await ask('code.update', { id, name: 'slapen', definition: 'Over slapen.' });
    await ask('code.move', { id, parentId: null, position: 0 });
    await ask('coding.apply', { ...range, codeIds: [id] });
    await ask('coding.resize', { id: codingIds[0] ?? 0, textVersion: 1, start: 0, end: 8 });
    await ask('coding.recode', { ids: codingIds, codeId: id });
    await ask('coding.setKey', { ids: [codingIds[0] ?? 0], key: false });
    await ask('memo.set', { on: 'coding', id: codingIds[0] ?? 0, text: 'Let op.' });
    await ask('participant.import', { csv: 'interview,participant,rol\nA,anouk,moeder\n' });
    await ask('participant.update', { id: 1, name: 'Anouk', attributes: { rol: 'moeder', nieuw: '' } });
    await ask('coder.rename', { id: coders[0]?.id ?? 0, name: 'Noor' });
    await ask('codebook.import', { csv: 'code,definition\nslapen,Over slapen.\n' });
    await ask('codings.import', { csv: 'interview,start,end,code,coder\nA,0,8,slapen,Noor\n' });
    expect((await ask('history.list', {})).entries).toEqual(before);
  });

  it('notes of a row what differs, so that a correction does not keep every quote below it once more', async () => {
    const project = await projects.sample();
    const { ask, path } = project;
    const { interviews } = await ask('interview.list', {});
    const id = interviews.toSorted((a, b) => b.codings - a.codings)[0]?.id ?? 0;
    const before = dump(path);
    await ask('interview.correct', { id, textVersion: 1, splices: [{ at: 1, del: 0, ins: 'x' }] });
    const file = new Database(path, { readonly: true });
    const images = file
      .prepare<[], { image: string }>("select image from history_row where tab = 'coding' and verb = 'update'")
      .all()
      .map((row) => Object.keys(JSON.parse(row.image)));
    file.close();
    expect(images.length).toBeGreaterThan(10);
    expect(images.filter((columns) => columns.includes('quote')).length).toBeLessThan(3);
    await ask('history.undo', {});
    expect(dump(path)).toEqual(before);
  });

  it('does not follow where the person was', async () => {
    const { ask } = await projects.empty();
    await ask('code.create', { name: 'een' });
    await ask('position.set', { key: 'place', value: { turn: 3 } });
    await ask('history.undo', {});
    expect((await ask('position.get', { key: 'place' })).value).toEqual({ turn: 3 });
    expect((await ask('project.get', {})).redo).not.toBeNull();
  });

  it('never makes one version number stand for two texts', async () => {
    const project = await projects.empty();
    const { ask, refusal } = project;
    const { id } = await importTalk(project, 'A', [['Anouk', 'Ik slaap slecht.']]);
    const versionOf = async () => (await ask('interview.get', { id })).textVersion;
    const { textVersion: corrected } = await ask('interview.correct', {
      id,
      textVersion: 1,
      splices: [{ at: 9, del: 6, ins: 'goed' }],
    });
    await ask('history.undo', {});
    const back = await versionOf();
    expect(back).toBeGreaterThan(corrected);
    await ask('interview.correct', { id, textVersion: back, splices: [{ at: 0, del: 2, ins: 'Zij' }] });
    const stale = { interviewId: id, textVersion: corrected, start: 0, end: 2, path: 'x' };
    expect(await refusal('coding.applyNew', stale)).toMatchObject({ code: 'conflict' });
    await ask('history.undo', {});
    await ask('history.redo', {});
    expect(await versionOf()).toBeGreaterThan(back + 2);
  });
});

describe('the label of a step', () => {
  it('is kept with the English labels of codes too, as they were then', async () => {
    const project = await projects.empty();
    const { ask } = project;
    const { id, text } = await importTalk(project, 'A', [['Anouk', 'Ik slaap slecht.']]);
    const labels = async () => {
      const { entries } = await ask('history.list', {});
      return [entries[0]?.subject, entries[0]?.subjectEn];
    };
    const { id: theme } = await ask('code.create', { name: 'Slaap', labelEn: 'Sleep' });
    expect(await labels()).toEqual(['Slaap', 'Sleep']);
    const { id: code } = await ask('code.create', { name: 'kort', parentId: theme });
    expect(await labels()).toEqual(['kort', '']);
    const range = { interviewId: id, textVersion: 1, start: 0, end: text.length };
    await ask('coding.apply', { ...range, codeIds: [theme, code] });
    expect(await labels()).toEqual(['Slaap, kort', 'Sleep, kort']);
    await ask('coding.applyMany', { codeIds: [theme], ranges: [{ ...range, end: 8 }] });
    expect(await labels()).toEqual(['Slaap (1)', 'Sleep (1)']);
    const { codings } = await ask('coding.list', { interviewId: id });
    await ask('coding.recode', { ids: codings.map((coding) => coding.id), codeId: theme });
    expect(await labels()).toEqual(['3 × Slaap, kort → Slaap', '3 × Sleep, kort → Sleep']);
    await ask('memo.set', { on: 'code', id: code, text: 'Let op.' });
    expect(await labels()).toEqual(['Slaap / kort', 'Sleep / kort']);
    await ask('code.pin', { id: theme, digit: 2 });
    expect(await labels()).toEqual(['2 · Slaap', '2 · Sleep']);
    await ask('code.update', { id: theme, labelEn: 'Rest' });
    expect(await labels()).toEqual(['Slaap', 'Rest']);
    const { id: other } = await ask('code.create', { name: 'Moe', labelEn: 'Tired' });
    await ask('code.merge', { id: other, intoId: theme });
    expect(await labels()).toEqual(['Moe → Slaap', 'Tired → Rest']);
    expect((await ask('history.undo', {})).entry).toMatchObject({ subject: 'Moe → Slaap', subjectEn: 'Tired → Rest' });
  });
});
