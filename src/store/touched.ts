// Tells which interviews were written to, so that what was counted of the others need not be counted again. Temporary triggers note it,
// on this connection only: they follow undo too, and what is rolled back was not touched.

import { all, changeMark, driver, one, type ReadableDb, type WritableDb } from './database.ts';

/** A mark per interview: the same mark, and its codings and turns are the same. */
export type Marks = (interviewId: number) => string;

const FOLLOWED = ['coding', 'turn'];

/** Makes the triggers. Once after opening. */
export function followTouched(db: WritableDb): void {
  const handle = driver(db);
  handle.exec('create temp table touched (interview_id integer primary key, times integer not null)');
  const note = (row: string) =>
    `insert into touched values (${row}.interview_id, 1) on conflict do update set times = times + 1;`;
  for (const table of FOLLOWED)
    handle.exec(`
      create temp trigger touched_${table}_i after insert on main.${table} begin ${note('new')} end;
      create temp trigger touched_${table}_u after update on main.${table} begin ${note('old')} ${note('new')} end;
      create temp trigger touched_${table}_d after delete on main.${table} begin ${note('old')} end;`);
}

/** Null inside a change, which may still be rolled back: what is counted then must not be kept. */
export function touchMarks(db: ReadableDb): Marks | null {
  if (driver(db).inTransaction) return null;
  if (!isFollowed(db)) {
    const mark = changeMark(db);
    return () => mark;
  }
  const elsewhere = one<{ version: number }>(db, 'select data_version as version from pragma_data_version')?.version ?? 0;
  const rows = all<{ id: number; times: number }>(db, 'select interview_id as id, times from temp.touched');
  const times = new Map(rows.map((row) => [row.id, row.times]));
  return (id) => `${times.get(id) ?? 0} ${elsewhere}`;
}

function isFollowed(db: ReadableDb): boolean {
  return one(db, "select 1 from temp.sqlite_schema where name = 'touched'") !== undefined;
}
