// How a project gets to the newest schema: in whole steps, with a backup before, and with its history still of use after.

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase, driver, openDatabase } from '../../src/store/database.ts';
import { useMigrations as setMigrations } from '../../src/store/migrations.ts';
import { dump, importTalk, openProjects } from '../helpers/project.ts';
import { tempHome } from '../helpers/temp.ts';

const real = new URL('../../migrations/', import.meta.url);
const newest = readdirSync(real).filter((file) => file.endsWith('.sql')).length;
const projects = await openProjects();
let folder: string;
let count = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(await tempHome(), 'migrations-'));
});
afterEach(() => setMigrations(real));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** From here on the program has these migrations after the real ones. */
function updateProgram(...added: readonly string[]): void {
  const own = join(folder, `migrations-${++count}`);
  mkdirSync(own);
  const known = readdirSync(real).filter((file) => file.endsWith('.sql'));
  for (const file of known) copyFileSync(new URL(file, real), join(own, file));
  for (const [n, sql] of added.entries())
    writeFileSync(join(own, `${String(known.length + n + 1).padStart(4, '0')}-added.sql`), sql);
  setMigrations(pathToFileURL(`${own}/`));
}

function inspect<T>(path: string, look: (file: Database.Database) => T): T {
  const file = new Database(path);
  try {
    return look(file);
  } finally {
    file.close();
  }
}

const versionOf = (path: string) => inspect(path, (file) => file.pragma('user_version', { simple: true }));
const schemaOf = (path: string) => inspect(path, (file) => file.prepare('select sql from sqlite_schema order by 1').all());

describe('the migrations', () => {
  it('are numbered without a gap, and throw nothing away', () => {
    const files = readdirSync(real).filter((file) => file.endsWith('.sql'));
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, n) => n + 1));
    for (const file of files)
      expect(readFileSync(new URL(file, real), 'utf8')).not.toMatch(/^\s*(?:drop table|pragma|commit|begin\s*;)/im);
  });

  it('make a new project in one go, without a backup of nothing', () => {
    const path = join(folder, 'new.draad');
    closeDatabase(openDatabase(path, { create: true }));
    expect(versionOf(path)).toBe(newest);
    expect(readdirSync(folder).filter((file) => file.startsWith('new'))).toEqual(['new.draad']);
  });
});

describe('an update of the program', () => {
  it('brings a project along step by step, and leaves a sound copy of how it was', async () => {
    const path = await projects.samplePath();
    const before = dump(path);
    updateProgram(
      "alter table code add column note text not null default ''",
      'create table later (id integer primary key) strict',
    );
    closeDatabase(openDatabase(path));
    expect(versionOf(path)).toBe(newest + 2);
    expect(inspect(path, (file) => file.prepare('select count(*) from later').pluck().get())).toBe(0);
    const backup = `${path}.v${newest}.backup`;
    expect(versionOf(backup)).toBe(newest);
    expect(dump(backup)).toEqual(before);
    const after = dump(path, ['later']);
    expect({ ...after, code: [] }).toEqual({ ...before, code: [] });
    expect(after.code).toEqual(before.code?.map((row) => ({ ...(row as object), note: '' })));
  });

  it('leaves everything as it was when a step fails', async () => {
    const path = await projects.samplePath();
    const before = { rows: dump(path), schema: schemaOf(path) };
    updateProgram("insert into interview_set (name, name_key) values ('half', 'half'); create table code (x)");
    expect(() => openDatabase(path)).toThrow(/already exists/);
    expect(versionOf(path)).toBe(newest);
    expect({ rows: dump(path), schema: schemaOf(path) }).toEqual(before);
    setMigrations(real);
    closeDatabase(openDatabase(path));
  });

  it('can still take back what was done before it', async () => {
    const project = await projects.empty();
    const { id: interviewId } = await importTalk(project, 'A', [['Anouk', 'Ik slaap slecht.']]);
    const { id } = await project.ask('code.create', { name: 'slapen' });
    await project.ask('code.update', { id, definition: 'Over slapen.' });
    await project.ask('coding.apply', { interviewId, textVersion: 1, start: 0, end: 8, codeIds: [id] });
    await project.ask('code.delete', { id });
    await project.engine.close();
    updateProgram("alter table code add column note text not null default 'nieuw'");
    await project.reopen();
    for (let n = 0; n < 5; n++) expect((await project.ask('history.undo', {})).entry).not.toBeNull();
    for (let n = 0; n < 4; n++) expect((await project.ask('history.redo', {})).entry).not.toBeNull();
    const file = dump(project.path);
    expect(file.code).toMatchObject([{ id, definition: 'Over slapen.', note: 'nieuw' }]);
    expect(file.coding).toHaveLength(1);
    expect(await project.ask('project.check', {})).toEqual({ ok: true });
  });

  it('does not happen to a project that another process has open, nor to one that is only looked at', async () => {
    const path = await projects.samplePath();
    updateProgram('create table later (id integer primary key) strict');
    expect(() => openDatabase(path, { readOnly: true })).toThrow(/updated first/);
    const db = openDatabase(path, { look: true });
    expect(driver(db).prepare('select name from project').pluck().get()).toBe('Eerste 1.000 dagen');
    expect(() => driver(db).exec("update project set name = 'x'")).toThrow(/readonly/);
    closeDatabase(db);
    expect(versionOf(path)).toBe(newest);
    expect(existsSync(`${path}.v${newest}.backup`)).toBe(false);
  });
});
