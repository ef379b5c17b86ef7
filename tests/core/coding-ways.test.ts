// The further ways to code: many ranges at once, a coding in two, another code that is made for it, digits, and guide questions.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatColour } from '../../src/domain/code.ts';
import { likeness } from '../../src/domain/likeness.ts';
import { aroundIn } from '../../src/domain/sentence.ts';
import { splitRange, trimRange } from '../../src/domain/text.ts';
import { dump, importTalk, openProjects, type TestProject, withCode } from '../helpers/project.ts';
import { runs } from '../helpers/runs.ts';

const projects = await openProjects();
const SAID: readonly (readonly [string, string])[] = [
  ['Anouk', 'Ik slaap slecht \u{1f469}\u200d\u{1f467}. Zoe\u0308 ook.'],
  ['Interviewer', 'Hoe lang al?'],
  ['Anouk', 'Sinds de geboorte.'],
];

type Coded = TestProject & { readonly id: number; readonly text: string; readonly slapen: number; readonly moe: number };

async function coded(): Promise<Coded> {
  const project = await projects.empty();
  const talk = await importTalk(project, 'A', SAID);
  const slapen = (await project.ask('code.create', { name: 'slapen' })).id;
  const moe = (await project.ask('code.create', { name: 'moe' })).id;
  return { ...project, ...talk, slapen, moe };
}

const range = ({ id }: Coded, start: number, end: number) => ({ interviewId: id, textVersion: 1, start, end });
const listed = async ({ ask, id }: Coded) => (await ask('coding.list', { interviewId: id })).codings;
const apply = async (project: Coded, start: number, end: number, codeId = project.slapen): Promise<number> =>
  (await project.ask('coding.apply', { ...range(project, start, end), codeIds: [codeId] })).codingIds[0] ?? 0;

describe('many ranges', () => {
  it('are coded in one step; what is there already, or twice among them, is there once', async () => {
    const project = await coded();
    const { ask, slapen, moe } = project;
    await apply(project, 3, 8);
    const before = dump(project.path);
    const answer = await ask('coding.applyMany', {
      codeIds: [slapen, moe, slapen],
      ranges: [range(project, 3, 8), range(project, 2, 9), range(project, 9, 15)],
    });
    expect(answer).toEqual({
      codingIds: [expect.any(Number), expect.any(Number), expect.any(Number)],
      present: 1,
      codeIds: [slapen, moe],
    });
    expect((await listed(project)).map((coding) => [coding.quote, coding.codeId])).toEqual([
      ['slaap', slapen],
      ['slaap', moe],
      ['slecht', slapen],
      ['slecht', moe],
    ]);
    const { entry } = await ask('history.undo', {});
    expect(entry).toMatchObject({ operation: 'coding.applyMany', subject: 'slapen, moe (3)' });
    expect(dump(project.path)).toEqual(before);
    await ask('history.redo', {});
    expect(await listed(project)).toHaveLength(4);
  });

  it('get a code that is made in the same step', async () => {
    const project = await coded();
    const before = dump(project.path);
    const { codeIds } = await project.ask('coding.applyMany', { path: 'Slapen / te kort', ranges: [range(project, 3, 8)] });
    const { codes } = await project.ask('code.list', {});
    expect(codes.find((code) => code.id === codeIds[0])?.path).toBe('slapen / te kort');
    await project.ask('history.undo', {});
    expect(dump(project.path)).toEqual(before);
  });

  it('give a new theme a look that no theme wears, as every other way does', async () => {
    const project = await projects.empty();
    const { id, text } = await importTalk(project, 'T', [['Anouk', 'een twee drie vier']]);
    const whole = { interviewId: id, textVersion: 1, start: 0, end: text.length };
    const looks = async () => (await project.ask('code.list', {})).codes.map(({ wears }) => formatColour(wears));
    await project.ask('code.create', { name: 'A' });
    await project.ask('code.create', { name: 'B', colour: { hue: 3, form: 'solid' } });
    await project.ask('coding.applyMany', { path: 'C', ranges: [whole] });
    expect((await looks()).at(-1)).toBe('t2 hollow');
    for (const name of ['D', 'E', 'F', 'G', 'H', 'I', 'J']) await project.ask('code.create', { name });
    expect(new Set((await looks()).map((look) => look.split(' ')[0])).size).toBe(10);
    await project.ask('code.create', { name: 'taken', colour: { hue: 1, form: 'hollow' } });
    await project.ask('code.create', { name: 'taken too', colour: { hue: 3, form: 'dashed' } });
    await project.ask('coding.applyMany', { path: 'K', ranges: [whole] });
    await project.ask('coding.applyNew', { path: 'L', ...whole });
    const all = await looks();
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['neither code nor path', { codeIds: undefined }, 'invalid-input'],
    ['both', { path: 'x' }, 'invalid-input'],
    ['no range', { ranges: [] }, 'invalid-input'],
    ['a code that is not there', { codeIds: [99] }, 'not-found'],
    [
      'one range outside the text',
      {
        ranges: [
          { start: 3, end: 8 },
          { start: 3, end: 4000 },
        ],
      },
      'invalid-input',
    ],
    [
      'one range of white space',
      {
        ranges: [
          { start: 3, end: 8 },
          { start: 2, end: 3 },
        ],
      },
      'invalid-input',
    ],
    [
      'one range of another version',
      {
        ranges: [
          { start: 3, end: 8 },
          { start: 3, end: 8, textVersion: 2 },
        ],
      },
      'conflict',
    ],
    ['too many ranges', { ranges: Array.from({ length: 20_001 }, () => ({ start: 3, end: 8 })) }, 'invalid-input'],
  ] as const)('with %s leave everything as it was', async (_what, wrong, code) => {
    const project = await coded();
    const before = dump(project.path);
    const ranges = ('ranges' in wrong ? wrong.ranges : [{ start: 3, end: 8 }]).map((part) => ({
      ...range(project, 0, 1),
      ...part,
    }));
    const input = { codeIds: [project.slapen], ...wrong, ranges };
    expect(await project.refusal('coding.applyMany', input)).toEqual(withCode(code));
    expect(dump(project.path)).toEqual(before);
  });

  it('up to 20,000 go in, and can be stopped half-way', async () => {
    const project = await projects.empty();
    const words = Array.from({ length: 20_000 }, (_, n) => `w${n}`);
    const { id, text } = await importTalk(project, 'Lang', [['Anouk', words.join(' ')]]);
    let at = 0;
    const ranges = words.map((word) => {
      const start = text.indexOf(word, at);
      at = start + word.length;
      return { interviewId: id, textVersion: 1, start, end: at };
    });
    const before = dump(project.path);
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => done > 5000 && stop.abort('the person pressed stop');
    expect(await project.refusal('coding.applyMany', { path: 'veel', ranges }, { signal: stop.signal, onProgress })).toEqual(
      withCode('cancelled'),
    );
    expect(dump(project.path)).toEqual(before);
    expect((await project.ask('coding.applyMany', { path: 'veel', ranges })).codingIds).toHaveLength(20_000);
    await project.ask('history.undo', {});
    expect(dump(project.path)).toEqual(before);
  });
});

describe('a coding split in two', () => {
  it('keeps its memo with the first part, and code, coder, moment and key in both', async () => {
    const project = await coded();
    const { ask } = project;
    const id = await apply(project, 0, project.text.length);
    await ask('memo.set', { on: 'coding', id, text: 'Kijk hier.' });
    await ask('coding.setKey', { ids: [id], key: true });
    const before = dump(project.path);
    const turn = project.text.indexOf('\n');
    const { codingIds } = await ask('coding.split', { id, textVersion: 1, at: turn });
    const [first, second] = await listed(project);
    expect(codingIds).toEqual([id, second?.id]);
    expect(first).toMatchObject({ id, start: 0, end: turn, memo: 'Kijk hier.', key: true });
    expect(second).toMatchObject({ start: turn + 1, end: project.text.length, memo: '', key: true });
    for (const what of ['codeId', 'coderId', 'at', 'codeVersion'] as const) expect(second?.[what]).toBe(first?.[what]);
    expect(await ask('project.check', {})).toEqual({ ok: true });
    await ask('history.undo', {});
    expect(dump(project.path)).toEqual(before);
  });

  it('is refused at its ends, in white space at its end, of another version, and where the code is on a part already', async () => {
    const project = await coded();
    const { refusal } = project;
    const id = await apply(project, 3, 15); // slaap slecht
    await apply(project, 9, 15);
    for (const at of [0, 3, 15, 16, 4000])
      expect(await refusal('coding.split', { id, textVersion: 1, at })).toEqual(withCode('invalid-input'));
    expect(await refusal('coding.split', { id, textVersion: 1, at: 8 })).toEqual(withCode('conflict'));
    expect(await refusal('coding.split', { id, textVersion: 2, at: 5 })).toEqual(withCode('conflict'));
    expect(await refusal('coding.split', { id: 99, textVersion: 1, at: 5 })).toEqual(withCode('not-found'));
    expect(await listed(project)).toHaveLength(2);
  });

  it('inside a grapheme goes before it', async () => {
    const project = await coded();
    const at = project.text.indexOf('\u{1f469}');
    const id = await apply(project, 0, at + 6);
    await project.ask('coding.split', { id, textVersion: 1, at: at + 3 });
    expect((await listed(project)).map((coding) => coding.quote)).toEqual(['Ik slaap slecht', '\u{1f469}\u200d\u{1f467}.']);
  });

  it('loses no character but the white space between', () => {
    const said = fc.string({
      unit: fc.constantFrom('a', 'ij', ' ', '\n', '\u{1f469}\u200d\u{1f467}', 'e\u0308', '\u0301', '.', '\u05d0'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(said, fc.nat(60), fc.nat(60), fc.nat(60), (text, a, b, at) => {
        const whole = trimRange(text, { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) });
        const parts = whole && splitRange(text, whole, at);
        if (!whole || !parts) return;
        const [first, second] = parts;
        expect([first.start, second.end]).toEqual([whole.start, whole.end]);
        expect(first.end).toBeLessThanOrEqual(second.start);
        expect(text.slice(first.end, second.start).trim()).toBe('');
        for (const part of parts) expect(trimRange(text, part)).toEqual(part);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('another code', () => {
  it('is made in the same step', async () => {
    const project = await coded();
    const { ask } = project;
    const ids = [await apply(project, 3, 8), await apply(project, 9, 15)];
    const before = dump(project.path);
    const { codeId } = await ask('coding.recodeNew', { ids, path: 'Slapen / ’s nachts \u{1f319}' });
    expect((await listed(project)).map((coding) => coding.codeId)).toEqual([codeId, codeId]);
    await ask('history.undo', {});
    expect(dump(project.path)).toEqual(before);
  });

  it.each([
    ['', 'invalid-input'],
    ['a /  / b', 'refused'],
    ['x'.repeat(201), 'invalid-input'],
  ] as const)('named %j leaves everything as it was', async (path, code) => {
    const project = await coded();
    const id = await apply(project, 3, 8);
    const before = dump(project.path);
    expect(await project.refusal('coding.recodeNew', { ids: [id], path })).toEqual(withCode(code));
    expect(await project.refusal('coding.recodeNew', { ids: [id, 99], path: 'goed' })).toEqual(withCode('not-found'));
    expect(dump(project.path)).toEqual(before);
  });
});

describe('a digit', () => {
  const pins = async ({ ask }: TestProject) =>
    Object.fromEntries((await ask('code.list', {})).codes.flatMap((code) => (code.pin === null ? [] : [[code.pin, code.name]])));

  it('has one code, and a code one digit; both go and come back with undo', async () => {
    const project = await coded();
    const { ask, slapen, moe } = project;
    await ask('code.pin', { id: slapen, digit: 1 });
    await ask('code.pin', { id: moe, digit: 2 });
    await ask('code.pin', { id: moe, digit: 1 });
    expect(await pins(project)).toEqual({ 1: 'moe' });
    await ask('code.pin', { id: moe, digit: 1 });
    expect((await ask('history.list', {})).entries[0]).toMatchObject({ operation: 'code.pin', subject: '1 · moe' });
    await ask('history.undo', {});
    expect(await pins(project)).toEqual({ 1: 'slapen', 2: 'moe' });
    await ask('code.pin', { id: slapen, digit: null });
    expect(await pins(project)).toEqual({ 2: 'moe' });
  });

  it('goes with its code, and moves along when that is merged into one without', async () => {
    const project = await coded();
    const { ask, slapen, moe } = project;
    await ask('code.pin', { id: slapen, digit: 3 });
    await ask('code.merge', { id: slapen, intoId: moe });
    expect(await pins(project)).toEqual({ 3: 'moe' });
    await ask('code.delete', { id: moe });
    expect(await pins(project)).toEqual({});
    await ask('history.undo', {});
    await ask('history.undo', {});
    expect(await pins(project)).toEqual({ 3: 'slapen' });
    await ask('code.pin', { id: moe, digit: 4 });
    await ask('code.merge', { id: slapen, intoId: moe });
    expect(await pins(project)).toEqual({ 4: 'moe' });
  });

  it.each([0, 10, 1.5, '1'])('is no %j', async (digit) => {
    const project = await coded();
    expect(await project.refusal('code.pin', { id: project.slapen, digit })).toEqual(withCode('invalid-input'));
    expect(await project.refusal('code.pin', { id: 99, digit: 1 })).toEqual(withCode('not-found'));
  });
});

describe('likeness', () => {
  const words = fc.array(
    fc.constantFrom('slapen', 'Moeder', 'één', 'hoe', 'gaat', 'het', 'hulp', 'verloskundige', '?', '\u{1f469}'),
    { maxLength: 12 },
  );
  const question = words.map((list) => list.join(' '));

  it('is between 0 and 1, the same both ways, 1 for the same words and 0 for none in common', () => {
    fc.assert(
      fc.property(question, question, (a, b) => {
        const alike = likeness(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(likeness(b, a)).toBe(alike);
        expect(likeness(a, a)).toBe(/\p{L}/u.test(a) ? 1 : 0);
        expect(likeness(a, 'kinderwagen buggy')).toBe(0);
      }),
      { numRuns: runs(300) },
    );
  });

  it('looks past case, accents, order and words that say nothing', () => {
    expect(likeness('Wie heeft je geholpen na de geboorte?', 'En ná de geboorte, wie heeft u toen geholpen?')).toBe(1);
    expect(likeness('Hoe gaat het?', 'HOE GAAT HET')).toBe(1);
    expect(likeness('Fijn. Waar ben je trots op? Dat wil ik weten.', 'En nu iets anders… waar bent u trots op?')).toBe(1);
    expect(likeness('Wat hielp toen je slecht sliep?', 'Wat hielp je toen je weer ging werken?')).toBeLessThan(0.5);
  });
});

describe('the answers to a guide question', () => {
  const QUESTION = 'Wie heeft jou geholpen na de geboorte?';
  async function talks(): Promise<TestProject & { readonly ids: number[]; readonly texts: string[] }> {
    const project = await projects.empty();
    const made = [
      await importTalk(project, 'A', [
        ['Interviewer', 'Fijn dat je er bent.'],
        ['Anouk', 'Graag.'],
        ['Interviewer', QUESTION],
        ['Anouk', 'Mijn moeder.'],
        ['Bo', 'En ik.'],
        ['Interviewer', 'Mooi.'],
        ['Bo', 'Ja.'],
      ]),
      await importTalk(project, 'B', [
        ['Student', 'Wie hielp er na de geboorte?'],
        ['Cem', 'Niemand. Echt niet.'],
        ['Student', 'En wie heeft u geholpen na de geboorte van de tweede?'],
        ['Cem', 'De kraamhulp.'],
      ]),
      await importTalk(project, 'C', [
        ['Interviewer', 'Hoe slaap je?'],
        ['Dewi', 'Na de geboorte heeft mijn zus geholpen.'],
        ['Interviewer', QUESTION],
      ]),
    ];
    const csv = 'interview,participant,speaker\nB,P1,Cem\n';
    await project.ask('participant.import', { csv });
    return { ...project, ids: made.map((talk) => talk.id), texts: made.map((talk) => talk.text) };
  }

  it('are what others say until the interviewer speaks again, best first, one proposed per interview', async () => {
    const { ask, ids, texts } = await talks();
    const { question, candidates, without } = await ask('question.answers', { interviewId: ids[0] ?? 0, turn: 2 });
    expect(question).toBe(QUESTION);
    const said = candidates.map((one) => [
      one.interview,
      one.turn,
      texts[ids.indexOf(one.interviewId)]?.slice(one.start, one.end),
      one.suggested,
    ]);
    expect(said).toEqual([
      ['A', 2, 'Mijn moeder.\nEn ik.', true],
      ['B', 2, 'De kraamhulp.', true],
      ['B', 0, 'Niemand. Echt niet.', false],
    ]);
    expect(candidates.map((one) => one.likeness)).toEqual([1, 0.8, 0.5]);
    expect(candidates[0]).toMatchObject({ set: 'Proefset', textVersion: 1, words: 4, answer: 'Mijn moeder.\nEn ik.' });
    // In C the question is put last, and nobody answers; what the respondent says is no question.
    expect(without).toEqual(['C']);
  });

  it('are coded as they come, in one step', async () => {
    const project = await talks();
    const { candidates } = await project.ask('question.answers', { interviewId: project.ids[0] ?? 0, turn: 2 });
    const ranges = candidates
      .filter((one) => one.suggested)
      .map(({ interviewId, textVersion, start, end }) => ({ interviewId, textVersion, start, end }));
    expect((await project.ask('coding.applyMany', { path: 'Hulp na de geboorte', ranges })).codingIds).toHaveLength(2);
  });

  it('are not sought for what is not the interviewer’s, or is not there', async () => {
    const { refusal, ids } = await talks();
    expect(await refusal('question.answers', { interviewId: ids[1], turn: 1 })).toEqual(withCode('refused'));
    expect(await refusal('question.answers', { interviewId: ids[1], turn: 40 })).toEqual(withCode('not-found'));
    expect(await refusal('question.answers', { interviewId: 99, turn: 0 })).toEqual(withCode('not-found'));
    expect(await refusal('question.answers', { interviewId: ids[1], turn: -1 })).toEqual(withCode('invalid-input'));
  });

  it('are found under the label of the chosen turn where labels can’t tell', async () => {
    const project = await projects.empty();
    const talk: readonly (readonly [string, string])[] = [
      ['Femke', QUESTION],
      ['Anouk', 'Mijn moeder.'],
      ['Femke', 'Dank.'],
      ['Anouk', 'Graag.'],
    ];
    const { id } = await importTalk(project, 'A', talk);
    await importTalk(project, 'B', [...talk, ['Femke', 'Dag.']]);
    const { candidates } = await project.ask('question.answers', { interviewId: id, turn: 0 });
    expect(candidates.map((one) => [one.interview, one.answer])).toEqual([
      ['A', 'Mijn moeder.'],
      ['B', 'Mijn moeder.'],
    ]);
  });
});

describe('around a hit', () => {
  const text = 'Een zin. Nog een zin?\nEn de derde.';
  const turns = [
    { start: 0, end: 21 },
    { start: 22, end: 34 },
  ];

  it('are its sentences and its turns', async () => {
    expect(aroundIn(text, turns)({ start: 13, end: 16 })).toEqual({
      sentence: { start: 9, end: 21 },
      turn: { start: 0, end: 21 },
    });
    expect(aroundIn(text, turns)({ start: 6, end: 24 })).toEqual({
      sentence: { start: 0, end: 34 },
      turn: { start: 0, end: 34 },
    });
  });

  it('is told by a search that asks for it', async () => {
    const project = await coded();
    const { hits } = await project.ask('search.text', { query: 'ook', around: true });
    const [hit] = hits;
    expect(project.text.slice(hit?.around?.sentence.start, hit?.around?.sentence.end)).toBe('Zoe\u0308 ook.');
    expect(hit?.around).toMatchObject({ textVersion: 1, turn: { start: 0 } });
    expect((await project.ask('search.text', { query: 'ook' })).hits[0]).not.toHaveProperty('around');
  });

  it('tell whether the interviewer says it', async () => {
    const project = await projects.empty();
    await importTalk(project, 'A', [
      ['Interviewer', 'Wie gaf je hulp?'],
      ['Anouk', 'Hulp kwam van mijn zus.'],
      ['Interviewer', 'En andere hulp?'],
      ['Anouk', 'Geen hulp.'],
    ]);
    const { hits } = await project.ask('search.text', { query: 'hulp', around: true });
    expect(hits.map(({ around }) => around?.asks)).toEqual([true, false, true, false]);
  });
});
