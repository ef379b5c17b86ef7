// How a code came to mean what it means: its history, its version, merging with a preview, and splitting. Each can be taken back.

import { describe, expect, it } from 'vitest';
import type { Input, Output } from '../../src/contract/index.ts';
import { dump, importTalk, openProjects, type TestProject, withCode } from '../helpers/project.ts';

const projects = await openProjects();

type Coded = TestProject & { readonly id: Record<string, number>; readonly interviewId: number };

const SAID = 'Ik slaap slecht, al sinds de geboorte. Overdag ben ik moe en kortaf.';

/** A project with these codes, and codings `path start end coder` in one interview. */
async function coded(paths: readonly string[], codings: readonly (readonly [string, number, number, string?])[]): Promise<Coded> {
  const project = await projects.empty();
  const { id: interviewId } = await importTalk(project, 'A', [
    ['Interviewer', 'Hoe gaat het?!'],
    ['Anouk', SAID],
    ['Interviewer', 'Ja.'],
    ['Anouk', 'Ja.'],
  ]);
  await project.ask('codebook.import', { csv: ['code', ...paths.map((path) => `"${path}"`)].join('\n') });
  const rows = codings.map(([path, start, end, coder = 'Noor']) => `A,${start},${end},"${path}",${coder}`);
  const { refused } = await project.ask('codings.import', { csv: ['interview,start,end,code,coder', ...rows].join('\n') });
  expect(refused).toEqual([]);
  return { ...project, id: await idsOf(project), interviewId };
}

async function idsOf({ ask }: Pick<TestProject, 'ask'>): Promise<Record<string, number>> {
  return Object.fromEntries((await ask('code.list', {})).codes.map((code) => [code.path, code.id]));
}

const historyOf = async ({ ask }: TestProject, id = 0) => (await ask('code.history', { id })).entries;
const kindsOf = async (project: TestProject, id = 0) =>
  (await historyOf(project, id)).map(({ kind, version, formerly }) => [kind, version, ...(formerly === null ? [] : [formerly])]);
const versionOf = async ({ ask }: TestProject, id = 0) =>
  (await ask('code.list', {})).codes.find((code) => code.id === id)?.version;
const codingIds = async ({ ask, interviewId }: Coded, codeId = 0) =>
  (await ask('coding.list', { interviewId })).codings.filter((coding) => coding.codeId === codeId).map((coding) => coding.id);

/** Runs a change and takes it back: all is as before. Then does it again. */
async function andBack(project: TestProject, change: () => Promise<unknown>): Promise<void> {
  const before = dump(project.path);
  await change();
  const after = dump(project.path);
  expect(after).not.toEqual(before);
  await project.ask('history.undo', {});
  expect(dump(project.path)).toEqual(before);
  await project.ask('history.redo', {});
  expect(dump(project.path)).toEqual(after);
  expect(await project.ask('project.check', {})).toEqual({ ok: true });
}

describe('the history of a code', () => {
  it('tells each change with who, when, why and the text as it was; only its meaning raises the version', async () => {
    const project = await coded(['Slaap', 'Rust'], []);
    const { ask, id } = project;
    const { Slaap = 0 } = id;
    await ask('code.update', { id: Slaap, name: 'Slapen', labelEn: 'sleep', reason: '  beter woord ' });
    await ask('code.update', { id: Slaap, definition: 'Over slapen.', use: 'Ook overdag.' });
    await ask('code.update', { id: Slaap, definition: 'Over slaap en rust.', reason: 'samen genomen' });
    await ask('code.update', { id: Slaap, colour: { hue: 9, form: 'dashed' } });
    await ask('code.move', { id: Slaap, parentId: id.Rust ?? 0, reason: 'hoort daar' });
    await ask('code.update', { id: Slaap, definition: 'Over slaap en rust.' });

    const entries = await historyOf(project, Slaap);
    expect(entries.map(({ kind, version, reason, changes }) => ({ kind, version, reason, changes }))).toEqual([
      { kind: 'created', version: 1, reason: '', changes: [{ field: 'path', before: '', after: 'Slaap' }] },
      {
        kind: 'renamed',
        version: 1,
        reason: 'beter woord',
        changes: [
          { field: 'name', before: 'Slaap', after: 'Slapen' },
          { field: 'labelEn', before: '', after: 'sleep' },
        ],
      },
      {
        kind: 'defined',
        version: 2,
        reason: '',
        changes: [
          { field: 'definition', before: '', after: 'Over slapen.' },
          { field: 'use', before: '', after: 'Ook overdag.' },
        ],
      },
      {
        kind: 'defined',
        version: 3,
        reason: 'samen genomen',
        changes: [{ field: 'definition', before: 'Over slapen.', after: 'Over slaap en rust.' }],
      },
      { kind: 'coloured', version: 3, reason: '', changes: [{ field: 'colour', before: 't1 solid', after: 't9 dashed' }] },
      { kind: 'moved', version: 3, reason: 'hoort daar', changes: [{ field: 'path', before: 'Slapen', after: 'Rust / Slapen' }] },
    ]);
    for (const entry of entries) expect(entry).toMatchObject({ coder: 'Noor', at: expect.stringMatching(/^2026-03-19T/) });
    expect(await versionOf(project, Slaap)).toBe(3);
  });

  it('says nothing of another place among the same siblings', async () => {
    const project = await coded(['A', 'B', 'C'], []);
    await project.ask('code.move', { id: project.id.C ?? 0, parentId: null, position: 0 });
    expect(await kindsOf(project, project.id.C)).toEqual([['created', 1]]);
    expect(Object.keys(await idsOf(project))).toEqual(['C', 'A', 'B']);
  });

  it('goes back with each step that is taken back, and comes again with it', async () => {
    const project = await coded(['A'], [['A', 0, 5]]);
    await andBack(project, () => project.ask('code.update', { id: project.id.A ?? 0, definition: 'Nieuw.', reason: 'omdat' }));
    await andBack(project, () => project.ask('code.delete', { id: project.id.A ?? 0, reason: 'dubbel' }));
    await project.ask('history.undo', {});
    expect(await kindsOf(project, project.id.A)).toEqual([
      ['created', 1],
      ['defined', 2],
    ]);
  });

  it('a deletion keeps its reason in the history of the project, shortened', async () => {
    const project = await coded(['A', 'B'], []);
    await project.ask('code.delete', { id: project.id.A ?? 0, reason: 'komt niet voor' });
    await project.ask('code.delete', { id: project.id.B ?? 0, reason: 'x'.repeat(1000) });
    const { entries } = await project.ask('history.list', { limit: 2 });
    expect(entries.map((entry) => entry.subject)).toEqual([`B (${'x'.repeat(80)}…)`, 'A (komt niet voor)']);
  });

  it('begins with what an imported codebook says, and notes what a later one changes', async () => {
    const project = await coded([], []);
    await project.ask('codebook.import', { csv: 'code,definition\nA / B,Over B.\nA,Over A.\n' });
    const id = await idsOf(project);
    expect(await kindsOf(project, id.A)).toEqual([['created', 1]]);
    expect(await kindsOf(project, id['A / B'])).toEqual([['created', 1]]);
    await project.ask('codebook.import', { csv: 'code,definition,label_en\na,Over A en meer.,\na / b,,bee\n' });
    expect(await kindsOf(project, id.A)).toEqual([
      ['created', 1],
      ['defined', 2],
    ]);
    expect(await kindsOf(project, id['A / B'])).toEqual([
      ['created', 1],
      ['renamed', 1],
    ]);
  });

  it.each([
    ['code.history', { id: 99 }, 'not-found'],
    ['code.codingsBefore', { id: 99, version: 1 }, 'not-found'],
    ['code.codingsBefore', { id: 1, version: 0 }, 'invalid-input'],
    ['code.update', { id: 1, reason: 'x'.repeat(1001) }, 'invalid-input'],
    ['code.mergePreview', { id: 1, intoId: 1 }, 'refused'],
    ['code.mergePreview', { id: 1, intoId: 99 }, 'not-found'],
  ] as const)('%s %j is refused', async (name, input, code) => {
    const project = await coded(['A'], []);
    expect(await project.refusal(name, input)).toEqual(withCode(code));
  });
});

describe('codings made before a change', () => {
  it('are counted at each change of the meaning, and listed with their place', async () => {
    const project = await coded(['A', 'B'], [['A', 15, 23]]);
    const { ask, id, interviewId } = project;
    const { A = 0, B = 0 } = id;
    const version = async () => (await ask('interview.get', { id: interviewId })).textVersion;
    await ask('code.update', { id: A, definition: 'Een.' });
    await ask('code.update', { id: A, name: 'Anders' });
    const places = (await ask('code.codingsBefore', { id: A, version: 2 })).codings;
    expect(places).toEqual([
      {
        id: expect.any(Number),
        interviewId,
        interview: 'A',
        turn: 2,
        start: 15,
        end: 23,
        quote: SAID.slice(0, 8),
        coder: 'Noor',
        at: expect.any(String),
        codeVersion: 1,
        toBeChecked: false,
      },
    ]);
    expect((await ask('code.codingsBefore', { id: A, version: 1 })).codings).toEqual([]);
    expect((await ask('code.codingsBefore', { id: A })).codings).toEqual(places);
    expect((await historyOf(project, A)).map((entry) => entry.codingsBefore)).toEqual([0, 1, 0]);

    // Given another code on purpose: judged by what that code means now.
    await ask('code.update', { id: B, definition: 'Twee.' });
    await ask('coding.recode', { ids: await codingIds(project, A), codeId: B });
    expect((await historyOf(project, B)).map((entry) => entry.codingsBefore)).toEqual([0, 0]);
    // Corrected away: still listed, where it was, to be checked.
    await ask('code.update', { id: B, definition: 'Drie.' });
    await ask('interview.correct', { id: interviewId, textVersion: await version(), splices: [{ at: 15, del: 9, ins: '' }] });
    expect((await ask('code.codingsBefore', { id: B, version: 3 })).codings).toMatchObject([
      { start: 15, end: 15, quote: SAID.slice(0, 8), toBeChecked: true },
    ]);
  });
});

describe('a merge', () => {
  const paths = ['Slaap', 'Slaap / moe', 'Slaap / kort', 'Slaap / kort / dag', 'Rust', 'Rust / moe', 'Rust / overig'];
  const codings = [
    ['Slaap', 15, 23],
    ['Slaap', 24, 30],
    ['Rust', 15, 23],
    ['Rust', 24, 30, 'Bas'],
    ['Slaap / moe', 32, 40],
    ['Rust / moe', 32, 40],
    ['Slaap / kort / dag', 42, 50],
  ] as const;

  it('is told beforehand: exactly what it then does', async () => {
    const project = await coded(paths, codings);
    const { ask, id } = project;
    await ask('code.update', { id: id.Slaap ?? 0, definition: 'Over slapen.', not: 'Moe overdag.' });
    await ask('code.update', { id: id.Rust ?? 0, definition: 'Over rusten.' });
    await ask('memo.set', { on: 'code', id: id['Slaap / moe'] ?? 0, text: 'Nagaan.' });
    await ask('memo.set', { on: 'coding', id: (await codingIds(project, id.Slaap))[0] ?? 0, text: 'Let op.' });
    const input = { id: id.Slaap ?? 0, intoId: id.Rust ?? 0 };
    const before = dump(project.path);
    const preview = await ask('code.mergePreview', input);
    expect(dump(project.path)).toEqual(before);
    expect(preview).toEqual({
      codings: 3,
      doubles: 2,
      interviews: 1,
      memos: 2,
      merging: [{ path: 'Slaap / moe', into: 'Rust / moe' }],
      moving: ['Slaap / kort'],
      from: {
        path: 'Slaap',
        labelEn: '',
        definition: 'Over slapen.',
        definitionEn: '',
        use: '',
        not: 'Moe overdag.',
        example: '',
      },
      into: { path: 'Rust', labelEn: '', definition: 'Over rusten.', definitionEn: '', use: '', not: '', example: '' },
    });
    const total = async () => (await ask('code.list', {})).codes.reduce((sum, code) => sum + code.codings, 0);
    const had = await total();
    let merged: Output<'code.merge'> = { codings: 0 };
    await andBack(project, async () => {
      merged = await ask('code.merge', { ...input, reason: 'gaan over hetzelfde' });
    });
    expect(merged.codings).toBe(preview.codings);
    expect(await total()).toBe(had - preview.doubles);
    expect(Object.keys(await idsOf(project))).toEqual([
      'Rust',
      'Rust / moe',
      'Rust / overig',
      'Rust / kort',
      'Rust / kort / dag',
    ]);
  });

  it('is in the history of the other code, with why, what it meant, and all that happened to it before', async () => {
    const project = await coded(paths, codings);
    const { ask, id } = project;
    const { Slaap = 0, Rust = 0 } = id;
    await ask('code.update', { id: Slaap, definition: 'Over slapen.' });
    await ask('memo.set', { on: 'code', id: Slaap, text: 'Let op de nacht.' });
    await ask('code.merge', { id: Slaap, intoId: Rust, reason: 'gaan over hetzelfde' });
    expect(await kindsOf(project, Rust)).toEqual([
      ['created', 1, 'Slaap'],
      ['created', 1],
      ['defined', 2, 'Slaap'],
      ['merged', 2],
    ]);
    expect((await historyOf(project, Rust)).at(-1)).toMatchObject({
      other: 'Slaap',
      codings: 2,
      memo: 'Let op de nacht.',
      reason: 'gaan over hetzelfde',
      changes: [{ field: 'definition', before: 'Over slapen.', after: '' }],
      // The one that came over; Bas's, made before too. Noor's own on the same words is the one that stayed.
      codingsBefore: 3,
    });
    expect((await ask('code.codingsBefore', { id: Rust, version: 2 })).codings.map((coding) => coding.codeVersion)).toEqual([
      1, 0, 1,
    ]);
    expect(await kindsOf(project, id['Rust / moe'])).toEqual([
      ['created', 1, 'Slaap / moe'],
      ['created', 1],
      ['merged', 2],
    ]);
    expect((await historyOf(project, id['Slaap / kort'])).at(-1)).toMatchObject({
      kind: 'moved',
      changes: [{ field: 'path', before: 'Slaap / kort', after: 'Rust / kort' }],
    });

    // A second time: the paths of old stay what they were.
    await ask('code.create', { name: 'Nacht' });
    await ask('code.merge', { id: Rust, intoId: (await idsOf(project)).Nacht ?? 0 });
    expect((await kindsOf(project, (await idsOf(project)).Nacht)).map((entry) => entry[2])).toEqual([
      'Slaap',
      'Rust',
      'Slaap',
      'Rust',
      undefined,
      undefined,
    ]);
  });
});

describe('a split', () => {
  const split = (project: Coded, more: Partial<Input<'code.split'>>) =>
    project.ask('code.split', {
      id: project.id.Slaap ?? 0,
      name: 'nacht',
      codingIds: [],
      where: 'sibling',
      reason: 'twee dingen',
      ...more,
    });
  const codings = [
    ['Slaap', 15, 23],
    ['Slaap', 24, 30, 'Bas'],
    ['Slaap', 32, 40],
  ] as const;

  it.each([
    ['sibling', ['Thema', 'Thema / Slaap', 'Thema / Slaap / kort', 'Thema / nacht', 'Thema / Rust'], 'Thema / nacht'],
    [
      'child',
      ['Thema', 'Thema / Slaap', 'Thema / Slaap / kort', 'Thema / Slaap / nacht', 'Thema / Rust'],
      'Thema / Slaap / nacht',
    ],
  ] as const)('as %s: the codings chosen go over, and both codes remember it', async (where, tree, path) => {
    const made = await coded(
      ['Thema', 'Thema / Slaap', 'Thema / Slaap / kort', 'Thema / Rust'],
      codings.map(([, ...rest]) => ['Thema / Slaap', ...rest] as const),
    );
    const project = { ...made, id: { ...made.id, Slaap: made.id['Thema / Slaap'] ?? 0 } };
    const ids = await codingIds(project, project.id.Slaap);
    let newId = 0;
    await andBack(project, async () => {
      newId = (await split(project, { where, codingIds: [...ids.slice(0, 2), ids[0] ?? 0], definition: 'Alleen ’s nachts.' })).id;
    });
    expect(Object.keys(await idsOf(project))).toEqual(tree);
    expect(await codingIds(project, newId)).toEqual(ids.slice(0, 2));
    expect(await codingIds(project, project.id.Slaap)).toEqual(ids.slice(2));
    expect((await historyOf(project, newId)).map(({ id: _, coder: _coder, at: _at, ...entry }) => entry)).toEqual([
      {
        kind: 'split',
        version: 1,
        reason: 'twee dingen',
        formerly: null,
        changes: [{ field: 'path', before: '', after: path }],
        other: 'Thema / Slaap',
        side: 'from',
        codings: 2,
        memo: '',
        // They were made under another code.
        codingsBefore: 2,
      },
    ]);
    expect((await historyOf(project, project.id.Slaap)).at(-1)).toMatchObject({
      kind: 'split',
      version: 2,
      other: path,
      side: 'into',
      codings: 2,
      codingsBefore: 1,
    });
    expect((await project.ask('code.list', {})).codes.find((code) => code.id === newId)).toMatchObject({
      definition: 'Alleen ’s nachts.',
      version: 1,
      colour: null,
    });
  });

  it('of a theme makes a theme with a look of its own, right after it', async () => {
    const project = await coded(['Slaap', 'Rust'], codings);
    const { id } = await split(project, { codingIds: await codingIds(project, project.id.Slaap) });
    const { codes } = await project.ask('code.list', {});
    expect(codes.map((code) => code.name)).toEqual(['Slaap', 'nacht', 'Rust']);
    expect(new Set(codes.map((code) => code.wears.hue)).size).toBe(3);
    expect(codes.find((code) => code.id === id)).toMatchObject({ codings: 3 });
  });

  it.each([
    ['no codings', { codingIds: [] }, 'invalid-input'],
    ['a coding that is not there', { codingIds: [99] }, 'not-found'],
    ['a coding with another code', { codingIds: [4] }, 'conflict'],
    ['a name that is taken there', { codingIds: [1], name: 'rust' }, 'conflict'],
    ['a name that reads as a path', { codingIds: [1], name: 'a / b' }, 'refused'],
    ['no name', { codingIds: [1], name: ' ' }, 'invalid-input'],
    ['a code that is not there', { codingIds: [1], id: 99 }, 'not-found'],
    ['a place that is no place', { codingIds: [1], where: 'above' }, 'invalid-input'],
  ] as const)('with %s is refused, and nothing changed', async (_what, more, code) => {
    const project = await coded(['Slaap', 'Rust'], [...codings, ['Rust', 0, 3]]);
    const before = dump(project.path);
    const input = { id: project.id.Slaap, name: 'nacht', where: 'sibling', ...more };
    expect(await project.refusal('code.split', input)).toEqual(withCode(code));
    expect(dump(project.path)).toEqual(before);
  });

  it('is not done where it would come too deep', async () => {
    const path = Array.from({ length: 10 }, (_, n) => `laag ${n}`).join(' / ');
    const project = await coded([path], [[path, 0, 3]]);
    const id = project.id[path] ?? 0;
    const input = { id, name: 'dieper', codingIds: await codingIds(project, id), where: 'child' };
    expect(await project.refusal('code.split', input)).toEqual(withCode('refused'));
    expect(await project.ask('code.split', { ...input, where: 'sibling' })).toMatchObject({ id: expect.any(Number) });
  });
});

it('2,000 codes, ten deep, with names of 200 characters: listed, moved, merged and taken back', async () => {
  const project = await projects.empty();
  const wide = Array.from({ length: 1990 }, (_, n) => `Thema ${n % 40} / ${'naam '.repeat(37)}${n}`);
  const deep = Array.from({ length: 10 }, (_, n) => Array.from({ length: n + 1 }, (_, m) => `laag ${m}`).join(' / '));
  await project.ask('codebook.import', { csv: ['code', ...wide, ...deep].join('\n') });
  const { codes } = await project.ask('code.list', {});
  expect(codes.length).toBe(2040);
  expect(Math.max(...codes.map((code) => code.depth))).toBe(9);
  expect(Math.max(...codes.map((code) => code.name.length))).toBeGreaterThan(185);
  const idOf = (path: string) => codes.find((code) => code.path === path)?.id ?? 0;
  await andBack(project, () => project.ask('code.merge', { id: idOf('Thema 1'), intoId: idOf('Thema 2') }));
  await andBack(project, () => project.ask('code.move', { id: idOf('Thema 3'), parentId: null, position: 0 }));
  expect(await project.refusal('code.merge', { id: idOf('Thema 4'), intoId: idOf(deep[9] ?? '') })).toEqual(withCode('refused'));
});
