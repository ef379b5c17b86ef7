// What may wait until the answer to a key press is on the screen.

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
