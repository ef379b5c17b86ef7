// What an analysis screen asks: the words of its sentence, as they are remembered, and the questions to the core that follow from
// them. Pure.

import type { FrequencyUnit } from '../../src/charts/frequency-data.ts';
import type { Input, Output } from '../../src/contract/index.ts';

/** The column of all interviews. Groups may be called anything, so it is no word. */
export const ALL = '*';

type Rule = Output<'analysis.cooccurrence'>['rule'];
export type Measure = 'interviews' | 'together';

/** What both screens share. `sets` [] is all sets, `coder` '' all coders; `by` is `set`, `city`, `all` or an attribute. */
export type SharedScope = { readonly by: string; readonly sets: readonly string[]; readonly coder: string };

export type FrequencyScope = SharedScope & {
  readonly what: 'themes' | 'codes';
  readonly rollup: boolean;
  readonly unit: FrequencyUnit;
  /** A group, ALL, or '' for the order of the codebook. */
  readonly order: string;
  readonly table: boolean;
  /** The mark that the thread hangs from; code '' is none. */
  readonly code: string;
  readonly group: string;
  readonly open: boolean;
};

export const FREQUENCY_SCOPE: FrequencyScope = {
  by: 'set',
  sets: [],
  coder: '',
  what: 'themes',
  rollup: true,
  unit: 'interviews',
  order: ALL,
  table: false,
  code: '',
  group: ALL,
  open: true,
};

export type PairOrder = 'similar' | 'count' | 'codebook';
export type CooccurrenceScope = SharedScope & {
  readonly rule: Rule;
  readonly level: 'theme' | 'code';
  readonly measure: Measure;
  readonly order: PairOrder;
  readonly table: boolean;
  /** The pair that the thread hangs from; equal on the stairs, '' is none. */
  readonly a: string;
  readonly b: string;
  readonly group: string;
  readonly open: boolean;
};

export const COOCCURRENCE_SCOPE: CooccurrenceScope = {
  by: 'set',
  sets: [],
  coder: '',
  rule: 'overlap',
  level: 'theme',
  measure: 'interviews',
  order: 'similar',
  table: false,
  a: '',
  b: '',
  group: ALL,
  open: true,
};

/** The sets and the coder of a question. */
export function where({ sets, coder }: SharedScope): { sets?: string[]; coder?: string } {
  return { ...(sets.length > 0 ? { sets: [...sets] } : {}), ...(coder === '' ? {} : { coder }) };
}

export function frequencyInput(scope: FrequencyScope, by: string): Input<'analysis.frequency'> {
  return { ...where(scope), by, rollup: scope.rollup };
}

export function quotesInput(scope: FrequencyScope): Input<'analysis.quotes'> {
  return { ...where(scope), ...groupOf(scope), code: scope.code, rollup: scope.rollup };
}

export function cooccurrenceInput(scope: CooccurrenceScope, by: string): Input<'analysis.cooccurrence'> {
  return { ...where(scope), by, rule: scope.rule, level: scope.level };
}

export function pairsInput(scope: CooccurrenceScope): Input<'analysis.pairs'> {
  return { ...where(scope), ...groupOf(scope), a: scope.a, b: scope.b, rule: scope.rule, level: scope.level };
}

/** The quotes of one theme or code on the stairs of the heat map. */
export function ownQuotesInput(scope: CooccurrenceScope): Input<'analysis.quotes'> {
  return { ...where(scope), ...groupOf(scope), code: scope.a, rollup: scope.level === 'theme' };
}

function groupOf({ by, group }: SharedScope & { readonly group: string }): { by: string; group: string | null } {
  return group === ALL ? { by: 'all', group: null } : { by, group };
}

/** The sets after one more or less was chosen, in the order of the project; none and all of them are both []. */
export function toggleSet(all: readonly string[], chosen: readonly string[], name: string): string[] {
  const now = new Set(chosen);
  if (now.has(name)) now.delete(name);
  else now.add(name);
  const kept = all.filter((set) => now.has(set));
  return kept.length === all.length ? [] : kept;
}

/** Other groups: what was looked at in one of them is looked at in all interviews. */
export function anew(change: { readonly by?: string }): { readonly group?: string } {
  return change.by === undefined ? {} : { group: ALL };
}

/** A scope whose remembered names are still there; what has gone falls back to the whole. */
export function onlyKnown<S extends SharedScope>(
  scope: S,
  known: { readonly sets: readonly string[]; readonly by: readonly string[]; readonly coders: readonly string[] },
): S {
  return {
    ...scope,
    sets: scope.sets.filter((name) => known.sets.includes(name)),
    by: known.by.includes(scope.by) ? scope.by : 'set',
    coder: known.coders.includes(scope.coder) ? scope.coder : '',
  };
}
