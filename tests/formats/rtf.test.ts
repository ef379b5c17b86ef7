// RTF, as f4, Word, WordPad and TextEdit save it.

import { expect, test } from 'vitest';
import { escapeRtf, makeRtf, rtfTable, rtfWithBody } from '../helpers/rtf.ts';
import { turnsIn } from '../helpers/turns.ts';

const read = (body: string): Promise<string[]> => turnsIn(rtfWithBody(body));

test('paragraphs with labels and f4 marks are turns; line breaks and paragraphs without a label go on', async () => {
  expect(
    await turnsIn(
      makeRtf(['I: Hoe gaat het? #00:00:04-0#', 'B: Goed\ntweede {regel} \\', 'nieuwe alinea', '', 'I:\tFijn', 'B: é 👩‍👧 ‘ja’']),
    ),
  ).toEqual(['I|Hoe gaat het?', 'B@4000|Goed\ntweede {regel} \\\nnieuwe alinea', 'I|Fijn', 'B|é 👩‍👧 ‘ja’']);
});

test.each([
  ['bytes of the code page of the document', "caf\\'e9 \\'80", 'café €'],
  ['bytes as they are', 'caf\xe9 \x93ja\x94', 'café “ja”'],
  ['bytes of the code page of a font', "{\\f1 \\'ec\\'e0\\'ec\\'e0} en \\'e9", 'мама en é'],
  ['two bytes for one character', "{\\f2 \\'82\\'a0}", 'あ'],
  ['Unicode with what older readers show', "\\u233\\'e9\\u-10180?\\u-8727?!", 'é\ud83c\udde9!'],
  ['Unicode without it', '\\uc0\\u233 t\\u233 ', 'été'],
  ['Unicode with two bytes for older readers', "{\\uc2\\u233\\'81\\'40}!", 'é!'],
  ['signs by name', '\\lquote a\\rquote\\~\\emdash\\endash\\_b\\-c\\bullet', '‘a’\u00a0—–-bc•'],
  ['a word of control without a space', '{\\b vet}te', 'vette'],
  ['text twice, for old readers and new', '{\\upr{oud}{\\*\\ud{nieuw \\u233 ?}}}', 'nieuw é'],
])('%s', async (_what, body, text) => {
  expect(await read(`${body}\\par`)).toEqual([`-|${text}`]);
});

test('changes are as accepted, and what is beside the text is out', async () => {
  const field = '{\\field{\\*\\fldinst HYPERLINK "file:///etc/passwd"}{\\fldrslt daar}}';
  const beside =
    '{\\footnote noot\\par}{\\*\\atnid AB}{\\chatn{\\*\\annotation opmerking\\par}}{\\header kop\\par}{\\pict\\wmetafile8 0102}{\\*\\onbekend iets}{\\listtext 1.}';
  expect(await read(`Ik {\\deleted\\revauthdel1 niet }{\\revised wel }{\\v geheim\\v0 }dit${beside} ${field}\\par`)).toEqual([
    '-|Ik wel dit daar',
  ]);
  expect(await read('een {\\deleted\\par}twee\\par drie\\par')).toEqual(['-|een twee', '-|drie']);
});

test('a picture as raw bytes is passed over, and a backslash before a line end ends a paragraph', async () => {
  expect(await read('a{\\pict\\bin5 }{}\\x}b\\\nc')).toEqual(['-|ab', '-|c']);
});

test('a table time | speaker | text is turns, any other gives its cells', async () => {
  const rows = [
    ['Tijd', 'Spreker', 'Tekst'],
    ['00:00', 'Interviewer', 'Hoe gaat het?'],
    ['00:04', 'Moeder', 'Goed.\nEcht.'],
    ['00:09', '', 'Ja.'],
    ['00:12', 'Interviewer', 'Fijn.'],
  ];
  expect(await read(`${rtfTable(rows)}\\pard Einde\\par`)).toEqual([
    'Interviewer@0|Hoe gaat het?',
    'Moeder@4000|Goed.\nEcht.',
    'Moeder@9000|Ja.',
    'Interviewer@12000|Fijn.',
    '-|Einde',
  ]);
  expect(await read(rtfTable([['Datum', '3 maart']]))).toEqual(['-|Datum', '-|3 maart']);
});

test.each([
  ['RTF that is cut off', `{\\rtf1\\ansi ${escapeRtf('I: Hoe')}`, 'damaged'],
  ['groups without end', `{\\rtf1 ${'{'.repeat(500_000)}`, 'nested'],
  ['a picture larger than the file', '{\\rtf1 a{\\pict\\bin9999999999 x}}', 'damaged'],
  ['no text', '{\\rtf1\\ansi {\\info{\\title x}}}', 'no text'],
])('%s is refused', async (_what, content, reason) => {
  await expect(turnsIn(content)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(reason) });
});
