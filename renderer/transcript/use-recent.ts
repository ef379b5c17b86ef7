// Which codes were used lately, remembered in the project.

import { useMemo, useRef } from 'react';
import { usePosition } from '../client/index.ts';
import { afterUse, keepExisting, NOTHING_RECENT, type Recent } from './recent.ts';

export type RecentHandle = {
  readonly recent: Recent;
  readonly used: (codeIds: readonly number[], again: boolean | null) => void;
  /** A code that is being made: who asks for the last one by then means this one. */
  readonly coming: (made: Promise<unknown>) => void;
  /** What was used last, once a code that is being made is there. */
  readonly settled: () => Promise<Recent>;
};

export function useRecent(existing: ReadonlySet<number>): RecentHandle {
  const [kept, keep] = usePosition<Recent>('codes.recent', NOTHING_RECENT);
  // A code that was just made is not in the list of codes yet.
  const made = useRef(new Set<number>());
  const recent = useMemo(() => {
    for (const id of existing) made.current.delete(id);
    return existing.size === 0 ? kept : keepExisting(kept, existing.union(made.current));
  }, [kept, existing]);
  const latest = useRef(recent);
  latest.current = recent;
  const known = useRef(existing);
  known.current = existing;
  const making = useRef<Promise<unknown>>(Promise.resolve());
  const acts = useMemo(
    () => ({
      used: (codeIds: readonly number[], again: boolean | null) => {
        for (const id of codeIds) if (!known.current.has(id)) made.current.add(id);
        latest.current = afterUse(latest.current, codeIds, again);
        keep(latest.current);
      },
      coming: (doing: Promise<unknown>) => {
        making.current = doing;
      },
      settled: async () => {
        await making.current;
        return latest.current;
      },
    }),
    [keep],
  );
  return useMemo(() => ({ recent, ...acts }), [recent, acts]);
}
