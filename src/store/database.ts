// Opens a project file the safe way, and is the only place that knows the driver. A read gets a ReadableDb and a change a
// WritableDb, so a report that writes does not compile.

import { existsSync, readFileSync, statSync } from 'node:fs';
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

export type OpenOptions = { readonly create?: boolean; readonly readOnly?: boolean };

/**
 * Opens or makes the project file at `path` and asserts every safety setting.
 * Errors: `not-found`, `not-a-project` (another kind of file, damaged, or of a newer version), `conflict` (create, but it exists).
 */
export function openDatabase(path: string, options: OpenOptions = {}): WritableDb {
  if (options.create && existsSync(path)) throw new DraadError('conflict', `There is already a file ${path}`);
  if (!options.create) assertProjectFile(path);
  const handle = new Database(path, { readonly: options.readOnly ?? false });
  try {
    const db = handle as unknown as WritableDb;
    if (options.create) handle.pragma(`application_id = ${APPLICATION_ID}`);
    settle(handle, options.readOnly ?? false);
    if (!options.create) assertOurs(handle);
    if (!options.readOnly) migrate(handle, path);
    else if (version(handle) !== newestVersion()) throw new DraadError('not-a-project', 'This project must be updated first, and another program has it open');
    return db;
  } catch (error) {
    handle.close();
    throw asDraadError(error);
  }
}

export function closeDatabase(db: ReadableDb): void {
  const handle = driver(db);
  statements.delete(handle);
  if (!handle.readonly && handle.open) handle.pragma('wal_checkpoint(TRUNCATE)');
  handle.close();
}

/** A copy of the whole project in a new file, complete and compact. Errors: `conflict` when the file exists, `no-space`. */
export function copyDatabase(db: ReadableDb, to: string): void {
  if (existsSync(to)) throw new DraadError('conflict', `There is already a file ${to}`);
  driver(db).prepare('vacuum into ?').run(to);
}

/** SQLite's own words about the file: empty when it is sound. */
export function integrityProblems(db: ReadableDb): string[] {
  const handle = driver(db);
  const found = (handle.pragma('integrity_check(20)') as { integrity_check: string }[]).map((row) => row.integrity_check).filter((line) => line !== 'ok');
  const keys = handle.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[];
  return [...found, ...keys.slice(0, 20).map((row) => `row ${row.rowid} of ${row.table} points at a missing ${row.parent}`)];
}

/** An SQLite error in words a person can act on; anything else as it is. */
export function asDraadError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === 'SQLITE_FULL' || error.code.startsWith('SQLITE_IOERR') || error.code === 'SQLITE_READONLY') {
    return new DraadError('no-space', 'The disk is full or can’t be written; nothing of this step was kept');
  }
  if (error.code === 'SQLITE_CORRUPT' || error.code === 'SQLITE_NOTADB') return new DraadError('not-a-project', 'The file is damaged or not a Rode Draad project');
  if (error.code.startsWith('SQLITE_BUSY')) return new DraadError('in-use', 'Another program is using this project');
  return error;
}

function settle(handle: Database.Database, readOnly: boolean): void {
  handle.pragma('busy_timeout = 2000');
  if (!readOnly) handle.pragma('journal_mode = WAL');
  // The driver picks NORMAL in WAL mode, which can lose acknowledged commits in a power cut.
  handle.pragma('synchronous = FULL');
  handle.pragma('foreign_keys = ON');
  handle.pragma('trusted_schema = OFF');
  handle.pragma('cell_size_check = ON');
  handle.pragma('secure_delete = ON');
  handle.pragma('temp_store = MEMORY');
  handle.pragma('mmap_size = 0');
  handle.pragma('cache_size = -65536');
  for (const [name, value] of [['synchronous', 2], ['foreign_keys', 1], ['trusted_schema', 0], ['cell_size_check', 1], ['temp_store', 2]] as const) {
    if (handle.pragma(name, { simple: true }) !== value) throw new DraadError('internal', `The safety setting ${name} could not be made`);
  }
}

function assertProjectFile(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new DraadError('not-found', `There is no project at ${path}`);
  if (!stat.isFile()) throw new DraadError('not-a-project', `${path} is not a file`);
  if (stat.size < 512 || readHead(path) !== 'SQLite format 3\0') throw new DraadError('not-a-project', `${path} is not a Rode Draad project, or it is damaged`);
}

function readHead(path: string): string {
  return readFileSync(path).subarray(0, 16).toString('latin1');
}

function assertOurs(handle: Database.Database): void {
  if (handle.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw new DraadError('not-a-project', 'This is a database of another program');
  if (version(handle) > newestVersion()) throw new DraadError('not-a-project', 'This project was made by a newer version of Rode Draad; update the program to open it');
}

function version(handle: Database.Database): number {
  return handle.pragma('user_version', { simple: true }) as number;
}
