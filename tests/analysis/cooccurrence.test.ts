// Co-occurrence: published values and worked examples first, then agreement with the naive second implementation, then growth.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cCoefficient, jaccard } from '../../src/analysis/coefficients.ts';
import { cooccurrence } from '../../src/analysis/cooccurrence.ts';
import type { CodeRow, CodingRow, CooccurrenceRule, InterviewRow } from '../../src/domain/analysis.ts';
import { naiveCooccurrence } from './naive.ts';
import { coder, GROUPS, level, project, rule } from './projects.ts';

const codes: CodeRow[] = [
  { id: 1, parentId: null, path: 'A' },
  { id: 2, parentId: null, path: 'B' },
  { id: 3, parentId: 2, path: 'B / b' },
];
const interview = (id: number, ...groups: string[]): InterviewRow => ({
  id,
  name: `I${id}`,
  groups,
  wordStarts: [],
  turns: [
    { start: 0, end: 49 },
    { start: 50, end: 100 },
  ],
});
const coding = (interviewId: number, codeId: number, start: number, end: number): CodingRow => ({
  interviewId,
  codeId,
  start,
  end,
  coderId: 1,
});
const interviews = [interview(1, 'x'), interview(2, 'x'), interview(3, 'x', 'y')];
const ask = (codings: CodingRow[], rule: CooccurrenceRule, level: 'code' | 'theme' = 'code', groups = ['x']) =>
  cooccurrence({ interviews, codes, codings, groups, rule, level }).groups;

describe('the coefficients', () => {
  it('c reproduces the published 100, 10, 5 → 0.048', () => {
    expect(cCoefficient(100, 10, 5)).toBeCloseTo(0.048, 3);
    expect(cCoefficient(100, 10, 5)).toBe(5 / 105);
    expect(cCoefficient(3, 4, 0)).toBe(0);
  });

  it('Jaccard of nothing is 0', () => {
    expect(jaccard(0, 0)).toBe(0);
    expect(jaccard(11, 28)).toBeCloseTo(0.393, 3);
  });
});

describe('co-occurrence', () => {
  it('does not clamp c: one long A over three short B gives 3', () => {
    const codings = [coding(1, 1, 0, 100), coding(1, 2, 0, 10), coding(1, 2, 20, 30), coding(1, 2, 40, 50)];
    expect(ask(codings, 'overlap')).toEqual([
      { group: 'x', interviews: 3, pairs: [{ a: 'A', b: 'B', together: 3, interviews: 1, c: 3, jaccardInterviews: 1 }] },
    ]);
  });

  it('merges first, so a code twice on the same words is one quote and the denominator stays positive', () => {
    const codings = [coding(1, 1, 0, 100), coding(1, 1, 0, 90), coding(1, 2, 0, 10), coding(1, 2, 20, 30), coding(1, 2, 40, 50)];
    expect(ask(codings, 'overlap')[0]?.pairs[0]).toMatchObject({ together: 3, c: 3 });
  });

  it('touching is not overlapping, but can be the same turn', () => {
    const codings = [coding(1, 1, 0, 10), coding(1, 2, 10, 20), coding(2, 1, 60, 70)];
    expect(ask(codings, 'overlap')[0]?.pairs).toEqual([]);
    expect(ask(codings, 'turn')[0]?.pairs).toEqual([
      { a: 'A', b: 'B', together: 1, interviews: 1, c: 0, jaccardInterviews: 0.5 },
    ]);
  });

  it('counts a range over two turns in both', () => {
    const codings = [coding(1, 1, 40, 60), coding(1, 2, 0, 5), coding(1, 2, 95, 99)];
    expect(ask(codings, 'turn')[0]?.pairs[0]).toMatchObject({ together: 2, interviews: 1, c: 0 });
  });

  it('keeps c on overlaps and Jaccard on presence, whatever the rule', () => {
    const codings = [coding(1, 1, 0, 10), coding(1, 2, 5, 15), coding(2, 1, 0, 10), coding(2, 2, 80, 90), coding(3, 1, 0, 10)];
    const pair = (rule: CooccurrenceRule) => ask(codings, rule)[0]?.pairs[0];
    expect(pair('overlap')).toMatchObject({ together: 1, interviews: 1, c: 1 / 4, jaccardInterviews: 2 / 3 });
    expect(pair('turn')).toMatchObject({ together: 1, interviews: 1, c: 1 / 4, jaccardInterviews: 2 / 3 });
    expect(pair('interview')).toMatchObject({ together: 2, interviews: 2, c: 1 / 4, jaccardInterviews: 2 / 3 });
  });

  it('rolls codes up to their theme before merging', () => {
    const codings = [coding(1, 1, 0, 30), coding(1, 2, 0, 10), coding(1, 3, 5, 20)];
    expect(ask(codings, 'overlap', 'code')[0]?.pairs.map((pair) => [pair.a, pair.b])).toEqual([
      ['A', 'B'],
      ['A', 'B / b'],
      ['B', 'B / b'],
    ]);
    expect(ask(codings, 'overlap', 'theme')[0]?.pairs).toEqual([
      { a: 'A', b: 'B', together: 1, interviews: 1, c: 1, jaccardInterviews: 1 },
    ]);
  });

  it('gives every group in the order asked, also without pairs, and an interview in each of its groups', () => {
    const codings = [coding(3, 1, 0, 10), coding(3, 2, 0, 10)];
    const groups = ask(codings, 'overlap', 'code', ['z', 'y', 'x']);
    expect(groups.map((group) => [group.group, group.interviews, group.pairs.length])).toEqual([
      ['z', 0, 0],
      ['y', 1, 1],
      ['x', 3, 1],
    ]);
  });

  it('lists the strongest first, and equal ones in codebook order', () => {
    const codings = [coding(1, 2, 0, 10), coding(1, 3, 0, 10), coding(1, 1, 5, 8), coding(2, 1, 0, 10), coding(2, 3, 0, 10)];
    expect(ask(codings, 'overlap')[0]?.pairs.map((pair) => `${pair.a}+${pair.b}`)).toEqual(['A+B / b', 'A+B', 'B+B / b']);
  });

  it('answers for a project without anything', () => {
    expect(cooccurrence({ interviews: [], codes: [], codings: [], groups: [], rule: 'turn', level: 'theme' })).toEqual({
      rule: 'turn',
      groups: [],
    });
  });

  it('agrees with the naive count for any project', () => {
    fc.assert(
      fc.property(project, coder, rule, level, (drawn, coderId, rule, level) => {
        const options = { groups: [...GROUPS], coderId, rule, level };
        expect(cooccurrence({ ...drawn, ...options })).toEqual(naiveCooccurrence(drawn, options));
      }),
      { numRuns: 200 },
    );
  });

  it('grows with the number of codings, not with its square', () => {
    const small = fastest(() => ask(spread(2_000), 'overlap'));
    const large = fastest(() => ask(spread(16_000), 'overlap'));
    // 8 times the codings in one interview; comparing each with each would take 64 times as long.
    expect(large / small).toBeLessThan(30);
  });
});

/** Codings at the same density in one ever longer interview. */
function spread(count: number): CodingRow[] {
  return Array.from({ length: count }, (_, at) => coding(1, (at % 3) + 1, at * 7, at * 7 + 9 + (at % 5)));
}

function fastest(work: () => void): number {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
