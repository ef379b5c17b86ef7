// What the lists of interviews and codes count: per interview its codings and quotes by code, and their sums per code.

import type { CodingRow } from '../domain/analysis.ts';
import type { Code } from '../domain/code.ts';
import { mergeCodings } from './merged.ts';

export type Tree = readonly Pick<Code, 'id' | 'parentId'>[];

/** Of one interview. */
export type CodingTally = {
  readonly codings: number;
  /** Codings whose text is gone. */
  readonly toCheck: number;
  /** Codings by code, of the very code only. */
  readonly own: ReadonlyMap<number, number>;
  /** Quotes by code, with those of the codes below it: its ranges, merged where they overlap. */
  readonly quotes: ReadonlyMap<number, number>;
};

/** Of one code over all interviews: its own codings; and with those of the codes below it, in how many interviews, and how many quotes. */
export type CodeTotal = { readonly codings: number; readonly interviews: number; readonly quotes: number };

export const NO_TOTAL: CodeTotal = { codings: 0, interviews: 0, quotes: 0 };

/** By interview, for each of `interviewIds`. `codes`: the whole codebook; `codings`: all of these interviews, also without text. */
export function tallyCodings(
  codes: Tree,
  codings: readonly CodingRow[],
  interviewIds: readonly number[],
): Map<number, CodingTally> {
  const quotes = quotesByInterview(codes, codings);
  const byInterview = Map.groupBy(codings, (coding) => coding.interviewId);
  return new Map(
    interviewIds.map((id) => {
      const rows = byInterview.get(id) ?? [];
      const toCheck = rows.filter((row) => row.start === row.end).length;
      return [id, { codings: rows.length, toCheck, own: countByCode(rows), quotes: quotes.get(id) ?? new Map() }];
    }),
  );
}

/** By code id; a code that is nowhere has no entry. */
export function totalByCode(tallies: readonly Pick<CodingTally, 'own' | 'quotes'>[]): Map<number, CodeTotal> {
  const totals = new Map<number, { codings: number; interviews: number; quotes: number }>();
  const totalOf = (codeId: number) => {
    const known = totals.get(codeId) ?? { ...NO_TOTAL };
    totals.set(codeId, known);
    return known;
  };
  for (const { own, quotes } of tallies) {
    for (const [codeId, n] of own) totalOf(codeId).codings += n;
    for (const [codeId, n] of quotes) {
      const known = totalOf(codeId);
      known.quotes += n;
      known.interviews += 1;
    }
  }
  return totals;
}

function countByCode(rows: readonly CodingRow[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { codeId } of rows) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  return counts;
}

function quotesByInterview(codes: Tree, codings: readonly CodingRow[]): Map<number, Map<number, number>> {
  const merged = mergeCodings({ codes: codes.map(({ id, parentId }) => ({ id, parentId, path: '' })), codings }, 'rollup');
  const counts = new Map<number, Map<number, number>>();
  for (const [codeId, byInterview] of merged) {
    for (const [interviewId, ranges] of byInterview) {
      const own = counts.get(interviewId) ?? new Map<number, number>();
      counts.set(interviewId, own.set(codeId, ranges.length));
    }
  }
  return counts;
}
