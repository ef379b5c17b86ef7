// Which codes were used lately, and which digit each has. A digit stays with its code as long as it can, so that fingers may learn it.

export const DIGITS = 9;
const KEPT = 30;

/** `recent`: code ids, latest first. `pins`: the code of digits 1–9, 0 where none is. `last`: the codes that were put on the last range together. */
export type Recent = { readonly recent: readonly number[]; readonly pins: readonly number[]; readonly last: readonly number[] };

export const NOTHING_RECENT: Recent = { recent: [], pins: [], last: [] };

/**
 * After codes were used. A code without a digit gets the first free one; when all are taken, that of the code used longest ago.
 * `again`: they came on the same range as the ones before, so they join them as "same codes as last time".
 */
export function afterUse(now: Recent, codeIds: readonly number[], again: boolean): Recent {
  const recent = [...new Set([...codeIds, ...now.recent])].slice(0, KEPT);
  let pins = [...now.pins];
  for (const id of codeIds) pins = pin(pins, id, recent);
  const last = again ? [...new Set([...now.last, ...codeIds])] : [...codeIds];
  return { recent, pins, last };
}

/** Without the codes that are gone from the codebook; their digits come free. */
export function keepExisting(now: Recent, ids: ReadonlySet<number>): Recent {
  const exists = (id: number) => ids.has(id);
  return { recent: now.recent.filter(exists), pins: now.pins.map((id) => (exists(id) ? id : 0)), last: now.last.filter(exists) };
}

/** The digit of a code, or null. */
export function digitOf(now: Recent, codeId: number): number | null {
  const at = now.pins.indexOf(codeId);
  return at < 0 ? null : at + 1;
}

function pin(pins: readonly number[], id: number, recent: readonly number[]): number[] {
  if (pins.includes(id)) return [...pins];
  const free = pins.indexOf(0);
  if (free >= 0) return pins.with(free, id);
  if (pins.length < DIGITS) return [...pins, id];
  const age = (code: number) => (recent.includes(code) ? recent.indexOf(code) : KEPT);
  const oldest = pins.reduce((old, code, at) => (age(code) > age(pins[old] ?? 0) ? at : old), 0);
  return pins.with(oldest, id);
}
