// The codebook in reading order with its counts. They are the counts of theme frequency over the whole project, so that the word
// fragment has one number everywhere: ranges of one code that overlap in an interview are one quote.

import { NO_TOTAL, totalByCode } from '../analysis/tallies.ts';
import type { Output } from '../contract/index.ts';
import { placeCodes } from '../domain/code.ts';
import { listCodes } from '../store/codes.ts';
import type { ReadableDb } from '../store/database.ts';
import { listPins } from '../store/pins.ts';
import { tally } from './tallies.ts';

export function listRows(db: ReadableDb): Output<'code.list'>['codes'] {
  const codes = placeCodes(listCodes(db));
  const pins = listPins(db);
  const totals = totalByCode([...tally(db, codes).values()]);
  return codes.map((code) => ({ ...code, ...(totals.get(code.id) ?? NO_TOTAL), pin: pins.get(code.id) ?? null }));
}
