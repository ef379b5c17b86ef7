// Reads an interview before it is asked for, as soon as someone points at it or walks to it: opening it is then only drawing it.

import { useCallback } from 'react';
import { prefetchRead, useClient } from '../client/index.ts';

export function usePrefetch(): (interviewId: number) => void {
  const client = useClient();
  return useCallback(
    (interviewId) => {
      prefetchRead(client, 'interview.get', { id: interviewId });
      prefetchRead(client, 'coding.list', { interviewId });
      prefetchRead(client, 'position.get', { key: `scroll.${interviewId}` });
    },
    [client],
  );
}
