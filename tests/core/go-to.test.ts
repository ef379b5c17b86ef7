// Going to a step of the history: as many times taking back or doing again, in one transaction, all or nothing.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dump, importTalk, openProjects, type TestProject, withCode } from '../helpers/project.ts';
import { drawChange } from '../helpers/random-changes.ts';
import { runs, timeout } from '../helpers/runs.ts';
import { createRandom } from '../tools/generate/random.ts';

const projects = await openProjects();

async function changeSome(project: TestProject, seed: number, changes: number): Promise<void> {
  const random = createRandom(seed);
  for (let n = 0; n < changes; n++) {
    const { name, input } = await drawChange(random, project.ask);
    await project.answer(name, input);
  }
}

/** The same by what was there before: one step at a time. */
async function walkTo({ ask }: TestProject, entryId: number | null): Promise<number> {
  const { entries } = await ask('history.list', { limit: 1000 });
  const forward = entries.find((entry) => entry.id === entryId)?.undone === true;
  for (let steps = 0; ; ) {
    const { undo, redo } = await ask('project.get', {});
    if (forward ? undo?.id === entryId : (undo?.id ?? 0) <= (entryId ?? 0)) return steps;
    if (forward && !redo) throw new Error('the step is not ahead');
    await ask(forward ? 'history.redo' : 'history.undo', {});
    steps += forward ? 1 : -1;
  }
}

const statusOf = async ({ ask, path }: TestProject): Promise<unknown> => ({
  tables: dump(path),
  entries: (await ask('history.list', { limit: 1000 })).entries.map(({ operation, subject, undone }) => [
    operation,
    subject,
    undone,
  ]),
});

describe('going to a step', () => {
  it('does what as many times undo or redo does', { timeout: timeout(120_000) }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 ** 31 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
        async (seed, targets) => {
          const one = await projects.empty();
          const other = await projects.empty();
          for (const project of [one, other]) await changeSome(project, seed, 40);
          for (const target of targets) {
            const { entries } = await one.ask('history.list', { limit: 1000 });
            const ids = [null, ...entries.map((entry) => entry.id)];
            const entryId = ids[target % ids.length] ?? null;
            const { steps, entry } = await one.ask('history.goTo', { entryId });
            expect(steps).toBe(await walkTo(other, entryId));
            expect(entry?.id ?? null).toBe(entryId);
            expect((await one.ask('project.get', {})).undo?.id ?? null).toBe(entryId);
            expect(await statusOf(one)).toEqual(await statusOf(other));
          }
          expect(await one.ask('project.check', {})).toEqual({ ok: true });
        },
      ),
      { numRuns: runs(6), endOnFailure: true },
    );
  });

  it('tells what changed, once, and works over closing', async () => {
    const project = await projects.empty();
    const { ask, answer, engine } = project;
    for (const name of ['een', 'twee', 'drie', 'vier']) await ask('code.create', { name });
    const [, third, second] = (await ask('history.list', {})).entries;
    await project.reopen();
    const events: unknown[] = [];
    engine.subscribe((event) => events.push(event));
    expect(await answer('history.goTo', { entryId: second?.id })).toEqual({
      ok: true,
      value: { entry: second, steps: -2 },
      changed: ['code', 'history'],
    });
    expect(events).toEqual([{ kind: 'changed', nouns: ['code', 'history'] }]);
    expect((await ask('code.list', {})).codes.map((code) => code.name)).toEqual(['een', 'twee']);
    expect(await ask('history.goTo', { entryId: third?.id ?? null })).toMatchObject({ steps: 1 });
    expect(await ask('history.goTo', { entryId: third?.id ?? null })).toMatchObject({ steps: 0 });
    expect((await ask('code.list', {})).codes).toHaveLength(3);
  });

  it('stopped half-way, or to a step that is not there, leaves all as it was', async () => {
    const project = await projects.empty();
    const { ask, refusal, path } = project;
    for (let n = 0; n < 120; n++) await ask('code.create', { name: `code ${n}` });
    const before = dump(path);
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }): void => {
      if (done >= 60) stop.abort();
    };
    expect(await refusal('history.goTo', { entryId: null }, { signal: stop.signal, onProgress })).toEqual(withCode('cancelled'));
    expect(dump(path)).toEqual(before);
    expect((await ask('project.get', {})).undo?.subject).toBe('code 119');
    expect(await refusal('history.goTo', { entryId: 9999 })).toEqual(withCode('not-found'));
    await ask('code.create', { name: 'nog een' });
    expect(dump(path)).not.toEqual(before);
  });

  it('lists the history in pages', async () => {
    const { ask } = await projects.empty();
    for (let n = 1; n <= 25; n++) await ask('code.create', { name: `code ${n}` });
    const first = await ask('history.list', { limit: 10 });
    expect([first.total, first.entries.length]).toEqual([25, 10]);
    const next = await ask('history.list', { limit: 10, before: first.entries.at(-1)?.id ?? null });
    expect(next.entries.map((entry) => entry.subject)).toEqual(Array.from({ length: 10 }, (_, n) => `code ${15 - n}`));
  });
});

it('a step says at which turn of which interview it was', async () => {
  const project = await projects.empty();
  const { ask } = project;
  const { id: interviewId, text } = await importTalk(project, 'DH-07', [
    ['Interviewer', 'Hoe gaat het?'],
    ['Samira', 'Ik zag steeds een vast gezicht.'],
  ]);
  const start = text.indexOf('vast');
  const { codingIds } = await ask('coding.applyNew', {
    interviewId,
    textVersion: 1,
    start,
    end: start + 12,
    path: 'vast gezicht',
  });
  const { undo } = await ask('project.get', {});
  expect(undo).toMatchObject({ operation: 'coding.applyNew', subject: 'vast gezicht', interview: 'DH-07', turn: 2 });
  await ask('interview.delete', { id: interviewId });
  await ask('history.undo', {});
  await ask('coding.remove', { ids: codingIds });
  expect((await ask('project.get', {})).undo).toMatchObject({ interview: 'DH-07', turn: 2 });
});
