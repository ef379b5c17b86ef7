// Opens a project file the safe way, and is the only place that knows the driver. A read gets a ReadableDb and a change a
// WritableDb, so a report that writes does not compile.

import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DraadError } from '../domain/error.ts';
import { migrate, newestVersion } from './migrations.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A handle that can only be asked. */
export type ReadableDb = { readonly [readable]: true };
/** A handle inside a change: what is written through it is followed by the history. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

export type Value = string | number | bigint | null;
export type Row = Record<string, Value>;

/** 'DRDR': tells a project file from any other SQLite file. */
export const APPLICATION_ID = 0x44524452;

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The driver behind a handle. For the files of this room only. */
export function driver(db: ReadableDb): Database.Database {
  return db as unknown as Database.Database;
}

function prepared(db: ReadableDb, sql: string): Database.Statement {
  const handle = driver(db);
  let known = statements.get(handle);
  if (!known) {
    known = new Map();
    statements.set(handle, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    statement = handle.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
}

/** All rows of a query. Each statement is prepared once; values are always bound, never pasted in. */
export function all<T>(db: ReadableDb, sql: string, ...values: Value[]): T[] {
  return prepared(db, sql).all(...values) as T[];
}

/** The first row of a query. */
export function one<T>(db: ReadableDb, sql: string, ...values: Value[]): T | undefined {
  return prepared(db, sql).get(...values) as T | undefined;
}

/** Writes; answers how many rows changed and the new row's id. */
export function run(db: WritableDb, sql: string, ...values: Value[]): { changes: number; id: number } {
  const result = prepared(db, sql).run(...values);
  return { changes: result.changes, id: Number(result.lastInsertRowid) };
}

/** A mark that differs once anything was written, through this handle or by another process. The same mark: nothing was. */
export function changeMark(db: ReadableDb): string {
  const sql = "select total_changes() || ' ' || data_version as mark from pragma_data_version";
  return one<{ mark: string }>(db, sql)?.mark ?? '';
}

/** `look`: to read a little and close again, of whatever older schema, and without leaving anything beside the file as `readOnly` does. */
export type OpenOptions = { readonly create?: boolean; readonly readOnly?: boolean; readonly look?: boolean };

/**
 * Opens or makes the project file at `path` and asserts every safety setting.
 * Errors: `not-found`, `not-a-project` (another kind of file, damaged, or of a newer version), `conflict` (create, but it exists).
 */
export function openDatabase(path: string, options: OpenOptions = {}): WritableDb {
  if (options.create && existsSync(path)) throw new DraadError('conflict', `There is already a file ${path}`);
  // What is no project of ours is refused before the driver has it, so that nothing in it changes.
  if (!options.create) assertProjectFile(path);
  let handle: Database.Database | null = null;
  try {
    handle = new Database(path, { readonly: options.readOnly ?? false });
    if (options.create) handle.pragma(`application_id = ${APPLICATION_ID}`);
    settle(handle, options);
    assertVersion(handle, options.readOnly ?? false);
    if (!options.readOnly && !options.look) migrate(handle, path);
    return handle as unknown as WritableDb;
  } catch (error) {
    handle?.close();
    throw asDraadError(error);
  }
}

/**
 * Opens a project that can't be written, nor anything beside it: SQLite would have to, so it is read from a copy in memory.
 * Errors: as `openDatabase`, and `not-writable` when a log with changes lies beside it that only writing could put in.
 */
export function openUnwritable(path: string): WritableDb {
  assertProjectFile(path);
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    throw new DraadError(
      'not-writable',
      'The last changes of this project lie in a file beside it, and the folder can’t be written to put them in; copy both to another folder',
    );
  const bytes = readFileSync(path);
  // Bytes 18 and 19 of the header say that a log is kept beside the file; memory has no beside.
  bytes.fill(1, 18, 20);
  let handle: Database.Database | null = null;
  try {
    handle = new Database(bytes);
    settle(handle, { look: true });
    assertVersion(handle, true);
    return handle as unknown as WritableDb;
  } catch (error) {
    handle?.close();
    throw asDraadError(error);
  }
}

export function closeDatabase(db: ReadableDb): void {
  const handle = driver(db);
  statements.delete(handle);
  try {
    const onlyLooked = handle.pragma('query_only', { simple: true }) === 1;
    if (!handle.readonly && !onlyLooked) handle.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // On a full disk the log stays beside the file; all that was committed is in it, and the next opening takes it from there.
  } finally {
    handle.close();
  }
}

/** SQLite's own words about the file: empty when it is sound. */
export function integrityProblems(db: ReadableDb): string[] {
  const handle = driver(db);
  const found = (handle.pragma('integrity_check(20)') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  const keys = handle.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
  return [...found, ...keys.slice(0, 20).map((row) => `row ${row.rowid} of ${row.table} points at a missing ${row.parent}`)];
}

/** An SQLite error in words a person can act on; anything else as it is. */
export function asDraadError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (/^SQLITE_(FULL|IOERR)/.test(error.code))
    return new DraadError('no-space', 'The disk is full or can’t be written; nothing of this step was kept');
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(error.code))
    return new DraadError('not-writable', 'The project, or the folder it is in, can’t be written; nothing of this step was kept');
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code))
    return new DraadError('not-a-project', 'The file is damaged or not a Rode Draad project');
  if (error.code.startsWith('SQLITE_BUSY')) return new DraadError('in-use', 'Another program is using this project');
  return error;
}

function settle(handle: Database.Database, { readOnly, look }: OpenOptions): void {
  handle.pragma('busy_timeout = 2000');
  // On a file system without shared memory it stays DELETE, which is as safe and slower.
  if (look) handle.pragma('query_only = ON');
  else if (!readOnly) handle.pragma('journal_mode = WAL');
  // The driver picks NORMAL in WAL mode, which can lose acknowledged commits in a power cut.
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
  handle.pragma('trusted_schema = OFF');
  handle.pragma('cell_size_check = ON');
  handle.pragma('secure_delete = ON');
  handle.pragma('temp_store = MEMORY');
  handle.pragma('mmap_size = 0');
  handle.pragma('cache_size = -65536');
  for (const [name, value] of [
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['trusted_schema', 0],
    ['cell_size_check', 1],
    ['secure_delete', 1],
    ['temp_store', 2],
    ['mmap_size', 0],
  ] as const) {
    // A database in memory has no mmap_size at all.
    if ((handle.pragma(name, { simple: true }) ?? 0) !== value)
      throw new DraadError('internal', `The safety setting ${name} could not be made`);
  }
}

function assertProjectFile(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new DraadError('not-found', `There is no project at ${path}`);
  if (!stat.isFile()) throw new DraadError('not-a-project', `${path} is not a file`);
  const header = readHeader(path);
  if (header.subarray(0, 16).toString('latin1') !== 'SQLite format 3\0')
    throw new DraadError('not-a-project', `${path} is not a Rode Draad project, or it is damaged`);
  if (header.readUInt32BE(68) !== APPLICATION_ID)
    throw new DraadError('not-a-project', `${path} is a database of another program`);
  if (header.readUInt32BE(60) > newestVersion()) throw tooNew();
  if (isCutShort(path, header, stat.size))
    throw new DraadError('not-a-project', `${path} is damaged: a part of the file is missing`);
}

// The header of an SQLite file (www.sqlite.org/fileformat.html): 100 bytes.
function readHeader(path: string): Buffer {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, header.length, 0);
  } finally {
    closeSync(file);
  }
  return header;
}

// The header counts the pages there should be, unless the log beside the file knows better.
function isCutShort(path: string, header: Buffer, size: number): boolean {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  const pageSize = header.readUInt16BE(16);
  return size < header.readUInt32BE(28) * (pageSize === 1 ? 65536 : pageSize);
}

function assertVersion(handle: Database.Database, readOnly: boolean): void {
  // Reads the page that all others hang on, so that damage there shows now.
  handle.prepare('select count(*) from sqlite_schema').get();
  const version = handle.pragma('user_version', { simple: true }) as number;
  if (version > newestVersion()) throw tooNew();
  if (readOnly && version < newestVersion())
    throw new DraadError(
      'not-a-project',
      'This project must be updated first; that can’t be done while another program has it open or it can’t be written',
    );
}

function tooNew(): DraadError {
  return new DraadError('not-a-project', 'This project was made by a newer version of Rode Draad; update the program to open it');
}
