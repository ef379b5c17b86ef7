// The ranges that every number rests on: per code and interview, the codings merged where they overlap. Touching ranges stay
// apart, all coders count together unless one is asked for, and a range without text counts for nothing.

import type { CodeRow, CodingRow } from '../domain/analysis.ts';
import { mergeRanges, type TextRange } from '../domain/text.ts';

/** For which codes a coding counts: its own, its own and those above it, or only its theme. */
export type CountsFor = 'own' | 'rollup' | 'theme';

/** Merged ranges, ascending, by code id and then interview id. A code or interview without ranges has no entry. */
export type Merged = ReadonlyMap<number, ReadonlyMap<number, readonly TextRange[]>>;

export type CodingQuery = {
  readonly codes: readonly CodeRow[];
  readonly codings: readonly CodingRow[];
  readonly coderId?: number | null;
};

/** `only` leaves out every other code, for who asks about one. */
export function mergeCodings(query: CodingQuery, countsFor: CountsFor, only?: ReadonlySet<number>): Merged {
  const targets = countingCodes(query.codes, countsFor, only);
  const gathered = new Map<number, Map<number, TextRange[]>>();
  for (const coding of query.codings) {
    if (coding.start >= coding.end) continue;
    if (query.coderId != null && coding.coderId !== query.coderId) continue;
    for (const codeId of targets.get(coding.codeId) ?? []) gather(gathered, codeId, coding);
  }
  for (const byInterview of gathered.values()) {
    for (const [interviewId, ranges] of byInterview) byInterview.set(interviewId, mergeRanges(ranges));
  }
  return gathered;
}

/** The codes that have no parent among the codes given: the themes, in codebook order. */
export function themesOf(codes: readonly CodeRow[]): CodeRow[] {
  const ids = new Set(codes.map((code) => code.id));
  return codes.filter((code) => code.parentId === null || !ids.has(code.parentId));
}

function gather(gathered: Map<number, Map<number, TextRange[]>>, codeId: number, coding: CodingRow): void {
  const byInterview = gathered.get(codeId) ?? new Map<number, TextRange[]>();
  gathered.set(codeId, byInterview);
  const ranges = byInterview.get(coding.interviewId);
  if (ranges) ranges.push(coding);
  else byInterview.set(coding.interviewId, [coding]);
}

function countingCodes(
  codes: readonly CodeRow[],
  countsFor: CountsFor,
  only: ReadonlySet<number> | undefined,
): Map<number, readonly number[]> {
  const parents = new Map(codes.map((code) => [code.id, code.parentId]));
  return new Map(
    codes.map(({ id }) => {
      const line = lineage(parents, id);
      const counted = countsFor === 'own' ? [id] : countsFor === 'rollup' ? line : line.slice(-1);
      return [id, only ? counted.filter((code) => only.has(code)) : counted];
    }),
  );
}

/** A code and all above it, up to its theme. */
function lineage(parents: ReadonlyMap<number, number | null>, id: number): number[] {
  const line: number[] = [];
  let at: number | null = id;
  while (at !== null && parents.has(at) && !line.includes(at)) {
    line.push(at);
    at = parents.get(at) ?? null;
  }
  return line;
}
