// The speakers of a project: listed, renamed, merged, and told to be the interviewer or not.

import { describe, expect, it } from 'vitest';
import { dump, importTalk, openProjects, withCode } from '../helpers/project.ts';

const projects = await openProjects();

async function two() {
  const project = await projects.empty();
  const first = await importTalk(project, 'DH-01', [
    ['Student', 'Hoe gaat het?'],
    ['Anouk', 'Goed, dank je wel.'],
    ['Student', 'En thuis?'],
    ['Anouk', 'Ook.'],
  ]);
  const second = await importTalk(project, 'DH-02', [
    ['Int', 'Hoe gaat het?'],
    ['Bas', 'Goed.'],
    ['Int', 'En thuis?'],
    ['Bas', 'Ook wel.'],
  ]);
  await project.ask('participant.import', {
    csv: 'interview,participant,speaker\nDH-01,Moeder A,Anouk\nDH-02,Vader B,bas\n',
  });
  const speakers = async () =>
    (await project.ask('speaker.list', {})).speakers.map((row) => [row.speaker, row.interviewIds.length, row.turns, row.words]);
  const asking = async (id: number) => (await project.ask('interview.get', { id })).asking;
  return { ...project, first: first.id, second: second.id, speakers, asking };
}

describe('speakers', () => {
  it('are listed by label with where and how much they speak, as whom, and who asks', async () => {
    const { ask, speakers } = await two();
    expect(await speakers()).toEqual([
      ['Student', 1, 2, 5],
      ['Anouk', 1, 2, 5],
      ['Int', 1, 2, 5],
      ['Bas', 1, 2, 3],
    ]);
    const { speakers: rows } = await ask('speaker.list', {});
    expect(rows.map(({ speaker, participants, asks, said }) => [speaker, participants, asks, said])).toEqual([
      ['Student', [], true, false],
      ['Anouk', ['Moeder A'], false, false],
      ['Int', [], true, false],
      ['Bas', ['Vader B'], false, false],
    ]);
  });

  it('are renamed over the project and merged; participants keep their turns; one undo takes all back', async () => {
    const project = await two();
    const { ask, speakers, path } = project;
    const before = dump(path);
    expect(await ask('speaker.rename', { from: 'Bas', to: 'Respondent' })).toEqual({ turns: 2, interviews: 1, participants: 1 });
    expect(await ask('speaker.rename', { from: 'Anouk', to: 'Respondent' })).toEqual({
      turns: 2,
      interviews: 1,
      participants: 1,
    });
    expect(await speakers()).toEqual([
      ['Respondent', 2, 4, 8],
      ['Student', 1, 2, 5],
      ['Int', 1, 2, 5],
    ]);
    const { interviews } = await ask('interview.list', {});
    expect(interviews.map((row) => row.participants.map(({ name, speaker }) => [name, speaker]))).toEqual([
      [['Moeder A', 'Respondent']],
      [['Vader B', 'Respondent']],
    ]);
    const text = (await ask('interview.get', { id: project.first })).textVersion;
    expect(text).toBe(1);
    await ask('history.undo', {});
    await ask('history.undo', {});
    expect(dump(path)).toEqual(before);
  });

  it('are renamed in some interviews only; a participant stays with a label that is still spoken there', async () => {
    const { ask, first, second, speakers } = await two();
    await ask('turn.setSpeaker', { interviewId: second, textVersion: 1, turns: [1], speaker: 'Anouk' });
    expect(await ask('speaker.rename', { from: 'Anouk', to: 'Oma', interviewIds: [second] })).toMatchObject({
      turns: 1,
      participants: 0,
    });
    expect(await speakers()).toContainEqual(['Anouk', 1, 2, 5]);
    expect(await ask('speaker.rename', { from: 'Oma', to: 'bas', interviewIds: [second] })).toMatchObject({ turns: 1 });
    // Another spelling of one label: the participant goes along, though the old spelling is still there.
    expect(await ask('speaker.rename', { from: 'bas', to: 'Bas' })).toMatchObject({ turns: 1, participants: 1 });
    expect((await ask('interview.get', { id: first })).asking).toEqual(['Student']);
  });

  it('who is nobody, can be named; who is not there, can’t', async () => {
    const { ask, refusal, second, first } = await two();
    await ask('turn.setSpeaker', { interviewId: second, textVersion: 1, turns: [0], speaker: null });
    expect(await ask('speaker.rename', { from: null, to: 'Int' })).toEqual({ turns: 1, interviews: 1, participants: 0 });
    expect(await refusal('speaker.rename', { from: null, to: 'Int' })).toEqual(withCode('not-found'));
    expect(await refusal('speaker.rename', { from: 'Zomaar', to: 'Int' })).toEqual(withCode('not-found'));
    expect(await refusal('speaker.rename', { from: 'Bas', to: 'Bob', interviewIds: [first] })).toEqual(withCode('not-found'));
    expect(await refusal('speaker.rename', { from: 'Bas', to: 'Bob', interviewIds: [99] })).toEqual(withCode('not-found'));
    expect(await refusal('speaker.rename', { from: 'Bas', to: '' })).toEqual(withCode('invalid-input'));
    expect(await refusal('speaker.rename', { from: 'Bas', to: 'é'.repeat(201) })).toEqual(withCode('invalid-input'));
  });

  it('are the interviewer when one says so; that goes along with a new label, and gives way to one that was there', async () => {
    const { ask, refusal, asking, first, second } = await two();
    await ask('speaker.setAsks', { speaker: 'Student', asks: false });
    await ask('speaker.setAsks', { speaker: 'Anouk', asks: true });
    expect(await asking(first)).toEqual(['Anouk']);
    await ask('speaker.rename', { from: 'Anouk', to: 'Onderzoeker A' });
    expect(await asking(first)).toEqual(['Onderzoeker A']);
    await ask('speaker.rename', { from: 'Onderzoeker A', to: 'Bas' });
    expect(await asking(second)).toEqual(['Int']);
    expect((await ask('speaker.list', {})).speakers.filter((row) => row.said).map((row) => row.speaker)).toEqual(['Student']);
    await ask('speaker.setAsks', { speaker: 'Student', asks: null });
    expect(await asking(first)).toEqual(['Student']);
    expect(await refusal('speaker.setAsks', { speaker: 'Zomaar', asks: true })).toEqual(withCode('not-found'));
  });

  it('who asks goes on asking under another label, also where only labels told so, or in one interview', async () => {
    const project = await projects.empty();
    const { ask, path } = project;
    const said = [
      ['Interviewer', 'Hoe gaat het?'],
      ['Anouk', 'Goed.'],
      ['Interviewer', 'Mooi.'],
      ['Anouk', 'Ja.'],
    ] as const;
    const { id: one } = await importTalk(project, 'A', said);
    const { id: two } = await importTalk(project, 'B', [...said, ['Interviewer', 'Dag.']]);
    const asking = async (id: number) => (await ask('interview.get', { id })).asking;
    const before = dump(path);
    await ask('speaker.rename', { from: 'Interviewer', to: 'Sanne', interviewIds: [two] });
    expect([await asking(one), await asking(two)]).toEqual([['Interviewer'], ['Sanne']]);
    await ask('speaker.rename', { from: 'Interviewer', to: 'Fleur' });
    expect([await asking(one), await asking(two)]).toEqual([['Fleur'], ['Sanne']]);
    await ask('speaker.setAsks', { speaker: 'Anouk', asks: false });
    await ask('speaker.rename', { from: 'Anouk', to: 'Moeder', interviewIds: [one] });
    const told = (await ask('speaker.list', {})).speakers.map((row) => [row.speaker, row.asks, row.said]);
    expect(told.sort()).toEqual([
      ['Anouk', false, true],
      ['Fleur', true, true],
      ['Moeder', false, true],
      ['Sanne', true, true],
    ]);
    await ask('history.goTo', { entryId: 2 });
    expect(dump(path)).toEqual(before);
  });
});
