import { expect, test } from 'vitest';
import { type Transcript, toTranscript } from '../../src/domain/interview.ts';
import { readTextTranscript as speechesIn } from '../../src/formats/text-file.ts';

const readTextTranscript = (text: string): Transcript => toTranscript(speechesIn(text));

/** Turns as `speaker@ms|text`, the way a person would check them. */
function turnsOf(transcript: Transcript): string[] {
  return transcript.turns.map(({ start, end, speaker, timeMs }) => {
    const who = `${speaker ?? '-'}${timeMs === null ? '' : `@${timeMs}`}`;
    return `${who}|${transcript.text.slice(start, end)}`;
  });
}

function read(...lines: string[]): string[] {
  return turnsOf(readTextTranscript(lines.join('\n')));
}

test('labels become speakers and leave the text', () => {
  const transcript = readTextTranscript('Interviewer: Hoe gaat het?\nMoeder: Goed hoor.\nInterviewer: Fijn.\nMoeder: Ja.\n');
  expect(transcript.text).toBe('Hoe gaat het?\nGoed hoor.\nFijn.\nJa.');
  expect(transcript.turns[1]).toEqual({ start: 14, end: 24, speaker: 'Moeder', timeMs: null });
});

test('a line or paragraph without a label goes on with the turn, also after a blank line', () => {
  expect(read('I: Vraag?', 'V: Eerste regel', 'tweede regel', '', 'nieuwe alinea', '', 'I: Ja.', 'V: Klaar.')).toEqual([
    'I|Vraag?',
    'V|Eerste regel\ntweede regel\nnieuwe alinea',
    'I|Ja.',
    'V|Klaar.',
  ]);
});

test('adjacent turns of one speaker stay apart', () => {
  expect(read('V: een', 'V: twee', 'V: drie')).toEqual(['V|een', 'V|twee', 'V|drie']);
});

test('a label on a line of its own names what follows', () => {
  expect(read('Spreker 1:', 'Hallo', '', 'Spreker 2:', 'Dag', '', 'Spreker 1:', 'Ja', '', 'Spreker 2:', 'Nee')).toEqual([
    'Spreker 1|Hallo',
    'Spreker 2|Dag',
    'Spreker 1|Ja',
    'Spreker 2|Nee',
  ]);
});

test('without labels each paragraph is a turn, and a hard line end stays inside it', () => {
  expect(read('Eerste alinea', 'loopt door.', '', '', 'Tweede alinea.')).toEqual([
    '-|Eerste alinea\nloopt door.',
    '-|Tweede alinea.',
  ]);
  expect(read('', 'Geen lege regels,', 'dus elke regel telt.', '')).toEqual(['-|Geen lege regels,', '-|dus elke regel telt.']);
});

test('what stands above the first turn is kept, without a speaker', () => {
  expect(read('Interview 3', 'Datum: 4 maart', '', 'Plaats: Den Haag', '', 'I: Hoi', 'V: Hoi', 'I: Nou', 'V: Ja')).toEqual([
    '-|Interview 3\nDatum: 4 maart',
    '-|Plaats: Den Haag',
    'I|Hoi',
    'V|Hoi',
    'I|Nou',
    'V|Ja',
  ]);
});

test.each([
  ['a clock', '14:30: dan kwam zij', '14:30: en weer'],
  ['an address', 'https://voorbeeld.example/a', 'https://voorbeeld.example/b'],
  ['a label of 64 characters', `${'a'.repeat(64)}: x`, `${'a'.repeat(64)}: y`],
  ['a label that occurs once', 'Oma: ja', 'Opa: nee'],
  ['someone quoted', 'Ik zei: ga weg', 'Ik zei: nee'],
  ['someone else quoted', 'De verloskundige zei: rustig maar', 'De verloskundige zei: persen'],
  ['a conjunction', 'Maar: ik wil niet', 'Maar: het moet'],
  ['a question', 'Weet je wat? Nou: dit', 'Weet je wat? Nou: dat'],
  ['numbers', '1: een', '1: nog een'],
])('%s is no speaker', (_what, first, second) => {
  expect(read(first, second)).toEqual([`-|${first}`, `-|${second}`]);
});

test('a label of 63 characters is a speaker', () => {
  const label = `Moeder ${'x'.repeat(56)}`;
  expect(read(`${label}: een`, `${label}: twee`)).toEqual([`${label}|een`, `${label}|twee`]);
});

test('a label is the same without case, extra spaces or bold', () => {
  expect(read('Interviewer: a', 'interviewer : b', '**Interviewer:** c', '**INTERVIEWER**: d', 'Interviewer:e')).toEqual([
    'Interviewer|a',
    'Interviewer|b',
    'Interviewer|c',
    'Interviewer|d',
    'Interviewer|e',
  ]);
});

test.each([
  ['[00:00:12] M: tekst', 12_000],
  ['00:00:12 M: tekst', 12_000],
  ['(00:12) M: tekst', 12_000],
  ['#00:01:23-4# M: tekst', 83_400],
  ['[00:00:12.340] M: tekst', 12_340],
  ['[1:02:03] - M: tekst', 3_723_000],
  ['M: [00:00:12] tekst', 12_000],
  ['M: 00:00:12 tekst', 12_000],
  ['M (00:12): tekst', 12_000],
  ['M [00:00:12]: tekst', 12_000],
  ['M: #00:01:23-4# tekst', 83_400],
  ['M: [00:00:12.340] tekst', 12_340],
  ['[00:00:12.000 --> 00:00:15.000] M: tekst', 12_000],
  ['M: om 14:30 kwam zij', null],
  ['M: 14:30 was het', null],
])('%s has its time beside the text', (line, timeMs) => {
  const { text, turns } = readTextTranscript(`${line}\nM: nog iets\nI: ja`);
  expect(turns[0]).toMatchObject({ speaker: 'M', timeMs });
  expect(text.split('\n')[0]).toBe(timeMs === null ? line.slice(3) : 'tekst');
});

test('a time on a line of its own is of the turn below it, or of the label above it', () => {
  expect(
    read('00:00:03', 'Spreker 1:', 'Hallo', '00:00:05', 'Spreker 2:', 'Dag', 'Spreker 1:', '[00:09]', 'Ja', 'Spreker 2: Nee'),
  ).toEqual(['Spreker 1@3000|Hallo', 'Spreker 2@5000|Dag', 'Spreker 1@9000|Ja', 'Spreker 2|Nee']);
});

test('a name with a time behind it, as Otter and Teams write, is a label', () => {
  expect(
    read(
      'Jansen, P.  0:03',
      'Goedemorgen',
      '',
      'Moeder\t1:02:03',
      'Dag',
      '',
      'Jansen, P.  0:09',
      'Ja',
      '',
      'Moeder   0:12',
      'Nee',
    ),
  ).toEqual(['Jansen, P.@3000|Goedemorgen', 'Moeder@3723000|Dag', 'Jansen, P.@9000|Ja', 'Moeder@12000|Nee']);
});

test('a stamp at the end of a turn is where the next one begins', () => {
  expect(read('I: Vraag? #00:00:04-0#', 'B: Antwoord. #00:00:09-5#', 'I: [00:10] Ja', 'B: Nee')).toEqual([
    'I|Vraag?',
    'B@4000|Antwoord.',
    'I@10000|Ja',
    'B|Nee',
  ]);
});

test('a time in the middle of a turn begins a turn of the same speaker, so no anchor is lost', () => {
  expect(read('M: begin', '[00:01:00] en verder', 'I: ja', 'M: ja', 'I: dag')).toEqual([
    'M|begin',
    'M@60000|en verder',
    'I|ja',
    'M|ja',
    'I|dag',
  ]);
});

test('tabs, odd line ends and page breaks are white space', () => {
  expect(turnsOf(readTextTranscript('M:\teen\ttwee\r\nI: a\rM: b\u2028nog\fI: c'))).toEqual([
    'M|een twee',
    'I|a',
    'M|b\nnog',
    'I|c',
  ]);
});
