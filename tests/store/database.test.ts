// The project file: what it is made of, the settings that keep it safe, and what is refused without a byte being written.

import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DraadError } from '../../src/domain/error.ts';
import { APPLICATION_ID, asDraadError, closeDatabase, driver, openDatabase } from '../../src/store/database.ts';
import { followChanges, followedTables } from '../../src/store/history.ts';
import { newestVersion } from '../../src/store/migrations.ts';
import { tempHome } from '../helpers/temp.ts';

let folder: string;
let good: string;

beforeAll(async () => {
  folder = mkdtempSync(join(await tempHome(), 'store-'));
  good = join(folder, 'good.draad');
  const db = openDatabase(good, { create: true });
  driver(db).exec(`insert into project (id, name) values (1, 'Proef');
    insert into interview_set (name, name_key) values ('Set', 'set');
    insert into interview (set_id, name, name_key, file, sha256, words) values (1, 'A', 'a', 'a.txt', 'x', 1);
    insert into interview_text (interview_id, text) values (1, '${'woord '.repeat(20_000)}')`);
  closeDatabase(db);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the schema', () => {
  it('is what was reviewed', () => {
    const db = openDatabase(good, { readOnly: true });
    const rows = driver(db)
      .prepare<[], { sql: string }>('select sql from sqlite_schema where sql is not null order by type, name')
      .all();
    closeDatabase(db);
    const sql = `${rows.map((row) => `${row.sql};`).join('\n\n')}\n`;
    const golden = new URL('golden/schema.sql', import.meta.url);
    const changed = new URL('golden/schema-changed.sql', import.meta.url);
    const kept = existsSync(golden) ? readFileSync(golden, 'utf8').replaceAll('\r\n', '\n') : '';
    if (kept === sql) rmSync(changed, { force: true });
    else writeFileSync(changed, sql);
    expect(
      kept === sql,
      'golden/schema.sql differs; when golden/schema-changed.sql is what you mean, rename it over the other',
    ).toBe(true);
  });

  it('has strict tables only, but for the search index', () => {
    const db = openDatabase(good, { readOnly: true });
    const tables = driver(db).pragma('table_list') as { schema: string; name: string; type: string; strict: number }[];
    closeDatabase(db);
    const loose = tables.filter((table) => table.schema === 'main' && table.strict === 0).map((table) => table.name);
    expect(loose.filter((name) => !/^(sqlite_|interview_search)/.test(name))).toEqual([]);
  });

  it('has no table that the history does not follow, but for those named here', () => {
    const db = openDatabase(good);
    followChanges(db);
    const tables = driver(db).prepare<[], { name: string }>("select name from main.sqlite_schema where type = 'table'").all();
    const followed = [...followedTables(db).keys()];
    const triggers = driver(db)
      .prepare<[], { tbl_name: string; n: number }>(
        "select tbl_name, count(*) as n from temp.sqlite_schema where type = 'trigger' group by 1",
      )
      .all();
    closeDatabase(db);
    const unfollowed = tables.map((table) => table.name).filter((name) => !followed.includes(name));
    expect(unfollowed.filter((name) => !/^(sqlite_|interview_search)/.test(name)).sort()).toEqual([
      'gone',
      'history_entry',
      'history_row',
      'position',
    ]);
    expect(new Map(triggers.map((trigger) => [trigger.tbl_name, trigger.n]))).toEqual(new Map(followed.map((name) => [name, 3])));
  });
});

describe('a project that is open', () => {
  it('has every safety setting', () => {
    const db = openDatabase(good);
    const handle = driver(db);
    const settings = [
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'trusted_schema',
      'cell_size_check',
      'secure_delete',
      'temp_store',
      'mmap_size',
      'application_id',
      'user_version',
    ];
    const made = Object.fromEntries(settings.map((name) => [name, handle.pragma(name, { simple: true })]));
    const fts = handle.prepare("select v from interview_search_config where k = 'secure-delete'").pluck().get();
    const version = handle.prepare('select sqlite_version()').pluck().get();
    closeDatabase(db);
    expect(made).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      secure_delete: 1,
      temp_store: 2,
      mmap_size: 0,
      application_id: APPLICATION_ID,
      user_version: newestVersion(),
    });
    expect(fts).toBe(1);
    expect(String(version).localeCompare('3.51.3', undefined, { numeric: true })).toBeGreaterThanOrEqual(0);
  });

  it('leaves nothing beside it when it is closed', () => {
    closeDatabase(openDatabase(good));
    expect(readdirSync(folder).filter((name) => name.startsWith('good'))).toEqual(['good.draad']);
  });

  it('can’t be written when it was opened to be read', () => {
    const db = openDatabase(good, { readOnly: true });
    try {
      driver(db).exec("update project set name = 'x'");
      expect.unreachable();
    } catch (error) {
      expect(asDraadError(error)).toMatchObject({ code: 'not-writable' });
    } finally {
      closeDatabase(db);
    }
  });
});

const newer = newestVersion() + 1;

/** What is refused: a name, and how the file comes about. */
const refused: readonly (readonly [string, (path: string) => void, RegExp])[] = [
  ['a text file', (path) => writeFileSync(path, 'Anouk: ja hoor.\n'.repeat(200)), /not a Rode Draad project/],
  ['an empty file', (path) => writeFileSync(path, ''), /not a Rode Draad project/],
  ['a file of 20 bytes', (path) => writeFileSync(path, 'SQLite format 3\0abcd'), /./],
  ['a folder', (path) => mkdirSync(path), /not a file/],
  ['a database of another program', (path) => foreign(path, 'delete'), /another program/],
  ['a database of another program in WAL mode', (path) => foreign(path, 'wal'), /another program/],
  ['a project of a newer version', (path) => edit(path, (file) => file.pragma(`user_version = ${newer}`)), /newer version/],
  ['a project that was cut off', (path) => cut(path, (size) => Math.floor(size / 2)), /damaged/],
  ['a project without its last page', (path) => cut(path, (size) => size - 4096), /damaged/],
  ['a project with only its header', (path) => cut(path, () => 100), /damaged/],
  ['a project with a damaged first page', (path) => scratch(path, 100, 3000), /damaged/],
  ['a project with a damaged header', (path) => scratch(path, 0, 90), /not a Rode Draad project/],
];

function foreign(path: string, mode: string): void {
  const file = new Database(path);
  file.pragma(`journal_mode = ${mode}`);
  file.exec("create table recipe (name text); insert into recipe values ('soep')");
  file.close();
}

function edit(path: string, change: (file: Database.Database) => void): void {
  cpSync(good, path);
  const file = new Database(path);
  change(file);
  file.close();
}

function cut(path: string, to: (size: number) => number): void {
  cpSync(good, path);
  truncateSync(path, to(readFileSync(path).length));
}

function scratch(path: string, start: number, end: number): void {
  const bytes = readFileSync(good);
  bytes.fill(0xa5, start, end);
  writeFileSync(path, bytes);
}

describe('what is no sound project', () => {
  it.each(refused)('%s is refused in words, and nothing is written', (name, make, words) => {
    const own = join(folder, name.replaceAll(' ', '-'));
    mkdirSync(own);
    const path = join(own, 'x.draad');
    make(path);
    const before = contents(own);
    for (const readOnly of [false, true]) {
      expect(refusalOf(() => openDatabase(path, { readOnly }))).toMatchObject({
        code: 'not-a-project',
        message: expect.stringMatching(words),
      });
      // The driver may have made its shared memory beside a file that it had to open for reading.
      const after = [...contents(own)].filter(([file]) => !readOnly || !/-(shm|wal)$/.test(file));
      expect(new Map(after)).toEqual(before);
    }
  });

  it('nothing at all is not found, and a project is not made over what is there', () => {
    expect(refusalOf(() => openDatabase(join(folder, 'none.draad')))).toMatchObject({ code: 'not-found' });
    const before = readFileSync(good);
    expect(refusalOf(() => openDatabase(good, { create: true }))).toMatchObject({ code: 'conflict' });
    expect(readFileSync(good).equals(before)).toBe(true);
  });

  it('is told when damage in the middle comes to light', () => {
    const path = join(folder, 'middle.draad');
    const bytes = readFileSync(good);
    bytes.fill(0xa5, 8192, bytes.length);
    writeFileSync(path, bytes);
    const failure = refusalOf(() => {
      const db = openDatabase(path);
      try {
        driver(db).prepare('select text from interview_text').all();
      } catch (error) {
        throw asDraadError(error);
      } finally {
        closeDatabase(db);
      }
    });
    expect(failure).toMatchObject({ code: 'not-a-project' });
  });
});

function refusalOf(work: () => unknown): DraadError {
  try {
    work();
  } catch (error) {
    if (error instanceof DraadError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

/** Every file in a folder with its bytes; a folder counts by its name. */
function contents(of: string): Map<string, string> {
  const entries = readdirSync(of, { withFileTypes: true });
  return new Map(
    entries.map((entry) => [
      entry.name,
      entry.isFile()
        ? createHash('sha256')
            .update(readFileSync(join(of, entry.name)))
            .digest('hex')
        : '',
    ]),
  );
}
