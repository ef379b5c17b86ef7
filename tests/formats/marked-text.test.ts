// Plain text as transcription programs write it: with times as marks, and speakers as labels.

import { expect, test } from 'vitest';
import { turnsIn, turnsOfFile } from '../helpers/turns.ts';

const SLEEP = 'Hoe gaat het met slapen?';

test.each<[string, string[]]>([
  [
    'noscribe.txt',
    [
      '-|gesprek-4',
      '-|Transcribed with noScribe vers. 0.6.2\nAudio source: gesprek-4.m4a',
      'S00@1000|Wie bent u?',
      'S01@3000|Ik ben de oma,',
      'S02|ja',
      "S01|'s ochtends pas ik op.",
      "S01@64000|En 's avonds (..) soms ook.",
      'S00@70000|Mooi.',
      'S02@72000|Elke week.',
      'S01@74000|Ja.',
      'S02@75000|Altijd.',
    ],
  ],
  [
    'amberscript.txt',
    [
      `Spreker 1@0|${SLEEP}`,
      'Spreker 2@4000|Slecht.\nOm 04:30: dan is hij wakker.',
      'Spreker 1@72000|Elke nacht?',
      'Spreker 2@3602000|Elke nacht.',
    ],
  ],
  [
    'otter.txt',
    [
      `Noor Bakker@0|${SLEEP}`,
      'Speaker 2@4000|Slecht.',
      'Noor Bakker@62000|Elke nacht?',
      'Speaker 2@3603000|Elke nacht.\nTranscribed by https://otter.ai',
    ],
  ],
  ['f4.txt', [`I|${SLEEP}`, 'B@4000|Slecht.', 'B@7500|Echt slecht.', 'B@9100|Elke nacht.', 'I@12000|Elke nacht?', 'B@13800|Ja.']],
  ['maxqda.txt', [`I@0|${SLEEP}`, 'B@4200|Slecht.', 'I@60000|Elke nacht?', 'B@62900|Ja.']],
  [
    'atlasti.txt',
    [`Interviewer@0|${SLEEP}`, 'Vader@4000|Slecht.', 'Vader@6000|Echt slecht.', 'Interviewer@60000|Elke nacht?', 'Vader|Ja.'],
  ],
  ['whisper-cpp.txt', [`-@0|${SLEEP}`, '-@4000|Slecht.']],
  ['interview.md', [`Interviewer|${SLEEP}`, 'Vader|Slecht.\nEcht slecht.', 'Interviewer@60000|Elke nacht?', 'Vader|Ja.']],
])('%s', async (file, turns) => {
  expect(await turnsOfFile(file)).toEqual(turns);
});

test('slashes and brackets that mark nothing stay', async () => {
  expect(await turnsIn('M: zie //voorbeeld: x// en [lacht] #1 (14:30)\nM: //S01 en/of [14:3]')).toEqual([
    'M|zie //voorbeeld: x// en [lacht] #1 (14:30)',
    'M|//S01 en/of [14:3]',
  ]);
});
