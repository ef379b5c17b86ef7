// The counts beside interviews and codes are kept from one question to the next, per interview. Whatever is changed, taken back, done
// again or refused meanwhile, they are what a plain recount of the file on disk says.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dump, importTalk, openProjects, type TestProject } from '../helpers/project.ts';
import { drawChange } from '../helpers/random-changes.ts';
import { runs, timeout } from '../helpers/runs.ts';
import { createRandom } from '../tools/generate/random.ts';

const projects = await openProjects();

type Row = Readonly<Record<string, number | string | null>>;
const rowsOf = (tables: Record<string, unknown[]>, name: string) => (tables[name] ?? []) as Row[];

/** Counted the slow way: every position of every text is asked whether it is coded. */
function recount(path: string) {
  const tables = dump(path);
  const codings = rowsOf(tables, 'coding');
  const parents = new Map(rowsOf(tables, 'code').map((code) => [code.id, code.parent_id]));
  const isUnder = (id: unknown, top: unknown): boolean => id === top || (id != null && isUnder(parents.get(id as number), top));
  const interviews = rowsOf(tables, 'interview').map(({ id }) => {
    const own = codings.filter((coding) => coding.interview_id === id);
    const turns = rowsOf(tables, 'turn').filter((turn) => turn.interview_id === id);
    const touches = (turn: Row) =>
      own.some(
        (c) => Number(c.start) < Number(c.end) && Number(c.start) < Number(turn.end) && Number(turn.start) < Number(c.end),
      );
    return {
      id,
      turns: turns.length,
      codedTurns: turns.filter(touches).length,
      codings: own.length,
      toCheck: own.filter((coding) => coding.start === coding.end).length,
    };
  });
  const codes = rowsOf(tables, 'code').map(({ id }) => {
    const counted = interviews.map((interview) =>
      quotesIn(codings.filter((coding) => coding.interview_id === interview.id && isUnder(coding.code_id, id))),
    );
    return {
      id,
      codings: codings.filter((coding) => coding.code_id === id).length,
      quotes: counted.reduce((sum, n) => sum + n, 0),
      interviews: counted.filter((n) => n > 0).length,
    };
  });
  return { interviews: byId(interviews), codes: byId(codes) };
}

/** Runs of coded characters; a coding that begins where another ends begins a run of its own. */
function quotesIn(codings: readonly Row[]): number {
  const inside = (at: number) => codings.some((c) => Number(c.start) < at && at < Number(c.end));
  const starts = new Set(codings.filter((c) => Number(c.start) < Number(c.end)).map((c) => Number(c.start)));
  return [...starts].filter((at) => !inside(at)).length;
}

function byId<T extends { readonly id: unknown }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => Number(a.id) - Number(b.id));
}

async function told({ ask }: TestProject) {
  const { interviews } = await ask('interview.list', {});
  const { codes } = await ask('code.list', {});
  return {
    interviews: byId(
      interviews.map(({ id, turns, codedTurns, codings, toCheck }) => ({ id, turns, codedTurns, codings, toCheck })),
    ),
    codes: byId(codes.map(({ id, codings, quotes, interviews }) => ({ id, codings, quotes, interviews }))),
  };
}

it('what is kept is what a recount says, after every change of a random run', { timeout: timeout(120_000) }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const project = await projects.empty();
      const random = createRandom(seed);
      for (const name of ['Eerste', 'Tweede', 'Derde'])
        await importTalk(project, name, [
          ['Interviewer', `Hoe ging het met slapen, ${name.toLowerCase()} kind?`],
          ['Ouder', 'Het slapen ging goed, maar het eten niet 👶🏽 zo best.'],
        ]);
      for (let n = 0; n < 60; n++) {
        if (random.chance(0.2)) await project.ask(random.chance(0.6) ? 'history.undo' : 'history.redo', {});
        else if (random.chance(0.1)) await walk(project, random.whole(0, 20), random.chance(0.3));
        else {
          const { name, input } = await drawChange(random, project.ask);
          await project.answer(name, input);
        }
        expect(await told(project)).toEqual(recount(project.path));
      }
    }),
    { numRuns: runs(6) },
  );
});

/** Goes through the history to the step so many back, or is stopped on the way so that all is as it was. */
async function walk({ ask, answer }: TestProject, back: number, stopped: boolean): Promise<void> {
  const { entries } = await ask('history.list', {});
  const stop = new AbortController();
  const onProgress = () => (stopped ? stop.abort() : undefined);
  await answer('history.goTo', { entryId: stopped ? null : (entries[back]?.id ?? null) }, { signal: stop.signal, onProgress });
}

it('a project that is only read is counted as it is, also when another window of it is written to', async () => {
  const writer = await projects.sample();
  const reader = await projects.engine();
  expect(await reader.open(writer.path, { readOnly: true, remember: false })).toMatchObject({ ok: true });
  const read = async () => {
    const ask: TestProject['ask'] = async (name, input) => {
      const answer = await reader.call(name, input);
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value as never;
    };
    return told({ ...writer, ask });
  };
  expect(await read()).toEqual(recount(writer.path));
  const { codings } = await writer.ask('coding.list', { interviewId: 2 });
  await writer.ask('coding.remove', { ids: codings.slice(0, 5).map((coding) => coding.id) });
  expect(await read()).toEqual(recount(writer.path));
  expect(await told(writer)).toEqual(recount(writer.path));
});
