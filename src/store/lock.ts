// One process owns a project. The lock is an exclusive transaction on a small hidden file beside it, so it dies with the process.

import { rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { asDraadError } from './database.ts';

export type Lock = { release(): void };

/** The lock on the project at `path`, or null when another process has it. Errors: `no-space` when its folder can't be written. */
export function takeLock(path: string): Lock | null {
  const file = join(dirname(path), `.${basename(path)}.lock`);
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = inode(file);
    const handle = lockFile(file);
    if (handle === null) return null;
    // Its owner may remove the file while we open and lock it; then this lock is on a file nobody sees. The file that was there
    // before and after is the one that is locked; a file just made is seen in the next attempt.
    if (before !== null && before === inode(file)) return { release: () => release(handle, file) };
    handle.close();
  }
  return null;
}

function lockFile(file: string): Database.Database | null {
  let handle: Database.Database | null = null;
  try {
    handle = new Database(file, { timeout: 0 });
    handle.pragma('journal_mode = MEMORY');
    handle.exec('begin exclusive');
    return handle;
  } catch (error) {
    handle?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw asDraadError(error);
  }
}

function release(handle: Database.Database, file: string): void {
  if (process.platform !== 'win32') rmSync(file, { force: true });
  handle.close();
  if (process.platform === 'win32') rmSync(file, { force: true, maxRetries: 2 });
}

function inode(file: string): bigint | null {
  return statSync(file, { throwIfNoEntry: false, bigint: true })?.ino ?? null;
}
