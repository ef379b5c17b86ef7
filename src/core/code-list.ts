// The codebook in reading order with its counts. They are the counts of theme frequency over the whole project, so that the word
// fragment has one number everywhere: ranges of one code that overlap in an interview are one quote.

import { mergeCodings } from '../analysis/merged.ts';
import type { Output } from '../contract/index.ts';
import { placeCodes } from '../domain/code.ts';
import { listCodes } from '../store/codes.ts';
import { countByCode, listCodingRanges } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { listPins } from '../store/pins.ts';

export function listRows(db: ReadableDb): Output<'code.list'>['codes'] {
  const codes = placeCodes(listCodes(db));
  const own = countByCode(db);
  const pins = listPins(db);
  const merged = mergeCodings({ codes, codings: listCodingRanges(db) }, 'rollup');
  return codes.map((code) => {
    const byInterview = merged.get(code.id);
    return {
      ...code,
      codings: own.get(code.id)?.codings ?? 0,
      interviews: byInterview?.size ?? 0,
      quotes: [...(byInterview?.values() ?? [])].reduce((sum, ranges) => sum + ranges.length, 0),
      pin: pins.get(code.id) ?? null,
    };
  });
}
