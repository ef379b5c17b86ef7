// Which codes were used lately, remembered in the project.

import { useMemo, useRef } from 'react';
import { usePosition } from '../client/index.ts';
import { afterUse, keepExisting, NOTHING_RECENT, type Recent } from './recent.ts';

export type RecentHandle = {
  readonly recent: Recent;
  /** Codes are used now, which are known a little later: a new code takes a moment to be made. To be called with them, or with null when nothing came of it. */
  readonly using: (again: boolean) => (codeIds: readonly number[] | null) => void;
  /** What was used last, once all that is being used by now is known. */
  readonly settled: () => Promise<Recent>;
};

/** `codeIds` null: not known yet. */
type Use = { codeIds: readonly number[] | null; readonly again: boolean };

export function useRecent(existing: ReadonlySet<number>): RecentHandle {
  const [kept, keep] = usePosition<Recent>('codes.recent', NOTHING_RECENT);
  // A code that was just made is not in the list of codes yet.
  const made = useRef(new Set<number>());
  const recent = useMemo(() => {
    for (const id of existing) made.current.delete(id);
    return existing.size === 0 ? kept : keepExisting(kept, existing.union(made.current));
  }, [kept, existing]);
  const latest = useRef(recent);
  const shown = useRef(recent);
  if (shown.current !== recent) latest.current = recent;
  shown.current = recent;
  const known = useRef(existing);
  known.current = existing;
  // What was used, in the order of the keys, from the first that is not known yet on; and what was there before those.
  const uses = useRef<Use[]>([]);
  const before = useRef(recent);
  const coming = useRef(new Set<Promise<void>>());
  const acts = useMemo(
    () => ({
      using: (again: boolean) => {
        if (uses.current.length === 0) before.current = latest.current;
        const use: Use = { codeIds: null, again };
        uses.current.push(use);
        const { promise, resolve } = Promise.withResolvers<void>();
        coming.current.add(promise);
        return (codeIds: readonly number[] | null) => {
          use.codeIds = codeIds ?? [];
          for (const id of use.codeIds) if (!known.current.has(id)) made.current.add(id);
          for (let first = uses.current[0]; first?.codeIds; first = uses.current[0]) {
            before.current = afterAll(before.current, [first]);
            uses.current.shift();
          }
          latest.current = afterAll(before.current, uses.current);
          if (codeIds) keep(latest.current);
          coming.current.delete(promise);
          resolve();
        };
      },
      settled: async () => {
        await Promise.all(coming.current);
        return latest.current;
      },
    }),
    [keep],
  );
  return useMemo(() => ({ recent, ...acts }), [recent, acts]);
}

function afterAll(before: Recent, uses: readonly Use[]): Recent {
  return uses.reduce((now, { codeIds, again }) => (codeIds?.length ? afterUse(now, codeIds, again) : now), before);
}
