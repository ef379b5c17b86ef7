// Moving the ends of a coding: shown while it moves, kept when it has come to rest, so that ten key presses are one step to undo.

import { useCallback, useMemo, useRef } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { useUnkept } from '../client/index.ts';
import type { Mark, Page } from './model.ts';
import { outermostFirst } from './segments.ts';
import type { Codings } from './use-codings.ts';
import type { StageHandle } from './use-stage.ts';

const REST_MS = 700;

export type Resize = {
  /** The page with the moving ends where they are now. */
  readonly page: Page;
  readonly move: (id: number, range: TextRange) => void;
  /** Keeps it now; answers when that has been done. */
  readonly keep: () => Promise<void>;
  /** Moves on from where it is, or else from `from`, shows it, and keeps it when no more keys come. Answers where it is then. */
  readonly nudge: (id: number, from: TextRange, change: (range: TextRange) => TextRange) => TextRange;
};

type Moving = { readonly id: number; readonly range: TextRange };

export function useResize(page: Page, codings: Codings, { stage, set }: StageHandle): Resize {
  const { resizing } = stage;
  // What moves now, also before it is drawn: keys come faster than frames, and while it is being kept.
  const moving = useRef<Moving | null>(null);
  const sent = useRef<{ readonly what: Moving; readonly done: Promise<void> } | null>(null);
  const latest = useRef(codings);
  latest.current = codings;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const move = useCallback(
    (id: number, range: TextRange) => {
      moving.current = { id, range };
      set({ resizing: moving.current });
    },
    [set],
  );
  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    const what = moving.current;
    if (!what) return;
    if (sent.current?.what !== what) {
      const done = latest.current.resize(what.id, what.range, 'moved').then(() => {
        // Moved on meanwhile: that is kept in its turn.
        if (moving.current !== what) return;
        moving.current = null;
        set({ resizing: null });
      });
      sent.current = { what, done };
    }
    await sent.current.done;
  }, [set]);
  const nudge = useCallback(
    (id: number, from: TextRange, change: (range: TextRange) => TextRange) => {
      // Another coding begins to move: the one before is kept first.
      if (moving.current && moving.current.id !== id) void keep();
      const range = change(moving.current?.id === id ? moving.current.range : from);
      move(id, range);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), REST_MS);
      return range;
    },
    [move, keep],
  );
  // What was moved last is what is meant when something is taken back.
  useUnkept(keep);

  const shown = useMemo(() => {
    if (!resizing) return page;
    const marks = page.marks.map((mark): Mark => (mark.id === resizing.id ? { ...mark, ...resizing.range } : mark));
    return { ...page, marks: marks.sort(outermostFirst) };
  }, [page, resizing]);
  return useMemo(() => ({ page: shown, move, keep, nudge }), [shown, move, keep, nudge]);
}
