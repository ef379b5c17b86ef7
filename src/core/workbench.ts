// Which project is open, who codes, and where projects are. Opening takes the project's lock; without it the project can only be read.

import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { cleanName, MAX_NAME } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { closeDatabase, openDatabase, openUnwritable, type WritableDb } from '../store/database.ts';
import { followChanges } from '../store/history.ts';
import { type Lock, takeLock } from '../store/lock.ts';
import { getPosition, getProjectName, insertProject } from '../store/project.ts';
import { followTouched } from '../store/touched.ts';
import type { Effects } from './effects.ts';
import { toFileName } from './files.ts';
import { type Recent, readSettings, type Settings, withoutRecent, withRecent, writeSettings } from './settings.ts';

/** `opening` says which file this is, the same at each opening of it. `readOnlyWhy`: another program has it, or it can't be written. */
export type Project = {
  readonly db: WritableDb;
  readonly path: string;
  readonly readOnly: boolean;
  readonly readOnlyWhy: 'in-use' | 'not-writable' | null;
  readonly opening: string;
  readonly lock: Lock | null;
};
export type ListedProject = {
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly changedAt: string;
  readonly place: string | null;
  /** It was opened here, and there is no file now. */
  readonly missing: boolean;
  /** The person took it off the list of the start screen. */
  readonly forgotten: boolean;
};

/** `readOnly`: without taking the lock. `remember`: among the recent projects, unless false. */
export type OpenOptions = { readonly readOnly?: boolean; readonly remember?: boolean };

export const PROJECT_ENDING = '.draad';

export type Workbench = {
  readonly folder: string;
  project(): Project | null;
  settings(): Settings;
  change(change: Partial<Settings>): void;
  /** Opens the project at a path; read-only when another process owns it, or when it can't be written. Errors: `not-found`, `not-a-project`. */
  open(path: string, options?: OpenOptions): void;
  /** Makes an empty project and opens it. Errors: `conflict`. */
  create(path: string, name: string, options?: OpenOptions): void;
  close(): void;
  /** The projects in the projects folder and those opened lately, also those that are missing; the last changed first. */
  list(): ListedProject[];
  /** Takes a project off the list of the start screen; it comes back when it is opened again. */
  forget(path: string): void;
  /** Where a new project of this name would go: a path in the projects folder that is free. */
  freePath(name: string): string;
  readonly samplePath: string;
};

export function createWorkbench(effects: Effects): Workbench {
  let open: Project | null = null;
  let settings = readSettings(effects.folders.settings);
  let coder = effects.coder; // for this run only: it never gets into the settings file
  const folder = effects.folders.projects;

  const workbench: Workbench = {
    folder,
    samplePath: join(folder, `Voorbeeldproject${PROJECT_ENDING}`),
    project: () => open,
    settings: () => (coder === undefined ? settings : { ...settings, coder }),
    change: (change) => {
      if (change.coder !== undefined) coder = undefined;
      // Another window may have written since: only what is changed here goes over what is there.
      settings = { ...readSettings(effects.folders.settings), ...change };
      writeSettings(effects.folders.settings, settings);
    },
    open: (path, options = {}) => {
      // We hold the lock on a project that is open already; without giving it up we would find it taken.
      if (open && realPath(path)[0] === open.path) workbench.close();
      const next = openProject(path, options);
      workbench.close();
      open = next;
      if (options.remember !== false) remember(next);
    },
    create: (path, name, options) => {
      mkdirSync(dirname(resolve(path)), { recursive: true });
      createProjectFile(path, checkedName(name));
      workbench.open(path, options);
    },
    close: () => {
      if (open) closeProject(open);
      open = null;
    },
    list: () => listProjects(folder, readSettings(effects.folders.settings), open),
    forget: (path) => {
      const { recent, forgotten } = withoutRecent(readSettings(effects.folders.settings), path);
      workbench.change({ recent, forgotten });
    },
    freePath: (name) => freePath(folder, toFileName(name)),
  };
  return workbench;

  function remember({ path, db }: Project): void {
    try {
      const openedAt = new Date(effects.now()).toISOString();
      const now = readSettings(effects.folders.settings); // another program may have opened one since
      const { recent, forgotten } = withRecent(now, { path, openedAt, name: getProjectName(db) });
      workbench.change({ recent, forgotten });
    } catch {
      // Where settings can't be kept the list of recent projects is short; the project is open all the same.
      effects.log('the list of recent projects could not be written');
    }
  }
}

function checkedName(given: string): string {
  const name = cleanName(given);
  if (name === '' || name.length > MAX_NAME)
    throw new DraadError('invalid-input', `A project needs a name of 1 to ${MAX_NAME} characters`, 'name');
  return name;
}

function openProject(given: string, options: OpenOptions): Project {
  if (!existsSync(given)) throw new DraadError('not-found', `There is no project at ${given}`);
  const path = realpathSync.native(given);
  const { lock, why } = options.readOnly ? { lock: null, why: 'in-use' as const } : tryLock(path);
  try {
    const db = why === 'not-writable' ? openUnwritable(path) : openDatabase(path, { readOnly: lock === null });
    if (lock) {
      followChanges(db);
      followTouched(db);
    }
    return { db, path, readOnly: lock === null, readOnlyWhy: why, opening: openingOf(path), lock };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** The lock, or why there is none. */
function tryLock(path: string): { lock: Lock | null; why: Project['readOnlyWhy'] } {
  if (!canWrite(path)) return { lock: null, why: 'not-writable' };
  try {
    const lock = takeLock(path);
    return { lock, why: lock ? null : 'in-use' };
  } catch (error) {
    if (error instanceof DraadError && error.code === 'not-writable') return { lock: null, why: 'not-writable' };
    throw error;
  }
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The file itself and not its name, so that a call for a project that was thrown away does not land in its successor. */
function openingOf(path: string): string {
  const { ino, birthtimeMs } = statSync(path);
  return keyOf(`${path} ${ino} ${birthtimeMs}`);
}

function closeProject(project: Project): void {
  closeDatabase(project.db);
  project.lock?.release();
}

// Made under another name first, so that a stop half-way leaves no project without anything in it.
function createProjectFile(path: string, name: string): void {
  if (existsSync(path)) throw new DraadError('conflict', `There is already a file ${path}`);
  const making = join(dirname(path), `.${basename(path)}.new`);
  removeProjectFile(making);
  try {
    const db = openDatabase(making, { create: true });
    try {
      insertProject(db, name);
    } finally {
      closeDatabase(db);
    }
    renameSync(making, path);
  } finally {
    removeProjectFile(making);
  }
}

function freePath(folder: string, base: string): string {
  for (let n = 1; ; n++) {
    const path = join(folder, `${n === 1 ? base : `${base} (${n})`}${PROJECT_ENDING}`);
    if (!existsSync(path)) return path;
  }
}

function listProjects(folder: string, settings: Settings, open: Project | null): ListedProject[] {
  const forgotten = new Set(settings.forgotten);
  const paths = new Set([...projectsIn(folder), ...settings.recent.map((r) => r.path)].flatMap(realPath));
  const there = [...paths].flatMap((path) => listed(path, open));
  const missing = settings.recent.filter((r) => !existsSync(r.path)).map(asMissing);
  return [...there, ...missing]
    .map((project) => ({ ...project, forgotten: forgotten.has(project.path) }))
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt) || a.name.localeCompare(b.name));
}

type Found = Omit<ListedProject, 'forgotten'>;

function asMissing({ path, openedAt, name }: Recent): Found {
  const folder = dirname(path);
  return { key: keyOf(path), path, name: name ?? basename(path), folder, changedAt: openedAt, place: null, missing: true };
}

function projectsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith(PROJECT_ENDING))
      .map((file) => join(folder, file));
  } catch {
    // There is no such folder yet, or no right to look into it: nothing to list.
    return [];
  }
}

/** Where a path really leads, as the file system spells it; none when it leads nowhere. */
function realPath(path: string): string[] {
  try {
    return [realpathSync.native(path)];
  } catch {
    return [];
  }
}

// A file that can't be opened is simply not listed here; opening it by hand says why.
function listed(path: string, open: Project | null): Found[] {
  const changedAt = newest([path, `${path}-wal`]);
  const about = (db: WritableDb): Found[] => [
    {
      key: keyOf(path),
      path,
      name: getProjectName(db),
      folder: dirname(path),
      changedAt,
      place: getPosition(db, 'place'),
      missing: false,
    },
  ];
  if (open?.path === path) return about(open.db);
  let db: WritableDb | null = null;
  try {
    db = openDatabase(path, { look: true });
    return about(db);
  } catch {
    return [];
  } finally {
    if (db) closeDatabase(db);
  }
}

function newest(paths: readonly string[]): string {
  return new Date(Math.max(...paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0))).toISOString();
}

function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('base64url').slice(0, 16);
}

/** Removes a project, if there is one. Errors: `in-use` when a window or program has it open. */
export function removeProject(path: string): void {
  if (!existsSync(path)) return;
  const lock = takeLock(path);
  if (!lock) throw new DraadError('in-use', `${path} is open in a window or program; close it there first`);
  try {
    removeProjectFile(path);
  } finally {
    lock.release();
  }
}

/** Removes a project file with what SQLite keeps beside it. */
export function removeProjectFile(path: string): void {
  for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
}
