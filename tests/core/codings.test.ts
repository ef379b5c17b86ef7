// Codings, memos and coders: put on the text, changed, taken off; in and out as a table.

import { describe, expect, it } from 'vitest';
import { dump, importTalk, openProjects, type TestProject, withCode } from '../helpers/project.ts';

const projects = await openProjects();
const SAID: readonly (readonly [string, string])[] = [
  ['Anouk', 'Ik  slaap \u{1f469}\u200d\u{1f467} zoe\u0308 slecht.'],
  ['Interviewer', 'Hoe lang al?'],
  ['Anouk', 'Sinds de geboorte.'],
  ['Interviewer', 'Ja.'],
];
// The first turn: Ik·· (0–4) slaap (4–9) · 👩‍👧 (10–15) · zoë (16–20) · slecht. (21–28)

type Coded = TestProject & { readonly id: number; readonly text: string; readonly codes: readonly number[] };

async function coded(): Promise<Coded> {
  const project = await projects.empty();
  const talk = await importTalk(project, 'A', SAID);
  const codes = [];
  for (const name of ['slapen', 'moe', 'hulp']) codes.push((await project.ask('code.create', { name })).id);
  return { ...project, ...talk, codes };
}

const range = ({ id }: Coded, start: number, end: number) => ({ interviewId: id, textVersion: 1, start, end });
const quotesOf = async ({ ask, id }: Coded) =>
  (await ask('coding.list', { interviewId: id })).codings.map((coding) => [coding.start, coding.end, coding.quote]);

describe('the list of codings', () => {
  it('with turns answers exactly those that touch them, and those that lost their text there', async () => {
    const { ask } = await projects.sample();
    const { turns } = await ask('interview.get', { id: 2 });
    const { codings } = await ask('coding.list', { interviewId: 2 });
    for (const [from, to] of [
      [0, 0],
      [3, 9],
      [turns.length - 1, turns.length - 1],
      [0, turns.length + 50],
    ] as const) {
      const [start, end] = [turns[from]?.start ?? 0, (turns[to] ?? turns.at(-1))?.end ?? 0];
      expect(await ask('coding.list', { interviewId: 2, turns: { from, to } })).toEqual({
        codings: codings.filter((coding) => coding.start <= end && coding.end >= start),
      });
    }
    expect(await ask('coding.list', { interviewId: 2, turns: { from: 9_000, to: 9_001 } })).toEqual({ codings: [] });
  });
});

describe('a coding', () => {
  it('is put on a range with several codes at once, by the coder, and is there once', async () => {
    const project = await coded();
    const { ask, id, codes } = project;
    const { codingIds } = await ask('coding.apply', {
      ...range(project, 4, 9),
      codeIds: [codes[0] ?? 0, codes[1] ?? 0, codes[0] ?? 0],
    });
    expect(codingIds).toHaveLength(2);
    expect(await ask('coding.apply', { ...range(project, 4, 9), codeIds: [...codes] })).toEqual({
      codingIds: [...codingIds, expect.any(Number)],
    });
    const { codings } = await ask('coding.list', { interviewId: id });
    expect(codings).toHaveLength(3);
    expect(codings[0]).toEqual({
      id: codingIds[0],
      interviewId: id,
      start: 4,
      end: 9,
      codeId: codes[0],
      coderId: expect.any(Number),
      coder: 'Noor',
      at: expect.stringMatching(/^2026-03-19T09:\d\d:00\.000Z$/),
      key: false,
      toBeChecked: false,
      quote: 'slaap',
      memo: '',
      codeVersion: 1,
    });
    expect((await ask('coder.list', {})).coders).toEqual([{ id: expect.any(Number), name: 'Noor', codings: 3 }]);
  });

  it('is trimmed to whole graphemes without white space at its ends', async () => {
    const project = await coded();
    for (const [start, end] of [
      [2, 10],
      [11, 13],
      [18, 19],
      [14, 21],
    ] as const)
      await project.ask('coding.apply', { ...range(project, start, end), codeIds: [project.codes[0] ?? 0] });
    expect(await quotesOf(project)).toEqual([
      [4, 9, 'slaap'],
      [10, 15, '\u{1f469}\u200d\u{1f467}'],
      [10, 20, '\u{1f469}\u200d\u{1f467} zoe\u0308'],
      [18, 20, 'e\u0308'],
    ]);
    expect(await project.ask('project.check', {})).toEqual({ ok: true });
  });

  it('may run over turns, and over the whole text', async () => {
    const project = await coded();
    await project.ask('coding.apply', { ...range(project, 0, project.text.length), codeIds: [project.codes[0] ?? 0] });
    expect(await quotesOf(project)).toEqual([[0, project.text.length, project.text]]);
  });

  it.each([
    ['nothing between its ends', { start: 4, end: 4 }, 'invalid-input'],
    ['its ends the wrong way round', { start: 9, end: 4 }, 'invalid-input'],
    ['white space only', { start: 2, end: 4 }, 'invalid-input'],
    ['an end outside the text', { end: 1000 }, 'invalid-input'],
    ['a start below 0', { start: -1 }, 'invalid-input'],
    ['half a number', { start: 4.5 }, 'invalid-input'],
    ['another version of the text', { textVersion: 2 }, 'conflict'],
    ['an interview that is not there', { interviewId: 99 }, 'not-found'],
    ['a code that is not there', { codeIds: [99] }, 'not-found'],
    ['no code', { codeIds: [] }, 'invalid-input'],
    ['one code that is there and one that is not', { codeIds: [1, 99] }, 'not-found'],
  ] as const)('is not put on %s', async (_what, wrong, code) => {
    const project = await coded();
    const before = dump(project.path);
    expect(await project.refusal('coding.apply', { ...range(project, 4, 9), codeIds: [1], ...wrong })).toEqual(withCode(code));
    expect(dump(project.path)).toEqual(before);
  });

  it('with a new code makes what is missing of its path, in one step', async () => {
    const project = await coded();
    const { ask } = project;
    const made = await ask('coding.applyNew', { ...range(project, 4, 9), path: 'SLAPEN / te kort / ’s nachts' });
    const { codes } = await ask('code.list', {});
    expect(codes.find((code) => code.id === made.codeId)?.path).toBe('slapen / te kort / ’s nachts');
    await ask('history.undo', {});
    expect((await ask('code.list', {})).codes.map((code) => code.path)).toEqual(['slapen', 'moe', 'hulp']);
    expect(await quotesOf(project)).toEqual([]);
    expect(await ask('coding.applyNew', { ...range(project, 4, 9), path: 'moe' })).toMatchObject({ codeId: project.codes[1] });
  });

  it.each([
    ['', 'invalid-input'],
    ['a /  / b', 'refused'],
    ['/ a', 'refused'],
    ['a /', 'refused'],
    [Array.from({ length: 11 }, (_, n) => `laag ${n}`).join(' / '), 'refused'],
    ['x'.repeat(201), 'invalid-input'],
  ] as const)('with the new code %j leaves nothing', async (path, code) => {
    const project = await coded();
    const before = dump(project.path);
    expect(await project.refusal('coding.applyNew', { ...range(project, 4, 9), path })).toEqual(withCode(code));
    expect(dump(project.path)).toEqual(before);
  });

  it('gets another range, unless the same code is there already', async () => {
    const project = await coded();
    const { ask, refusal, codes } = project;
    const [one = 0] = (await ask('coding.apply', { ...range(project, 4, 9), codeIds: [codes[0] ?? 0] })).codingIds;
    const [other = 0] = (await ask('coding.apply', { ...range(project, 21, 27), codeIds: [codes[0] ?? 0] })).codingIds;
    await ask('coding.resize', { id: one, textVersion: 1, start: 3, end: 15 });
    expect(await quotesOf(project)).toContainEqual([4, 15, 'slaap \u{1f469}\u200d\u{1f467}']);
    expect(await refusal('coding.resize', { id: other, textVersion: 1, start: 4, end: 15 })).toEqual(withCode('conflict'));
    expect(await refusal('coding.resize', { id: other, textVersion: 2, start: 4, end: 9 })).toEqual(withCode('conflict'));
    expect(await refusal('coding.resize', { id: 99, textVersion: 1, start: 4, end: 9 })).toEqual(withCode('not-found'));
    expect(await refusal('coding.resize', { id: one, textVersion: 1, start: 2, end: 3 })).toEqual(withCode('invalid-input'));
  });

  it('gets another code; where that is there already the two become one, with both memos', async () => {
    const project = await coded();
    const { ask, id, codes } = project;
    const { codingIds } = await ask('coding.apply', { ...range(project, 4, 9), codeIds: codes.slice(0, 2) });
    const [one = 0, other = 0] = codingIds;
    await ask('memo.set', { on: 'coding', id: one, text: 'Een.' });
    await ask('coding.setKey', { ids: [one], key: true });
    await ask('coding.recode', { ids: [one, one], codeId: codes[1] ?? 0 });
    expect((await ask('coding.list', { interviewId: id })).codings).toMatchObject([{ id: other, key: true, memo: 'Een.' }]);
    expect(await project.refusal('coding.recode', { ids: [other, 99], codeId: codes[2] })).toEqual(withCode('not-found'));
    expect(await project.refusal('coding.recode', { ids: [other], codeId: 99 })).toEqual(withCode('not-found'));
  });

  it('is removed with its memo; of several that are not all there none is', async () => {
    const project = await coded();
    const { ask, codes } = project;
    const { codingIds } = await ask('coding.apply', { ...range(project, 4, 9), codeIds: [...codes] });
    await ask('memo.set', { on: 'coding', id: codingIds[0] ?? 0, text: 'Weg.' });
    expect(await project.refusal('coding.remove', { ids: [codingIds[0], 99] })).toEqual(withCode('not-found'));
    await ask('coding.remove', { ids: [codingIds[0] ?? 0, codingIds[0] ?? 0, codingIds[1] ?? 0] });
    expect(await quotesOf(project)).toHaveLength(1);
    expect((await ask('memo.list', {})).memos).toEqual([]);
    expect((await ask('project.get', {})).undo?.subject).toBe('2 × slapen, moe');
  });
});

describe('codings as a table', () => {
  it('go out and come in the same, in both dialects', async () => {
    const { ask } = await projects.sample();
    for (const language of ['nl', 'en'] as const) {
      const { csv } = await ask('codings.export', { language });
      expect(await ask('codings.import', { csv })).toEqual({
        imported: 0,
        present: 826,
        createdCodes: [],
        unknownCodes: [],
        refused: [],
      });
    }
    const other = await projects.sample();
    const { csv } = await ask('codings.export', {});
    for (const { id } of (await other.ask('code.list', {})).codes.filter((code) => code.depth === 0))
      await other.ask('code.delete', { id });
    expect((await other.ask('project.get', {})).counts.codings).toBe(0);
    expect(await other.ask('codings.import', { csv, createCodes: true })).toMatchObject({
      imported: 826,
      present: 0,
      refused: [],
    });
    expect((await other.ask('codings.export', {})).csv.split('\r\n').sort()).toEqual(csv.split('\r\n').sort());
  });

  it('refuse each line that does not fit by its number, and take the others', async () => {
    const project = await coded();
    const lines = [
      'interview,start,end,code,coder,quote',
      'a,4,9,SLAPEN,Bas,slaap',
      'A,4,9,slapen,bas,',
      'B,4,9,slapen,Bas,',
      'A,4,999,slapen,Bas,',
      'A,4,9,slapen,Bas,slaapt',
      'A,2,4,slapen,Bas,',
      'A,11,13,slapen,Bas,',
      'A,4,9,slapen / nieuw,Bas,',
      'A,21,27,moe,Fleur,',
    ];
    const answer = await project.ask('codings.import', { csv: lines.join('\n') });
    expect(answer).toMatchObject({ imported: 2, present: 1, createdCodes: [], unknownCodes: ['slapen / nieuw'] });
    expect(answer.refused.map((row) => row.line)).toEqual([4, 5, 6, 7, 8, 9]);
    for (const { reason } of answer.refused) expect(reason).toMatch(/\w{3}/);
    expect((await project.ask('coder.list', {})).coders).toMatchObject([
      { name: 'Noor', codings: 0 },
      { name: 'Bas', codings: 1 },
      { name: 'Fleur', codings: 1 },
    ]);
  });

  it('make unknown codes when asked, and all of it is one step', async () => {
    const project = await coded();
    const before = dump(project.path);
    const csv = 'interview,start,end,code,coder\nA,4,9,Nieuw / diep / dieper,Bas\nA,0,2,nieuw / DIEP,Bas\n';
    expect(await project.ask('codings.import', { csv, createCodes: true })).toMatchObject({
      imported: 2,
      createdCodes: ['Nieuw', 'Nieuw / diep', 'Nieuw / diep / dieper'],
      unknownCodes: [],
    });
    await project.ask('history.undo', {});
    expect(dump(project.path)).toEqual(before);
  });

  it('without a column are refused as a whole', async () => {
    const project = await coded();
    const before = dump(project.path);
    expect(await project.refusal('codings.import', { csv: 'interview,start,end,code\nA,0,2,slapen\n' })).toEqual(
      withCode('refused'),
    );
    expect(dump(project.path)).toEqual(before);
  });

  it.each([
    ['with an offset that is no number', 'interview,start,end,code,coder\nA,0,x,slapen,Bas\n'],
    ['with an end before its start', 'interview,start,end,code,coder\nA,9,4,slapen,Bas\n'],
    ['with an empty coder', 'interview,start,end,code,coder\nA,0,2,slapen,\n'],
  ])('a line %s is refused by its number, and the others go in', async (_what, csv) => {
    const project = await coded();
    const answer = await project.ask('codings.import', { csv: `${csv}A,1,3,slapen,Bas\n` });
    expect(answer).toMatchObject({ imported: 1, refused: [{ line: 2, reason: expect.stringMatching(/\w/) }] });
  });

  it('stopped half-way leave everything as before', async () => {
    const project = await coded();
    const before = dump(project.path);
    const rows = Array.from({ length: 9000 }, (_, n) => `A,0,2,nieuw ${n},Bas`);
    const stop = new AbortController();
    const csv = ['interview,start,end,code,coder', ...rows].join('\n');
    const onProgress = ({ done }: { done: number }) => done > 0 && stop.abort('the person pressed stop');
    expect(await project.refusal('codings.import', { csv, createCodes: true }, { signal: stop.signal, onProgress })).toEqual(
      withCode('cancelled'),
    );
    expect(dump(project.path)).toEqual(before);
  });
});

describe('a memo', () => {
  it('is written on the project, an interview, a code or a coding, changed, and removed when it is empty', async () => {
    const project = await coded();
    const { ask, id, codes } = project;
    const { codingIds } = await ask('coding.apply', { ...range(project, 4, 9), codeIds: [codes[0] ?? 0] });
    await ask('memo.set', { on: 'project', text: ' Over alles.\n' });
    await ask('memo.set', { on: 'interview', id, text: 'Over A.' });
    await ask('memo.set', { on: 'code', id: codes[1] ?? 0, text: 'Over moe.' });
    await ask('memo.set', { on: 'coding', id: codingIds[0] ?? 0, text: 'Eerst.\0' });
    await ask('memo.set', { on: 'coding', id: codingIds[0] ?? 0, text: 'Toen.' });
    const { memos } = await ask('memo.list', {});
    expect(memos.map(({ on, targetId, subject, text, coder }) => [on, targetId, subject, text, coder])).toEqual([
      ['coding', codingIds[0], 'slaap', 'Toen.', 'Noor'],
      ['code', codes[1], 'moe', 'Over moe.', 'Noor'],
      ['interview', id, 'A', 'Over A.', 'Noor'],
      ['project', null, 'Leeg project', 'Over alles.', 'Noor'],
    ]);
    await ask('memo.set', { on: 'coding', id: codingIds[0] ?? 0, text: '  ' });
    expect((await ask('project.get', {})).counts.memos).toBe(3);
  });

  it.each([
    [{ on: 'interview', id: 99, text: 'x' }, 'not-found'],
    [{ on: 'code', text: 'x' }, 'not-found'],
    [{ on: 'coding', id: 99, text: '' }, 'not-found'],
    [{ on: 'turn', id: 1, text: 'x' }, 'invalid-input'],
    [{ on: 'project', text: 'x'.repeat(4_000_001) }, 'invalid-input'],
  ] as const)('is not written on what is not there', async (input, code) => {
    const project = await coded();
    expect(await project.refusal('memo.set', input)).toEqual(withCode(code));
  });
});

describe('a coder', () => {
  it('is renamed, not to the name of another', async () => {
    const { ask, refusal } = await projects.sample();
    const { coders } = await ask('coder.list', {});
    expect(coders.map((coder) => coder.name).sort()).toEqual(['Bas', 'Noor']);
    const bas = coders.find((coder) => coder.name === 'Bas')?.id ?? 0;
    expect(await refusal('coder.rename', { id: bas, name: 'NOOR' })).toEqual(withCode('conflict'));
    expect(await refusal('coder.rename', { id: 99, name: 'x' })).toEqual(withCode('not-found'));
    await ask('coder.rename', { id: bas, name: 'Sebastiaan' });
    expect((await ask('coder.list', {})).coders.map((coder) => coder.name).sort()).toEqual(['Noor', 'Sebastiaan']);
  });
});
