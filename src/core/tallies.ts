// What the lists of interviews and codes count (src/analysis/tallies.ts), per interview, and kept until that interview is written to:
// after each coding both lists are asked for again, and only one interview has changed.

import { type CodingTally, type Tree, tallyCodings } from '../analysis/tallies.ts';
import { codingRangesIn } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { countCodedTurns, countTurns, listInterviewIds } from '../store/interviews.ts';
import { touchMarks } from '../store/touched.ts';

/** Of one interview. */
export type Tally = CodingTally & {
  readonly turns: number;
  /** Turns that at least one coding touches. */
  readonly codedTurns: number;
};

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
  const tallies = tallyCodings(codes, codingRangesIn(db, ids), ids);
  return new Map([...tallies].map(([id, own]) => [id, { ...own, turns: turns.get(id) ?? 0, codedTurns: coded.get(id) ?? 0 }]));
}
