// One process owns a project. The lock is an exclusive transaction on a small hidden file beside it, so it dies with the process.

import { rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';

export type Lock = { release(): void };

/** The lock on the project at `path`, or null when another process has it. */
export function takeLock(path: string): Lock | null {
  const file = join(dirname(path), `.${basename(path)}.lock`);
  for (let attempt = 0; attempt < 5; attempt++) {
    const handle = new Database(file, { timeout: 0 });
    const before = inode(file);
    try {
      handle.pragma('journal_mode = MEMORY');
      handle.exec('begin exclusive');
    } catch (error) {
      handle.close();
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
      throw error;
    }
    // Its owner may have removed the file between our opening and our locking it; then this lock is on a file nobody sees.
    if (before !== null && before === inode(file)) return { release: () => release(handle, file) };
    handle.close();
  }
  return null;
}

function release(handle: Database.Database, file: string): void {
  if (process.platform !== 'win32') rmSync(file, { force: true });
  handle.close();
  if (process.platform === 'win32') rmSync(file, { force: true, maxRetries: 2 });
}

function inode(file: string): bigint | null {
  return statSync(file, { throwIfNoEntry: false, bigint: true })?.ino ?? null;
}
