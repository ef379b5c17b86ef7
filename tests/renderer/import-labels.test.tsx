// @vitest-environment jsdom
// Looking over what will be imported: what was recognised per file, who speaks in all of them, and mending that.

import { act } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { ImportDialog } from '../../renderer/interviews/import-dialog.tsx';
import { type LabelRow, labelRows, sayOneWith, sayRole } from '../../renderer/interviews/import-labels.ts';
import { addFiles, judgeFile, type ReadyFile, readyFiles, touchLabel } from '../../renderer/interviews/import-list.ts';
import type { Input, Output } from '../../src/contract/index.ts';
import type { LabelMend } from '../../src/contract/interview.ts';
import { button, type Drawn, draw, press, until } from './draw.tsx';
import { createFakeBridge, type FakeBridge, ok } from './fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

type Preview = Output<'interview.preview'>;
const speaker = (label: string, turns = 10, asks = false) => ({ label, turns, words: turns * 20, asks });

function preview(file: string, more: Partial<Preview> = {}): Preview {
  return {
    file,
    format: 'docx',
    maker: null,
    turns: 50,
    words: 900,
    speakers: [speaker('Loes'), speaker('I', 9, true)],
    passed: [{ label: 'Karin', count: 1, line: 'Karin: Dag.' }],
    times: 3,
    questions: 5,
    comments: 2,
    left: [
      { kind: 'pictures', count: 1 },
      { kind: 'notes', count: 2 },
    ],
    start: [
      { speaker: 'I', timeMs: 61_000, text: 'Hoe gaat het?' },
      { speaker: null, timeMs: null, text: 'Tekst zonder spreker.' },
    ],
    present: null,
    refused: null,
    ...more,
  };
}

const ready = (name: string, more: Partial<Preview> = {}): ReadyFile => {
  const row = addFiles([], [new File([name], name)])[0];
  const judged = row && judgeFile([], row, name, preview(name, more));
  if (judged?.state !== 'ready') throw new Error('not ready');
  return judged;
};
const brief = (rows: readonly LabelRow[]) =>
  rows.map((row) => `${row.label} ${row.role}${row.as === null ? '' : ` as ${row.as}`} ${row.files} ${row.turns}`);

describe('who speaks, in all files', () => {
  const files = [
    ready('a'),
    ready('b', { speakers: [speaker('Loes', 4), speaker('i', 4, true), speaker('LOES B', 2)], passed: [] }),
  ];

  test('is counted by label, whatever its case; what was not taken for a speaker comes last, with its line', () => {
    const rows = labelRows(files, []);
    expect(brief(rows)).toEqual(['Loes answers 2 14', 'I asks 2 13', 'LOES B answers 1 2', 'Karin none 1 1']);
    expect(rows.at(-1)?.line).toBe('Karin: Dag.');
  });

  test('what is said of a label holds at once, before the files were looked into again', () => {
    const said = sayRole(sayRole([], 'karin', 'answers'), 'Loes', 'asks');
    expect(brief(labelRows(files, said))).toEqual(['Loes asks 2 14', 'I asks 2 13', 'LOES B answers 1 2', 'Karin answers 1 1']);
    expect(said).toEqual([
      { label: 'karin', speaker: true, as: null, asks: false },
      { label: 'Loes', speaker: true, as: null, asks: true },
    ]);
  });

  test('two are one, three are one, and apart again', () => {
    const two = sayOneWith([], 'LOES B', 'Loes');
    expect(two).toEqual([
      { label: 'Loes', speaker: true, as: null, asks: null },
      { label: 'LOES B', speaker: true, as: 'Loes', asks: null },
    ]);
    const three = sayOneWith(two, 'Loes', 'I');
    expect(three.map(({ label, as }) => [label, as])).toEqual([
      ['LOES B', 'I'],
      ['I', null],
      ['Loes', 'I'],
    ]);
    expect(sayOneWith(three, 'Loes', null).find((mend) => mend.label === 'Loes')?.as).toBeNull();
    // The previews have only the label it is one with, but it can still be taken apart.
    const merged = [{ ...ready('b', { speakers: [speaker('Loes', 6)], passed: [] }), labels: new Set(['loes', 'loes b']) }];
    expect(brief(labelRows(merged, two))).toEqual(['Loes answers 1 6', 'LOES B answers as Loes 0 0']);
  });

  test('nothing is one with what is no speaker', () => {
    const said = sayRole(sayOneWith([], 'LOES B', 'Loes'), 'Loes', 'none');
    expect(said.map(({ label, speaker: speaks, as }) => [label, speaks, as])).toEqual([
      ['LOES B', true, null],
      ['Loes', false, null],
    ]);
  });

  test('only the files with that label are looked into again', () => {
    const list = touchLabel([ready('a'), { ...ready('b', { passed: [] }), key: 2 }], 'KARIN');
    expect(readyFiles(list).map((row) => row.stale)).toEqual([true, false]);
  });
});

describe('the dialog', () => {
  const asked: Input<'interview.preview'>[] = [];
  const sent: Input<'interview.import'>[] = [];
  const remembered: LabelMend[] = [{ label: 'Datum', speaker: false, as: null, asks: null }];
  const project = (): FakeBridge => {
    asked.length = 0;
    sent.length = 0;
    return createFakeBridge({
      'interview.list': () => ok({ interviews: [] }),
      'interviewSet.list': () => ok({ sets: [{ id: 1, name: 'Den Haag', interviews: 0 }] }),
      'interview.mends': () => ok({ mends: remembered }),
      'interview.preview': (input) => {
        asked.push(input);
        if (input.file.name === 'kapot.docx')
          return ok(preview('kapot.docx', { refused: 'The archive is damaged or incomplete' }));
        const karin = input.mends?.some((mend) => mend.label === 'Karin' && mend.speaker) ?? false;
        return ok(
          preview(input.file.name, {
            ...(input.file.name === 'b.docx' ? { passed: [] } : {}),
            ...(karin ? { passed: [], speakers: [speaker('Loes'), speaker('I', 9, true), speaker('Karin', 1)] } : {}),
          }),
        );
      },
      'interview.import': (input) => {
        sent.push(input);
        return ok({ imported: [], present: [], refused: [] }, ['interview', 'history']);
      },
    });
  };
  const open = async (...names: string[]) => {
    drawn = await draw(project(), <ImportDialog dropped={names.map((name) => new File([name], name))} onClose={() => {}} />);
    await until('all are looked into', () => asked.length === names.length && !/bezig|wacht/.test(said()));
  };
  const said = () => document.querySelector('[role="dialog"]')?.textContent ?? '';
  const row = (label: string) =>
    [...document.querySelectorAll('.imp-who li')].find((li) => li.querySelector('b')?.textContent === label);
  const choose = (label: string, what: string) =>
    press([...(row(label)?.querySelectorAll('button') ?? [])].find((one) => one.textContent === what));
  const current = () => document.querySelector('[aria-current="true"] .imp-name')?.textContent;

  test('tells of a file its format, times, questions, memos, what stays behind and how it begins', async () => {
    await open('a.docx');
    expect(said()).toContain('Word · bij 3 beurten een tijd · 5 vragen van de interviewer');
    expect(said()).toContain('2 opmerkingen worden memo’s op hun plek in de tekst.');
    expect(said()).toContain('Blijft achter: 1 plaatje en 2 voetnoten.');
    expect(said()).toContain('01:01');
    expect(said()).toContain('Tekst zonder spreker.');
    expect(said()).toContain('En nog 48 beurten.');
    expect(row('Karin')?.textContent).toContain('“Karin: Dag.”');
  });

  test('begins with what was said before, looks again only where it matters, and sends all that was said', async () => {
    await open('a.docx', 'b.docx');
    expect(asked[0]?.mends).toEqual(remembered);
    await choose('Karin', 'antwoordt');
    await until('it is a speaker', () => asked.length === 3 && /1 beurt · 20 woorden/.test(row('Karin')?.textContent ?? ''));
    expect(asked.map(({ file }) => file.name)).toEqual(['a.docx', 'b.docx', 'a.docx']);
    await choose('Loes', 'stelt vragen');
    await until('both are looked into again', () => asked.length === 5);
    await act(async () => {
      const set = document.querySelector<HTMLInputElement>('.field-in');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(set, 'Set');
      set?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await until('it can go in', () => button(/^2 interviews importeren$/)?.disabled === false);
    await press(button(/^2 interviews importeren$/));
    await until('it was sent', () => sent.length === 1);
    expect(sent[0]?.mends).toEqual([
      ...remembered,
      { label: 'Karin', speaker: true, as: null, asks: false },
      { label: 'Loes', speaker: true, as: null, asks: true },
    ]);
    expect(sent[0]?.commentCode).toBe('Opmerking');
  });

  test('by keyboard: arrows choose a file, Delete takes it off the list', async () => {
    await open('kapot.docx', 'a.docx', 'b.docx');
    expect(current()).toBe('a.docx');
    const key = async (name: string) =>
      act(async () => {
        document
          .querySelector('[aria-current="true"]')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
      });
    await key('ArrowUp');
    expect(current()).toBe('kapot.docx');
    expect(said()).toContain('Dit bestand kan niet mee: het bestand is beschadigd. De andere gaan gewoon door.');
    await key('Delete');
    expect([current(), document.querySelectorAll('.imp-file')]).toMatchObject(['a.docx', { length: 2 }]);
    await key('End');
    expect(current()).toBe('b.docx');
    expect(document.activeElement?.textContent).toContain('b.docx');
    expect([...document.querySelectorAll('.imp-file')].map((one) => one.getAttribute('tabindex'))).toEqual(['-1', '0']);
  });
});
