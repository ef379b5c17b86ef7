// @vitest-environment jsdom
// Importing: every file is looked into before anything is kept, what can't go in says why, and Stop leaves all as it was.

import { act } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { translator } from '../../renderer/i18n/index.ts';
import { ImportDialog } from '../../renderer/interviews/import-dialog.tsx';
import { addFiles, type ImportFile, judgeFile, readyFiles, withSkipped } from '../../renderer/interviews/import-list.ts';
import { refusalText } from '../../renderer/interviews/refusal.ts';
import { droppedFiles, withoutLeftovers } from '../../renderer/parts/dropped-files.ts';
import type { Input, Output } from '../../src/contract/index.ts';
import type { InterviewRow } from '../../src/contract/interview.ts';
import { button, type Drawn, draw, press, until } from './draw.tsx';
import { createFakeBridge, type FakeBridge, type FakeHandlers, ok, timesAsked } from './fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

const file = (name: string, text = name) => new File([text], name);
const preview = (name: string, more: Partial<Output<'interview.preview'>> = {}): Output<'interview.preview'> => ({
  file: name,
  turns: 12,
  words: 900,
  format: 'text',
  maker: null,
  speakers: [
    { label: 'Loes', turns: 6, words: 700, asks: false },
    { label: 'Interviewer', turns: 6, words: 200, asks: true },
  ],
  passed: [],
  times: 0,
  questions: 5,
  comments: 0,
  left: [],
  start: [{ speaker: 'Interviewer', timeMs: null, text: 'Hoe gaat het?' }],
  present: null,
  refused: null,
  ...more,
});
const ROW: InterviewRow = {
  ...{ id: 1, setId: 1, set: '', name: '', city: '', date: '', collector: '', file: '', participants: [] },
  ...{ words: 9, turns: 1, codedTurns: 0, codings: 0, toCheck: 0 },
};
const nothing = { interviews: [], sets: [] };

function project(more: FakeHandlers = {}): FakeBridge {
  return createFakeBridge({
    'project.get': () =>
      ok({
        name: 'Proef',
        counts: { interviews: 0, sets: 0, codes: 0, themes: 0, codings: 0, coders: 0, memos: 0 },
        savedAt: null,
        readOnly: false,
        readOnlyWhy: null,
        undo: null,
        redo: null,
      }),
    'interview.list': () => ok({ interviews: nothing.interviews }),
    'interviewSet.list': () => ok({ sets: [{ id: 1, name: 'Den Haag', interviews: 0 }] }),
    'interview.mends': () => ok({ mends: [] }),
    'interview.preview': ({ file: { name } }) => {
      if (name.startsWith('leeg')) return ok(preview(name, { refused: 'The file is empty.' }));
      if (name.startsWith('oud')) return ok(preview(name, { present: 'DH-01' }));
      return ok(preview(name, name.endsWith('.vtt') ? { format: 'vtt', maker: 'Teams', times: 12 } : {}));
    },
    ...more,
  });
}

const said = () => document.querySelector('[role="dialog"]')?.textContent ?? '';
const importButton = () => button(/^\d+ interviews? importeren$/);

describe('the dialog', () => {
  test('says of each file what is in it, or why it does not go in', async () => {
    const bridge = project();
    drawn = await draw(
      bridge,
      <ImportDialog dropped={[file('a.txt'), file('b.vtt'), file('leeg.txt'), file('oud.docx')]} onClose={() => {}} />,
    );
    await until('all four are looked into', () => timesAsked(bridge, 'interview.preview') === 4 && !/bezig|wacht/.test(said()));
    expect(said()).toContain('12 beurten, 2 sprekers, 900 woorden');
    expect(said()).toContain('Teams (ondertitels VTT) · 12 beurten');
    expect(said()).toContain('het bestand is leeg');
    expect(said()).toContain('is er al, als DH-01');
    expect(importButton()?.textContent).toBe('2 interviews importeren');
    expect(timesAsked(bridge, 'interview.import')).toBe(0);
  });

  test('proposes the set of the interview that is open, else the one that was asked for, else none', async () => {
    const sets = [
      { id: 1, name: 'Den Haag', interviews: 1 },
      { id: 2, name: 'Utrecht', interviews: 0 },
    ];
    const row = { ...ROW, id: 5, setId: 1, set: 'Den Haag', name: 'DH-01' };
    const proposed = async (hash: string, into?: string) => {
      history.replaceState(null, '', hash);
      const bridge = project({ 'interviewSet.list': () => ok({ sets }), 'interview.list': () => ok({ interviews: [row] }) });
      drawn = await draw(bridge, <ImportDialog dropped={[file('a.txt')]} into={into} onClose={() => {}} />);
      await until('the fields', () => document.querySelector('input[required], [role="combobox"]') !== null);
      const value = document.querySelector<HTMLInputElement>('input[required], [role="combobox"]')?.value;
      drawn.end();
      drawn = null;
      return value;
    };
    expect(await proposed('#/code/5')).toBe('Den Haag');
    expect(await proposed('#/code/5', 'Utrecht')).toBe('Utrecht');
    expect(await proposed('#/frequency')).toBe('');
    history.replaceState(null, '', '#/');
  });

  test('sends what can go in, to the only set there is, and ends with a summary', async () => {
    const sent: Input<'interview.import'>[] = [];
    const bridge = project({
      'interview.import': (input) => {
        sent.push(input);
        return ok(
          {
            imported: input.files.map(({ name }) => ({ interview: name, file: name, turns: 12, words: 900, comments: 0 })),
            present: [],
            refused: [],
          },
          ['interview', 'history'],
        );
      },
    });
    drawn = await draw(bridge, <ImportDialog dropped={[file('a.txt', 'Dag'), file('leeg.txt')]} onClose={() => {}} />);
    await until('the files are looked into', () => importButton()?.disabled === false);
    await press(importButton());
    await until('the summary is there', () => said().includes('Import klaar'));
    expect(sent).toEqual([
      {
        files: [{ name: 'a.txt', base64: btoa('Dag') }],
        set: 'Den Haag',
        city: '',
        date: '',
        collector: '',
        mends: [],
        commentCode: 'Opmerking',
      },
    ]);
    expect(said()).toContain('1 interview staat in set Den Haag.');
    expect(said()).toContain('1 bestand kon niet worden gelezen.');
  });

  test('Stop stops the core, and nothing was imported', async () => {
    const bridge = project({
      'interview.import': (_, { signal, onProgress }) =>
        new Promise((resolve) => {
          onProgress?.({ done: 1, total: 2, note: 'a.txt' });
          signal?.addEventListener('abort', () => resolve({ ok: false, error: { code: 'cancelled', message: 'Stopped' } }));
        }),
    });
    drawn = await draw(bridge, <ImportDialog dropped={[file('a.txt'), file('b.txt')]} onClose={() => {}} />);
    await until('the files are looked into', () => importButton()?.disabled === false);
    await press(importButton());
    await until('it runs', () => said().includes('1 van 2 gelezen'));
    expect(document.querySelector('[role="progressbar"]')?.getAttribute('aria-valuenow')).toBe('50');
    expect(said()).toContain('Er is nog niets geïmporteerd.');
    await press(button(/^Stoppen/));
    await until('it has stopped', () => said().includes('Gestopt. Er is niets geïmporteerd.'));
    expect(drawn.client.trouble.get()).toBeNull();
    expect(importButton()?.disabled).toBe(false);
  });

  test('a file taken off the list is not sent', async () => {
    const bridge = project();
    drawn = await draw(bridge, <ImportDialog dropped={[file('a.txt'), file('b.txt')]} onClose={() => {}} />);
    await until('the files are looked into', () => importButton()?.textContent === '2 interviews importeren');
    await press(button(/^a\.txt van de lijst halen$/));
    await until('one is left', () => importButton()?.textContent === '1 interview importeren');
  });

  test('closing it in the middle asks for no more files', async () => {
    const waiting = Promise.withResolvers<void>();
    const bridge = project({
      'interview.preview': async ({ file: { name } }) => {
        await waiting.promise;
        return ok(preview(name));
      },
    });
    const open = await draw(bridge, <ImportDialog dropped={[file('a.txt'), file('b.txt')]} onClose={() => {}} />);
    await until('the first is being read', () => timesAsked(bridge, 'interview.preview') === 1);
    open.end();
    await act(async () => waiting.resolve());
    expect(timesAsked(bridge, 'interview.preview')).toBe(1);
  });
});

describe('the list', () => {
  const row = (name: string): ImportFile => addFiles([], [file(name)])[0]!;

  test('keys go on counting, so that a row stays itself', () => {
    const first = addFiles([], [file('a'), file('b')]);
    expect(addFiles(first.slice(1), [file('c')]).map(({ key, name }) => [key, name])).toEqual([
      [2, 'b'],
      [3, 'c'],
    ]);
  });

  test('the same bytes twice go in once', () => {
    const a = judgeFile([], row('a.txt'), 'QUJD', preview('a.txt'));
    const b = { ...row('b.txt'), key: 2 };
    expect(judgeFile([a, b], b, 'QUJD', preview('b.txt'))).toMatchObject({ state: 'twice', other: 'a.txt' });
    expect(judgeFile([a, b], b, 'QUJE', preview('b.txt')).state).toBe('ready');
  });

  test('what was never sent is in the summary too', () => {
    const list = [
      judgeFile([], row('a.txt'), 'QQ==', preview('a.txt', { refused: 'The file is empty.' })),
      judgeFile([], row('b.txt'), 'QQ==', preview('b.txt', { present: 'DH-01' })),
    ];
    expect(readyFiles(list)).toEqual([]);
    expect(withSkipped({ imported: [], present: [], refused: [] }, list)).toEqual({
      imported: [],
      present: [{ interview: 'DH-01', file: 'b.txt' }],
      refused: [{ file: 'a.txt', reason: 'The file is empty.' }],
    });
  });

  test('leaves out what systems put in a folder', () => {
    const names = ['DH-10.txt', '.DS_Store', 'Thumbs.db', '~$DH-02.docx', 'DH-02.docx', '._DH-02.docx'];
    expect(withoutLeftovers(names.map((name) => file(name))).map((one) => one.name)).toEqual(['DH-02.docx', 'DH-10.txt']);
  });
});

test('a dropped folder is opened to the bottom', async () => {
  const leaf = (name: string) => ({
    isFile: true,
    isDirectory: false,
    name,
    file: (done: (one: File) => void) => done(file(name)),
  });
  const folder = (name: string, inside: readonly object[]) => ({
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      // A folder is handed out in portions, and an empty one is the end.
      const portions = [inside.slice(0, 1), inside.slice(1), []];
      return { readEntries: (done: (entries: readonly object[]) => void) => done(portions.shift() ?? []) };
    },
  });
  const entry = folder('interviews', [leaf('a.txt'), folder('heerlen', [leaf('b.txt'), leaf('.hidden')])]);
  const transfer = { items: [{ webkitGetAsEntry: () => entry }], files: [] };
  const files = await droppedFiles(transfer as unknown as DataTransfer);
  expect(files.map((one) => one.name)).toEqual(['a.txt', 'b.txt']);
});

test('reasons of the core are told in the language of the window; an unknown one is shown as it is', () => {
  const t = translator('nl');
  expect(refusalText(t, 'The file is protected with a password')).toContain('wachtwoord');
  expect(refusalText(t, 'The file is damaged: its JSON is not complete', 'a.json')).toContain('beschadigd');
  expect(refusalText(t, 'The file seems to be a PDF; save it as .docx, .txt or .vtt first.')).toContain('bewaar het als .docx');
  expect(refusalText(t, 'The file is damaged: its text can not be read.')).toBe('het bestand is beschadigd');
  expect(refusalText(t, 'The file holds a DOCTYPE, which a document never needs.')).toBe('het bestand is niet te vertrouwen');
  expect(refusalText(t, 'Something new')).toBe('Something new');
});
