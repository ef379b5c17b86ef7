// docs/formats.md says what is kept of each format and what is lost. It is made here, from what the readers do with the files in
// fixtures/formats; when it differs, formats-changed.md is left beside it to look at.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import {
  LEFT_KINDS,
  type LeftKind,
  type ReadFile,
  TRANSCRIPT_FORMATS,
  type TranscriptFormat,
} from '../../src/domain/interview.ts';
import { decodeText } from '../../src/formats/encoding.ts';
import { readTranscript } from '../../src/formats/transcript.ts';
import { readZip } from '../../src/formats/zip.ts';
import { makeZip } from '../helpers/docx.ts';

const folder = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));
const doc = fileURLToPath(new URL('../../docs/formats.md', import.meta.url));

const NAMES: Readonly<Record<TranscriptFormat, string>> = {
  docx: 'Word (.docx)',
  odt: 'OpenDocument (.odt)',
  rtf: 'RTF (.rtf)',
  pdf: 'PDF (.pdf)',
  vtt: 'captions (.vtt)',
  srt: 'captions (.srt)',
  sbv: 'captions (.sbv)',
  noscribe: 'noScribe page (.html)',
  tsv: 'table (.tsv)',
  json: 'JSON (.json)',
  otr: 'oTranscribe (.otr)',
  text: 'text (.txt, .md)',
};

const LEFT: Readonly<Record<LeftKind, string>> = {
  pictures: 'pictures',
  notes: 'foot- and endnotes',
  changes: 'text crossed out with changes tracked',
  hidden: 'hidden text',
  comments: 'comments',
  furniture: 'page numbers, headers and footers',
  blank: 'pages without text',
};

/** What a file may hold that no transcript has room for, by how it is written in the file. */
const BESIDE: readonly (readonly [RegExp, string])[] = [
  [/-->|"end":|"to":|^start\tend|^\d:\d\d:\d\d\.\d+,\d/m, 'when a piece ends'],
  [/"words":\s*\[|<\d\d:\d\d:\d\d\.\d+>/, 'the time of each word'],
  [/"confidence"|avg_logprob|"score"/, 'how sure the machine was'],
  [/align:|<c>|<c\./, 'the look of captions'],
  [/<w:b\/>|font-weight|\\b |<b>|<i>|\*\*/, 'bold and italics'],
  [/<w:hdr /, 'headers and footers of the document'],
  [/^(?:NOTE|Kind:)/m, 'what the program says of itself'],
];

/** The file as one would read it: of an archive, all its parts. */
async function insideOf(bytes: Uint8Array): Promise<string> {
  if (Buffer.from(bytes).subarray(0, 2).toString() !== 'PK') return decodeText(bytes) ?? Buffer.from(bytes).toString('latin1');
  const { files } = await readZip(bytes, () => true);
  return [...files.values()].map((part) => Buffer.from(part).toString('utf8')).join('\n');
}

function keptOf({ transcript, comments }: ReadFile, inside: string): string[] {
  const { turns, text } = transcript;
  const kept = ['text'];
  if (turns.some((turn) => turn.speaker !== null)) kept.push('who speaks');
  if (turns.some((turn) => turn.timeMs !== null)) kept.push('when a turn begins');
  if (turns.some((turn) => text.slice(turn.start, turn.end).includes('\n'))) kept.push('line breaks');
  if (comments.length > 0) kept.push('comments, as memos on their words');
  if (/<w:ins |<text:insertion|\\revised/.test(inside)) kept.push('text added with changes tracked');
  return kept;
}

const files = readdirSync(folder).sort();

it('says what is kept and lost of each format', async () => {
  const rows: { order: number; line: string }[] = [];
  const seen = new Set<TranscriptFormat>();
  const refused: string[] = [];
  for (const name of files) {
    const bytes = readFileSync(`${folder}${name}`);
    const inside = await insideOf(bytes);
    let read: ReadFile;
    try {
      read = await readTranscript({ name, bytes });
    } catch (error) {
      refused.push(`| \`${name}\` | ${error instanceof Error ? error.message : ''} |`);
      continue;
    }
    seen.add(read.format);
    const { format, maker, left } = read;
    const lost = [
      ...left.map(({ kind }) => LEFT[kind]),
      ...BESIDE.filter(([pattern, what]) => pattern.test(inside) && !(format === 'text' && what === 'when a piece ends')).map(
        ([, what]) => what,
      ),
    ];
    const line = `| ${NAMES[format]} | ${maker ?? '–'} | \`${name}\` | ${keptOf(read, inside).join(', ')} | ${lost.join(', ') || '–'} |`;
    rows.push({ order: TRANSCRIPT_FORMATS.indexOf(format), line });
  }
  expect([...seen].sort()).toEqual([...TRANSCRIPT_FORMATS].sort());
  refused.push(...(await refusals()));
  const page = pageOf(
    rows.sort((a, b) => a.order - b.order || (a.line < b.line ? -1 : 1)).map((row) => row.line),
    refused,
  );
  const changed = doc.replace('.md', '-changed.md');
  const kept = existsSync(doc) ? readFileSync(doc, 'utf8') : '';
  if (kept === page) rmSync(changed, { force: true });
  else writeFileSync(changed, page);
  expect(kept === page, 'docs/formats.md differs; when docs/formats-changed.md is what you mean, rename it over the other').toBe(
    true,
  );
});

it('has words for everything that can stay behind', () => {
  expect(Object.keys(LEFT).sort()).toEqual([...LEFT_KINDS].sort());
});

/** What people come with that is no transcript, and what they hear. */
async function refusals(): Promise<string[]> {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['an empty file', new Uint8Array()],
    [
      'a Word document of before 2007 (`.doc`)',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
    ],
    [
      'a document with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['a spreadsheet (`.xlsx`)', await makeZip([{ name: 'xl/workbook.xml', content: '<workbook/>' }])],
    ['a recording', Buffer.from('ID3\u0003')],
    ['a Word document that was cut off', Buffer.from('PK\u0003\u0004 …')],
    ['a web page', Buffer.from('<!doctype html><html><body>Dag</body></html>')],
    ['JSON of another kind', Buffer.from('{"name": "iets"}')],
  ];
  return Promise.all(
    cases.map(async ([what, bytes]) => {
      const error: unknown = await readTranscript({ name: 'a', bytes }).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'refused' });
      const reason = (error instanceof Error ? error.message : '').replace(/; Word \(\.docx\).*/, '');
      return `| ${what} | ${reason} |`;
    }),
  );
}

function pageOf(rows: readonly string[], refused: readonly string[]): string {
  return [
    '# Transcripts: what is kept, what is lost',
    '',
    'Made by `tests/formats/formats-doc.test.ts` from what the readers do with the files in `fixtures/formats`. What a file is, its content says, not',
    'its ending; `import --as` says otherwise. Pictures, notes, crossed out and hidden text, and page numbers that stay behind are counted in the import',
    'screen and by `import --dry-run`.',
    '',
    '| Format | Program | Example | Kept | Lost |',
    '|---|---|---|---|---|',
    ...rows,
    '',
    'In every format: a time becomes an anchor beside the text, not text; paragraphs and line breaks survive; turns of one speaker stay apart, save in',
    'captions and machine output, which are cut to fit a screen. Line ends of a PDF are joined where the printer broke the line. Pictures, links and',
    'scripts are never opened.',
    '',
    '## Refused, in words',
    '',
    '| File | Reason |',
    '|---|---|',
    ...refused,
    '',
  ].join('\n');
}
