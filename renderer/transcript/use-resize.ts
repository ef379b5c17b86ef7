// Moving the ends of a coding: shown while it moves, kept when it has come to rest, so that ten key presses are one step to undo.

import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import type { Mark, Page } from './model.ts';
import { outermostFirst } from './segments.ts';
import type { Codings } from './use-codings.ts';
import type { StageHandle } from './use-stage.ts';

const REST_MS = 700;

export type Resize = {
  /** The page with the moving ends where they are now. */
  readonly page: Page;
  readonly move: (id: number, range: TextRange) => void;
  /** Keeps it now. */
  readonly keep: () => void;
  /** Shows it, and keeps it when no more keys come. */
  readonly nudge: (id: number, range: TextRange) => void;
};

export function useResize(page: Page, codings: Codings, { stage, set }: StageHandle): Resize {
  const { resizing } = stage;
  const latest = useRef({ resizing, codings });
  latest.current = { resizing, codings };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const moved = latest.current.resizing;
    if (!moved) return;
    latest.current = { ...latest.current, resizing: null };
    void latest.current.codings.resize(moved.id, moved.range).finally(() => set({ resizing: null }));
  }, [set]);
  const move = useCallback(
    (id: number, range: TextRange) => {
      latest.current = { ...latest.current, resizing: { id, range } };
      set({ resizing: { id, range } });
    },
    [set],
  );
  const nudge = useCallback(
    (id: number, range: TextRange) => {
      move(id, range);
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, REST_MS);
    },
    [move, keep],
  );
  // Leaving the screen keeps it too.
  useEffect(() => keep, [keep]);

  const shown = useMemo(() => {
    if (!resizing) return page;
    const marks = page.marks.map((mark): Mark => (mark.id === resizing.id ? { ...mark, ...resizing.range } : mark));
    return { ...page, marks: marks.sort(outermostFirst) };
  }, [page, resizing]);
  return useMemo(() => ({ page: shown, move, keep, nudge }), [shown, move, keep, nudge]);
}
