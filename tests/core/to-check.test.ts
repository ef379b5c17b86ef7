// Codings that lost their text: listed with their old quote, and put back where it stands now.

import { expect, it } from 'vitest';
import { dump, importTalk, openProjects, withCode } from '../helpers/project.ts';

const projects = await openProjects();

async function lost() {
  const project = await projects.empty();
  const { ask } = project;
  const { id, text } = await importTalk(project, 'DH-01', [
    ['A', 'Hij was er altijd voor mij. En dat hielp.'],
    ['B', 'Ja?'],
    ['A', 'Zij was er ook.'],
    ['B', 'Goed.'],
  ]);
  const { id: codeId } = await ask('code.create', { name: 'Steun', parentId: null });
  const code = async (quote: string) => {
    const start = text.indexOf(quote);
    const { codingIds } = await ask('coding.apply', {
      interviewId: id,
      textVersion: 1,
      start,
      end: start + quote.length,
      codeIds: [codeId],
    });
    return codingIds[0] ?? 0;
  };
  const altijd = await code('was er altijd voor mij');
  const ook = await code('er ook');
  const cut = text.indexOf(' was er altijd');
  await ask('interview.correct', { id, textVersion: 1, splices: [{ at: cut, del: ' was er altijd voor mij'.length, ins: '' }] });
  return { ...project, id, altijd, ook, cut };
}

it('what lost its text is listed with its old quote, in the interview and over the project', async () => {
  const { ask, id, altijd, cut, refusal } = await lost();
  const { codings } = await ask('toCheck.list', {});
  expect(codings).toEqual([
    {
      id: altijd,
      interviewId: id,
      interview: 'DH-01',
      at: cut,
      turn: 0,
      codeId: 1,
      code: 'Steun',
      coder: 'Noor',
      quote: 'was er altijd voor mij',
      found: [],
      sure: false,
    },
  ]);
  expect(await ask('toCheck.list', { interviewId: id })).toEqual({ codings });
  expect((await ask('interview.list', {})).interviews[0]?.toCheck).toBe(1);
  expect(await refusal('toCheck.list', { interviewId: 99 })).toEqual(withCode('not-found'));
});

it('text that comes back elsewhere is found again by quote and context; one step puts all on it', async () => {
  const { ask, id, altijd, ook, path } = await lost();
  const { text } = await ask('interview.get', { id });
  const end = text.indexOf('Goed.') + 5;
  await ask('interview.correct', {
    id,
    textVersion: 2,
    splices: [{ at: end, del: 0, ins: ' Hij was er\naltijd voor mij. En dat.' }],
  });
  const { codings } = await ask('toCheck.list', {});
  expect(codings[0]).toMatchObject({ sure: true, found: [{ turn: 3, quote: 'was er\naltijd voor mij' }] });
  const before = dump(path);
  expect(await ask('toCheck.restore', { ids: [altijd, ook] })).toEqual({ restored: [altijd], left: [] });
  expect((await ask('coding.list', { interviewId: id })).codings.map((coding) => coding.quote)).toContain(
    'was er\naltijd voor mij',
  );
  expect((await ask('toCheck.list', {})).codings).toEqual([]);
  expect(await ask('project.check', {})).toEqual({ ok: true });
  await ask('history.undo', {});
  expect(dump(path)).toEqual(before);
});

it('where the place is not sure it goes on waiting', async () => {
  const { ask, id, altijd, refusal } = await lost();
  expect(await ask('toCheck.restore', { ids: [altijd] })).toEqual({ restored: [], left: [altijd] });
  const again = 'was er altijd voor mij';
  await ask('interview.correct', { id, textVersion: 2, splices: [{ at: 0, del: 0, ins: `${again}, ${again}, ` }] });
  const { codings } = await ask('toCheck.list', {});
  expect(codings[0]?.found).toHaveLength(2);
  expect(codings[0]?.sure).toBe(false);
  expect(await ask('toCheck.restore', { ids: [altijd] })).toEqual({ restored: [], left: [altijd] });
  expect(await refusal('toCheck.restore', { ids: [999] })).toEqual(withCode('not-found'));
  expect(await refusal('toCheck.restore', { ids: [] })).toEqual(withCode('invalid-input'));
});
