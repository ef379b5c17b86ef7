// The codebook's operations: what they do, and what they refuse without a trace.

import { describe, expect, it } from 'vitest';
import { dump, importTalk, openProjects, type TestProject, withCode } from '../helpers/project.ts';

const projects = await openProjects();

/** Makes codes of paths and answers their ids by path. */
async function tree({ ask }: TestProject, ...paths: readonly string[]): Promise<Record<string, number>> {
  await ask('codebook.import', { csv: ['code', ...paths.map((path) => `"${path}"`)].join('\n') });
  return ids({ ask });
}

async function ids({ ask }: Pick<TestProject, 'ask'>): Promise<Record<string, number>> {
  const { codes } = await ask('code.list', {});
  return Object.fromEntries(codes.map((code) => [code.path, code.id]));
}

const paths = async ({ ask }: TestProject): Promise<string[]> => (await ask('code.list', {})).codes.map((code) => code.path);

/** Ten codes below each other; the id of the deepest. */
async function deepest({ ask }: TestProject): Promise<number> {
  let parentId: number | null = null;
  for (let n = 1; n <= 10; n++) parentId = (await ask('code.create', { name: `laag ${n}`, parentId })).id;
  return parentId ?? 0;
}

describe('a code is made', () => {
  it('as a theme with a look of its own, or below a parent whose look it wears', async () => {
    const { ask } = await projects.empty();
    const { id: theme } = await ask('code.create', { name: '  Slaap\n en  rust ', colour: { hue: 4, form: 'dashed' } });
    const { id } = await ask('code.create', { name: 'moe', parentId: theme, definition: 'Over moe zijn.', labelEn: 'tired' });
    const { codes } = await ask('code.list', {});
    expect(codes).toMatchObject([
      { id: theme, path: 'Slaap en rust', depth: 0, colour: { hue: 4, form: 'dashed' }, wears: { hue: 4, form: 'dashed' } },
      {
        id,
        parentId: theme,
        path: 'Slaap en rust / moe',
        depth: 1,
        colour: null,
        wears: { hue: 4, form: 'dashed' },
        definition: 'Over moe zijn.',
        labelEn: 'tired',
        codings: 0,
      },
    ]);
  });

  it('the first ten themes get ten hues', async () => {
    const { ask } = await projects.empty();
    for (let n = 0; n < 10; n++) await ask('code.create', { name: `thema ${n}` });
    const { codes } = await ask('code.list', {});
    expect(new Set(codes.map((code) => code.wears.hue)).size).toBe(10);
  });

  it('with a name of up to 200 characters, at most ten deep', async () => {
    const project = await projects.empty();
    const long = 'x'.repeat(200);
    await project.ask('code.create', { name: long });
    expect(await paths(project)).toEqual([long]);
    const parentId = await deepest(project);
    expect(await project.refusal('code.create', { name: 'laag 11', parentId })).toEqual(withCode('refused'));
  });

  it.each([
    ['no name', { name: '   ' }, 'invalid-input'],
    ['a name of only what is left out', { name: '\0' }, 'invalid-input'],
    ['a name of 201 characters', { name: 'x'.repeat(201) }, 'invalid-input'],
    ['a name that reads as a path', { name: 'zorg / hulp' }, 'refused'],
    ['a name that would in a path', { name: 'hulp /' }, 'refused'],
    ['a name that is taken', { name: 'SLAPEN' }, 'conflict'],
    ['a name that is taken, composed otherwise', { name: 'zoe\u0308' }, 'conflict'],
    ['a parent that is not there', { name: 'x', parentId: 99 }, 'not-found'],
    ['a look below a theme', { name: 'x', parentId: 1, colour: { hue: 1, form: 'solid' } }, 'refused'],
    ['a hue that is not there', { name: 'x', colour: { hue: 11, form: 'solid' } }, 'invalid-input'],
    ['a field that is not there', { name: 'x', color: 'red' }, 'invalid-input'],
    ['a definition without end', { name: 'x', definition: 'x'.repeat(5001) }, 'invalid-input'],
  ] as const)('not with %s', async (_what, input, code) => {
    const { path, ask, refusal } = await projects.empty();
    await ask('code.create', { name: 'slapen' });
    await ask('code.create', { name: 'Zoë' });
    const before = dump(path);
    expect(await refusal('code.create', input)).toEqual(withCode(code));
    expect(dump(path)).toEqual(before);
  });
});

describe('a code is changed', () => {
  it('in its name, also to other case, and in its texts', async () => {
    const project = await projects.empty();
    const { slapen = 0 } = await tree(project, 'slapen', 'hulp');
    await project.ask('code.update', { id: slapen, name: 'Slapen', use: 'Ook overdag.' });
    expect((await project.ask('code.list', {})).codes[0]).toMatchObject({ name: 'Slapen', use: 'Ook overdag.', definition: '' });
  });

  it('only as it was read, when that is told; what nobody read may have changed', async () => {
    const project = await projects.empty();
    const { slapen = 0 } = await tree(project, 'slapen');
    const colour = (await project.ask('code.list', {})).codes[0]?.colour ?? null;
    await project.ask('code.update', { id: slapen, definition: 'Over slaap.', before: { definition: '', colour } });
    const stale = [{ definition: '' }, { name: 'Slapen' }, { definition: 'Over slaap.', colour: null }];
    for (const before of stale)
      expect(await project.refusal('code.update', { id: slapen, definition: 'Anders.', before })).toMatchObject({
        code: 'conflict',
        at: 'before',
      });
    await project.ask('code.update', { id: slapen, use: 'Ook overdag.', before: { use: '' } });
    expect((await project.ask('code.list', {})).codes[0]).toMatchObject({ definition: 'Over slaap.', use: 'Ook overdag.' });
  });

  it.each([
    ['a name that is taken', { name: 'Hulp' }, 'conflict'],
    ['an empty name', { name: '' }, 'invalid-input'],
    ['a name that reads as a path', { name: '/ x' }, 'refused'],
    ['an id that is not there', { id: 99, name: 'x' }, 'not-found'],
    ['an id that is no id', { id: 0, name: 'x' }, 'invalid-input'],
  ] as const)('not to %s', async (_what, input, code) => {
    const project = await projects.empty();
    const { slapen } = await tree(project, 'slapen', 'hulp');
    expect(await project.refusal('code.update', { id: slapen, ...input })).toEqual(withCode(code));
    expect(await paths(project)).toEqual(['slapen', 'hulp']);
  });
});

describe('a code is moved', () => {
  it('among its siblings, below another, and up to be a theme with a look of its own', async () => {
    const project = await projects.empty();
    const id = await tree(project, 'A', 'A / 1', 'A / 2', 'A / 3', 'B');
    await project.ask('code.move', { id: id['A / 3'] ?? 0, parentId: id.A ?? 0, position: 0 });
    expect(await paths(project)).toEqual(['A', 'A / 3', 'A / 1', 'A / 2', 'B']);
    await project.ask('code.move', { id: id['A / 1'] ?? 0, parentId: id.B ?? 0 });
    expect(await paths(project)).toEqual(['A', 'A / 3', 'A / 2', 'B', 'B / 1']);
    await project.ask('code.move', { id: id['A / 2'] ?? 0, parentId: null, position: 1 });
    const { codes } = await project.ask('code.list', {});
    expect(codes.map((code) => code.path)).toEqual(['A', 'A / 3', '2', 'B', 'B / 1']);
    expect(codes.filter((code) => code.colour === null).map((code) => code.path)).toEqual(['A / 3', 'B / 1']);
    expect(await project.ask('project.check', {})).toEqual({ ok: true });
  });

  it('not below itself, to a taken name, too deep, or to what is not there', async () => {
    const project = await projects.empty();
    const id = await tree(project, 'A', 'A / B', 'A / B / C', 'B', 'D', 'D / E');
    const bottom = await deepest(project);
    const before = dump(project.path);
    const move = (code: string, parentId: number | null | undefined) =>
      project.refusal('code.move', { id: id[code], parentId: parentId ?? null });
    expect(await move('A', id['A / B / C'])).toEqual(withCode('refused'));
    expect(await move('A', id.A)).toEqual(withCode('refused'));
    expect(await move('A / B', null)).toEqual(withCode('conflict'));
    expect(await move('D', bottom)).toEqual(withCode('refused'));
    expect(await project.refusal('code.move', { id: id.A, parentId: 99 })).toEqual(withCode('not-found'));
    expect(await project.refusal('code.move', { id: 99, parentId: null })).toEqual(withCode('not-found'));
    expect(await project.refusal('code.move', { id: id.A, parentId: null, position: -1 })).toEqual(withCode('invalid-input'));
    expect(dump(project.path)).toEqual(before);
  });
});

/** A project with codings on the same and on other ranges, by two coders, with memos. */
async function coded(): Promise<TestProject & { id: Record<string, number>; interviewId: number }> {
  const project = await projects.empty();
  const { id: interviewId } = await importTalk(project, 'A', [
    ['Anouk', 'Ik slaap slecht.'],
    ['Interviewer', 'Hoe lang al?'],
    ['Anouk', 'Sinds de geboorte.'],
    ['Interviewer', 'Ja.'],
  ]);
  const id = await tree(project, 'Slaap', 'Slaap / moe', 'Slaap / kort', 'Rust', 'Rust / moe', 'Rust / moe / op');
  const csv = [
    'interview,start,end,code,coder',
    'A,0,8,Slaap,Noor',
    'A,0,8,Rust,Noor',
    'A,0,8,Rust,Bas',
    'A,9,15,Slaap / moe,Noor',
    'A,9,15,Rust / moe,Noor',
    'A,17,20,Rust / moe / op,Bas',
  ];
  await project.ask('codings.import', { csv: csv.join('\n') });
  return { ...project, id, interviewId };
}

const codingsOf = async ({ ask, interviewId }: Awaited<ReturnType<typeof coded>>) => {
  const { codes } = await ask('code.list', {});
  const { codings } = await ask('coding.list', { interviewId });
  return codings.map((coding) => [
    coding.start,
    codes.find((code) => code.id === coding.codeId)?.path,
    coding.coder,
    coding.key,
    coding.memo,
  ]);
};

describe('a code is merged into another', () => {
  it('with its codings, key quotes, memos and sub-codes; what is the same twice becomes one', async () => {
    const project = await coded();
    const { ask, id, interviewId } = project;
    const { codings } = await ask('coding.list', { interviewId });
    const of = (code: string, coder: string) =>
      codings.find((coding) => coding.codeId === id[code] && coding.coder === coder)?.id ?? 0;
    await ask('coding.setKey', { ids: [of('Slaap', 'Noor')], key: true });
    await ask('memo.set', { on: 'coding', id: of('Slaap', 'Noor'), text: 'Van Slaap.' });
    await ask('memo.set', { on: 'coding', id: of('Rust', 'Noor'), text: 'Van Rust.' });
    await ask('memo.set', { on: 'coding', id: of('Slaap / moe', 'Noor'), text: 'Alleen hier.' });
    await ask('memo.set', { on: 'code', id: id.Slaap ?? 0, text: 'Code Slaap.' });
    await ask('memo.set', { on: 'code', id: id.Rust ?? 0, text: 'Code Rust.' });

    const state = dump(project.path);
    expect(await ask('code.merge', { id: id.Slaap ?? 0, intoId: id.Rust ?? 0 })).toEqual({ codings: 2 });
    expect(await paths(project)).toEqual(['Rust', 'Rust / moe', 'Rust / moe / op', 'Rust / kort']);
    expect(await codingsOf(project)).toEqual([
      [0, 'Rust', 'Noor', true, 'Van Rust.\n\nVan Slaap.'],
      [0, 'Rust', 'Bas', false, ''],
      [9, 'Rust / moe', 'Noor', false, 'Alleen hier.'],
      [17, 'Rust / moe / op', 'Bas', false, ''],
    ]);
    const { memos } = await ask('memo.list', {});
    expect(memos.filter((memo) => memo.on === 'code').map((memo) => memo.text)).toEqual(['Code Rust.\n\nCode Slaap.']);
    expect(await ask('project.check', {})).toEqual({ ok: true });
    await ask('history.undo', {});
    expect(dump(project.path)).toEqual(state);
  });

  it('also into its own parent, where a sub-code bears its name', async () => {
    const project = await projects.empty();
    const { id: interviewId } = await importTalk(project, 'A', [['Anouk', 'Ik slaap slecht.']]);
    const id = await tree(project, 'A', 'A / B', 'A / B / B', 'A / B / B / C', 'A / B / D');
    const rows = Object.keys(id).map((path, n) => `A,${n},${n + 3},${path},Noor`);
    await project.ask('codings.import', { csv: ['interview,start,end,code,coder', ...rows].join('\n') });
    await project.ask('code.merge', { id: id['A / B'] ?? 0, intoId: id.A ?? 0 });
    expect(await paths(project)).toEqual(['A', 'A / B', 'A / B / C', 'A / D']);
    expect((await project.ask('coding.list', { interviewId })).codings).toHaveLength(5);
    expect(await project.ask('project.check', {})).toEqual({ ok: true });
  });

  it('also into a code further up, through codes of the same names', async () => {
    const project = await projects.empty();
    await importTalk(project, 'A', [['Anouk', 'Ik slaap slecht, elke nacht.']]);
    const id = await tree(project, 'A', 'A / B', 'A / B / C', 'A / B / C / B', 'A / B / C / B / C', 'A / B / C / B / C / E');
    const rows = Object.keys(id).map((path, n) => `A,${n},${n + 3},${path},Noor`);
    await project.ask('codings.import', { csv: ['interview,start,end,code,coder', ...rows].join('\n') });
    await project.ask('code.merge', { id: id['A / B / C'] ?? 0, intoId: id.A ?? 0 });
    expect(await paths(project)).toEqual(['A', 'A / B', 'A / B / C', 'A / B / C / E']);
    const { codes } = await project.ask('code.list', {});
    expect(codes.reduce((sum, code) => sum + code.codings, 0)).toBe(6);
    expect(await project.ask('project.check', {})).toEqual({ ok: true });
  });

  it('not into itself or below itself, nor where its sub-codes would come too deep', async () => {
    const project = await projects.empty();
    const id = await tree(project, 'A', 'A / B', 'A / B / C');
    const bottom = await deepest(project);
    const before = dump(project.path);
    expect(await project.refusal('code.merge', { id: id.A, intoId: id.A })).toEqual(withCode('refused'));
    expect(await project.refusal('code.merge', { id: id.A, intoId: id['A / B / C'] })).toEqual(withCode('refused'));
    expect(await project.refusal('code.merge', { id: id.A, intoId: bottom })).toEqual(withCode('refused'));
    expect(await project.refusal('code.merge', { id: id.A, intoId: 99 })).toEqual(withCode('not-found'));
    expect(dump(project.path)).toEqual(before);
  });
});

describe('a code is deleted', () => {
  it('with all below it, their codings and their memos, and says how many', async () => {
    const project = await coded();
    const { ask, id } = project;
    await ask('memo.set', { on: 'code', id: id['Rust / moe'] ?? 0, text: 'Weg.' });
    expect(await ask('code.delete', { id: id.Rust ?? 0 })).toEqual({ codes: 3, codings: 4 });
    expect(await paths(project)).toEqual(['Slaap', 'Slaap / moe', 'Slaap / kort']);
    expect((await ask('memo.list', {})).memos).toEqual([]);
    expect(await ask('project.check', {})).toEqual({ ok: true });
    expect(await project.refusal('code.delete', { id: id.Rust })).toEqual(withCode('not-found'));
  });
});

describe('the codebook as a table', () => {
  it('goes out and comes in the same, in both dialects', async () => {
    const sample = await projects.sample();
    const shape = async ({ ask }: TestProject) =>
      (await ask('code.list', {})).codes.map(({ id, parentId, themeId, position, codings, interviews, quotes, ...code }) => code);
    for (const language of ['nl', 'en'] as const) {
      const { csv } = await sample.ask('codebook.export', { language });
      const other = await projects.empty();
      expect(await other.ask('codebook.import', { csv })).toEqual({ created: 49, updated: 0 });
      expect(await shape(other)).toEqual(await shape(sample));
      expect(await other.ask('codebook.import', { csv })).toEqual({ created: 0, updated: 0 });
    }
  });

  it('changes only the texts that the file has', async () => {
    const project = await projects.empty();
    await project.ask('codebook.import', { csv: 'code,definition,use\nslapen,Over slapen.,Altijd.\n' });
    expect(await project.ask('codebook.import', { csv: 'code,definition\nSLAPEN,Over slaap.\n"nieuw / diep",\n' })).toEqual({
      created: 1,
      updated: 1,
    });
    expect((await project.ask('code.list', {})).codes).toMatchObject([
      { name: 'slapen', definition: 'Over slaap.', use: 'Altijd.' },
      { path: 'nieuw' },
      { path: 'nieuw / diep' },
    ]);
  });

  it.each([
    ['no column `code`', 'naam\nslapen\n'],
    ['an empty name', 'code\n"a /  / b"\n'],
    ['a path too deep', `code\n${Array.from({ length: 11 }, (_, n) => n).join(' / ')}\n`],
    ['a name too long', `code\n${'x'.repeat(201)}\n`],
    ['nothing', ''],
  ])('with %s is refused as a whole', async (_what, csv) => {
    const { path, refusal } = await projects.empty();
    const before = dump(path);
    expect(await refusal('codebook.import', { csv })).toEqual(withCode('refused'));
    expect(dump(path)).toEqual(before);
  });
});

describe('the counts beside a code', () => {
  it('are its own codings, and with those below it the quotes and the interviews they are in', async () => {
    const project = await coded();
    const { codes } = await project.ask('code.list', {});
    expect(Object.fromEntries(codes.map((code) => [code.path, [code.codings, code.quotes, code.interviews]]))).toEqual({
      Slaap: [1, 2, 1],
      'Slaap / moe': [1, 1, 1],
      'Slaap / kort': [0, 0, 0],
      // Noor and Bas coded the same words: two codings, one quote.
      Rust: [2, 3, 1],
      'Rust / moe': [1, 2, 1],
      'Rust / moe / op': [1, 1, 1],
    });
  });

  it('are those of theme frequency, so that a word has one number', async () => {
    const { ask } = await projects.sample();
    const { codes } = await ask('code.list', {});
    const { rows } = await ask('analysis.frequency', { by: 'all', rollup: true });
    expect(codes.map((code) => [code.path, code.interviews, code.quotes])).toEqual(
      rows.map((row) => [row.code, row.interviews, row.quotes]),
    );
    expect(codes.some((code) => code.quotes > code.codings && code.codings > 0)).toBe(true);
  });
});
