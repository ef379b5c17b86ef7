// The start screen: settings, the projects at hand, and opening one of them.

import { existsSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import type { Input, OperationName } from '../contract/index.ts';
import { DraadError } from '../domain/error.ts';
import { clearHistory } from '../store/history.ts';
import { takeLock } from '../store/lock.ts';
import { getProjectName } from '../store/project.ts';
import { transact } from './change.ts';
import { dispatch } from './dispatch.ts';
import { fillSample, listSample } from './sample.ts';
import type { HandlersFor, WorkbenchCall } from './session.ts';
import { removeProjectFile } from './workbench.ts';

const SAMPLE_NAME = { nl: 'Eerste 1.000 dagen (voorbeeld)', en: 'First 1,000 days (sample)' };

export const workbenchHandlers: HandlersFor<'workbench'> = {
  'workbench.get': ({ workbench, effects }) => {
    const { recent: _, forgotten: __, ...settings } = workbench.settings();
    const open = workbench.project();
    return {
      version: programVersion(),
      settings,
      folder: workbench.folder,
      open: open
        ? {
            name: getProjectName(open.db),
            readOnly: open.readOnly,
            readOnlyWhy: open.readOnlyWhy,
            sample: isSame(open.path, workbench.samplePath),
            opening: open.opening,
          }
        : null,
      projects: workbench.list().map(({ path: _path, ...project }) => project),
      sampleInterviews: sampleSize(effects.folders.sample),
    };
  },
  'workbench.openSample': openSample,
  'workbench.create': ({ workbench }, { name }) => {
    workbench.create(workbench.freePath(name), name);
    return {};
  },
  'workbench.open': ({ workbench }, { key }) => {
    const project = workbench.list().find((listed) => listed.key === key);
    if (!project) throw new DraadError('not-found', 'This project is no longer there');
    workbench.open(project.path);
    return {};
  },
  'workbench.forget': ({ workbench }, { key }) => {
    const project = workbench.list().find((listed) => listed.key === key);
    if (!project) throw new DraadError('not-found', 'This project is no longer on the list');
    workbench.forget(project.path);
    return {};
  },
  'workbench.close': ({ workbench }) => {
    workbench.close();
    return {};
  },
  'workbench.settings': ({ workbench }, change) => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    workbench.change(Object.fromEntries(given));
    return {};
  },
};

/** Opens the person's copy of the sample; makes it first. A stop half-way leaves none. */
async function openSample(call: WorkbenchCall, { reset }: { reset: boolean }): Promise<Record<string, never>> {
  const { workbench, effects } = call;
  if (existsSync(workbench.samplePath) && !reset) {
    workbench.open(workbench.samplePath);
    return {};
  }
  // Before the open project is closed: a refusal leaves the person where they were.
  const before = workbench.project();
  const ours = before !== null && !before.readOnly && isSame(before.path, workbench.samplePath);
  if (!ours) assertNotInUse(workbench.samplePath);
  workbench.close();
  // Filled under another name, so that a stop half-way, of whatever kind, leaves no sample with half of it.
  const making = `${workbench.samplePath}.new`;
  removeProjectFile(making);
  try {
    workbench.create(making, SAMPLE_NAME[workbench.settings().language], { remember: false });
    const context = { workbench, effects, signal: call.signal, progress: call.progress };
    await fillSample(
      (name: OperationName, input: Input<OperationName>) => dispatch(context, name, input),
      effects.folders.sample,
    );
    const project = workbench.project();
    // The person's own first step is the first that undo can take back.
    if (project) await transact(project.db, () => clearHistory(project.db));
    workbench.close();
    removeProjectFile(workbench.samplePath);
    renameSync(making, workbench.samplePath);
  } catch (error) {
    workbench.close();
    removeProjectFile(making);
    if (before) workbench.open(before.path, { remember: false });
    throw error;
  }
  workbench.open(workbench.samplePath);
  return {};
}

function isSame(realPath: string, path: string): boolean {
  return existsSync(path) && realpathSync(path) === realPath;
}

function assertNotInUse(path: string): void {
  if (!existsSync(path)) return;
  const lock = takeLock(path);
  if (!lock) throw new DraadError('in-use', 'Another window or program has the sample project open; close it there first');
  lock.release();
}

function sampleSize(folder: string): number {
  try {
    return listSample(folder).length;
  } catch {
    // Without its fixtures the program has no sample to offer; the start screen leaves it out.
    return 0;
  }
}

let version: string | null = null;
function programVersion(): string {
  version ??= readVersion();
  return version;
}

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return existsSync(file) ? String(JSON.parse(readFileSync(file, 'utf8')).version) : '';
}
