// Reads an interview before it is asked for, as soon as someone points at it or walks to it: opening it is then only drawing it.

import { useCallback } from 'react';
import { prefetchRead, useClient } from '../client/index.ts';

/** With more codings than these an interview is shown first with those near the place where it opens. */
export const MANY_CODINGS = 2_000;

export function usePrefetch(): (interviewId: number, codings: number) => void {
  const client = useClient();
  return useCallback(
    (interviewId, codings) => {
      prefetchRead(client, 'position.get', { key: `scroll.${interviewId}` });
      prefetchRead(client, 'interview.get', { id: interviewId });
      // Of many codings those in view are read first, once the place is known.
      if (codings <= MANY_CODINGS) prefetchRead(client, 'coding.list', { interviewId });
    },
    [client],
  );
}
