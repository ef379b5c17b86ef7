// What may wait until the answer to a key press is on the screen, or until the keys rest.

import { useCallback, useEffect, useRef } from 'react';

/** No frame comes in a tab that is out of sight. */
const ANYWAY_MS = 100;

/** A function that has `run` called once the next frame has been drawn; once, however often it is asked for before that. */
export function useAfterFrame(run: () => void): () => void {
  const waiting = useRef<{ readonly frame: number; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const cancel = useCallback(() => {
    if (!waiting.current) return;
    cancelAnimationFrame(waiting.current.frame);
    clearTimeout(waiting.current.timer);
    waiting.current = null;
  }, []);
  useEffect(() => cancel, [cancel]);
  return useCallback(() => {
    if (waiting.current) return;
    const done = () => {
      cancel();
      run();
    };
    const frame = requestAnimationFrame(() => {
      if (!waiting.current) return;
      clearTimeout(waiting.current.timer);
      waiting.current = { frame, timer: setTimeout(done) };
    });
    waiting.current = { frame, timer: setTimeout(done, ANYWAY_MS) };
  }, [run, cancel]);
}

/** A function that has `run` called once it has not been called for `restMs`, and at least every `mostMs` while it is. */
export function useAtRest(run: () => void, { restMs, mostMs }: { readonly restMs: number; readonly mostMs: number }): () => void {
  const waiting = useRef<{ readonly since: number; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  useEffect(() => () => clearTimeout(waiting.current?.timer), []);
  return useCallback(() => {
    const now = performance.now();
    const since = waiting.current?.since ?? now;
    clearTimeout(waiting.current?.timer);
    const done = () => {
      waiting.current = null;
      run();
    };
    waiting.current = { since, timer: setTimeout(done, Math.min(restMs, Math.max(0, since + mostMs - now))) };
  }, [run, restMs, mostMs]);
}
