import { expect, test } from 'vitest';
import { readParticipants } from '../../src/formats/participants-csv.ts';

test('every further column is an attribute', () => {
  expect(
    readParticipants('interview;participant;speaker;Rol;Leeftijdsgroep \ndh-01;M01;Moeder;moeder; 20-24\ndh-02;V03;;vader;\n'),
  ).toEqual([
    {
      line: 2,
      interview: 'dh-01',
      participant: 'M01',
      speaker: 'Moeder',
      attributes: { Rol: 'moeder', Leeftijdsgroep: '20-24' },
    },
    { line: 3, interview: 'dh-02', participant: 'V03', speaker: null, attributes: { Rol: 'vader', Leeftijdsgroep: '' } },
  ]);
});

test('two participants may share an interview, and no column but two is needed', () => {
  expect(
    readParticipants('participant,interview\nM01,dh-01\nV01,dh-01').map(({ participant, speaker }) => [participant, speaker]),
  ).toEqual([
    ['M01', null],
    ['V01', null],
  ]);
});

test.each([
  ['no participant column', 'interview,naam\na,b', 'Line 1: the column participant is missing'],
  ['an empty interview', 'interview,participant\na,b\n ,c', 'Line 3: the interview is empty'],
  ['an empty participant', 'interview,participant,Rol\na,,vader', 'Line 2: the participant is empty'],
])('%s is refused', (_what, text, reason) => {
  expect(() => readParticipants(text)).toThrowError(expect.objectContaining({ code: 'refused', message: reason }));
});
