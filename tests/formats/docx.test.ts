import { expect, test } from 'vitest';
import { deleted, documentXml, docxWithBody, inserted, makeDocx, makeZip, paragraph, run, table } from '../helpers/docx.ts';
import { turnsIn } from '../helpers/turns.ts';

async function read(bytes: Uint8Array | Promise<Uint8Array>): Promise<string[]> {
  return turnsIn(await bytes);
}

const readBody = (...body: string[]): Promise<string[]> => read(docxWithBody(body.join('')));

test('paragraphs with labels are turns; line breaks and paragraphs without a label go on', async () => {
  expect(
    await read(
      makeDocx([
        'Interviewer: Hoe gaat het?',
        'Moeder: Goed\ntweede regel',
        'nieuwe alinea',
        '',
        'Interviewer:\tFijn',
        'Moeder: é 👩‍👧',
      ]),
    ),
  ).toEqual(['Interviewer|Hoe gaat het?', 'Moeder|Goed\ntweede regel\nnieuwe alinea', 'Interviewer|Fijn', 'Moeder|é 👩‍👧']);
});

test('without labels each paragraph is a turn, with or without blank ones between', async () => {
  expect(await read(makeDocx(['Een\nregel', 'Twee', '', 'Drie']))).toEqual(['-|Een\nregel', '-|Twee', '-|Drie']);
});

test('a word cut into runs is one word; tabs and hyphens are characters', async () => {
  expect(
    await readBody(
      paragraph(
        run('ver'),
        run('trou'),
        run('wen\ten'),
        '<w:r><w:t>na</w:t><w:noBreakHyphen/><w:t>zorg</w:t><w:softHyphen/></w:r>',
      ),
    ),
  ).toEqual(['-|vertrouwen enna-zorg']);
});

test('insertions stay, deletions and moved-away text go', async () => {
  const moved = `<w:moveFrom w:id="3"><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:moveTo w:id="4"><w:r><w:t> hier</w:t></w:r></w:moveTo>`;
  expect(await readBody(paragraph(run('Ik '), deleted('niet '), inserted(run('wel ')), run('dit'), moved))).toEqual([
    '-|Ik wel dit hier',
  ]);
});

test('a deleted paragraph mark joins two paragraphs', async () => {
  const mark = '<w:pPr><w:rPr><w:del w:id="5" w:author="a"/></w:rPr></w:pPr>';
  expect(await readBody(paragraph(mark, run('een ')), paragraph(run('twee')), paragraph(run('drie')))).toEqual([
    '-|een twee',
    '-|drie',
  ]);
});

test('hidden text, field codes, comments, notes and tab stops are not text', async () => {
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "file:///etc/passwd" </w:instrText></w:r>' +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>link</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const marks =
    '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>';
  const tabStops = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>';
  const unhidden = '<w:vanish w:val="false"/>';
  expect(
    await readBody(
      paragraph(
        tabStops,
        run('Zie ', unhidden),
        run('geheim ', '<w:vanish/>'),
        field,
        marks,
        run('!', '<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
      ),
    ),
  ).toEqual(['-|Zie link!']);
});

test('a hyperlink and a content control keep their words', async () => {
  expect(
    await readBody(
      paragraph(
        '<w:hyperlink>',
        run('een '),
        '</w:hyperlink><w:sdt><w:sdtPr/><w:sdtContent>',
        run('twee'),
        '</w:sdtContent></w:sdt>',
      ),
    ),
  ).toEqual(['-|een twee']);
});

test('a text box is read once, by the first way to show it, and its layout is not that of the text around it', async () => {
  const layout = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr>';
  const box = (text: string): string => `<wps:txbx><w:txbxContent>${paragraph(layout, run(text))}</w:txbxContent></wps:txbx>`;
  const both = `<mc:AlternateContent><mc:Choice Requires="wps">${box('in het vak')}</mc:Choice><mc:Fallback><w:pict>${box('dubbel')}</w:pict></mc:Fallback></mc:AlternateContent>`;
  expect(await readBody(paragraph(run('voor '), `<w:r>${both}<w:t>na</w:t></w:r>`))).toEqual(['-|voor na', '-|in het vak']);
});

test('a table time | speaker | text is turns', async () => {
  const rows = [
    ['Tijd', 'Spreker', 'Tekst'],
    ['00:00', 'Interviewer', 'Hoe gaat het?'],
    ['00:04', 'Moeder:', 'Goed.\nEcht waar.'],
    ['1:00:09', '', 'Nog iets.'],
    ['', 'Interviewer', 'Fijn.'],
    ['', '', ''],
  ];
  expect(await readBody(paragraph(run('Verslag')), table(rows), paragraph(run('Einde')))).toEqual([
    '-|Verslag',
    'Interviewer@0|Hoe gaat het?',
    'Moeder@4000|Goed.\nEcht waar.',
    'Moeder@3609000|Nog iets.',
    'Interviewer|Fijn.',
    '-|Einde',
  ]);
});

test('a table speaker | text is turns, and so is time | text', async () => {
  expect(
    await readBody(
      table([
        ['I', 'Ja?'],
        ['M', 'Nee.'],
        ['I', 'Oh.'],
        ['M', 'Ja.'],
      ]),
    ),
  ).toEqual(['I|Ja?', 'M|Nee.', 'I|Oh.', 'M|Ja.']);
  expect(
    await readBody(
      table([
        ['[00:00:01]', 'Ja?'],
        ['[00:00:02]', 'Nee.'],
      ]),
    ),
  ).toEqual(['-@1000|Ja?', '-@2000|Nee.']);
});

test('any other table gives its cells, paragraph by paragraph', async () => {
  expect(
    await readBody(
      table([
        ['Datum', '3 maart'],
        ['Plaats', 'Den Haag\nCentrum'],
      ]),
    ),
  ).toEqual(['-|Datum', '-|3 maart', '-|Plaats', '-|Den Haag', '-|Centrum']);
  expect(await readBody(table([['I: Ja?\nM: Nee.'], ['I: Oh.\nM: Ja.']]))).toEqual(['I|Ja?', 'M|Nee.', 'I|Oh.', 'M|Ja.']);
});

test('documents of the strict kind and with other prefixes are read', async () => {
  const xml =
    '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>Strikt</d:t></d:r></d:p></d:body></d:document>';
  expect(await read(makeZip([{ name: 'word/document.xml', content: xml }]))).toEqual(['-|Strikt']);
});

test.each([
  ['a DOCTYPE', '<!DOCTYPE w:document [<!ENTITY a "b">]>', 'DOCTYPE'],
  ['an unknown entity', '&lol;', 'damaged'],
  ['an element that is never closed', '<w:p>', 'damaged'],
])('%s is refused', async (_what, snippet, reason) => {
  const xml = documentXml(paragraph(run('x')));
  const bad = snippet.startsWith('<!')
    ? xml.replace('<w:document', `${snippet}<w:document`)
    : xml.replace('<w:body>', `<w:body>${snippet}`);
  await expect(read(makeZip([{ name: 'word/document.xml', content: bad }]))).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining(reason),
  });
});

test('nesting deeper than 256 is refused, and less deep is read', async () => {
  const nested = (depth: number): string => `${'<w:sdt>'.repeat(depth)}${paragraph(run('diep'))}${'</w:sdt>'.repeat(depth)}`;
  expect(await readBody(nested(200))).toEqual(['-|diep']);
  await expect(readBody(nested(256))).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('256') });
});
