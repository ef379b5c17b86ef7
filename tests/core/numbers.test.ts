// The numbers that links in memos and other windows hold on to: one that is gone is never given to something else.

import { expect, it } from 'vitest';
import { dump, importTalk, openProjects } from '../helpers/project.ts';

const projects = await openProjects();

it('a link in a memo to what is gone leads nowhere, and never to what was made after it', async () => {
  const project = await projects.empty();
  const { ask } = project;
  const { id: interviewId } = await importTalk(project, 'DH-01', [['Anouk', 'Ik slaap slecht, elke nacht.']]);
  const { id: codeId } = await ask('code.create', { name: 'slaap' });
  const range = { interviewId, textVersion: 1, start: 3, end: 15 };
  const codingId = (await ask('coding.apply', { ...range, codeIds: [codeId] })).codingIds[0] ?? 0;
  const links = [
    { kind: 'quote' as const, id: codingId },
    { kind: 'code' as const, id: codeId },
    { kind: 'interview' as const, id: interviewId },
  ];
  expect((await ask('memo.targets', { links })).targets).toHaveLength(3);

  await ask('coding.remove', { ids: [codingId] });
  await ask('coding.applyNew', { ...range, start: 17, end: 28, path: 'iets anders' });
  await ask('code.delete', { id: codeId });
  await ask('code.create', { name: 'geld' });
  await ask('interview.delete', { id: interviewId });
  const other = await importTalk(project, 'DH-02', [['Bas', 'Heel andere woorden.']]);
  const { codes } = await ask('code.list', {});
  await ask('coding.apply', { interviewId: other.id, textVersion: 1, start: 0, end: 4, codeIds: [codes[0]?.id ?? 0] });
  expect((await ask('memo.targets', { links })).targets).toEqual([]);
});

it('a link to a code or a quote that became one with another leads to that other', async () => {
  const project = await projects.empty();
  const { ask, path } = project;
  const { id: interviewId } = await importTalk(project, 'DH-01', [['Anouk', 'Ik slaap slecht, elke nacht.']]);
  const { id: slaap } = await ask('code.create', { name: 'slaap' });
  const { id: nacht } = await ask('code.create', { name: 'nacht' });
  const range = { interviewId, textVersion: 1, start: 3, end: 15 };
  const { codingIds } = await ask('coding.apply', { ...range, codeIds: [slaap, nacht] });
  const [gone, kept] = [codingIds[0] ?? 0, codingIds[1] ?? 0];
  await ask('journal.set', {
    date: '2026-03-20',
    text: `[hier](quote:${gone}) en [zo](code:${slaap}), niet [dit](code:${slaap}1)`,
  });
  const before = dump(path);
  await ask('code.merge', { id: slaap, intoId: nacht });
  const { memos } = await ask('memo.list', {});
  expect(memos[0]?.text).toBe(`[hier](quote:${kept}) en [zo](code:${nacht}), niet [dit](code:${slaap}1)`);
  await ask('history.undo', {});
  expect(dump(path)).toEqual(before);
});

it('nor does what another window still shows stand for something else after undo, or after closing', async () => {
  const project = await projects.empty();
  const { ask } = project;
  const seen = new Set<number>();
  for (const name of ['een', 'twee', 'drie', 'vier']) {
    const { id } = await ask('code.create', { name });
    expect(seen.has(id)).toBe(false);
    seen.add(id);
    if (name === 'twee') await ask('code.delete', { id });
    else await ask('history.undo', {});
    if (name === 'drie') await project.reopen();
  }
});

it('what is taken back and done again keeps its number', async () => {
  const project = await projects.empty();
  const { ask, path } = project;
  const { id } = await ask('code.create', { name: 'een' });
  await ask('code.delete', { id });
  await ask('code.create', { name: 'twee' });
  const after = dump(path);
  await ask('history.goTo', { entryId: null });
  const { entries } = await ask('history.list', {});
  await ask('history.goTo', { entryId: entries[0]?.id ?? 0 });
  expect(dump(path)).toEqual(after);
  await ask('history.undo', {});
  await ask('history.undo', {});
  expect((await ask('code.list', {})).codes.map((code) => code.id)).toEqual([id]);
});
