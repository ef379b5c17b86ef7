// Which codes are folded shut, remembered in the project.

import { useMemo } from 'react';
import { usePosition } from '../client/index.ts';
import type { Codebook } from './use-codebook.ts';

export type Closed = {
  readonly ids: ReadonlySet<number>;
  readonly set: (id: number, closed: boolean) => void;
  readonly open: (ids: readonly number[]) => void;
  readonly openAll: () => void;
  readonly closeAll: () => void;
};

export function useClosed(codebook: Codebook): Closed {
  const [kept, keep] = usePosition<readonly number[]>('codebook.closed', []);
  return useMemo(() => {
    const ids = new Set(kept);
    return {
      ids,
      set: (id, closed) => keep(closed ? [...new Set(kept).add(id)] : kept.filter((other) => other !== id)),
      open: (opened) => keep(kept.filter((id) => !opened.includes(id))),
      openAll: () => keep([]),
      closeAll: () => keep(codebook.codes.filter((code) => codebook.childrenOf(code.id).length > 0).map((code) => code.id)),
    };
  }, [kept, keep, codebook]);
}
