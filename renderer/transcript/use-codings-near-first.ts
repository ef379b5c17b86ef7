// Reads the codings of an interview; of many, those near the place where it opens come first.

import type { CodingRow } from '../../src/contract/coding.ts';
import { useClient, useRead } from '../client/index.ts';

/** More than are in view, so that stripes that reach in from outside are there too. */
const NEAR = { before: 20, after: 60 };

/** The codings of the interview. When there are `many`: for a moment only those near a turn, which is null until it is known. */
export function useCodingsNearFirst(interviewId: number, many: boolean, turn: number | null): readonly CodingRow[] | undefined {
  const client = useClient();
  const known = client.queries.getQueryData(['coding.list', { interviewId }]) !== undefined;
  const turns = { from: Math.max(0, (turn ?? 0) - NEAR.before), to: (turn ?? 0) + NEAR.after };
  const near = useRead('coding.list', { interviewId, turns }, { enabled: many && turn !== null && !known });
  const waits = many && !known && near.data === undefined && near.failure === null;
  const whole = useRead('coding.list', { interviewId }, { enabled: !waits });
  // A part is never left standing as if it were all.
  return whole.data?.codings ?? (whole.failure ? undefined : near.data?.codings);
}
