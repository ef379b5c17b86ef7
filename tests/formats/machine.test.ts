// What transcription programs save in a form of their own: JSON, tables and HTML.

import { expect, test } from 'vitest';
import { turnsIn, turnsOfFile } from '../helpers/turns.ts';

const WHO = 'Wie hielp jullie?';

test.each<[string, string[]]>([
  [
    'noscribe-html.txt',
    [
      '-|gesprek-4',
      '-|Transcribed with noScribe vers. 0.6.2 Audio source: gesprek-4.m4a',
      'S00@1000|Wie bent u?',
      'S01@3500|Ik ben de oma,',
      'S00@5000|mooi',
      "S01@6000|'s ochtends (..) pas ik <altijd> op.",
      'S00@9000|Fijn & druk.',
    ],
  ],
  ['amberscript.json', [`Interviewer@480|${WHO}`, 'Vader 2@2125|Mijn moeder.', 'Vader 2@4000|Elke dag.']],
  ['otranscribe.otr', [`I@1340|${WHO}`, 'V@62500|Mijn moeder,', 'V@3723008|elke dag.\nEcht waar.', 'I|Fijn & druk?', 'V|Ja.']],
  ['whisper.json', [`-@0|${WHO}`, '-@2000|Mijn moeder en de buren.']],
  ['whisper-cpp.json', [`Speaker 0@0|${WHO}`, 'Speaker 1@2010|Mijn moeder. Elke dag.', '-@6000|Zo.']],
  ['whisperx.json', [`SPEAKER_00@31|${WHO}`, 'SPEAKER_01@2500|Mijn moeder. Elke dag.', '-@5100|Fijn.']],
  ['deepgram-words.json', [`Speaker 0@80|${WHO}`, 'Speaker 1@2000|Mijn moeder.']],
  ['deepgram-paragraphs.json', [`Speaker 0@80|${WHO}`, 'Speaker 1@2000|Mijn moeder. Elke dag.']],
  ['deepgram-utterances.json', [`Speaker 0@80|${WHO}`, 'Speaker 0 (Channel 1)@2000|Mijn moeder.']],
  ['whisper.tsv', [`-@0|${WHO}`, '-@2000|Mijn moeder en de buren.']],
  ['whisperx.tsv', [`SPEAKER_00@31|${WHO}`, 'SPEAKER_01@2500|Mijn moeder. Elke dag.', 'SPEAKER_00@5100|Fijn.']],
])('%s', async (file, turns) => {
  expect(await turnsOfFile(file)).toEqual(turns);
});

test.each([
  ['numbers no recording has', '{"segments":[{"start":1e308,"end":-4,"text":"een"},{"start":1,"text":"twee"}]}', ['-|een twee']],
  [
    'numbers as Python writes them',
    '{"segments":[{"start":1,"avg_logprob":NaN,"text":"een: NaN of niet"}]}',
    ['-@1000|een: NaN of niet'],
  ],
  [
    'fields of another kind',
    '{"segments":[null,7,{"start":"x","text":["a"]},{"start":2,"text":"Hoi","speaker":{}}]}',
    ['-@2000|Hoi'],
  ],
  ['a speaker that can be no label', `{"segments":[{"start":2,"text":"Hoi","speaker":"${'x'.repeat(64)}"}]}`, ['-@2000|Hoi']],
  ['braces that are talk', '{lacht} M: ja\nM: nee', ['-|{lacht} M: ja', '-|M: nee']],
  [
    'a mark in a .otr without its seconds',
    '{"text":"<p><span class=\\"timestamp\\">00:12</span> Hoi</p>","media":""}',
    ['-|00:12 Hoi'],
  ],
])('%s', async (_what, content, turns) => {
  expect(await turnsIn(content)).toEqual(turns);
});

test.each([
  ['JSON that is cut off', '{"segments":[{"start":1,"text":"een', 'a.json', 'damaged'],
  ['a JSON list that is cut off', '[{"start":1,"text":"een', 'a', 'damaged'],
  ['JSON of something else', '{"name":"rode-draad","version":"1"}', 'a.json', 'JSON file without'],
  ['a list of other things', '[{"text":"een"},{"text":"twee"}]', 'a.json', 'JSON file without'],
  ['a project of packages', '{"results":{"a":1}}', 'a.json', 'JSON file without'],
  ['JSON nested without end', `${'{"segments":['.repeat(200_000)}`, 'a.json', 'damaged'],
  ['JSON nested deep', `{"segments":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'a.json', 'JSON file without'],
  ['a table of other things', 'code\tomschrijving\nhulp\tvan wie', 'codes.tsv', 'a table or a page'],
  ['a web page', '<!DOCTYPE html><p>Hallo', 'a.html', 'a web page'],
  ['a page without a doctype', '<p>Hallo', 'a.html', 'a web page'],
])('%s is refused', async (_what, content, name, reason) => {
  await expect(turnsIn(content, name)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(reason) });
});
