// The quotes behind a number: what a mark in a chart opens. As many as the number says (a property test holds them to it).

import type { CooccurrenceRule, InterviewRow, PairPlace, QuoteRange } from '../domain/analysis.ts';
import { overlaps, type TextRange } from '../domain/text.ts';
import { cCoefficient, jaccard } from './coefficients.ts';
import type { CooccurrenceLevel } from './cooccurrence.ts';
import { interviewsIn } from './groups.ts';
import { type CodingQuery, mergeCodings } from './merged.ts';

/** `group` null: all interviews given. */
type Where = CodingQuery & { readonly interviews: readonly InterviewRow[]; readonly group: string | null };

export type QuotesQuery = Where & { readonly codeId: number; readonly rollup: boolean };

/** The merged ranges of a code, in the order of the interviews and then of the text: as many as `quotes` of `frequency`. */
export function quotesBehind(query: QuotesQuery): QuoteRange[] {
  const { codeId } = query;
  const merged = mergeCodings(query, query.rollup ? 'rollup' : 'own', new Set([codeId])).get(codeId);
  return interviewsIn(query.interviews, query.group).flatMap(({ id }) =>
    (merged?.get(id) ?? []).map(({ start, end }) => ({ interviewId: id, codeId, start, end })),
  );
}

export type PairQuery = Where & {
  readonly a: number;
  readonly b: number;
  readonly rule: CooccurrenceRule;
  readonly level: CooccurrenceLevel;
};

/**
 * The places where two codes go together, in the order of the interviews and then of the text: as many as `together` of
 * `cooccurrence`. `unit` is what to show: from the first to the last of two overlapping ranges, the turn, or the interview.
 */
export function placesBehind(query: PairQuery): PairPlace[] {
  return codedWithPair(query).flatMap(({ interview, a, b }) =>
    a.length === 0 || b.length === 0 ? [] : placesIn(interview, a, b, query.rule),
  );
}

/** The numbers of one pair, as `cooccurrence` gives them, and `either`: the interviews with one of the two or both. */
export type PairNumbers = {
  readonly together: number;
  readonly interviews: number;
  readonly either: number;
  readonly c: number;
  readonly jaccardInterviews: number;
};

export function pairNumbers(query: PairQuery): PairNumbers {
  const coded = codedWithPair(query);
  const places = placesBehind(query);
  const either = coded.filter(({ a, b }) => a.length + b.length > 0).length;
  const both = coded.filter(({ a, b }) => a.length > 0 && b.length > 0).length;
  const n1 = coded.reduce((sum, { a }) => sum + a.length, 0);
  const n2 = coded.reduce((sum, { b }) => sum + b.length, 0);
  const n12 = coded.reduce((sum, { a, b }) => sum + overlappingPairs(a, b).length, 0);
  return {
    together: places.length,
    interviews: new Set(places.map((place) => place.interviewId)).size,
    either,
    c: cCoefficient(n1, n2, n12),
    jaccardInterviews: jaccard(both, either),
  };
}

type CodedWithPair = { readonly interview: InterviewRow; readonly a: readonly TextRange[]; readonly b: readonly TextRange[] };

function codedWithPair(query: PairQuery): CodedWithPair[] {
  const merged = mergeCodings(query, query.level === 'theme' ? 'theme' : 'own', new Set([query.a, query.b]));
  const of = (codeId: number, interviewId: number) => merged.get(codeId)?.get(interviewId) ?? [];
  return interviewsIn(query.interviews, query.group).map((interview) => ({
    interview,
    a: of(query.a, interview.id),
    b: of(query.b, interview.id),
  }));
}

function placesIn(
  interview: InterviewRow,
  a: readonly TextRange[],
  b: readonly TextRange[],
  rule: CooccurrenceRule,
): PairPlace[] {
  const interviewId = interview.id;
  switch (rule) {
    case 'overlap':
      return overlappingPairs(a, b).map(([one, other]) => ({ interviewId, unit: hull([one, other]), a: [one], b: [other] }));
    case 'turn':
      return interview.turns.flatMap(({ start, end }) => {
        const unit = { start, end };
        const place = {
          interviewId,
          unit,
          a: a.filter((range) => overlaps(range, unit)),
          b: b.filter((range) => overlaps(range, unit)),
        };
        return place.a.length > 0 && place.b.length > 0 ? [place] : [];
      });
    case 'interview':
      return [{ interviewId, unit: { start: 0, end: hull([...interview.turns, ...a, ...b]).end }, a, b }];
  }
}

/** Both lists ascend and neither overlaps itself, so the one that ends first can be left behind. */
function overlappingPairs(a: readonly TextRange[], b: readonly TextRange[]): [TextRange, TextRange][] {
  const pairs: [TextRange, TextRange][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const one = a[i]!;
    const other = b[j]!;
    if (overlaps(one, other)) pairs.push([one, other]);
    if (one.end <= other.end) i++;
    else j++;
  }
  return pairs;
}

function hull(ranges: readonly TextRange[]): TextRange {
  return ranges.reduce((all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }), {
    start: Number.POSITIVE_INFINITY,
    end: 0,
  });
}
