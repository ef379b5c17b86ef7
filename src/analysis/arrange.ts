// The order of fragments and the groups they stand in. Pure.

import type { Fragment } from './retrieve.ts';

export type FragmentSort = 'place' | 'newest' | 'oldest' | 'length' | 'code';

/** Ranks say where an interview or a code stands among its like. */
export type Ranks = { readonly interview: (id: number) => number; readonly code: (id: number) => number };

/** Sorted; those that are equal in it stand by place. `fragments` as `retrieve` gives them: by place within an interview. A new list. */
export function sortFragments(fragments: readonly Fragment[], sort: FragmentSort, ranks: Ranks): Fragment[] {
  if (sort === 'place') return byPlace(fragments, ranks);
  const keyed = fragments.map((fragment) => ({
    fragment,
    key: sortKey(fragment, sort, ranks),
    place: ranks.interview(fragment.interviewId),
  }));
  keyed.sort(
    (a, b) =>
      (a.key < b.key ? -1 : a.key > b.key ? 1 : 0) ||
      a.place - b.place ||
      a.fragment.start - b.fragment.start ||
      a.fragment.end - b.fragment.end,
  );
  const sorted = keyed.map(({ fragment }) => fragment);
  return sort === 'newest' ? newestFirst(sorted) : sorted;
}

/** They come by place within each interview, so only the interviews have to be put in order. */
function byPlace(fragments: readonly Fragment[], ranks: Ranks): Fragment[] {
  const interviews = [...Map.groupBy(fragments, (fragment) => fragment.interviewId)];
  return interviews.sort(([a], [b]) => ranks.interview(a) - ranks.interview(b)).flatMap(([, own]) => own);
}

function sortKey(fragment: Fragment, sort: Exclude<FragmentSort, 'place'>, ranks: Ranks): number | string {
  switch (sort) {
    case 'newest':
    case 'oldest':
      return momentOf(fragment, sort);
    case 'length':
      return fragment.start - fragment.end;
    case 'code':
      return Math.min(...fragment.asked.map((coding) => ranks.code(coding.codeId)));
  }
}

/** When its last (newest) or first (oldest) coding was made. */
function momentOf({ asked }: Fragment, sort: 'newest' | 'oldest'): string {
  return asked.reduce((found, { at }) => (found === '' || (sort === 'newest' ? at > found : at < found) ? at : found), '');
}

/** Runs of one moment keep their order by place. */
function newestFirst(ascending: readonly Fragment[]): Fragment[] {
  return [...Map.groupBy(ascending, (fragment) => momentOf(fragment, 'newest')).values()].reverse().flat();
}

/** `at`: where it begins in the list of all groups one after the other. */
export type Grouped = { readonly key: string; readonly at: number; readonly fragments: readonly Fragment[] };

/** A fragment stands in each of its groups; a group without fragments is left out. `order` compares keys. */
export function groupFragments(
  fragments: readonly Fragment[],
  groupsOf: (fragment: Fragment) => Iterable<string>,
  order: (a: string, b: string) => number,
): Grouped[] {
  const groups = new Map<string, Fragment[]>();
  for (const fragment of fragments) {
    for (const key of new Set(groupsOf(fragment))) {
      const own = groups.get(key);
      if (own) own.push(fragment);
      else groups.set(key, [fragment]);
    }
  }
  let at = 0;
  return [...groups.keys()].sort(order).map((key) => {
    const own = groups.get(key) ?? [];
    const grouped = { key, at, fragments: own };
    at += own.length;
    return grouped;
  });
}
