// The hits of what is searched in the open interview, and which of them is looked at.

import { useCallback, useMemo, useState } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { findAll, foldWithOffsets } from './fold.ts';

export type FindHandle = {
  readonly query: string;
  readonly hits: readonly TextRange[];
  /** The place of the current hit among them, from 0. */
  readonly at: number;
  readonly current: TextRange | null;
  readonly setQuery: (query: string) => void;
  readonly step: (by: 1 | -1) => void;
};

/** `from`: where the person is, so that the first hit is the next one from there. `onHit` is told of each hit that is looked at. */
export function useFind(text: string, open: boolean, from: number, onHit: (hit: TextRange) => void): FindHandle {
  const [query, setText] = useState('');
  const [at, setAt] = useState(0);
  const folded = useMemo(() => (open ? foldWithOffsets(text) : null), [text, open]);
  const hits = useMemo(() => (folded ? findAll(folded, text, query) : []), [folded, text, query]);
  const now = hits.length === 0 ? -1 : Math.min(at, hits.length - 1);
  const show = (index: number) => {
    setAt(index);
    const hit = hits[index];
    if (hit) onHit(hit);
  };
  const setQuery = useCallback(
    (next: string) => {
      setText(next);
      const found = folded ? findAll(folded, text, next) : [];
      const first = Math.max(
        0,
        found.findIndex((hit) => hit.start >= from),
      );
      setAt(first);
      const hit = found[first];
      if (hit) onHit(hit);
    },
    [folded, text, from, onHit],
  );
  return {
    query,
    hits,
    at: now,
    current: hits[now] ?? null,
    setQuery,
    step: (by) => show((now + by + hits.length) % Math.max(1, hits.length)),
  };
}
