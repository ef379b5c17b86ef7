import { expect, test } from 'vitest';
import { toTranscript } from '../../src/domain/interview.ts';
import { readVttTranscript } from '../../src/formats/vtt.ts';

function read(text: string): string[] {
  const transcript = toTranscript(readVttTranscript(text));
  return transcript.turns.map(
    ({ start, end, speaker, timeMs }) => `${speaker ?? '-'}@${timeMs}|${transcript.text.slice(start, end)}`,
  );
}

function vtt(...cues: string[]): string {
  const clock = (n: number): string => `00:00:${String(n).padStart(2, '0')}.000`;
  return `WEBVTT\n\n${cues.map((cue, n) => `${clock(n)} --> ${clock(n + 1)}\n${cue}`).join('\n\n')}\n`;
}

test('Teams: captions of one speaker that follow each other are one turn', () => {
  expect(
    read(vtt('<v Jansen, Piet>Hoe gaat</v>', '<v Jansen, Piet>het?</v>', '<v Moeder>Goed.</v>', '<v Jansen, Piet>Fijn.</v>')),
  ).toEqual(['Jansen, Piet@0|Hoe gaat het?', 'Moeder@2000|Goed.', 'Jansen, Piet@3000|Fijn.']);
});

test('several voices in one cue, classes, line breaks and entities', () => {
  expect(
    read(
      vtt(
        '<v.loud.eerste Anna &amp; Bas>Ja &lt;3\nhoor</v><v Oma>Nee&nbsp;&#233;cht &onbekend;</v>',
        '<v Oma><i>zeg</i> <c.geel>ik</c> <00:00:01.500>nu',
      ),
    ),
  ).toEqual(['Anna & Bas@0|Ja <3 hoor', 'Oma@0|Nee écht &onbekend; zeg ik nu']);
});

test('what a person typed between angle brackets stays', () => {
  expect(read(vtt('<v M>Nou <lacht> ja</v>'))).toEqual(['M@0|Nou <lacht> ja']);
});

test('Zoom: names before the text, guarded as in a text file', () => {
  expect(
    read(
      vtt('Piet Jansen: Om 14:30: toen', 'Moeder: Ja.', 'en nog iets', 'Let op: eenmalig', 'Piet Jansen: Goed.', 'Moeder: Nee.'),
    ),
  ).toEqual([
    'Piet Jansen@0|Om 14:30: toen',
    'Moeder@1000|Ja. en nog iets Let op: eenmalig',
    'Piet Jansen@4000|Goed.',
    'Moeder@5000|Nee.',
  ]);
});

test('without speakers a turn ends with its sentence, or at a pause', () => {
  expect(read(vtt('Dat was', 'het dan.', 'En nu', 'verder'))).toEqual(['-@0|Dat was het dan.', '-@2000|En nu verder']);
  expect(
    read('WEBVTT\n\n00:01.000 --> 00:02.000\neen\n\n00:03.900 --> 00:05.000\ntwee\n\n00:07.000 --> 00:08.000\ndrie'),
  ).toEqual(['-@1000|een twee', '-@7000|drie']);
});

test('marks, Windows line ends, headers, notes, styles and names of cues are no speech', () => {
  const file = [
    'WEBVTT - Opname',
    'Kind: captions',
    '',
    'NOTE met een pijl',
    '00:00:00.000 --> 00:00:09.000',
    'niet dit',
    '',
    'STYLE',
    '::cue { color: red }',
    '',
    'b1f2/1-0',
    '00:00:01.000 --> 00:00:02.000 align:start position:0%',
    '<v M>een</v>',
    '',
    '2',
    '00:00:02.500 --> 00:00:02.500',
    '<v I>geen tijd</v>',
    '3',
    '100:00:03.5 --> 100:00:04,25',
    '<v M>laat</v>',
  ];
  expect(read(file.join('\r\n'))).toEqual(['M@1000|een', 'I@2500|geen tijd', 'M@360003500|laat']);
});

test('SRT is read the same way', () => {
  expect(
    read(
      '1\n00:00:01,000 --> 00:00:02,000\nI: Hoi\n\n2\n00:00:02,500 --> 00:00:03,000\nM: Dag\n\n3\n00:00:03,000 --> 00:00:04,000\nI: Ja\nM: Nee',
    ),
  ).toEqual(['I@1000|Hoi', 'M@2500|Dag', 'I@3000|Ja', 'M@3000|Nee']);
});
