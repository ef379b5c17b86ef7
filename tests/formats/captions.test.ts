// Caption files as the programs write them that people come with.

import { expect, test } from 'vitest';
import { turnsIn, turnsOfFile } from '../helpers/turns.ts';

test.each<[string, string[]]>([
  [
    'teams.vtt',
    [
      'Bakker, Noor@3210|Hoe was de eerste week thuis?',
      'Moeder 4@6000|Zwaar, maar ook mooi. Om 14:30: dan sliep hij.',
      'Bakker, Noor@12000|Ja & toen?',
    ],
  ],
  [
    'zoom.vtt',
    ['Noor Bakker@1120|Wie hielp jullie?', 'Vader 2@4010|Mijn moeder, en de kraamzorg. Elke dag.', 'Noor Bakker@9500|Fijn.'],
  ],
  ['youtube.vtt', ['-@160|we kregen hulp van de buren ja ja', '-@9000|en toen']],
  ['youtube.srt', ['-@160|we kregen hulp van de buren en van oma']],
  ['youtube.sbv', ['-@599|we kregen hulp.', '-@4160|Van de buren en van oma.']],
  [
    'noscribe.vtt',
    [
      'S00@1000|Wie bent u?',
      "S01@3500|Ik ben de oma, 's ochtends",
      'S00@5000|Mooi.',
      'S01@6000|pas ik op.',
      'S00@8000|En dan? Vertel.',
    ],
  ],
  ['whisperx.srt', ['SPEAKER_00@31|Hoe gaat het?', 'SPEAKER_01@2500|Goed, dank je. Echt.', 'SPEAKER_00@5100|Mooi.']],
  ['amberscript.srt', ['-@0|Wie hielp jullie?', '-@3400|De kraamzorg.']],
])('%s', async (file, turns) => {
  expect(await turnsOfFile(file)).toEqual(turns);
});

test('a word said three times in a row is no rolling caption', async () => {
  const said = ['Ja.', 'Ja.', 'Ja.', 'Ja.\nEn nee.'].map(
    (text, n) => `${n + 1}\n00:00:0${n},000 --> 00:00:0${n + 1},000\n${text}`,
  );
  expect(await turnsIn(said.join('\n\n'))).toEqual(['-@0|Ja.', '-@1000|Ja.', '-@2000|Ja.', '-@3000|Ja. En nee.']);
});

test('without names and full stops a turn lasts a minute, not an hour', async () => {
  const cues = Array.from({ length: 30 }, (_, n) => {
    const at = (s: number): string => `0:${String(Math.floor(s / 60)).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}.000`;
    return `${at(n * 5)} --> ${at(n * 5 + 5)}\nwoord`;
  });
  expect((await turnsIn(`WEBVTT\n\n${cues.join('\n\n')}`)).map((turn) => turn.split('|')[0])).toEqual([
    '-@0',
    '-@60000',
    '-@120000',
  ]);
});

test('SRT without numbers, and times beyond any clock, are read', async () => {
  expect(await turnsIn('00:00:01,000 --> 00:00:02,000\nHoi')).toEqual(['-@1000|Hoi']);
  expect(await turnsIn(`WEBVTT\n\n${'9'.repeat(400)}:00:00.000 --> 00:00:01.000\nweg\n\n00:01.000 --> 00:02.000\nHoi`)).toEqual([
    '-@1000|Hoi',
  ]);
});
