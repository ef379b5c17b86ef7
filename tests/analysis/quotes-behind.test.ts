// A number equals the number of quotes it opens: for any project, any code or pair, in every group.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cooccurrence } from '../../src/analysis/cooccurrence.ts';
import { frequency } from '../../src/analysis/frequency.ts';
import { pairNumbers, placesBehind, quotesBehind } from '../../src/analysis/quotes-behind.ts';
import type { CodeRow, CodingRow, InterviewRow } from '../../src/domain/analysis.ts';
import { overlaps } from '../../src/domain/text.ts';
import { coder, GROUPS, level, project, rule } from './projects.ts';

const interviews: InterviewRow[] = [
  {
    id: 1,
    name: 'I1',
    groups: ['x'],
    wordStarts: [],
    turns: [
      { start: 0, end: 40 },
      { start: 41, end: 90 },
    ],
  },
];
const codes: CodeRow[] = [
  { id: 1, parentId: null, path: 'A' },
  { id: 2, parentId: null, path: 'B' },
];
const codings: CodingRow[] = [
  { interviewId: 1, codeId: 1, coderId: 1, start: 10, end: 30 },
  { interviewId: 1, codeId: 1, coderId: 2, start: 25, end: 50 },
  { interviewId: 1, codeId: 2, coderId: 1, start: 5, end: 12 },
  { interviewId: 1, codeId: 2, coderId: 1, start: 60, end: 70 },
];
const where = { interviews, codes, codings, group: 'x' };

describe('the quotes behind a number', () => {
  it('are merged ranges in reading order', () => {
    expect(quotesBehind({ ...where, codeId: 1, rollup: false })).toEqual([{ interviewId: 1, codeId: 1, start: 10, end: 50 }]);
    expect(quotesBehind({ ...where, codeId: 2, rollup: false, group: null })).toHaveLength(2);
    expect(quotesBehind({ ...where, codeId: 2, rollup: false, group: 'elsewhere' })).toEqual([]);
    expect(quotesBehind({ ...where, codeId: 77, rollup: true })).toEqual([]);
  });

  it('show a pair from the first to the last of two ranges, as the turn, or as the interview', () => {
    const pair = { ...where, a: 1, b: 2, level: 'code' as const };
    const [a, first, second] = [
      { start: 10, end: 50 },
      { start: 5, end: 12 },
      { start: 60, end: 70 },
    ];
    expect(placesBehind({ ...pair, rule: 'overlap' })).toEqual([
      { interviewId: 1, unit: { start: 5, end: 50 }, a: [a], b: [first] },
    ]);
    expect(placesBehind({ ...pair, rule: 'turn' })).toEqual([
      { interviewId: 1, unit: { start: 0, end: 40 }, a: [a], b: [first] },
      { interviewId: 1, unit: { start: 41, end: 90 }, a: [a], b: [second] },
    ]);
    expect(placesBehind({ ...pair, rule: 'interview' })).toEqual([
      { interviewId: 1, unit: { start: 0, end: 90 }, a: [a], b: [first, second] },
    ]);
    expect(pairNumbers({ ...pair, rule: 'turn' })).toEqual({
      together: 2,
      interviews: 1,
      either: 1,
      c: 1 / 2,
      jaccardInterviews: 1,
    });
  });

  it('are as many as frequency says, for any project', () => {
    fc.assert(
      fc.property(project, coder, fc.boolean(), (drawn, coderId, rollup) => {
        const idOf = new Map(drawn.codes.map((code) => [code.path, code.id]));
        for (const row of frequency({ ...drawn, coderId, rollup, groups: [...GROUPS] }).rows) {
          const quotes = quotesBehind({ ...drawn, coderId, rollup, group: row.group, codeId: idOf.get(row.code) ?? -1 });
          expect(quotes).toHaveLength(row.quotes);
          expect(new Set(quotes.map((quote) => quote.interviewId)).size).toBe(row.interviews);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are as many as co-occurrence says, for any project, and each place holds both codes', () => {
    fc.assert(
      fc.property(project, coder, rule, level, (drawn, coderId, rule, level) => {
        const options = { coderId, rule, level };
        for (const { group, pairs } of cooccurrence({ ...drawn, ...options, groups: [...GROUPS] }).groups) {
          const listed = new Map(pairs.map((pair) => [`${pair.a}+${pair.b}`, pair]));
          const codes = level === 'code' ? drawn.codes : drawn.codes.filter((code) => code.parentId === null);
          for (const [at, a] of codes.entries()) {
            for (const b of codes.slice(at + 1)) {
              const query = { ...drawn, ...options, group, a: a.id, b: b.id };
              const places = placesBehind(query);
              const pair = listed.get(`${a.path}+${b.path}`);
              expect(places).toHaveLength(pair?.together ?? 0);
              if (pair) {
                const { together, interviews, c, jaccardInterviews } = pair;
                expect(pairNumbers(query)).toMatchObject({ together, interviews, c, jaccardInterviews });
              }
              for (const place of places) {
                for (const side of [place.a, place.b]) expect(side.some((range) => overlaps(range, place.unit))).toBe(true);
              }
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
