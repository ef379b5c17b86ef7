// What the researcher says of labels while importing, and comments beside the text: in the preview, in the import, and remembered.

import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/contract/index.ts';
import { commentEnd, commentStart, commentsPart, docxWithBody, paragraph, run } from '../helpers/docx.ts';
import { dump, openProjects, type TestProject, textFile } from '../helpers/project.ts';

const projects = await openProjects();

type Mend = NonNullable<Input<'interview.import'>['mends']>[number];
const TALK =
  'Datum: 3 maart\n\nI: Hoe gaat het?\n\nSaar: Goed.\n\nDatum: was gisteren\n\nI: Ja?\n\nSAAR B: Ja.\n\nSaar: Nee.\n\nKarin: Dag.';
const file = textFile('A.txt', TALK);

/** Turns as `speaker|text` of the interview of this name. */
async function turnsOf({ ask }: TestProject, name: string): Promise<string[]> {
  const { interviews } = await ask('interview.list', {});
  const { text, turns } = await ask('interview.get', { id: interviews.find((row) => row.name === name)?.id ?? 0 });
  return turns.map((turn) => `${turn.speaker ?? '-'}|${text.slice(turn.start, turn.end)}`);
}

describe('labels', () => {
  const mends: Mend[] = [
    { label: 'datum', speaker: false },
    { label: 'Karin', speaker: true },
    { label: 'SAAR B', speaker: true, as: 'Saar' },
    { label: 'I', speaker: true, asks: true },
  ];

  it('are told in a preview: who speaks, how much, who asks, and what was not taken for a speaker', async () => {
    const { ask, path } = await projects.empty();
    const before = dump(path);
    const preview = await ask('interview.preview', { file });
    expect(preview.speakers).toEqual([
      { label: 'Datum', turns: 2, words: 4, asks: false },
      { label: 'I', turns: 2, words: 7, asks: true },
      { label: 'Saar', turns: 2, words: 4, asks: false },
    ]);
    expect(preview.passed).toEqual([
      { label: 'SAAR B', count: 1, line: 'SAAR B: Ja.' },
      { label: 'Karin', count: 1, line: 'Karin: Dag.' },
    ]);
    expect(preview).toMatchObject({ questions: 2, start: { 1: { speaker: 'I', timeMs: null, text: 'Hoe gaat het?' } } });
    const mended = await ask('interview.preview', { file, mends });
    expect(mended.speakers.map(({ label, turns }) => [label, turns])).toEqual([
      ['I', 2],
      ['Saar', 3],
      ['Karin', 1],
    ]);
    expect(mended.passed).toEqual([{ label: 'Datum', count: 2, line: 'Datum: 3 maart' }]);
    expect(dump(path)).toEqual(before);
  });

  it('are mended for all files of an import, in one step', async () => {
    const project = await projects.empty();
    const other = textFile('B.txt', TALK.replace('Nee', 'Toch'));
    await project.ask('interview.import', { files: [file, other], set: 'X', mends });
    for (const [name, word] of [
      ['A', 'Nee.'],
      ['B', 'Toch.'],
    ]) {
      expect(await turnsOf(project, name ?? '')).toEqual([
        '-|Datum: 3 maart',
        'I|Hoe gaat het?',
        'Saar|Goed.\nDatum: was gisteren',
        'I|Ja?',
        'Saar|Ja.',
        `Saar|${word}`,
        'Karin|Dag.',
      ]);
    }
    await project.ask('history.undo', {});
    expect(await project.ask('interview.mends', {})).toEqual({ mends: [] });
  });

  it('are remembered: the next import begins with what was said, and can say otherwise', async () => {
    const project = await projects.empty();
    await project.ask('interview.import', { files: [file], set: 'X', mends });
    const { mends: remembered } = await project.ask('interview.mends', {});
    expect(remembered).toEqual(
      expect.arrayContaining([
        { label: 'datum', speaker: false, as: null, asks: null },
        { label: 'SAAR B', speaker: true, as: 'Saar', asks: null },
        { label: 'I', speaker: true, as: null, asks: true },
      ]),
    );
    await project.ask('interview.import', { files: [textFile('B.txt', 'Karin: Eén keer.')], set: 'X' });
    expect(await turnsOf(project, 'B')).toEqual(['Karin|Eén keer.']);
    await project.ask('interview.import', { files: [textFile('C.txt', 'Karin: Weer.')], set: 'X', mends: [] });
    expect(await turnsOf(project, 'C')).toEqual(['-|Karin: Weer.']);
    expect((await project.ask('interview.mends', {})).mends).toEqual([{ label: 'I', speaker: true, as: null, asks: true }]);
  });

  it('say who asks, where no name does', async () => {
    const { ask } = await projects.empty();
    const talk = textFile('A.txt', 'Noor: Hoe?\n\nSaar: Zo.\n\nNoor: O?\n\nSaar: Ja.');
    expect((await ask('interview.preview', { file: talk })).speakers.some((row) => row.asks)).toBe(false);
    const said: Mend[] = [{ label: 'Noor', speaker: true, asks: true }];
    expect((await ask('interview.preview', { file: talk, mends: said })).speakers[0]).toMatchObject({
      label: 'Noor',
      asks: true,
    });
    await ask('interview.import', { files: [talk], set: 'X', mends: said });
    expect(await ask('interview.get', { id: 1 })).toMatchObject({ asking: ['Noor'] });
    expect(await ask('speaker.list', {})).toMatchObject({ speakers: [{ speaker: 'Noor', asks: true, said: true }, {}] });
  });

  it('of a format that names its speakers itself are mended too, and no word is lost', async () => {
    const project = await projects.empty();
    const cue = (n: number, who: string, said: string) => `00:0${n}.000 --> 00:0${n}.500\n<v ${who}>${said}</v>`;
    const vtt = ['WEBVTT', cue(1, 'Zaal 3', 'Dag.'), cue(2, 'N. Bos', 'Ja.'), cue(3, 'Noor Bos', 'Nee.')].join('\n\n');
    const said: Mend[] = [
      { label: 'Zaal 3', speaker: false },
      { label: 'N. Bos', speaker: true, as: 'Noor Bos' },
    ];
    await project.ask('interview.import', { files: [textFile('A.vtt', vtt)], set: 'X', mends: said });
    expect(await turnsOf(project, 'A')).toEqual(['-|Zaal 3: Dag.', 'Noor Bos|Ja.', 'Noor Bos|Nee.']);
  });

  it('that are no label, or too many, are not an input', async () => {
    const { refusal } = await projects.empty();
    for (const wrong of [
      { label: '', speaker: true },
      { label: 'A', speaker: true, as: ' ' },
    ])
      expect(await refusal('interview.import', { files: [file], set: 'X', mends: [wrong] })).toMatchObject({
        code: 'invalid-input',
      });
  });
});

describe('what a file is', () => {
  it('is what the person says it is', async () => {
    const { ask } = await projects.empty();
    const captions = textFile('A.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nJa.\n');
    expect(await ask('interview.preview', { file: captions })).toMatchObject({ format: 'vtt', turns: 1, times: 1 });
    expect(await ask('interview.preview', { file: captions, as: 'text' })).toMatchObject({ format: 'text', times: 0 });
    expect(await ask('interview.preview', { file: textFile('a.csv', 'A: ja'), as: 'text' })).toMatchObject({
      turns: 1,
      refused: null,
    });
    expect(await ask('interview.preview', { file: captions, as: 'pdf' })).toMatchObject({
      refused: expect.stringMatching(/PDF/),
    });
    expect(await ask('interview.preview', { file: captions, as: 'docx' })).toMatchObject({
      refused: expect.stringMatching(/archive/),
    });
  });
});

describe('comments beside the text', () => {
  const body = [
    paragraph(run('Saar: Ik '), commentStart('1'), run('slaap slecht'), commentEnd('1'), run('.')),
    paragraph(run('I: O?')),
    paragraph(run('Saar: '), commentStart('2'), commentStart('3'), run('Ja'), commentEnd('2'), commentEnd('3'), run('.')),
    paragraph(run('I: Goed.')),
  ].join('');
  const part = commentsPart([
    { id: '1', text: 'Navragen.' },
    { id: '2', text: 'Eén' },
    { id: '3', text: 'Twee', author: 'Bo' },
    { id: '4', text: 'Bij het geheel' },
  ]);
  const docx = async () => ({ name: 'A.docx', base64: Buffer.from(await docxWithBody(body, [part])).toString('base64') });

  it('become memos on the words they were about, under a code of their own', async () => {
    const project = await projects.empty();
    const { ask, path } = project;
    const before = dump(path, ['history_entry', 'history_row', 'gone', 'coder']);
    expect(await ask('interview.preview', { file: await docx() })).toMatchObject({ comments: 4 });
    expect(await ask('interview.import', { files: [await docx()], set: 'X', commentCode: 'Opmerking' })).toMatchObject({
      imported: [{ comments: 4 }],
    });
    const { codings } = await ask('coding.list', { interviewId: 1 });
    expect(codings.map(({ quote, memo }) => [quote, memo])).toEqual([
      ['slaap slecht', 'Navragen.\n— Noor, 2026-03-04'],
      ['Ja', 'Eén\n— Noor, 2026-03-04\n\nTwee\n— Bo, 2026-03-04'],
    ]);
    expect((await ask('code.list', {})).codes).toMatchObject([{ name: 'Opmerking', quotes: 2 }]);
    expect((await ask('memo.list', {})).memos.filter((memo) => memo.on === 'interview')).toMatchObject([
      { text: 'Bij het geheel\n— Noor, 2026-03-04' },
    ]);
    expect(await ask('project.check', {})).toEqual({ ok: true });
    await ask('history.undo', {});
    expect(dump(path, ['history_entry', 'history_row', 'gone', 'coder'])).toEqual(before);
  });
});
