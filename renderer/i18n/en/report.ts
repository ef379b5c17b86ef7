// The report screen.

import type { Same } from '../keys.ts';
import type { report as nl } from '../nl/report.ts';

export const report: Same<typeof nl> = {
  empty: '…',
};
