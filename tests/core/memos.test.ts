// Memos and the research journal: written on everything there is, found, filtered, linked, and taken out as a file.

import { describe, expect, it } from 'vitest';
import type { MemoRow } from '../../src/contract/memo.ts';
import { dump, importTalk, openProjects, type TestProject, withCode } from '../helpers/project.ts';

const projects = await openProjects();

type Noted = TestProject & {
  readonly interviewId: number;
  readonly participantId: number;
  readonly codingId: number;
  readonly theme: number;
  readonly code: number;
};

/** A project with a memo on each kind of thing, and two entries in the journal, the later day written first. */
async function noted(): Promise<Noted> {
  const project = await projects.empty();
  const { ask } = project;
  const { id: interviewId } = await importTalk(project, 'DH-01', [
    ['Anouk', 'Ik slaap slecht, elke nacht.'],
    ['Interviewer', 'Hoe lang al?'],
    ['Anouk', 'Sinds de geboorte.'],
    ['Interviewer', 'Ja.'],
  ]);
  await ask('participant.import', { csv: 'interview,participant,rol\nDH-01,Anouk,moeder\n' });
  const participantId = (await ask('participant.list', {})).participants[0]?.id ?? 0;
  const { id: theme } = await ask('code.create', { name: 'Slaap' });
  const { id: code } = await ask('code.create', { name: 'kort', parentId: theme });
  const { codingIds } = await ask('coding.apply', { interviewId, textVersion: 1, start: 3, end: 15, codeIds: [code] });
  const codingId = codingIds[0] ?? 0;
  await ask('journal.set', { date: '2026-03-20', text: 'Tweede dag.' });
  await ask('journal.set', { date: '2026-03-19', text: '# Begin\nZie [dit](quote:1) en [dat](code:99).' });
  await ask('memo.set', { on: 'project', text: 'Over alles.' });
  await ask('memo.set', { on: 'interview', id: interviewId, text: 'Rustig gesprek.' });
  await ask('memo.set', { on: 'coding', id: codingId, text: '**Élke** nacht.' });
  await ask('memo.set', { on: 'code', id: code, text: '- korter dan zes uur' });
  await ask('memo.set', { on: 'participant', id: participantId, text: 'Komt terug in mei.' });
  return { ...project, interviewId, participantId, codingId, theme, code };
}

const kinds = (memos: readonly MemoRow[]) => memos.map((memo) => memo.on);

describe('a memo', () => {
  it('says what it is on and where that is, the newest first', async () => {
    const { ask, interviewId, participantId, codingId, code } = await noted();
    const { memos } = await ask('memo.list', {});
    expect(kinds(memos)).toEqual(['participant', 'code', 'coding', 'interview', 'project', 'journal', 'journal']);
    const place = { interviewId, interview: 'DH-01', codeId: code, code: 'Slaap / kort' };
    expect(memos).toMatchObject([
      { targetId: participantId, subject: 'Anouk', interviewId: null, codeId: null },
      { targetId: code, subject: 'Slaap / kort', codeId: code, interviewId: null },
      { targetId: codingId, subject: 'slaap slecht', quote: 'slaap slecht', start: 3, end: 15, ...place },
      { targetId: interviewId, subject: 'DH-01', interviewId, codeId: null },
      { targetId: null, subject: 'Leeg project', date: null },
      { targetId: null, subject: '2026-03-19', date: '2026-03-19', coder: 'Noor' },
      { targetId: null, subject: '2026-03-20', date: '2026-03-20' },
    ]);
  });

  it('is found by kind, coder, words, day, interview and code', async () => {
    const { ask, interviewId, theme } = await noted();
    const found = async (filter: object) => kinds((await ask('memo.list', filter)).memos);
    expect(await found({ on: ['project', 'journal'] })).toEqual(['project', 'journal', 'journal']);
    expect(await found({ coder: 'Noor' })).toHaveLength(7);
    expect(await found({ coder: 'Bas' })).toEqual([]);
    expect(await found({ text: 'elke NACHT' })).toEqual(['coding']);
    expect(await found({ text: 'slaap' })).toEqual(['code', 'coding']);
    expect(await found({ text: '**' })).toEqual([]);
    expect(await found({ interviewId })).toEqual(['coding', 'interview']);
    expect(await found({ codeId: theme })).toEqual(['code', 'coding']);
    expect(await found({ on: ['journal'], to: '2026-03-19' })).toEqual(['journal']);
    expect(await found({ on: ['journal'], from: '2026-03-20' })).toEqual(['journal']);
    expect(await found({ from: '2030-01-01' })).toEqual([]);
  });

  it('is not written over what another window wrote meanwhile', async () => {
    const { ask, refusal, path, codingId } = await noted();
    const set = { on: 'coding' as const, id: codingId, text: 'Van mij.' };
    await ask('memo.set', { ...set, before: '**Élke** nacht.' });
    const state = dump(path);
    expect(await refusal('memo.set', { ...set, text: 'Ook van mij.', before: '**Élke** nacht.' })).toEqual(withCode('conflict'));
    expect(await refusal('memo.set', { ...set, text: '', before: '' })).toEqual(withCode('conflict'));
    expect(dump(path)).toEqual(state);
    // Who doesn't say what was read, writes.
    await ask('memo.set', { ...set, text: '' });
    expect(await refusal('memo.set', { ...set, before: 'Van mij.' })).toEqual(withCode('conflict'));
    await ask('memo.set', { ...set, before: '' });
  });

  it('keeps a million signs', async () => {
    const { ask } = await projects.empty();
    const text = 'Een lange memo, met *veel* woorden. '.repeat(28_000).trim();
    await ask('memo.set', { on: 'project', text });
    expect((await ask('memo.list', {})).memos[0]?.text).toBe(text);
  });

  it('of each kind is taken back and done again, to the row', async () => {
    const project = await noted();
    const { ask, path } = project;
    const full = dump(path);
    for (let n = 0; n < 7; n++) await ask('history.undo', {});
    expect((await ask('memo.list', {})).memos).toEqual([]);
    for (let n = 0; n < 7; n++) await ask('history.redo', {});
    expect(dump(path)).toEqual(full);
    expect(await ask('project.check', {})).toEqual({ ok: true });
    expect((await ask('history.list', {})).entries.map((entry) => entry.subject).slice(0, 2)).toEqual(['Anouk', 'Slaap / kort']);
  });
});

describe('the journal', () => {
  it('has several entries a day, which are changed, moved to another day and removed', async () => {
    const { ask, refusal } = await projects.empty();
    const { id } = await ask('journal.set', { date: '2026-03-19', text: ' Eerst.\n' });
    const second = await ask('journal.set', { date: '2026-03-19', text: 'Nog een.' });
    expect(await ask('journal.set', { date: '2026-03-19', text: ' \n' })).toEqual({ id: null });
    await ask('journal.set', { id, date: '2026-03-18', text: 'Anders.', before: 'Eerst.' });
    expect(await refusal('journal.set', { id, date: '2026-03-18', text: 'Weg', before: 'Eerst.' })).toEqual(withCode('conflict'));
    expect((await ask('memo.list', {})).memos.map((memo) => [memo.date, memo.text])).toEqual([
      ['2026-03-18', 'Anders.'],
      ['2026-03-19', 'Nog een.'],
    ]);
    expect(await ask('journal.set', { id: second.id, date: '2026-03-19', text: '' })).toEqual({ id: null });
    expect(await refusal('journal.set', { id: second.id, date: '2026-03-19', text: 'x' })).toEqual(withCode('not-found'));
    // The memo on the project is no entry, and an entry is not the memo on the project.
    await ask('memo.set', { on: 'project', text: 'Over alles.' });
    const project = (await ask('memo.list', { on: ['project'] })).memos[0];
    expect(await refusal('journal.set', { id: project?.id ?? 0, date: '2026-03-19', text: 'x' })).toEqual(withCode('not-found'));
    expect((await ask('memo.list', { on: ['journal'] })).memos).toHaveLength(1);
  });

  it.each([{ date: '19-03-2026', text: 'x' }, { date: '2026-02-30', text: 'x' }, { text: 'x' }, { date: '2026-03-19' }])(
    'refuses %j',
    async (input) => {
      const { refusal } = await projects.empty();
      expect(await refusal('journal.set', input)).toEqual(withCode('invalid-input'));
    },
  );
});

describe('a link', () => {
  it('is found by typing: names that begin so first, then what holds the words', async () => {
    const { ask, interviewId, codingId } = await noted();
    const found = async (query: string, limit = 30) =>
      (await ask('memo.findTargets', { query, limit })).targets.map(({ kind, label }) => `${kind} ${label}`);
    expect(await found('')).toEqual([
      'code Slaap',
      'code Slaap / kort',
      'interview DH-01',
      'participant Anouk',
      'quote slaap slecht',
    ]);
    expect(await found('kort')).toEqual(['code Slaap / kort', 'quote slaap slecht']);
    expect(await found('dh')).toEqual(['interview DH-01', 'quote slaap slecht']);
    expect(await found('slaap', 2)).toEqual(['code Slaap', 'code Slaap / kort']);
    expect(await found('niets')).toEqual([]);
    expect((await ask('memo.targets', { links: [{ kind: 'quote', id: codingId }] })).targets).toEqual([
      {
        kind: 'quote',
        id: codingId,
        label: 'slaap slecht',
        interviewId,
        interview: 'DH-01',
        code: 'Slaap / kort',
        start: 3,
        end: 15,
      },
    ]);
  });

  it('to what is gone has no target; what is brought back has one again', async () => {
    const { ask, interviewId, participantId, codingId, code } = await noted();
    const links = [
      { kind: 'quote' as const, id: codingId },
      { kind: 'code' as const, id: code },
      { kind: 'interview' as const, id: interviewId },
      { kind: 'participant' as const, id: participantId },
    ];
    await ask('interview.delete', { id: interviewId });
    expect((await ask('memo.targets', { links })).targets.map(({ kind }) => kind)).toEqual(['code', 'participant']);
    await ask('history.undo', {});
    expect((await ask('memo.targets', { links })).targets).toHaveLength(4);
  });
});

describe('all memos as one file', () => {
  it('stand in the order of the project, the same bytes each time', async () => {
    const { ask, reopen } = await noted();
    const { text, memos } = await ask('memo.export', { language: 'nl' });
    expect(memos).toBe(7);
    const heads = text.split('\n').filter((line) => /^##+ /.test(line));
    expect(heads).toEqual([
      '## Logboek',
      '### 19 maart 2026',
      '#### Begin',
      '### 20 maart 2026',
      '## Project',
      '### Leeg project',
      '## Interviews',
      '### DH-01',
      '### DH-01 · Slaap / kort',
      '## Codes',
      '### Slaap / kort',
      '## Respondenten',
      '### Anouk',
    ]);
    expect(text).toContain('Zie dit (fragment DH-01: ‘slaap slecht’) en dat (bestaat niet meer).');
    expect(text).toContain('> slaap slecht');
    await reopen();
    expect(await ask('memo.export', { language: 'nl' })).toEqual({ text, memos });
  });

  it('can be narrowed as the list is, and says so', async () => {
    const { ask, theme } = await noted();
    const { text, memos } = await ask('memo.export', { codeId: theme, text: 'uur', format: 'txt', language: 'en' });
    expect(memos).toBe(1);
    expect(text).toContain('Selection: with ‘uur’; code Slaap.');
    const none = await ask('memo.export', { text: 'komt niet voor', language: 'nl' });
    expect([none.memos, none.text.includes('Geen memo’s.')]).toEqual([0, true]);
  });
});
