// The way to the list of fragments from other screens: with a code, two codes together, or a whole question.

import type { Input } from '../../src/contract/index.ts';
import type { Route } from '../shell/route.ts';
import { EVERYTHING, formatQuery, type Query } from './query.ts';

type FragmentsRoute = Extract<Route, { view: 'fragments' }>;

export function fragmentsRoute(query: Partial<Query>): FragmentsRoute {
  return { view: 'fragments', query: formatQuery({ ...EVERYTHING, ...query }) };
}

type Behind = Pick<Input<'analysis.quotes'>, 'by' | 'group' | 'sets' | 'coder'>;

/** The quotes behind a number of an analysis, or of two codes that overlap. */
export function fragmentsBehind(asked: Behind, codeIds: readonly number[], withSubcodes: boolean): FragmentsRoute {
  const { by = 'all', group = null, sets = [], coder = '' } = asked;
  const inGroup = group === null || by === 'all' ? null : group;
  return fragmentsRoute({
    all: codeIds,
    withSubcodes,
    coder,
    sets: inGroup !== null && by === 'set' ? [inGroup] : sets,
    ...(inGroup === null || by === 'set'
      ? {}
      : by === 'city'
        ? { cities: [inGroup] }
        : { attributes: [{ name: by, values: [inGroup] }] }),
  });
}
