// What was pressed before the answer it works on is there: it waits for that answer, and then all of it is done in order.

import { useCallback, useLayoutEffect, useRef } from 'react';

export type Held<A> = {
  /** Done at once, or when nothing is `waiting` any more. */
  readonly press: (act: A) => void;
  readonly waits: () => readonly A[];
  /** What waits is not done after all. */
  readonly drop: () => void;
};

/** `run` gets what was pressed, oldest first. Who presses twice within one drawing must find both in one list: state is set later. */
export function useHeld<A>(waiting: boolean, run: (acts: readonly A[]) => void): Held<A> {
  const held = useRef<A[]>([]);
  const latest = useRef({ waiting, run });
  latest.current = { waiting, run };
  const go = useCallback(() => {
    if (latest.current.waiting || held.current.length === 0) return;
    const acts = held.current;
    held.current = [];
    latest.current.run(acts);
  }, []);
  // Before the next key can come.
  useLayoutEffect(go);
  const press = useCallback(
    (act: A) => {
      held.current.push(act);
      go();
    },
    [go],
  );
  const drop = useCallback(() => {
    held.current = [];
  }, []);
  const waits = useCallback(() => held.current, []);
  return { press, waits, drop };
}
