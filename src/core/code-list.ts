// The codebook in reading order with its counts. They are the counts of theme frequency over the whole project, so that the word
// fragment has one number everywhere: ranges of one code that overlap in an interview are one quote.

import type { Output } from '../contract/index.ts';
import { placeCodes } from '../domain/code.ts';
import { listCodes } from '../store/codes.ts';
import type { ReadableDb } from '../store/database.ts';
import { listPins } from '../store/pins.ts';
import { type Tally, tally } from './tallies.ts';

export function listRows(db: ReadableDb): Output<'code.list'>['codes'] {
  const codes = placeCodes(listCodes(db));
  const pins = listPins(db);
  const tallies = [...tally(db, codes).values()];
  const codings = total(tallies, (one) => one.own);
  const quotes = total(tallies, (one) => one.quotes);
  return codes.map((code) => ({
    ...code,
    codings: codings.get(code.id)?.sum ?? 0,
    interviews: quotes.get(code.id)?.interviews ?? 0,
    quotes: quotes.get(code.id)?.sum ?? 0,
    pin: pins.get(code.id) ?? null,
  }));
}

type Total = { sum: number; interviews: number };

/** Per code what it counts over all interviews, and in how many it counts anything. */
function total(tallies: readonly Tally[], of: (tally: Tally) => ReadonlyMap<number, number>): Map<number, Total> {
  const totals = new Map<number, Total>();
  for (const one of tallies) {
    for (const [codeId, n] of of(one)) {
      const known = totals.get(codeId);
      if (known) {
        known.sum += n;
        known.interviews++;
      } else totals.set(codeId, { sum: n, interviews: 1 });
    }
  }
  return totals;
}
