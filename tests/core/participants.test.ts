// Participants and their attributes, as a sheet and one by one.

import { describe, expect, it } from 'vitest';
import { dump, importTalk, openProjects, withCode } from '../helpers/project.ts';

const projects = await openProjects();
const SHEET = 'interview;participant;speaker;Rol;fase\nA;Anouk;Anouk;moeder;zwanger\nB;Emine;;moeder;0–1 jaar\nB;Piet;P;vader;\n';

async function withSheet() {
  const project = await projects.empty();
  for (const name of ['A', 'B'])
    await importTalk(project, name, [
      ['Anouk', `Ja ${name}.`],
      ['P', 'Nee.'],
      ['Anouk', 'Wel.'],
      ['P', 'O.'],
    ]);
  const answer = await project.ask('participant.import', { csv: SHEET });
  return { ...project, answer };
}

describe('a participants sheet', () => {
  it('places people in their interviews, with their label and an attribute for each further column', async () => {
    const { ask, answer } = await withSheet();
    expect(answer).toEqual({ participants: 3, attributes: ['Rol', 'fase'], refused: [] });
    expect(await ask('participant.list', {})).toEqual({
      attributes: [
        { name: 'Rol', values: ['moeder', 'vader'] },
        { name: 'fase', values: ['0–1 jaar', 'zwanger'] },
      ],
      participants: [
        { id: 1, name: 'Anouk', interviews: ['A'], attributes: { Rol: 'moeder', fase: 'zwanger' } },
        { id: 2, name: 'Emine', interviews: ['B'], attributes: { Rol: 'moeder', fase: '0–1 jaar' } },
        { id: 3, name: 'Piet', interviews: ['B'], attributes: { Rol: 'vader' } },
      ],
    });
    expect((await ask('interview.list', {})).interviews[1]?.participants).toEqual([
      { id: 2, name: 'Emine', speaker: '', attributes: { Rol: 'moeder', fase: '0–1 jaar' } },
      { id: 3, name: 'Piet', speaker: 'P', attributes: { Rol: 'vader' } },
    ]);
  });

  it('changes what it has, keeps what it leaves empty, and refuses a line by its number', async () => {
    const { ask } = await withSheet();
    const csv = 'interview,participant,rol,nieuw\nb,PIET,oom,\nC,Iemand,moeder,x\n';
    const answer = await ask('participant.import', { csv });
    expect(answer).toMatchObject({ participants: 1, refused: [{ line: 3, reason: expect.stringContaining('C') }] });
    const { participants, attributes } = await ask('participant.list', {});
    expect(participants[2]).toEqual({ id: 3, name: 'Piet', interviews: ['B'], attributes: { Rol: 'oom' } });
    expect(attributes.map((attribute) => attribute.name)).toEqual(['Rol', 'fase']);
    expect((await ask('interview.list', {})).interviews[1]?.participants[1]?.speaker).toBe('P');
  });

  it('is refused without its columns or with an empty name', async () => {
    const { path, refusal } = await withSheet();
    const before = dump(path);
    for (const csv of ['naam\nx\n', 'interview,participant\nA,\n', 'interview,participant,rol,ROL\nA,x,a,b\n', '']) {
      expect(await refusal('participant.import', { csv })).toEqual(withCode('refused'));
    }
    expect(dump(path)).toEqual(before);
  });
});

describe('a participant', () => {
  it('gets another pseudonym and other values; an empty one removes the attribute, and an unused one is not listed', async () => {
    const { ask } = await withSheet();
    await ask('participant.update', {
      id: 1,
      name: ' Anne ',
      attributes: { rol: 'oma', fase: '', 'geworven via': 'JGZ', niets: '' },
    });
    const { participants, attributes } = await ask('participant.list', {});
    expect(participants[0]).toEqual({
      id: 1,
      name: 'Anne',
      interviews: ['A'],
      attributes: { Rol: 'oma', 'geworven via': 'JGZ' },
    });
    expect(attributes.map((attribute) => attribute.name)).toEqual(['Rol', 'fase', 'geworven via']);
    await ask('participant.update', { id: 2, attributes: { FASE: '' } });
    expect((await ask('participant.list', {})).attributes.map((attribute) => attribute.name)).toEqual(['Rol', 'geworven via']);
  });

  it('not that of another, nor one that is not there', async () => {
    const { refusal } = await withSheet();
    expect(await refusal('participant.update', { id: 1, name: 'PIET' })).toEqual(withCode('conflict'));
    expect(await refusal('participant.update', { id: 99, name: 'x' })).toEqual(withCode('not-found'));
    expect(await refusal('participant.update', { id: 1, name: '' })).toEqual(withCode('invalid-input'));
    expect(await refusal('participant.update', { id: 1, attributes: { ' ': 'x' } })).toEqual(withCode('invalid-input'));
  });

  it('may have an attribute that is called like something a language has', async () => {
    const { ask } = await withSheet();
    await ask('participant.update', { id: 1, attributes: { constructor: 'ja' } });
    expect((await ask('participant.list', {})).attributes).toContainEqual({ name: 'constructor', values: ['ja'] });
    const { rows } = await ask('analysis.frequency', { by: 'constructor' });
    expect(rows).toEqual([]);
    await ask('code.create', { name: 'slapen' });
    expect((await ask('analysis.frequency', { by: 'constructor' })).rows.map((row) => [row.group, row.of])).toEqual([
      ['ja', 1],
      ['', 1],
    ]);
  });
});
