// The way from a memo to what it is on, and from a link to what it leads to.

import { useCallback } from 'react';
import type { LinkTarget } from '../../src/contract/memo.ts';
import { useSelectedCode } from '../client/index.ts';
import { go } from '../shell/route.ts';
import { useShell } from '../shell/shell-context.ts';

export type Destination = Pick<LinkTarget, 'kind' | 'id' | 'interviewId' | 'start' | 'end'>;

/** To a code in the codebook, an interview, the place of a quote, or the memo on a participant. */
export function useFollow(): (to: Destination) => void {
  const shell = useShell();
  const [, selectCode] = useSelectedCode();
  return useCallback(
    ({ kind, id, interviewId, start, end }) => {
      if (kind === 'code') {
        shell.toCoding();
        selectCode(id);
      } else if (kind === 'participant') go({ view: 'memos', open: `participant-${id}` });
      else go({ view: 'code', interviewId, at: kind === 'quote' && start < end ? { start, end } : null });
    },
    [shell, selectCode],
  );
}
