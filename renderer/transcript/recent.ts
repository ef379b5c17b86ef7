// Which codes were used lately. Which digit a code has is kept in the project itself (`code.pin`): that is the person's choice.

const KEPT = 30;

/** `recent`: code ids, latest first. `last`: the codes that were put on the last range together. */
export type Recent = { readonly recent: readonly number[]; readonly last: readonly number[] };

export const NOTHING_RECENT: Recent = { recent: [], last: [] };

/** After codes were used. `again`: they came on the same range as the ones before, so they join them as "same codes as last time". */
export function afterUse(now: Recent, codeIds: readonly number[], again: boolean): Recent {
  const recent = [...new Set([...codeIds, ...now.recent])].slice(0, KEPT);
  return { recent, last: again ? [...new Set([...now.last, ...codeIds])] : [...codeIds] };
}

/** Without the codes that are gone from the codebook. */
export function keepExisting(now: Recent, ids: ReadonlySet<number>): Recent {
  const exists = (id: number) => ids.has(id);
  return { recent: now.recent.filter(exists), last: now.last.filter(exists) };
}
