// OpenDocument texts, as LibreOffice saves them.

import { expect, test } from 'vitest';
import { makeZip } from '../helpers/docx.ts';
import { contentXml, makeOdt, odtParagraph, odtTable, odtWithBody } from '../helpers/odt.ts';
import { turnsIn } from '../helpers/turns.ts';

const read = async (body: string, styles?: string): Promise<string[]> => turnsIn(await odtWithBody(body, styles));

test('paragraphs with labels and times are turns; line breaks and paragraphs without a label go on', async () => {
  expect(
    await turnsIn(
      await makeOdt([
        'Interviewer: [00:00:01] Hoe gaat het?',
        'Moeder: Goed\ntweede regel',
        'nieuwe  alinea',
        '',
        'Interviewer:\tFijn',
        'Moeder: é 👩‍👧 #00:01:02-3#',
      ]),
    ),
  ).toEqual(['Interviewer@1000|Hoe gaat het?', 'Moeder|Goed\ntweede regel\nnieuwe  alinea', 'Interviewer|Fijn', 'Moeder|é 👩‍👧']);
});

test('changes are as accepted: what was deleted stands apart and is out', async () => {
  const changes =
    '<text:tracked-changes><text:changed-region xml:id="c1"><text:deletion><office:change-info/><text:p>verwijderd</text:p></text:deletion></text:changed-region></text:tracked-changes>';
  expect(
    await read(
      `${changes}<text:p>Ik <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>wel <text:change-end text:change-id="c2"/>dit</text:p>`,
    ),
  ).toEqual(['-|Ik wel dit']);
});

test('comments, notes, hidden text and the aid above East Asian text are not text', async () => {
  const hidden = '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>';
  const comment = '<office:annotation><text:p>opmerking</text:p></office:annotation>';
  const note =
    '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>noot</text:p></text:note-body></text:note>';
  expect(
    await read(
      `<text:p>Zie ${comment}<text:span text:style-name="T2">dit</text:span>${note}<text:span text:style-name="T1"> geheim</text:span><text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="file:///etc/passwd"> daar</text:a><office:annotation-end/>!</text:p>`,
      hidden,
    ),
  ).toEqual(['-|Zie dit daar!']);
});

test('white space of the XML is one blank, and lists and headings are paragraphs', async () => {
  expect(
    await read(
      '<text:h>Kop</text:h><text:list><text:list-item><text:p>\n  een\n  <text:span>\n twee</text:span></text:p></text:list-item></text:list><text:p><text:s text:c="999999999"/>x</text:p>',
    ),
  ).toEqual(['-|Kop', '-|een twee', '-|x']);
});

test('a table time | speaker | text is turns, any other gives its cells', async () => {
  expect(
    await read(
      odtTable([
        ['Tijd', 'Spreker', 'Tekst'],
        ['00:00', 'Interviewer', 'Hoe gaat het?'],
        ['00:04', 'Moeder', 'Goed.\nEcht.'],
        ['00:09', '', 'Ja.'],
        ['00:12', 'Interviewer', 'Fijn.'],
      ]) + odtParagraph('Einde'),
    ),
  ).toEqual(['Interviewer@0|Hoe gaat het?', 'Moeder@4000|Goed.\nEcht.', 'Moeder@9000|Ja.', 'Interviewer@12000|Fijn.', '-|Einde']);
  expect(
    await read(
      odtTable([
        ['Datum', '3 maart'],
        ['Plaats', 'Den Haag'],
      ]),
    ),
  ).toEqual(['-|Datum', '-|3 maart', '-|Plaats', '-|Den Haag']);
});

const mimetype = { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', compress: false };

test.each<[string, Promise<Uint8Array>, string]>([
  ['no text part', makeZip([mimetype]), 'no text part'],
  [
    'a password',
    makeZip([
      mimetype,
      { name: 'content.xml', content: 'x' },
      { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
    ]),
    'password',
  ],
  [
    'XML that is cut off',
    makeZip([mimetype, { name: 'content.xml', content: contentXml('<text:p>x').slice(0, -40) }]),
    'damaged',
  ],
  [
    'a DOCTYPE',
    makeZip([mimetype, { name: 'content.xml', content: `<!DOCTYPE a [<!ENTITY b "c">]>${contentXml('').slice(39)}` }]),
    'DOCTYPE',
  ],
  ['nesting', odtWithBody(`${'<text:section>'.repeat(300)}${'</text:section>'.repeat(300)}`), 'nested'],
  [
    'a bomb',
    makeZip([mimetype, { name: 'content.xml', content: contentXml(`<text:p>${' '.repeat(4_000_000)}</text:p>`) }]),
    'unpacks',
  ],
  ['a spreadsheet', makeZip([{ ...mimetype, content: 'application/vnd.oasis.opendocument.spreadsheet' }]), 'spreadsheet'],
])('%s is refused', async (_what, bytes, reason) => {
  await expect(turnsIn(await bytes)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(reason) });
});
