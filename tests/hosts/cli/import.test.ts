// Importing by command line: what would happen without it happening, and files read as what the person says they are.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../../src/contract/index.ts';
import { commentEnd, commentStart, commentsPart, docxWithBody, paragraph, run as words } from '../../helpers/docx.ts';
import { makePdf } from '../../helpers/pdf.ts';
import { dump } from '../../helpers/project.ts';
import { ask, homeFolder, run } from './run.ts';

const home = await homeFolder();
let count = 0;
let project = '';
let folder = '';

beforeEach(async () => {
  folder = join(home, `test-${++count}`);
  mkdirSync(folder);
  project = join(folder, 'p.draad');
  await ask('new', project);
});

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const talk = 'Ik: Hoe gaat het?\n\nAnouk: Goed.\n\nIk: Ja?\n\nAnouk: Ja.\n\nKarin: Dag.\n';

describe('--dry-run', () => {
  it('prints what an import would do, and changes nothing', async () => {
    const body = [
      paragraph(words('Ik: Ja?')),
      paragraph(words('Anouk: '), commentStart('1'), words('Ja'), commentEnd('1'), words('.')),
      paragraph(words('Ik: O.')),
      paragraph(words('Anouk: Ja.')),
    ].join('');
    write('in/a.txt', talk);
    write('in/b.txt', talk);
    write('in/c.docx', await docxWithBody(body, [commentsPart([{ id: '1', text: 'Navragen' }])]));
    write('in/d.pdf', makePdf(['Ik: Hoe?', 'Anouk: Zo.', 'Ik: Ja?', 'Anouk: Ja.']));
    write('in/e.docx', 'PK\u0003\u0004 kapot');
    write('in/f.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anouk>Moe.</v>\n');
    await ask('import', project, write('in/d.pdf', readFileSync(join(folder, 'in/d.pdf'))), '--set', 'X');
    const before = dump(project);
    const bytes = readFileSync(project);
    const { exit, out } = await run('import', project, join(folder, 'in'), '--set', 'Y', '--dry-run');
    expect([exit, out.trimEnd().split('\n')]).toEqual([
      3,
      [
        'would import  a.txt  (text: 4 turns, 8 words, 0 times, 2 questions)'
          .replace('5 turns', '4 turns')
          .replace('8 words', '8 words'),
        '              speakers: Ik (2), Anouk (2)',
        '              not speakers: Karin (1)',
        'would import  c.docx  (docx: 4 turns, 4 words, 0 times, 1 questions, 1 comments as memos)',
        '              speakers: Ik (2), Anouk (2)',
        'would import  f.vtt  (vtt, Teams: 1 turns, 1 words, 1 times, 0 questions)',
        '              speakers: Anouk (1)',
        'present       b.txt  (a.txt has the same bytes)',
        'present       d.pdf  (d has the same bytes)',
        'refused       e.docx: The archive is damaged or incomplete',
        '3 would be imported, 2 already present, 1 refused; nothing was changed',
      ],
    ]);
    expect(dump(project)).toEqual(before);
    expect(readFileSync(project)).toEqual(bytes);
  });

  it('as JSON has a preview per file', async () => {
    const answer = await ask('import', project, write('a.txt', talk), '--set', 'X', '--dry-run');
    expect(answer).toMatchObject({
      dryRun: true,
      imported: [
        { file: 'a.txt', format: 'text', passed: [{ label: 'Karin', count: 1 }], start: [{ speaker: 'Ik' }, {}, {}, {}] },
      ],
      present: [],
      refused: [],
    });
  });

  it('of nothing that can be read ends as an import of it would', async () => {
    expect(await run('import', project, write('x.json', '{}'), '--set', 'X', '--dry-run')).toMatchObject({
      exit: 4,
      out: expect.stringMatching(/^refused .*\n0 would be imported/),
    });
  });
});

describe('--as', () => {
  it('reads the files as that, also from a folder with other endings', async () => {
    write('in/a.csv', talk);
    write('in/b.log', talk.replace('Dag', 'Hoi'));
    expect(await run('import', project, join(folder, 'in'), '--set', 'X')).toMatchObject({ exit: 4 });
    const answer = await ask<Output<'interview.import'>>('import', project, join(folder, 'in'), '--set', 'X', '--as', 'text');
    expect(answer.imported.map((row) => [row.file, row.turns])).toEqual([
      ['a.csv', 4],
      ['b.log', 4],
    ]);
  });

  it('refuses what is not that, in words', async () => {
    expect(await run('import', project, write('a.txt', talk), '--set', 'X', '--as', 'pdf')).toMatchObject({
      exit: 4,
      out: expect.stringContaining('can not be read as a PDF'),
    });
    expect(await run('import', project, write('a.txt', talk), '--set', 'X', '--as', 'wav')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--as is one of docx, odt'),
    });
  });
});

it('comments come in under the code that is named', async () => {
  const body = paragraph(commentStart('1'), words('Ik slaap'), commentEnd('1'), words(' slecht.'));
  const file = write('a.docx', await docxWithBody(body, [commentsPart([{ id: '1', text: 'Navragen' }])]));
  const { out } = await run('import', project, file, '--set', 'X', '--comment-code', 'Uit Word / Noor');
  expect(out).toContain('1 comments as memos');
  expect(await ask('codebook', 'list', project)).toMatchObject({ codes: [{ name: 'Uit Word' }, { name: 'Noor', quotes: 1 }] });
});
