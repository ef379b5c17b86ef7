// A handler that stays the same from drawing to drawing and always does what the last one says, so that what takes it need not be drawn again.

import { useCallback, useInsertionEffect, useRef } from 'react';

/** For events only: while drawing it would still be the handler of the drawing before. */
export function useSteady<A extends readonly unknown[], R>(act: (...args: A) => R): (...args: A) => R {
  const latest = useRef(act);
  useInsertionEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
