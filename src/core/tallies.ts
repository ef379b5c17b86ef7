// What the lists of interviews and codes count, per interview, and kept until that interview is written to: after each coding both
// lists are asked for again, and only one interview has changed.

import { mergeCodings } from '../analysis/merged.ts';
import type { Code } from '../domain/code.ts';
import { codingRangesIn, type PlacedRange } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { countCodedTurns, countTurns, listInterviewIds } from '../store/interviews.ts';
import { touchMarks } from '../store/touched.ts';

/** Of one interview. */
export type Tally = {
  readonly turns: number;
  /** Turns that at least one coding touches. */
  readonly codedTurns: number;
  readonly codings: number;
  /** Codings whose text is gone. */
  readonly toCheck: number;
  /** Codings by code, of the very code only. */
  readonly own: ReadonlyMap<number, number>;
  /** Quotes by code, with those of the codes below it: its ranges, merged where they overlap. */
  readonly quotes: ReadonlyMap<number, number>;
};

type Tree = readonly Pick<Code, 'id' | 'parentId'>[];
type Kept = { readonly tree: string; readonly byInterview: Map<number, { readonly mark: string; readonly tally: Tally }> };

const kept = new WeakMap<ReadableDb, Kept>();

/** The tallies of all interviews, by id. `codes`: the whole codebook. */
export function tally(db: ReadableDb, codes: Tree): Map<number, Tally> {
  const ids = listInterviewIds(db);
  const marks = touchMarks(db);
  if (!marks) return count(db, codes, ids);
  const known = knownFor(db, codes);
  const stale = ids.filter((id) => known.get(id)?.mark !== marks(id));
  for (const [id, fresh] of count(db, codes, stale)) known.set(id, { mark: marks(id), tally: fresh });
  return new Map(
    ids.flatMap((id) => {
      const own = known.get(id);
      return own ? [[id, own.tally] as const] : [];
    }),
  );
}

/** What was counted before, of the codebook as it stands now: another tree adds up otherwise. */
function knownFor(db: ReadableDb, codes: Tree): Kept['byInterview'] {
  const tree = codes
    .map(({ id, parentId }) => `${id}<${parentId ?? ''}`)
    .sort()
    .join(' ');
  const before = kept.get(db);
  if (before?.tree === tree) return before.byInterview;
  const fresh: Kept = { tree, byInterview: new Map() };
  kept.set(db, fresh);
  return fresh.byInterview;
}

function count(db: ReadableDb, codes: Tree, ids: readonly number[]): Map<number, Tally> {
  if (ids.length === 0) return new Map();
  const turns = countTurns(db, ids);
  const coded = countCodedTurns(db, ids);
  const codings = codingRangesIn(db, ids);
  const quotes = quotesByInterview(codes, codings);
  const own = Map.groupBy(codings, (coding) => coding.interviewId);
  return new Map(
    ids.map((id) => {
      const rows = own.get(id) ?? [];
      return [
        id,
        {
          turns: turns.get(id) ?? 0,
          codedTurns: coded.get(id) ?? 0,
          codings: rows.length,
          toCheck: rows.filter((row) => row.start === row.end).length,
          own: byCode(rows),
          quotes: quotes.get(id) ?? new Map(),
        },
      ];
    }),
  );
}

function byCode(rows: readonly PlacedRange[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { codeId } of rows) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  return counts;
}

function quotesByInterview(codes: Tree, codings: readonly PlacedRange[]): Map<number, Map<number, number>> {
  const merged = mergeCodings({ codes: codes.map(({ id, parentId }) => ({ id, parentId, path: '' })), codings }, 'rollup');
  const counts = new Map<number, Map<number, number>>();
  for (const [codeId, byInterview] of merged) {
    for (const [interviewId, ranges] of byInterview) {
      const own = counts.get(interviewId) ?? new Map<number, number>();
      counts.set(interviewId, own.set(codeId, ranges.length));
    }
  }
  return counts;
}
