// From answers of the core to what charts and tables draw: order, columns, absences. No number is made on the way.

import { describe, expect, test } from 'vitest';
import { absences, groupsOverlap, toFrequencyInput } from '../../../renderer/analysis/frequency-input.ts';
import {
  type Answers,
  groupsOf,
  orderThemes,
  pairKey,
  pairOf,
  tableRows,
  toHeatmapInput,
  wholeOf,
} from '../../../renderer/analysis/heatmap-input.ts';
import { ALL, COOCCURRENCE_SCOPE, FREQUENCY_SCOPE } from '../../../renderer/analysis/scope.ts';
import { threadPath } from '../../../renderer/analysis/thread.tsx';
import type { CodeRow } from '../../../src/contract/code.ts';

const codes = ['Schaamte', 'Schaamte / groot houden', 'Vertrouwen', 'Geld'].map((path, at): CodeRow => {
  const name = path.split(' / ').at(-1) ?? path;
  const colour = { hue: at + 1, form: 'solid' } as const;
  return {
    id: at + 1,
    parentId: at === 1 ? 1 : null,
    position: at,
    version: 1,
    path,
    depth: at === 1 ? 1 : 0,
    themeId: at === 1 ? 1 : at + 1,
    name,
    labelEn: `${name} (en)`,
    definition: '',
    definitionEn: '',
    use: '',
    not: '',
    example: '',
    colour,
    wears: colour,
    codings: 1,
    interviews: 1,
    quotes: 1,
    pin: null,
  };
});
const names = {
  label: (code: CodeRow) => code.labelEn,
  all: 'Alle',
  group: (name: string) => (name === '' ? 'niet ingevuld' : name),
};
const row = (code: string, group: string, interviews: number, of: number, quotes = interviews) => ({
  code,
  group,
  interviews,
  of,
  quotes,
  words: quotes * 10,
});
const all = {
  basis: { interviews: 8, quotes: 20 },
  rows: [
    row('Schaamte', '', 3, 8, 9),
    row('Schaamte / groot houden', '', 2, 8),
    row('Vertrouwen', '', 5, 8),
    row('Geld', '', 0, 8),
  ],
  uncoded: [],
};
const grouped = {
  basis: all.basis,
  rows: ['Schaamte', 'Schaamte / groot houden', 'Vertrouwen', 'Geld'].flatMap((code) => [
    row(code, 'Utrecht', code === 'Geld' ? 0 : 3, 5),
    row(code, '', code === 'Vertrouwen' ? 2 : 0, 3),
  ]),
  uncoded: [],
};

describe('frequency', () => {
  const input = toFrequencyInput(codes, all, grouped, FREQUENCY_SCOPE, names);

  test('has a column of all interviews and one per group, with their sizes', () => {
    expect(input.groups).toEqual([
      { name: ALL, label: 'Alle', n: 8 },
      { name: 'Utrecht', label: 'Utrecht', n: 5 },
      { name: '', label: 'niet ingevuld', n: 3 },
    ]);
    expect(input.cells.filter((cell) => cell.group === ALL).map((cell) => cell.interviews)).toEqual([3, 2, 5, 0]);
  });

  test('lists themes from often to seldom, or codes under their theme, or as in the codebook', () => {
    expect(input.rows.map((code) => code.label)).toEqual(['Vertrouwen (en)', 'Schaamte (en)', 'Geld (en)']);
    const paths = (change: Partial<typeof FREQUENCY_SCOPE>) =>
      toFrequencyInput(codes, all, grouped, { ...FREQUENCY_SCOPE, ...change }, names).rows.map((code) => code.path);
    expect(paths({ what: 'codes' })).toEqual(['Vertrouwen', 'Schaamte', 'Schaamte / groot houden', 'Geld']);
    expect(paths({ order: '' })).toEqual(['Schaamte', 'Vertrouwen', 'Geld']);
    expect(paths({ unit: 'quotes' })).toEqual(['Schaamte', 'Vertrouwen', 'Geld']);
    expect(paths({ order: 'a group that is gone' })).toEqual(['Vertrouwen', 'Schaamte', 'Geld']);
  });

  test('shows one column when there is nothing to compare', () => {
    const one = { ...grouped, rows: grouped.rows.filter((cell) => cell.group === 'Utrecht') };
    expect(toFrequencyInput(codes, all, one, FREQUENCY_SCOPE, names).groups.map((group) => group.name)).toEqual([ALL]);
  });

  test('names what occurs, but not everywhere', () => {
    expect(absences(input).map(({ code, groups }) => [code.path, groups])).toEqual([['Schaamte', ['niet ingevuld']]]);
  });

  test('notices groups that share interviews', () => {
    expect(groupsOverlap(input)).toBe(false);
    const shared = { ...grouped, rows: grouped.rows.map((cell) => ({ ...cell, of: 6 })) };
    expect(groupsOverlap(toFrequencyInput(codes, all, shared, FREQUENCY_SCOPE, names))).toBe(true);
  });
});

describe('co-occurrence', () => {
  const pair = (a: string, b: string, together: number, interviews: number, c = 0.1) => ({
    a,
    b,
    together,
    interviews,
    c,
    jaccardInterviews: interviews / 10,
  });
  const answers: Answers = {
    all: {
      rule: 'overlap',
      groups: [{ group: '', interviews: 8, pairs: [pair('Schaamte', 'Vertrouwen', 4, 3), pair('Schaamte', 'Geld', 5, 1, 1.5)] }],
    },
    grouped: {
      rule: 'overlap',
      groups: [
        { group: 'Utrecht', interviews: 5, pairs: [pair('Schaamte', 'Vertrouwen', 2, 2)] },
        { group: 'Den Haag', interviews: 3, pairs: [] },
      ],
    },
    allCounts: { ...all, rows: [...all.rows.slice(0, 3), row('Geld', '', 4, 8)] },
    groupedCounts: grouped,
  };

  test('orders themes as the sentence says, and leaves out what never occurs', () => {
    const order = (change: Partial<typeof COOCCURRENCE_SCOPE>) =>
      orderThemes(codes, answers, { ...COOCCURRENCE_SCOPE, ...change }).map((code) => code.path);
    expect(order({ order: 'codebook' })).toEqual(['Schaamte', 'Vertrouwen', 'Geld']);
    expect(order({ order: 'count' })).toEqual(['Vertrouwen', 'Geld', 'Schaamte']);
    expect(order({ order: 'similar' }).join()).toMatch(/Schaamte,Vertrouwen|Vertrouwen,Schaamte/);
    expect(orderThemes(codes, { ...answers, allCounts: all }, COOCCURRENCE_SCOPE).map((code) => code.path)).not.toContain('Geld');
  });

  test('gives each map the interviews of its own group', () => {
    const whole = toHeatmapInput(codes.slice(2, 3), answers, wholeOf(answers), (code) => code.name);
    const utrecht = toHeatmapInput(codes.slice(2, 3), answers, groupsOf(answers, 'set')[0]!, (code) => code.name);
    expect([whole.group, whole.codes[0]?.interviews]).toEqual([ALL, 5]);
    expect([utrecht.group, utrecht.codes[0]?.interviews]).toEqual(['Utrecht', 3]);
    expect(groupsOf(answers, 'all')).toEqual([]);
  });

  test('tables the pairs of the whole first, strongest first by what is asked', () => {
    const rows = (change: Partial<typeof COOCCURRENCE_SCOPE>) =>
      tableRows([wholeOf(answers), ...answers.grouped.groups], codes, { ...COOCCURRENCE_SCOPE, ...change }).map(
        (r) => `${r.group} ${r.b}`,
      );
    expect(rows({ order: 'count' })).toEqual([`${ALL} Vertrouwen`, `${ALL} Geld`, 'Utrecht Vertrouwen']);
    expect(rows({ order: 'count', measure: 'together' })[0]).toBe(`${ALL} Geld`);
    expect(rows({ order: 'similar' })[0]).toBe(`${ALL} Geld`);
    expect(rows({ order: 'codebook' })[0]).toBe(`${ALL} Vertrouwen`);
  });

  test('a pair is the same in either order', () => {
    expect(pairKey('A', 'B', 'x')).toBe(pairKey('B', 'A', 'x'));
    expect(pairOf(wholeOf(answers), 'Vertrouwen', 'Schaamte')?.together).toBe(4);
    expect(pairOf(wholeOf(answers), 'Vertrouwen', 'Geld')).toBeUndefined();
  });
});

describe('the thread', () => {
  const main = { left: 0, top: 0, right: 900, bottom: 700 };
  const panel = { left: 900, top: 0, right: 1280, bottom: 700 };
  const title = { left: 920, top: 60, right: 1200, bottom: 80 };

  test('runs under the mark, round the corner, to the title', () => {
    expect(threadPath({ left: 100, top: 300, right: 200, bottom: 344 }, title, panel, main)).toBe(
      'M100 343.5H892.25q8 0 8 -8V79q0 -8 8 -8H914',
    );
  });

  test('is straight when mark and title are level, and gone when one is out of sight', () => {
    expect(threadPath({ left: 100, top: 50, right: 200, bottom: 72 }, title, panel, main)).toBe('M100 71.5H914');
    expect(threadPath({ left: 100, top: -80, right: 200, bottom: -40 }, title, panel, main)).toBe('');
    expect(threadPath({ left: 100, top: 300, right: 200, bottom: 344 }, { ...title, top: -90 }, panel, main)).toBe('');
    expect(threadPath({ left: 100, top: 300, right: 200, bottom: 344 }, title, { ...panel, left: 0 }, main)).toBe('');
  });
});
