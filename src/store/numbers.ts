// The number of a new row. SQLite would give that of the last row away again when it is deleted, and a link in a memo, or another
// window, would lead to something else.

import { one, type ReadableDb } from './database.ts';

/** A number that no row of the table has, or ever had. */
export function nextId(db: ReadableDb, table: 'interview' | 'participant' | 'code' | 'coding'): number {
  const sql = `select max(ifnull((select max(id) from ${table}), 0), ifnull((select id from gone where tab = ?), 0)) + 1 as id`;
  return one<{ id: number }>(db, sql, table)?.id ?? 1;
}
