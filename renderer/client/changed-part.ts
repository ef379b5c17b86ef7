// Where two lists differ that share most of their objects: of thousands of codings one came, and only its neighbourhood has to be looked at.

/** What lies between the same objects at the begin and the same objects at the end of both lists. */
export type ChangedPart<T> = { readonly from: number; readonly old: readonly T[]; readonly now: readonly T[] };

export function changedPart<T>(before: readonly T[], after: readonly T[]): ChangedPart<T> {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < most - from && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { from, old: before.slice(from, before.length - tail), now: after.slice(from, after.length - tail) };
}
