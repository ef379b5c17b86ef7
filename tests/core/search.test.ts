// Find in project: which interviews, and where in the text, exact to the unit.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/core/search.ts';
import { importTalk, openProjects, type TestProject, textFile } from '../helpers/project.ts';
import { runs } from '../helpers/runs.ts';

const projects = await openProjects();

const SAID = [
  ['Anouk', 'Financiële zorgen, en de financie\u0308le hulp kwam niet.'],
  ['Interviewer', 'Hoe bedoel je: geen HULP?'],
  ['Anouk', 'Nou, zo’n hulpverlener die slecht luistert. \u{1f469}\u200d\u{1f467} Slecht slapen ook, slecht… slapen.'],
  ['Interviewer', 'Ja.'],
] as const;

async function talk(): Promise<TestProject & { text: string }> {
  const project = await projects.empty();
  const { text } = await importTalk(project, 'A', SAID);
  return { ...project, text };
}

const found = async ({ ask }: TestProject, query: string) => (await ask('search.text', { query })).hits.map((hit) => hit.text);

describe('a question', () => {
  it.each([
    ['financiele', ['Financiële', 'financie\u0308le']],
    ['FINANCIËLE', ['Financiële', 'financie\u0308le']],
    ['hulp', ['hulp', 'HULP']],
    ['hulp*', ['hulp', 'HULP', 'hulpverlener']],
    ['"slecht slapen"', ['Slecht slapen', 'slecht… slapen']],
    ['"slecht sla*"', ['Slecht slapen', 'slecht… slapen']],
    ['slecht luistert', ['slecht', 'luistert', 'Slecht', 'slecht']],
    ['zo’n', ['zo’n']],
    ['verlener', []],
    ['slecht afwezig', []],
    ['"slapen slecht"', []],
    ['', []],
    ['* " ( - AND OR NOT :', []],
    ['NEAR(slecht slapen)', []],
    ['slecht" OR "x', []],
    ['"slecht', ['slecht', 'Slecht', 'slecht']],
  ])('of %j finds %j', async (query, hits) => {
    expect(await found(await talk(), query)).toEqual(hits);
  });

  it('is taken apart in phrases', () => {
    expect(parseQuery(' hulp "zo’n  ding*" zorg* ')).toEqual([
      { words: ['hulp'], prefix: false },
      { words: ['zo', 'n', 'ding'], prefix: true },
      { words: ['zorg'], prefix: true },
    ]);
  });
});

describe('a hit', () => {
  it('says where it is: interview, set, turn, offsets, and what stands around it', async () => {
    const project = await talk();
    const { hits, total, interviews } = await project.ask('search.text', { query: 'hulpverlener' });
    const start = project.text.indexOf('hulpverlener');
    expect([total, interviews]).toEqual([1, 1]);
    expect(hits).toEqual([
      {
        interviewId: 1,
        interview: 'A',
        set: 'Proefset',
        turn: 3,
        start,
        end: start + 12,
        text: 'hulpverlener',
        // In whole words, cut where 60 units of the text are passed.
        before: 'hulp kwam niet.\nHoe bedoel je: geen HULP?\nNou, zo’n ',
        after: ' die slecht luistert. \u{1f469}\u200d\u{1f467} Slecht slapen ook, slecht…',
      },
    ]);
  });

  it('is counted beyond the limit, and listed in the order of sets and names', async () => {
    const { ask } = await projects.sample();
    const all = await ask('search.text', { query: 'baby*', limit: 1000 });
    const few = await ask('search.text', { query: 'baby*', limit: 5 });
    expect(few).toEqual({ total: all.total, interviews: all.interviews, hits: all.hits.slice(0, 5) });
    expect(all.hits).toHaveLength(all.total);
    const { interviews } = await ask('interview.list', {});
    const order = interviews.map((interview) => interview.id).filter((id) => all.hits.some((hit) => hit.interviewId === id));
    expect([...new Set(all.hits.map((hit) => hit.interviewId))]).toEqual(order);
    expect(new Set(all.hits.map((hit) => hit.interviewId)).size).toBe(all.interviews);
    const [first] = order;
    const one = await ask('search.text', { query: 'baby*', interviewId: first ?? 0, limit: 1000 });
    expect(one.hits).toEqual(all.hits.filter((hit) => hit.interviewId === first));
  });

  it('is found for every word of the sample’s texts, at every place where it stands', { timeout: 60_000 }, async () => {
    const { ask } = await projects.sample();
    const { interviews } = await ask('interview.list', {});
    const texts = await Promise.all(interviews.map(({ id }) => ask('interview.get', { id })));
    const words = [...new Set(texts.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []))];
    const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...words), async (word) => {
        const { hits } = await ask('search.text', { query: word, limit: 1000 });
        const naive = texts.flatMap(({ id, text }) =>
          [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
            .filter((own) => plain(own[0]) === plain(word))
            .map((own) => [id, own.index, own.index + own[0].length]),
        );
        expect(hits.map((hit) => [hit.interviewId, hit.start, hit.end])).toEqual(naive.slice(0, 1000));
      }),
      { numRuns: runs(60) },
    );
  });

  it('follows the text: imported, corrected, removed, and back again', async () => {
    const project = await talk();
    const { ask } = project;
    const count = async (query: string) => (await ask('search.text', { query })).total;
    const at = project.text.indexOf('luistert');
    await ask('interview.correct', { id: 1, textVersion: 1, splices: [{ at, del: 8, ins: 'kijkt' }] });
    expect([await count('luistert'), await count('kijkt')]).toEqual([0, 1]);
    await ask('history.undo', {});
    expect([await count('luistert'), await count('kijkt')]).toEqual([1, 0]);
    await ask('interview.delete', { id: 1 });
    expect(await count('luistert')).toBe(0);
    await ask('interview.import', { files: [textFile('B.txt', 'Hij luistert wel.')], set: 'X' });
    expect(await count('luistert')).toBe(1);
    await ask('history.undo', {});
    await ask('history.undo', {});
    expect(await count('luistert')).toBe(1);
  });
});
