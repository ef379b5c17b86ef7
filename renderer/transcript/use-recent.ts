// Which codes were used lately, remembered in the project.

import { useCallback, useMemo, useRef } from 'react';
import { usePosition } from '../client/index.ts';
import { afterUse, keepExisting, NOTHING_RECENT, type Recent } from './recent.ts';

export type RecentHandle = {
  readonly recent: Recent;
  readonly used: (codeIds: readonly number[], again: boolean | null) => void;
};

export function useRecent(existing: ReadonlySet<number>): RecentHandle {
  const [kept, keep] = usePosition<Recent>('codes.recent', NOTHING_RECENT);
  const recent = useMemo(() => (existing.size === 0 ? kept : keepExisting(kept, existing)), [kept, existing]);
  const latest = useRef(recent);
  latest.current = recent;
  const used = useCallback(
    (codeIds: readonly number[], again: boolean | null) => keep(afterUse(latest.current, codeIds, again)),
    [keep],
  );
  return useMemo(() => ({ recent, used }), [recent, used]);
}
