// Frequency: a worked example first, then agreement with the naive second implementation on random projects.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequency } from '../../src/analysis/frequency.ts';
import type { CodeRow, CodingRow, InterviewRow } from '../../src/domain/analysis.ts';
import { wordStarts } from '../../src/domain/text.ts';
import { naiveFrequency } from './naive.ts';
import { coder, GROUPS, project } from './projects.ts';

const text = 'Ik schaamde me dood. Dus ik zei niks.';
const interview = (id: number, ...groups: string[]): InterviewRow => ({
  id,
  name: `I${id}`,
  groups,
  wordStarts: wordStarts(text),
  turns: [{ start: 0, end: text.length }],
});
const codes: CodeRow[] = [
  { id: 1, parentId: null, path: 'Schaamte' },
  { id: 2, parentId: 1, path: 'Schaamte / zwijgen' },
  { id: 3, parentId: null, path: 'Steun' },
];
const interviews = [interview(1, 'Den Haag'), interview(2, 'Den Haag'), interview(3, 'Utrecht')];
const coding = (interviewId: number, codeId: number, start: number, end: number, coderId = 1): CodingRow => ({
  interviewId,
  codeId,
  start,
  end,
  coderId,
});
const codings = [
  coding(1, 1, 0, 20),
  coding(1, 1, 12, 24, 2), // overlaps the first: one quote, all coders together
  coding(1, 1, 24, 37), // touches it: a second quote
  coding(1, 2, 21, 37),
  coding(3, 2, 3, 11),
];
const base = { interviews, codes, codings, groups: ['Den Haag', 'Utrecht'] };

describe('frequency', () => {
  it('gives every code × group in codebook order, zeros included', () => {
    expect(frequency({ ...base, rollup: false })).toEqual({
      basis: { interviews: 3, quotes: 4 },
      rows: [
        { code: 'Schaamte', group: 'Den Haag', interviews: 1, of: 2, quotes: 2, words: 8 },
        { code: 'Schaamte', group: 'Utrecht', interviews: 0, of: 1, quotes: 0, words: 0 },
        { code: 'Schaamte / zwijgen', group: 'Den Haag', interviews: 1, of: 2, quotes: 1, words: 4 },
        { code: 'Schaamte / zwijgen', group: 'Utrecht', interviews: 1, of: 1, quotes: 1, words: 1 },
        { code: 'Steun', group: 'Den Haag', interviews: 0, of: 2, quotes: 0, words: 0 },
        { code: 'Steun', group: 'Utrecht', interviews: 0, of: 1, quotes: 0, words: 0 },
      ],
      uncoded: [{ group: 'Den Haag', interviews: 1 }],
    });
  });

  it('tells apart what nobody has coded yet, whichever codes are asked for; a coding without text is none', () => {
    const asked = { ...base, codings: [...codings, coding(2, 3, 5, 5)], codeIds: new Set([3]), rollup: false };
    expect(frequency(asked).uncoded).toEqual([{ group: 'Den Haag', interviews: 1 }]);
    expect(frequency({ ...asked, coderId: 2 }).uncoded).toEqual([
      { group: 'Den Haag', interviews: 1 },
      { group: 'Utrecht', interviews: 1 },
    ]);
    expect(frequency({ ...asked, codings: [...codings, coding(2, 3, 5, 6)] }).uncoded).toEqual([]);
  });

  it('lets a parent count the union with its children on request', () => {
    const { rows, basis } = frequency({ ...base, rollup: true, codeIds: new Set([1]) });
    // 0–24 and 24–37 touch, and the child's 21–37 joins them into one.
    expect(rows).toEqual([
      { code: 'Schaamte', group: 'Den Haag', interviews: 1, of: 2, quotes: 1, words: 8 },
      { code: 'Schaamte', group: 'Utrecht', interviews: 1, of: 1, quotes: 1, words: 1 },
    ]);
    expect(basis).toEqual({ interviews: 3, quotes: 2 });
  });

  it('counts one coder when asked', () => {
    const row = (coderId: number) => frequency({ ...base, rollup: false, coderId }).rows[0];
    expect(row(1)).toMatchObject({ interviews: 1, quotes: 2, words: 7 });
    expect(row(2)).toMatchObject({ interviews: 1, quotes: 1, words: 3 });
    expect(row(9)).toMatchObject({ interviews: 0, quotes: 0, words: 0 });
  });

  it('counts an interview in each of its groups, and once in the basis', () => {
    const both = [interview(1, 'Den Haag', 'Utrecht'), interview(2)];
    const answer = frequency({ ...base, interviews: both, rollup: false });
    expect(answer.basis).toEqual({ interviews: 1, quotes: 3 });
    expect(answer.rows.slice(0, 2).map((row) => [row.of, row.quotes])).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('leaves out what holds no text or belongs to nothing', () => {
    const strays = [coding(1, 1, 30, 30), coding(1, 99, 0, 5), coding(99, 1, 0, 5)];
    expect(frequency({ ...base, codings: [...codings, ...strays], rollup: true })).toEqual(frequency({ ...base, rollup: true }));
  });

  it('survives a tree that runs in a circle', () => {
    const circle: CodeRow[] = [
      { id: 1, parentId: 2, path: 'a' },
      { id: 2, parentId: 1, path: 'b' },
    ];
    expect(frequency({ ...base, codes: circle, rollup: true }).rows.map((row) => row.quotes)).toEqual([1, 1, 1, 1]);
  });

  it('agrees with the naive count for any project', () => {
    fc.assert(
      fc.property(project, coder, fc.boolean(), (drawn, coderId, rollup) => {
        const options = { groups: [...GROUPS], coderId, rollup };
        expect(frequency({ ...drawn, ...options })).toEqual(naiveFrequency(drawn, options));
      }),
      { numRuns: 150 },
    );
  });
});
