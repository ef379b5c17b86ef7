// One process owns a project. The lock is an open transaction on a small hidden file beside it, so it dies with the process.

import { randomInt } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { asDraadError } from './database.ts';

export type Lock = { release(): void };

/** The lock on the project at `path`, or null when another process has it. Errors: `not-writable` when its folder can't be. */
export function takeLock(path: string): Lock | null {
  const file = join(dirname(path), `.${basename(path)}.lock`);
  for (let attempt = 0; attempt < 5; attempt++) {
    const handle = lockFile(file);
    if (handle === null) return null;
    if (isAt(file, handle)) return { release: () => release(handle, file) };
    handle.close();
  }
  return null;
}

/** A handle that holds the lock on the file; others can still read it. Each file has a mark of its own, made by who locks it first. */
function lockFile(file: string, mayClear = true): Database.Database | null {
  let handle: Database.Database | null = null;
  try {
    handle = new Database(file, { timeout: 100 });
    handle.pragma('journal_mode = MEMORY');
    handle.pragma('synchronous = OFF');
    handle.exec('begin immediate');
    if (markOf(handle) === 0) {
      handle.pragma(`user_version = ${randomInt(1, 2 ** 31 - 1)}`);
      handle.exec('commit; begin immediate');
    }
    return handle;
  } catch (error) {
    handle?.close();
    const { code } = error instanceof Database.SqliteError ? error : { code: '' };
    if (code.startsWith('SQLITE_BUSY')) return null;
    // After a power cut there may be anything in it; nobody can hold a lock on that.
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(code) || !mayClear) throw asDraadError(error);
    rmSync(file, { force: true });
    return lockFile(file, false);
  }
}

// The owner before us may have removed the file while we were opening it; then our lock is on a file that nobody sees. Numbers of
// files are used again within a moment, so the mark tells, not the number.
function isAt(file: string, handle: Database.Database): boolean {
  let other: Database.Database | null = null;
  try {
    other = new Database(file, { readonly: true, fileMustExist: true, timeout: 100 });
    return markOf(other) === markOf(handle);
  } catch {
    return false;
  } finally {
    other?.close();
  }
}

function markOf(handle: Database.Database): unknown {
  return handle.pragma('user_version', { simple: true });
}

function release(handle: Database.Database, file: string): void {
  if (process.platform !== 'win32') rmSync(file, { force: true });
  handle.close();
  if (process.platform !== 'win32') return;
  try {
    rmSync(file, { force: true, maxRetries: 2 });
  } catch {
    // Windows does not remove a file that the next owner has open already; it is theirs to remove.
  }
}
