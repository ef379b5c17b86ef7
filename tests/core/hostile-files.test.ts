// Files that mean harm, or are broken, one of each reader, through the import a person uses, in the thread where files are read: refused in
// words, and the project is untouched; or read as text, with nothing run, fetched or opened.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTranscriptApart } from '../../src/core/reader.ts';
import { commentEnd, commentStart, documentXml, docxWithBody, makeZip, paragraph, run, type ZipEntry } from '../helpers/docx.ts';
import { contentXml, odtWithBody } from '../helpers/odt.ts';
import { pdfWithPages } from '../helpers/pdf.ts';
import { dump, openProjects } from '../helpers/project.ts';

const projects = await openProjects();
const folder = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));
const whole = (name: string): Uint8Array => readFileSync(`${folder}${name}`);
const words = 'Anouk: Ik slaap.\n\nIk: O?\n\nAnouk: Ja.\n\nIk: Goed.';
const talk = words
  .split('\n\n')
  .map((line) => paragraph(run(line)))
  .join('');
const entry = (name: string, content: string | Uint8Array = 'x'): ZipEntry => ({ name, content });
const withName = async (name: string): Promise<Uint8Array> => {
  // The writer refuses such names, so one of the same length is written and then changed.
  const safe = 'n'.repeat(name.length);
  const bytes = Buffer.from(await makeZip([entry('word/document.xml', documentXml(talk)), entry(safe)]));
  const hostile = bytes.toString('latin1').replaceAll(safe, name);
  return Buffer.from(hostile, 'latin1');
};
const entities = `<!DOCTYPE a [<!ENTITY a "aaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]>`;
const odt = (content: string): Promise<Uint8Array> =>
  makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', compress: false },
    entry('content.xml', content),
  ]);

const NAMES = [
  '../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\a.txt',
  'C:/a.txt',
  '..\\..\\a.txt',
  'a/../../b.txt',
  'a/./b.txt',
  'word/aux.xml',
  'CON',
  'nul.txt',
  'com1.xml',
  'lpt9',
  'a\\b.xml',
];

const REFUSED: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ...NAMES.map((name) => [`a Word file with a part ${name}`, () => withName(name)] as const),
  ['a Word file that is cut off', () => whole('word.docx').subarray(0, 1500)],
  ['a Word file without its end', () => whole('word.docx').subarray(0, -30)],
  [
    'a Word file with a bomb beside the text',
    () => makeZip([entry('word/document.xml', documentXml(talk)), entry('word/media/a.png', Buffer.alloc(8_000_000))]),
  ],
  [
    'a Word file with entities in entities',
    () => makeZip([entry('word/document.xml', documentXml(talk).replace('<w:document', `${entities}<w:document`))]),
  ],
  ['a Word file with comments that are no XML', () => docxWithBody(talk, [entry('word/comments.xml', '<w:comments><w:comment')])],
  ['a Word file with 5,000 parts', () => makeZip(Array.from({ length: 5000 }, (_, n) => entry(`word/${n}.xml`)))],
  ['an OpenDocument that is cut off', () => whole('writer.odt').subarray(0, 600)],
  [
    'an OpenDocument with entities in entities',
    () => odt(contentXml('<text:p>&j;</text:p>').replace('<office:document', `${entities}<office:document`)),
  ],
  ['an OpenDocument nested without end', () => odtWithBody(`${'<text:section>'.repeat(400)}${'</text:section>'.repeat(400)}`)],
  ['an RTF that is cut off', () => whole('f4.rtf').subarray(0, 400)],
  ['an RTF nested without end', () => Buffer.from(`{\\rtf1 ${'{'.repeat(5000)}`)],
  ['a PDF that is cut off', () => whole('printed.pdf').subarray(0, 300)],
  ['a PDF of pictures', () => whole('scanned.pdf')],
  ['JSON that is cut off', () => whole('amberscript.json').subarray(0, 900)],
  ['an oTranscribe file that is cut off', () => whole('otranscribe.otr').subarray(0, 200)],
  ['captions without a word', () => Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n\n')],
  ['bytes of nothing', () => Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 37) % 256))],
];

const fetched: unknown[] = [];
const realFetch = globalThis.fetch;
beforeAll(() => {
  globalThis.fetch = async (url) => {
    fetched.push(url);
    throw new Error('no network');
  };
});
afterAll(() => {
  globalThis.fetch = realFetch;
  expect(fetched).toEqual([]);
});

it.each(REFUSED)('%s is refused in words, and the project is untouched', async (_what, make) => {
  const project = await projects.empty({ readTranscript: readTranscriptApart });
  const before = dump(project.path);
  const file = { name: 'gesprek', base64: Buffer.from(await make()).toString('base64') };
  const { imported, refused } = await project.ask('interview.import', { files: [file], set: 'X' });
  expect(imported).toEqual([]);
  expect(refused).toEqual([{ file: 'gesprek', reason: expect.stringMatching(/^(?:The|This) (?:file|archive) .{5,}[^.]$/) }]);
  expect(dump(project.path)).toEqual(before);
});

it('a Word file with pictures from elsewhere and links that run is read as its words', async () => {
  const relations = entry(
    'word/_rels/document.xml.rels',
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId8" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>',
  );
  const picture = '<w:r><w:pict><v:imagedata r:id="rId8" r:href="https://example.org/spy.png"/></w:pict></w:r>';
  const link = `<w:hyperlink r:id="rId9">${run('klik hier')}</w:hyperlink>`;
  const body =
    paragraph(run('Anouk: '), commentStart('1'), link, commentEnd('1'), picture, run(' en <script>alert(2)</script>.')) + talk;
  const comments = entry(
    'word/comments.xml',
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1" w:author="&lt;b&gt;" w:date="x"><w:p><w:r><w:t>[klik](javascript:alert(3))</w:t></w:r></w:p></w:comment></w:comments>',
  );
  const base64 = Buffer.from(await makeZip([entry('word/document.xml', documentXml(body)), relations, comments])).toString(
    'base64',
  );
  const own = await projects.empty({ readTranscript: readTranscriptApart });
  expect(await own.ask('interview.preview', { file: { name: 'a.docx', base64 } })).toMatchObject({
    left: [{ kind: 'pictures', count: 1 }],
    comments: 1,
  });
  await own.ask('interview.import', { files: [{ name: 'a.docx', base64 }], set: 'X' });
  const { text } = await own.ask('interview.get', { id: 1 });
  expect(text.split('\n')[0]).toBe('klik hier en <script>alert(2)</script>.');
  expect(text).not.toMatch(/passwd|javascript|example\.org/);
  expect((await own.ask('memo.list', {})).memos[0]?.text).toBe('[klik](javascript:alert(3))\n— <b>');
});

it('a PDF with scripts, links and attachments is read as its words', async () => {
  const bytes = pdfWithPages(
    [[{ text: 'Ja hoor.', y: 700 }]],
    [
      '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
      '<< /S /Launch /F (/bin/sh) >>',
      '<< /S /GoToR /F << /FS /URL /F (https://example.org/) >> >>',
    ],
    '/OpenAction 10000 0 R /AA << /WC 10001 0 R /WS 10002 0 R >>',
  );
  const file = { name: 'a.pdf', base64: Buffer.from(bytes).toString('base64') };
  const project = await projects.empty({ readTranscript: readTranscriptApart });
  expect(await project.ask('interview.preview', { file })).toMatchObject({
    turns: 1,
    start: [{ text: 'Ja hoor.' }],
    refused: null,
  });
});

it('among files that mean harm the good ones go in', async () => {
  const own = await projects.empty({ readTranscript: readTranscriptApart });
  const bad = await Promise.all(
    REFUSED.slice(-8).map(async ([, make], n) => ({ name: `kwaad-${n}`, base64: Buffer.from(await make()).toString('base64') })),
  );
  const good = readdirSync(folder)
    .filter((name) => name !== 'scanned.pdf')
    .map((name) => ({ name, base64: readFileSync(`${folder}${name}`).toString('base64') }));
  const { imported, refused } = await own.ask('interview.import', { files: [...bad, ...good], set: 'X' });
  expect([imported.length, refused.length]).toEqual([good.length, bad.length]);
  expect(await own.ask('project.check', {})).toEqual({ ok: true });
});
