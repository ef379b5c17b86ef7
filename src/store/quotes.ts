// Codings as the list of fragments looks through them: all of a project, without their texts.

import type { Coding } from './codings.ts';
import { all, driver, one, type ReadableDb } from './database.ts';

/** `version`: of its code's meaning when it was made. */
export type PlacedCoding = Omit<Coding, 'quote' | 'codeVersion'> & { readonly version: number };

/**
 * A mark that differs once anything that the history follows was changed, here or by another process. Unlike `changeMark` it stays
 * the same while only positions are remembered, which is all the time while a person scrolls.
 */
export function contentMark(db: ReadableDb): string {
  const last = "select id || ' ' || at || ' ' || operation from history_entry order by id desc limit 1";
  const undone = 'select count(*) from history_entry where undone = 1';
  const sql = `select data_version || ' ' || (${undone}) || ' ' || ifnull((${last}), '') as mark from pragma_data_version`;
  return one<{ mark: string }>(db, sql)?.mark ?? '';
}

/** Every coding, also those whose text is gone, by interview and place. */
export function listPlacedCodings(db: ReadableDb): PlacedCoding[] {
  type Row = [number, number, number, number, number, number, string, number, number];
  // Unordered by SQL: it would walk an index and look up each row; reading the table through and sorting here is faster.
  const rows = driver(db)
    .prepare('select id, interview_id, start, end, code_id, coder_id, at, key, code_version from coding')
    .raw()
    .all() as Row[];
  return rows
    .map(([id, interviewId, start, end, codeId, coderId, at, key, version]) => ({
      id,
      interviewId,
      start,
      end,
      codeId,
      coderId,
      at,
      key: key === 1,
      version,
    }))
    .sort((a, b) => a.interviewId - b.interviewId || a.start - b.start || a.end - b.end || a.id - b.id);
}

export function listCodingIdsWithMemo(db: ReadableDb): Set<number> {
  return new Set(all<{ id: number }>(db, 'select coding_id as id from memo where coding_id is not null').map((row) => row.id));
}

/** The quotes of codings by id: as they stand, or as they were where the text is gone. */
export function listQuotes(db: ReadableDb, ids: Iterable<number>): Map<number, string> {
  const rows = all<{ id: number; quote: string }>(
    db,
    'select id, quote from coding where id in (select value from json_each(?))',
    JSON.stringify([...ids]),
  );
  return new Map(rows.map((row) => [row.id, row.quote]));
}

/** Where the turns of an interview begin, ascending, and who speaks in each. */
export type TurnLabels = { readonly starts: number[]; readonly speakers: (string | null)[] };

export function listTurnLabels(db: ReadableDb): Map<number, TurnLabels> {
  const rows = driver(db)
    .prepare('select interview_id, start, speaker from turn order by interview_id, position')
    .raw()
    .all() as [number, number, string | null][];
  const turns = new Map<number, TurnLabels>();
  for (const [interviewId, start, speaker] of rows) {
    let own = turns.get(interviewId);
    if (!own) {
      own = { starts: [], speakers: [] };
      turns.set(interviewId, own);
    }
    own.starts.push(start);
    own.speakers.push(speaker);
  }
  return turns;
}
