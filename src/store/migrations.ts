// Brings a project file to the newest schema: `migrations/NNNN-what.sql`, in order, each in one transaction with its version number.
// An existing project is copied first, and the copy is checked, before anything is changed.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DraadError } from '../domain/error.ts';

type Migration = { readonly version: number; readonly file: string };

let folder = new URL('../../migrations/', import.meta.url);

/** Where the migrations are when the program is bundled. */
export function useMigrations(url: URL): void {
  folder = url;
}

function migrations(): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number(file.slice(0, 4)), file }));
}

export function newestVersion(): number {
  return migrations().at(-1)?.version ?? 0;
}

/** Runs what is missing. A project that has rows already is backed up beside itself first. Errors: `refused` when the backup is not sound. */
export function migrate(handle: Database.Database, path: string): void {
  const current = handle.pragma('user_version', { simple: true }) as number;
  const missing = migrations().filter((migration) => migration.version > current);
  if (missing.length === 0) return;
  if (current > 0) backUp(handle, `${path}.v${current}.backup`);
  for (const migration of missing) {
    handle.transaction(() => {
      handle.exec(readFileSync(new URL(migration.file, folder), 'utf8'));
      handle.pragma(`user_version = ${migration.version}`);
    })();
  }
}

function backUp(handle: Database.Database, path: string): void {
  rmSync(path, { force: true });
  handle.prepare('vacuum into ?').run(path);
  const copy = new Database(path, { readonly: true });
  const sound = copy.pragma('integrity_check', { simple: true }) === 'ok';
  copy.close();
  if (!sound) throw new DraadError('refused', 'A backup could not be made, so the project was not updated; nothing was changed');
}
