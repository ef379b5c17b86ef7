// The transcript screen.

import type { Same } from '../keys.ts';
import type { transcript as nl } from '../nl/transcript.ts';

export const transcript: Same<typeof nl> = {
  empty: '…',
};
