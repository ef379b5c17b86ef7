// From the answers of the core to heat maps and tables of pairs: themes in an order, per group the interviews each occurs in. Pure.

import type { HeatmapCode, HeatmapInput } from '../../src/charts/heatmap-marks.ts';
import { similarityMatrix, similarityOrder } from '../../src/charts/order.ts';
import type { CodeRow } from '../../src/contract/code.ts';
import type { Output } from '../../src/contract/index.ts';
import { toChartCode } from './frequency-input.ts';
import { ALL, type CooccurrenceScope, type Measure } from './scope.ts';

export type CooccurrenceAnswer = Output<'analysis.cooccurrence'>;
export type Group = CooccurrenceAnswer['groups'][number];
export type Pair = Group['pairs'][number];
type FrequencyAnswer = Output<'analysis.frequency'>;

/** The answers behind the screen: of all interviews together, and per group. */
export type Answers = {
  readonly all: CooccurrenceAnswer;
  readonly grouped: CooccurrenceAnswer;
  readonly allCounts: FrequencyAnswer;
  readonly groupedCounts: FrequencyAnswer;
};

/** Interviews in all, and the pairs: what `all` says as its only group. */
export function wholeOf({ all }: Pick<Answers, 'all'>): Group {
  return { ...(all.groups[0] ?? { interviews: 0, pairs: [] }), group: ALL };
}

/** The groups to show beside the whole; one group is the same as all and is not repeated. */
export function groupsOf({ grouped }: Pick<Answers, 'grouped'>, by: string): readonly Group[] {
  return by === 'all' || grouped.groups.length < 2 ? [] : grouped.groups;
}

/** The themes that occur at all, in the order of the sentence. */
export function orderThemes(codes: readonly CodeRow[], answers: Answers, { order, rule, measure }: CooccurrenceScope): CodeRow[] {
  const counts = countsOf(answers.allCounts);
  const themes = codes.filter((code) => code.depth === 0 && (counts.get(code.path) ?? 0) > 0);
  if (order === 'codebook') return themes;
  if (order === 'count') return themes.toSorted((a, b) => (counts.get(b.path) ?? 0) - (counts.get(a.path) ?? 0));
  const matrix = similarityMatrix(
    themes.map((theme) => theme.path),
    wholeOf(answers).pairs,
    (pair) => (rule === 'interview' ? pair.jaccardInterviews : pair[measure]),
  );
  return similarityOrder(matrix).flatMap((at) => themes[at] ?? []);
}

/** One heat map: the whole (ALL) or one group, with the interviews in it that each theme occurs in. */
export function toHeatmapInput(
  themes: readonly CodeRow[],
  answers: Answers,
  group: Group,
  label: (code: CodeRow) => string,
): HeatmapInput {
  const counts = group.group === ALL ? countsOf(answers.allCounts) : countsOf(answers.groupedCounts, group.group);
  const codes = themes.map((theme): HeatmapCode => ({ ...toChartCode(theme, label), interviews: counts.get(theme.path) ?? 0 }));
  return { group: group.group, codes, pairs: group.pairs };
}

function countsOf(answer: FrequencyAnswer, group?: string): Map<string, number> {
  return new Map(
    answer.rows.filter((row) => group === undefined || row.group === group).map((row) => [row.code, row.interviews]),
  );
}

export function pairOf(group: Group, a: string, b: string): Pair | undefined {
  return group.pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
}

export type PairRow = Pair & { readonly group: string };

/** The rows of the table: the whole first, then each group; within them as ordered by the sentence. */
export function tableRows(
  groups: readonly Group[],
  codes: readonly CodeRow[],
  { order, measure }: Pick<CooccurrenceScope, 'order' | 'measure'>,
): PairRow[] {
  const place = new Map(codes.map((code, at) => [code.path, at]));
  const at = (pair: Pair) => (place.get(pair.a) ?? 0) * codes.length + (place.get(pair.b) ?? 0);
  const compare = (x: Pair, y: Pair): number => {
    if (order === 'codebook') return at(x) - at(y);
    if (order === 'similar') return y.c - x.c || y.jaccardInterviews - x.jaccardInterviews;
    return y[measure] - x[measure] || y.together - x.together;
  };
  return groups.flatMap((group) => group.pairs.toSorted(compare).map((pair) => ({ ...pair, group: group.group })));
}

/** What the number in a cell counts, of a pair that may not occur. */
export function countIn(pair: Pair | undefined, measure: Measure): number {
  return pair?.[measure] ?? 0;
}

/** The key of a cell, for the focus; the two codes in either order. */
export function pairKey(a: string, b: string, group: string): string {
  const [first, second] = a < b ? [a, b] : [b, a];
  return `pair ${group} ${first} + ${second}`;
}
