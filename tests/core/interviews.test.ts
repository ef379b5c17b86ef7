// Interviews: read in, told apart, changed, corrected and removed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscriptApart } from '../../src/core/reader.ts';
import type { Splice } from '../../src/domain/text.ts';
import { makeDocx } from '../helpers/docx.ts';
import { dump, fixtures, importTalk, openProjects, type TestProject, textFile, withCode } from '../helpers/project.ts';
import { runs } from '../helpers/runs.ts';
import { texts } from '../helpers/texts.ts';

const projects = await openProjects();
const talk = (said: string): string => `Anouk: ${said}\n\nInterviewer: Ja?\n\nAnouk: Ja.\n\nInterviewer: Goed.`;

describe('an import', () => {
  it('makes an interview of each file, named after it, in a set that is made when it is not there', async () => {
    const { ask } = await projects.empty();
    const files = [
      textFile('den-haag/DH-01.txt', talk('Ik slaap slecht.')),
      textFile('DH-02.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anouk>Moe.\n'),
    ];
    const about = { set: 'Den Haag', city: 'Den Haag', date: '2025-10-07', collector: 'Studenten' };
    expect(await ask('interview.import', { files, ...about })).toEqual({
      imported: [
        { interview: 'DH-01', file: 'den-haag/DH-01.txt', turns: 4, words: 6, comments: 0 },
        { interview: 'DH-02', file: 'DH-02.vtt', turns: 1, words: 1, comments: 0 },
      ],
      present: [],
      refused: [],
    });
    const { interviews } = await ask('interview.list', {});
    expect(interviews).toMatchObject([
      { name: 'DH-01', turns: 4, words: 6, codings: 0, codedTurns: 0, toCheck: 0, participants: [], ...about },
      { name: 'DH-02', ...about },
    ]);
    const { text, turns, textVersion } = await ask('interview.get', { id: interviews[0]?.id ?? 0 });
    expect([text, textVersion]).toEqual(['Ik slaap slecht.\nJa?\nJa.\nGoed.', 1]);
    expect(turns[1]).toEqual({ start: 17, end: 20, speaker: 'Interviewer', timeMs: null });
  });

  it('knows the same bytes again, under whatever name, also twice in one go', async () => {
    const { ask, path } = await projects.empty();
    const [one, other] = [textFile('A.txt', talk('Ja.')), textFile('heel/anders.txt', talk('Ja.'))];
    expect(await ask('interview.import', { files: [one, other], set: 'X' })).toMatchObject({
      imported: [{ interview: 'A' }],
      present: [{ interview: 'A', file: 'heel/anders.txt' }],
    });
    const before = dump(path);
    expect(await ask('interview.import', { files: [other], set: 'Een nieuwe set' })).toMatchObject({
      imported: [],
      present: [{ interview: 'A' }],
    });
    expect(dump(path)).toEqual(before);
    await ask('interview.delete', { id: 1 });
    expect(await ask('interview.import', { files: [other], set: 'X' })).toMatchObject({ imported: [{ interview: 'anders' }] });
  });

  it('names other files of one name apart, however the name is written', async () => {
    const { ask } = await projects.empty();
    const names = [
      'Zoë.txt',
      'zoe\u0308.txt',
      'map/ZOË.txt',
      'zoë (2).txt',
      'een  naam.txt',
      'Een naam.txt',
      `${'x'.repeat(300)}.txt`,
      '.txt',
      'a\nb.txt',
    ];
    const files = names.map((name, n) => textFile(name, talk(`Nummer ${n}.`)));
    const { imported } = await ask('interview.import', { files, set: 'X' });
    expect(imported.map((row) => row.interview)).toEqual([
      'Zoë',
      'zoë (2)',
      'ZOË (3)',
      'zoë (2) (2)',
      'een naam',
      'Een naam (2)',
      'x'.repeat(190),
      '.txt',
      'a b',
    ]);
  });

  it('refuses a file that can’t be read by name and with the reason, and the others go in', async () => {
    const { ask } = await projects.empty({ readTranscript: readTranscriptApart });
    const files = [
      textFile('kapot.docx', 'PK\u0003\u0004 en dan niets'),
      textFile('leeg.txt', '  \n '),
      textFile('scan.pdf', '%PDF-1.7 \u0000\u0001'),
      textFile('codeboom.csv', 'code,definition\na,b\n'),
      { name: 'bytes.txt', base64: Buffer.from(Array.from({ length: 600 }, (_, n) => (n * 7) % 256)).toString('base64') },
      textFile('goed.txt', talk('Ik slaap slecht.')),
      {
        name: 'goed.docx',
        base64: Buffer.from(await makeDocx(['Anouk: Ja.', 'Ik: Nee?', 'Anouk: Wel.', 'Ik: O.'])).toString('base64'),
      },
    ];
    const { imported, refused } = await ask('interview.import', { files, set: 'X' });
    expect(imported.map((row) => row.file)).toEqual(['goed.txt', 'goed.docx']);
    expect(refused.map((row) => row.file)).toEqual(['kapot.docx', 'leeg.txt', 'scan.pdf', 'codeboom.csv', 'bytes.txt']);
    for (const { reason } of refused) expect(reason).toMatch(/^[A-Z].{15,}/);
    expect((await ask('interview.list', {})).interviews).toHaveLength(2);
  });

  it('takes what transcription programs save, and refuses JSON, tables and pages of another kind', async () => {
    const { ask } = await projects.empty({ readTranscript: readTranscriptApart });
    const files = [
      textFile('a.json', '{"segments":[{"start":1.5,"end":2,"text":" Moe.","speaker":"SPEAKER_00"}]}'),
      textFile('b.tsv', 'start\tend\ttext\n1500\t2000\tMoe.\n'),
      textFile('c.html', '<html><body><p><a name="ts_1500_2000_S00">S00: Moe.</a></p></body></html>'),
      textFile('d.otr', '{"text":"<p><span class=\\"timestamp\\" data-timestamp=\\"1.5\\">0:01</span>Moe.</p>","media":""}'),
      textFile('e.rtf', '{\\rtf1\\ansi [00:00:01.500] Moe.\\par}'),
      textFile('package.json', '{"name":"iets"}'),
      textFile('half.json', '{"segments":[{"start":1.5'),
      textFile('codes.tsv', 'code\tuitleg\n'),
      textFile('pagina.html', '<!doctype html><p>Moe.</p>'),
    ];
    const { imported, refused } = await ask('interview.import', { files, set: 'X' });
    expect(imported.map((row) => row.file)).toEqual(['a.json', 'b.tsv', 'c.html', 'd.otr', 'e.rtf']);
    expect(refused.map((row) => row.file)).toEqual(['package.json', 'half.json', 'codes.tsv', 'pagina.html']);
    for (const { id } of (await ask('interview.list', {})).interviews) {
      const { text, turns } = await ask('interview.get', { id });
      expect([text, turns.map((turn) => turn.timeMs)]).toEqual(['Moe.', [1500]]);
    }
  });

  it('of nothing but what is refused leaves no set behind, and no step', async () => {
    const { ask, path } = await projects.empty();
    const before = dump(path);
    expect(await ask('interview.import', { files: [textFile('x.csv', 'a,b')], set: 'Nieuw' })).toMatchObject({
      imported: [],
      refused: [{ file: 'x.csv' }],
    });
    expect(dump(path)).toEqual(before);
    expect((await ask('history.list', {})).entries).toEqual([]);
  });

  it.each([
    ['a date that is none', { set: 'X', date: '2026-02-30' }],
    ['a date written otherwise', { set: 'X', date: '19-03-2026' }],
    ['no set', { set: '  ' }],
    ['a set with a long name', { set: 'x'.repeat(201) }],
    ['a file without a name', { set: 'X', files: [textFile('', 'a')] }],
  ])('with %s is not an input', async (_what, input) => {
    const { refusal } = await projects.empty();
    expect(await refusal('interview.import', { files: [], ...input })).toEqual(withCode('invalid-input'));
  });

  it('tells how far it is, and what it is at', async () => {
    const { ask } = await projects.empty();
    const told: unknown[] = [];
    const files = [textFile('A.txt', talk('A.')), textFile('B.txt', talk('B.'))];
    await ask('interview.import', { files, set: 'X' }, { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { done: 0, total: 2, note: 'A.txt' },
      { done: 1, total: 2, note: 'B.txt' },
      { done: 2, total: 2, note: '' },
    ]);
  });

  it.each(['before it begins', 'while a file is read', 'between two files'])(
    'that is stopped %s leaves everything as before',
    async (moment) => {
      const stop = new AbortController();
      const { ask, path, refusal } = await projects.empty({ readTranscript: readTranscriptApart });
      await ask('code.create', { name: 'slapen' });
      const before = dump(path);
      const files = Array.from({ length: 30 }, (_, n) => textFile(`I-${n}.txt`, talk(`Nummer ${n}. ${'woord '.repeat(2000)}`)));
      if (moment === 'before it begins') stop.abort();
      if (moment === 'while a file is read') void wait(30).then(() => stop.abort());
      const onProgress = ({ done }: { done: number }) => moment === 'between two files' && done === 3 && stop.abort();
      expect(await refusal('interview.import', { files, set: 'Nieuw' }, { signal: stop.signal, onProgress })).toEqual(
        withCode('cancelled'),
      );
      expect(dump(path)).toEqual(before);
      expect((await ask('project.get', {})).undo).toMatchObject({ operation: 'code.create' });
      await ask('code.create', { name: 'daarna' });
    },
  );

  it('in a preview says what would come of a file, and keeps nothing', async () => {
    const { ask, path } = await projects.sample();
    const before = dump(path);
    const file = { name: 'RO-01.vtt', base64: readFileSync(join(fixtures, 'interviews/rotterdam/RO-01.vtt')).toString('base64') };
    expect(await ask('interview.preview', { file })).toMatchObject({ format: 'vtt', times: 48, present: 'RO-01', refused: null });
    expect(await ask('interview.preview', { file: textFile('x.txt', talk('Ja.')) })).toEqual({
      file: 'x.txt',
      format: 'text',
      maker: null,
      turns: 4,
      words: 4,
      speakers: [
        { label: 'Anouk', turns: 2, words: 2, asks: false },
        { label: 'Interviewer', turns: 2, words: 2, asks: true },
      ],
      passed: [],
      times: 0,
      questions: 1,
      comments: 0,
      left: [],
      start: expect.any(Array),
      present: null,
      refused: null,
    });
    expect(await ask('interview.preview', { file: textFile('x.json', '{}') })).toMatchObject({
      turns: 0,
      refused: expect.stringMatching(/transcript/),
    });
    expect(dump(path)).toEqual(before);
  });
});

describe('what is known of an interview', () => {
  it('can be changed, and a set is made when it is named and not there', async () => {
    const project = await projects.empty();
    const { id } = await importTalk(project, 'A', [['Anouk', 'Ja.']]);
    await project.ask('interview.update', {
      id,
      name: ' DH-01 ',
      set: 'Den  Haag',
      city: ' Den Haag ',
      date: '',
      collector: 'GGD',
    });
    expect((await project.ask('interview.list', {})).interviews).toMatchObject([
      { name: 'DH-01', set: 'Den Haag', city: 'Den Haag', date: '', collector: 'GGD' },
    ]);
    await project.ask('interview.update', { id, name: 'dh-01', set: 'DEN HAAG' });
    expect((await project.ask('interview.list', {})).interviews).toMatchObject([{ name: 'dh-01', set: 'Den Haag' }]);
  });

  it('not to a taken name, an empty one, or of what is not there', async () => {
    const project = await projects.empty();
    const { id } = await importTalk(project, 'A', [['Anouk', 'Ja.']]);
    await importTalk(project, 'Zoë', [['Anouk', 'Nee.']]);
    expect(await project.refusal('interview.update', { id, name: 'ZOE\u0308' })).toEqual(withCode('conflict'));
    expect(await project.refusal('interview.update', { id, name: ' ' })).toEqual(withCode('invalid-input'));
    expect(await project.refusal('interview.update', { id, date: '2026-13-01' })).toEqual(withCode('invalid-input'));
    expect(await project.refusal('interview.update', { id: 99, name: 'B' })).toEqual(withCode('not-found'));
    expect(await project.refusal('interview.get', { id: 99 })).toEqual(withCode('not-found'));
    expect(await project.refusal('interview.delete', { id: 99 })).toEqual(withCode('not-found'));
  });

  it('sets are renamed, and removed once they are empty', async () => {
    const project = await projects.empty();
    const { id } = await importTalk(project, 'A', [['Anouk', 'Ja.']], 'Een');
    await importTalk(project, 'B', [['Anouk', 'Nee.']], 'Twee');
    const { sets } = await project.ask('interviewSet.list', {});
    const [een = 0, twee = 0] = sets.map((set) => set.id);
    expect(await project.refusal('interviewSet.rename', { id: een, name: 'TWEE' })).toEqual(withCode('conflict'));
    expect(await project.refusal('interviewSet.rename', { id: 99, name: 'x' })).toEqual(withCode('not-found'));
    expect(await project.refusal('interviewSet.delete', { id: een })).toEqual(withCode('refused'));
    expect(await project.refusal('interviewSet.delete', { id: 99 })).toEqual(withCode('not-found'));
    await project.ask('interviewSet.rename', { id: een, name: 'een' });
    await project.ask('interview.update', { id, set: 'Twee' });
    await project.ask('interviewSet.delete', { id: een });
    expect((await project.ask('interviewSet.list', {})).sets).toEqual([{ id: twee, name: 'Twee', interviews: 2 }]);
  });

  it('removed means with its codings, memos and places; the people and the codes stay', async () => {
    const { ask } = await projects.sample();
    const { interviews } = await ask('interview.list', {});
    const gone = interviews.find((interview) => interview.name === 'RO-01');
    const { codings } = await ask('coding.list', { interviewId: gone?.id ?? 0 });
    await ask('memo.set', { on: 'coding', id: codings[0]?.id ?? 0, text: 'Weg.' });
    await ask('memo.set', { on: 'interview', id: gone?.id ?? 0, text: 'Weg.' });
    const { counts } = await ask('project.get', {});
    await ask('interview.delete', { id: gone?.id ?? 0 });
    const after = (await ask('project.get', {})).counts;
    expect(after).toEqual({ ...counts, interviews: 15, codings: 826 - codings.length, memos: 0 });
    expect((await ask('participant.list', {})).participants.filter((person) => person.interviews.length === 0)).toHaveLength(
      gone?.participants.length ?? 0,
    );
    expect(await ask('project.check', {})).toEqual({ ok: true });
  });

  it('the turns that are coded are those that a coding with text touches', async () => {
    const { ask } = await projects.sample();
    const { interviews } = await ask('interview.list', {});
    for (const { id, codedTurns, turns, codings: count } of interviews) {
      const { turns: all } = await ask('interview.get', { id });
      const { codings } = await ask('coding.list', { interviewId: id });
      expect([turns, count]).toEqual([all.length, codings.length]);
      expect(codedTurns).toBe(
        all.filter((turn) => codings.some((coding) => coding.start < turn.end && coding.end > turn.start)).length,
      );
    }
  });
});

const QUIET: readonly (readonly [string, string])[] = [
  ['Anouk', 'Ik slaap slecht.'],
  ['Interviewer', 'Hoe lang al?'],
  ['Anouk', 'Sinds de geboorte.'],
  ['Interviewer', 'Ja.'],
];
// 0         17                29
// Ik slaap slecht. ⏎ Hoe lang al? ⏎ …

async function quiet(...ranges: readonly (readonly [number, number])[]): Promise<TestProject & { id: number; text: string }> {
  const project = await projects.empty();
  const talk = await importTalk(project, 'A', QUIET);
  const { id: code } = await project.ask('code.create', { name: 'slapen' });
  for (const [start, end] of ranges)
    await project.ask('coding.apply', { interviewId: talk.id, textVersion: 1, start, end, codeIds: [code] });
  return { ...project, ...talk };
}

const transcriptOf = async ({ ask, id }: { ask: TestProject['ask']; id: number }) => {
  const { text, turns, textVersion } = await ask('interview.get', { id });
  const { codings } = await ask('coding.list', { interviewId: id });
  return {
    text,
    said: turns.map((turn) => text.slice(turn.start, turn.end)),
    textVersion,
    quotes: codings.map((coding) => [coding.start, coding.end, coding.quote, coding.toBeChecked]),
  };
};

describe('a correction', () => {
  it('moves codings along, keeps what is replaced inside them, and leaves out what is typed at their edges', async () => {
    const project = await quiet([3, 8], [9, 15], [17, 25]);
    const splices: Splice[] = [
      { at: 0, del: 2, ins: 'Ikke' },
      { at: 3, del: 0, ins: 'dus ' },
      { at: 9, del: 6, ins: 'heel slecht' },
      { at: 25, del: 0, ins: ' precies' },
    ];
    expect(await project.ask('interview.correct', { id: project.id, textVersion: 1, splices })).toEqual({
      textVersion: 2,
      toBeChecked: 0,
    });
    expect(await transcriptOf(project)).toMatchObject({
      said: ['Ikke dus slaap heel slecht.', 'Hoe lang precies al?', 'Sinds de geboorte.', 'Ja.'],
      textVersion: 2,
      quotes: [
        [9, 14, 'slaap', false],
        [15, 26, 'heel slecht', false],
        [28, 36, 'Hoe lang', false],
      ],
    });
    expect(await project.ask('project.check', {})).toEqual({ ok: true });
  });

  it('lists a coding whose text is gone as to be checked, with its old quote, until it gets a place', async () => {
    const project = await quiet([3, 8], [0, 16]);
    const { ask, id } = project;
    expect(await ask('interview.correct', { id, textVersion: 1, splices: [{ at: 2, del: 6, ins: '' }] })).toEqual({
      textVersion: 2,
      toBeChecked: 1,
    });
    expect((await transcriptOf(project)).quotes).toEqual([
      [0, 10, 'Ik slecht.', false],
      [2, 2, 'slaap', true],
    ]);
    expect((await ask('interview.list', {})).interviews[0]).toMatchObject({ codings: 2, codedTurns: 1 });
    const { rows } = await ask('analysis.frequency', { by: 'all' });
    expect(rows).toMatchObject([{ quotes: 1, words: 2 }]);
    expect(await ask('project.check', {})).toEqual({ ok: true });
    // It follows on while it waits, and may be moved to its new place.
    await ask('interview.correct', { id, textVersion: 2, splices: [{ at: 0, del: 0, ins: 'Nou, ' }] });
    expect((await transcriptOf(project)).quotes).toContainEqual([7, 7, 'slaap', true]);
    const lost = (await ask('coding.list', { interviewId: id })).codings.find((coding) => coding.toBeChecked);
    await ask('coding.resize', { id: lost?.id ?? 0, textVersion: 3, start: 8, end: 14 });
    expect((await transcriptOf(project)).quotes).toContainEqual([8, 14, 'slecht', false]);
  });

  it('never lets a mark that is typed beside a lost coding bring it back over a foreign letter', async () => {
    const project = await quiet([3, 4]);
    await project.ask('interview.correct', { id: project.id, textVersion: 1, splices: [{ at: 2, del: 2, ins: '\u0301' }] });
    expect((await transcriptOf(project)).quotes).toEqual([[1, 1, 's', true]]);
    expect(await project.ask('project.check', {})).toEqual({ ok: true });
  });

  it('stays inside a turn, which takes in what is typed at its edges and is never left empty', async () => {
    const project = await quiet();
    const { ask, id, refusal } = project;
    const correct = (...splices: Splice[]) => refusal('interview.correct', { id, textVersion: 1, splices });
    const before = dump(project.path);
    expect(await correct({ at: 15, del: 4, ins: '' })).toEqual(withCode('refused'));
    expect(await correct({ at: 16, del: 1, ins: ' ' })).toEqual(withCode('refused'));
    expect(await correct({ at: 17, del: 12, ins: '' })).toEqual(withCode('refused'));
    expect(await correct({ at: 17, del: 12, ins: ' \n ' })).toEqual(withCode('refused'));
    expect(await correct({ at: 8, del: 2, ins: '' }, { at: 3, del: 2, ins: '' })).toEqual(withCode('invalid-input'));
    expect(await correct({ at: 3, del: 4, ins: '' }, { at: 6, del: 2, ins: '' })).toEqual(withCode('invalid-input'));
    expect(await correct({ at: 60, del: 0, ins: 'x' })).toEqual(withCode('invalid-input'));
    expect(await correct()).toEqual(withCode('invalid-input'));
    expect(await refusal('interview.correct', { id, textVersion: 2, splices: [{ at: 0, del: 1, ins: '' }] })).toEqual(
      withCode('conflict'),
    );
    expect(await refusal('interview.correct', { id: 99, textVersion: 1, splices: [{ at: 0, del: 1, ins: '' }] })).toEqual(
      withCode('not-found'),
    );
    expect(dump(project.path)).toEqual(before);
    await ask('interview.correct', {
      id,
      textVersion: 1,
      splices: [
        { at: 16, del: 0, ins: '!' },
        { at: 17, del: 0, ins: 'O? ' },
      ],
    });
    expect((await transcriptOf(project)).said).toEqual(['Ik slaap slecht.!', 'O? Hoe lang al?', 'Sinds de geboorte.', 'Ja.']);
  });

  it('is stored as text is: without what was pasted along, and never with half a character', async () => {
    const project = await quiet();
    const { ask, id, refusal } = project;
    await ask('interview.correct', { id, textVersion: 1, splices: [{ at: 15, del: 0, ins: ' \u{1f634}\0  \r\nen moe\ud83d' }] });
    expect((await transcriptOf(project)).said[0]).toBe('Ik slaap slecht \u{1f634}\nen moe\ufffd.');
    const { text } = await transcriptOf(project);
    const half = { at: text.indexOf('\u{1f634}'), del: 1, ins: '' };
    expect(await refusal('interview.correct', { id, textVersion: 2, splices: [half] })).toEqual(withCode('invalid-input'));
    expect((await ask('search.text', { query: 'moe' })).total).toBe(1);
    expect((await ask('interview.list', {})).interviews[0]?.words).toBe(3 + 2 + 3 + 3 + 1);
  });

  it('of any kind leaves turns apart, codings on graphemes, and quotes that are the text under them', {
    timeout: 60_000,
  }, async () => {
    const project = await quiet();
    const { ask, id } = project;
    const { codes } = await ask('code.list', {});
    const edit = fc.record({
      turn: fc.nat(3),
      at: fc.nat(30),
      del: fc.nat(12),
      ins: texts(6),
      code: fc.boolean(),
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
        for (const { turn, at, del, ins, code, start, length } of edits) {
          const now = await ask('interview.get', { id });
          const range = {
            interviewId: id,
            textVersion: now.textVersion,
            start: Math.min(start, now.text.length - 1),
            end: Math.min(start + length, now.text.length),
          };
          if (code) await project.answer('coding.apply', { ...range, codeIds: [codes[0]?.id ?? 0] });
          const own = now.turns[turn];
          if (!own) continue;
          const place = Math.min(own.start + at, own.end);
          await project.answer('interview.correct', {
            id,
            textVersion: now.textVersion,
            splices: [{ at: place, del: Math.min(del, own.end - place), ins }],
          });
          const { text, turns } = await ask('interview.get', { id });
          expect(turns).toHaveLength(4);
          expect(turns[0]?.start).toBe(0);
          expect(turns.at(-1)?.end).toBe(text.length);
          for (const [n, next] of turns.slice(1).entries()) expect(text.slice(turns[n]?.end, next.start)).toBe('\n');
        }
        expect(await ask('project.check', {})).toEqual({ ok: true });
      }),
      { numRuns: runs(25) },
    );
  });
});
