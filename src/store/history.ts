// The one mechanism behind undo, redo and the audit trail. Temporary triggers, made from the schema itself, note each row that a
// change inserts, updates or deletes; taking a change back replays those notes backwards and swaps their images, so that doing it
// again is the same walk forwards.

import { all, driver, one, type ReadableDb, type Row, run, type WritableDb } from './database.ts';

export type HistoryEntry = {
  readonly id: number;
  readonly operation: string;
  readonly subject: string;
  /** The same with the English labels of codes; '' when that is no different. */
  readonly subjectEn: string;
  /** The name of the interview the step was in, and the number of the turn there, from 1; '' and null when it was not in one place. */
  readonly interview: string;
  readonly turn: number | null;
  readonly coder: string;
  readonly at: string;
  readonly undone: boolean;
};

/** What a step was about, for its label. */
export type About = Pick<HistoryEntry, 'subject' | 'subjectEn' | 'interview' | 'turn'>;

/** Tables the history does not follow: its own, where the person was, and the numbers that are given to nothing else. The search index follows its base table by itself. */
const UNFOLLOWED = new Set(['history_entry', 'history_row', 'position', 'gone']);

/** Which noun people call what is in a table: what other windows must refresh. */
const NOUNS: Record<string, string> = {
  project: 'project',
  coder: 'coder',
  interview_set: 'interviewSet',
  interview: 'interview',
  interview_text: 'interview',
  turn: 'interview',
  speaker: 'interview',
  label_mend: 'interview',
  participant: 'participant',
  interview_participant: 'participant',
  attribute: 'participant',
  participant_attribute: 'participant',
  code: 'code',
  code_change: 'code',
  pin: 'code',
  coding: 'coding',
  memo: 'memo',
};

type Table = { readonly name: string; readonly columns: readonly string[]; readonly keys: readonly string[] };

const tablesOf = new WeakMap<object, Map<string, Table>>();

/** Makes the triggers that follow changes on this connection. Once after opening; they live and die with the connection. */
export function followChanges(db: WritableDb): void {
  const handle = driver(db);
  const tables = followedTables(db);
  tablesOf.set(handle, tables);
  handle.exec('create temp table recording (entry_id integer, seq integer); insert into recording values (null, 0);');
  for (const table of tables.values()) handle.exec(triggersOf(table));
}

/** The tables that the history follows, from the schema. */
export function followedTables(db: ReadableDb): Map<string, Table> {
  const names = all<{ name: string }>(
    db,
    "select name from main.sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like 'interview_search%'",
  );
  const tables = new Map<string, Table>();
  for (const { name } of names) {
    if (UNFOLLOWED.has(name)) continue;
    const columns = all<{ name: string; pk: number }>(db, 'select name, pk from pragma_table_info(?)', name);
    tables.set(name, {
      name,
      columns: columns.map((c) => c.name),
      keys: columns
        .filter((c) => c.pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((c) => c.name),
    });
  }
  return tables;
}

/** Opens an entry; what is written from here on is noted under it. */
export function beginEntry(db: WritableDb, operation: string, coder: string, at: string): number {
  const { id } = run(db, "insert into history_entry (operation, subject, coder, at) values (?, '', ?, ?)", operation, coder, at);
  run(db, 'update temp.recording set entry_id = ?, seq = 0', id);
  return id;
}

/** Closes the entry and answers the nouns it touched. With it, what was taken back before is given up; an entry that touched nothing leaves no trace. */
export function endEntry(db: WritableDb, id: number, about: About): string[] {
  run(db, 'update temp.recording set entry_id = null');
  const nouns = touchedNouns(db, id);
  if (nouns.length === 0) {
    run(db, 'delete from history_entry where id = ?', id);
    return nouns;
  }
  run(db, 'delete from history_entry where undone = 1');
  const { subject, subjectEn, interview, turn } = about;
  const english = subjectEn === subject ? '' : subjectEn;
  const sql = 'update history_entry set subject = ?, subject_en = ?, interview = ?, turn = ? where id = ?';
  run(db, sql, subject, english, interview, turn, id);
  return nouns;
}

/** Stops noting, after a change that failed (its transaction is rolled back by the caller). */
export function stopRecording(db: WritableDb): void {
  run(db, 'update temp.recording set entry_id = null');
}

/** Forgets every step, so that nothing before can be taken back. */
export function clearHistory(db: WritableDb): void {
  run(db, 'delete from history_entry');
}

const COLUMNS = 'id, operation, subject, subject_en as subjectEn, interview, turn, coder, at, undone';

/** The newest first; `before` leaves out that entry and all that are newer. */
export function listEntries(db: ReadableDb, limit: number, before: number | null = null): HistoryEntry[] {
  return all<EntryRow>(
    db,
    `select ${COLUMNS} from history_entry where id < ifnull(?, 9223372036854775807) order by id desc limit ?`,
    before,
    limit,
  ).map(toEntry);
}

export function countEntries(db: ReadableDb): number {
  return one<{ n: number }>(db, 'select count(*) as n from history_entry')?.n ?? 0;
}

export function getEntry(db: ReadableDb, id: number): HistoryEntry | null {
  return entry(db, `select ${COLUMNS} from history_entry where id = ?`, id);
}

export function getUndoEntry(db: ReadableDb): HistoryEntry | null {
  return entry(db, `select ${COLUMNS} from history_entry where undone = 0 order by id desc limit 1`);
}

export function getRedoEntry(db: ReadableDb): HistoryEntry | null {
  return entry(db, `select ${COLUMNS} from history_entry where undone = 1 order by id limit 1`);
}

/** Takes an entry back, and answers the nouns it touched. Inside the caller's transaction. */
export function takeBack(db: WritableDb, id: number): string[] {
  replay(db, id, 'desc');
  run(db, 'update history_entry set undone = 1 where id = ?', id);
  return touchedNouns(db, id);
}

/** Does an entry again that was taken back. Inside the caller's transaction. */
export function doAgain(db: WritableDb, id: number): string[] {
  replay(db, id, 'asc');
  run(db, 'update history_entry set undone = 0 where id = ?', id);
  return touchedNouns(db, id);
}

type EntryRow = Omit<HistoryEntry, 'undone'> & { readonly undone: number };

function entry(db: ReadableDb, sql: string, ...values: number[]): HistoryEntry | null {
  const row = one<EntryRow>(db, sql, ...values);
  return row ? toEntry(row) : null;
}

function toEntry(row: EntryRow): HistoryEntry {
  return { ...row, undone: row.undone === 1 };
}

function touchedNouns(db: ReadableDb, id: number): string[] {
  const tables = all<{ tab: string }>(db, 'select distinct tab from history_row where entry_id = ?', id);
  return [...new Set(tables.map((row) => NOUNS[row.tab] ?? row.tab))].sort();
}

type Note = {
  readonly seq: number;
  readonly tab: string;
  readonly verb: 'insert' | 'update' | 'delete';
  readonly key: string;
  readonly image: string | null;
};

function replay(db: WritableDb, entryId: number, order: 'asc' | 'desc'): void {
  const handle = driver(db);
  const tables = tablesOf.get(handle) ?? followedTables(db);
  handle.pragma('defer_foreign_keys = ON');
  const notes = all<Note>(
    db,
    `select seq, tab, verb, key, image from history_row where entry_id = ? order by seq ${order}`,
    entryId,
  );
  for (const note of notes) {
    const table = tables.get(note.tab);
    if (!table) throw new Error(`The history names an unknown table ${note.tab}`);
    const image = swapRow(db, table, JSON.parse(note.key) as Row, note.image === null ? null : (JSON.parse(note.image) as Row));
    run(db, 'update history_row set image = ? where entry_id = ? and seq = ?', image, entryId, note.seq);
  }
}

/** Puts `image` (null: no row) in the place of the row with this key, and answers the image of what stood there, in the same columns. */
function swapRow(db: WritableDb, table: Table, key: Row, image: Row | null): string | null {
  const where = table.keys.map((k) => `${k} = ?`).join(' and ');
  const at = table.keys.map((k) => key[k] ?? null);
  const swapped = image ? table.columns.filter((c) => c in image) : table.columns;
  const now = one<{ image: string }>(db, `select ${jsonOf(swapped, '')} as image from ${table.name} where ${where}`, ...at);
  if (image === null) {
    run(db, `delete from ${table.name} where ${where}`, ...at);
    return now?.image ?? null;
  }
  const row = now ? withNewVersion(image, JSON.parse(now.image) as Row) : image;
  // A column that did not change, or that came with a later schema, is not in the image: it keeps its value, or gets its default.
  const values = swapped.map((c) => row[c] ?? null);
  if (now) run(db, `update ${table.name} set ${swapped.map((c) => `${c} = ?`).join(', ')} where ${where}`, ...values, ...at);
  else run(db, `insert into ${table.name} (${swapped.join(', ')}) values (${swapped.map(() => '?').join(', ')})`, ...values);
  return now?.image ?? null;
}

// The version of a text only ever rises, also when a correction is taken back: so the same number is never two different texts,
// and whoever still holds the other one is told so by `conflict`.
function withNewVersion(image: Row, now: Row): Row {
  const same = image.text_version === undefined || image.text_version === now.text_version;
  return same ? image : { ...image, text_version: Number(now.text_version) + 1 };
}

function jsonOf(columns: readonly string[], prefix: string): string {
  return `json_object(${columns.map((c) => `'${c}', ${prefix}${c}`).join(', ')})`;
}

// What an update changed, as it was before: a correction at the top moves every coding below it, and their quotes stay the same.
function jsonOfChanged(columns: readonly string[]): string {
  const parts = columns.map((c) => `iif(old.${c} is not new.${c}, ',"${c}":' || json_quote(old.${c}), '')`);
  return `'{' || substr(${parts.join(' || ')}, 2) || '}'`;
}

function triggersOf(table: Table): string {
  const note = (verb: string, key: string, image: string): string => `
    insert into history_row (entry_id, seq, tab, verb, key, image)
    select entry_id, seq, '${table.name}', '${verb}', ${key}, ${image} from recording;
    update recording set seq = seq + 1;`;
  const trigger = (verb: string, side: string, image: string, and = ''): string => `
    create temp trigger follow_${table.name}_${verb} after ${verb} on main.${table.name}
    when (select entry_id from recording) is not null${and} begin ${note(verb, jsonOf(table.keys, `${side}.`), image)} end;`;
  const columns = (side: string): string => table.columns.map((c) => `${side}.${c}`).join(', ');
  // An update that leaves the row as it was is no change, and must not become a step that undo takes back without a trace.
  const changed = ` and (${columns('old')}) is not (${columns('new')})`;
  return (
    trigger('insert', 'new', 'null') +
    trigger('update', 'old', jsonOfChanged(table.columns), changed) +
    trigger('delete', 'old', jsonOf(table.columns, 'old.'))
  );
}
