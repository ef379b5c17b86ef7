// Opens the workbench by one of its doors, for one end-to-end script that runs through each: the double of Electron, the loopback
// server, and Electron itself where its binary is.

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Answer } from '../../src/contract/door.ts';
import { findBrowser, quietFlags } from '../tools/browser.mjs';
import { buildIfNeeded } from '../tools/build.mjs';
import { openInDouble } from './session-double.ts';
import { missingElectron, openInElectron } from './session-electron.ts';
import { openInBrowser } from './session-web.ts';
import { tempHome } from './temp.ts';

export type DoorKind = 'double' | 'web' | 'electron';
export const doors: readonly DoorKind[] = ['double', 'web', 'electron'];

export type OpenOptions = {
  /** A project file to begin with. */
  readonly project?: string;
  /** Where projects and settings are kept; a new folder, gone afterwards, unless named. */
  readonly home?: string;
  readonly language?: 'nl' | 'en';
  /** A running browser, shared by several sessions of one test file; not for `electron`. */
  readonly browser?: Browser;
};

/** How a door is opened: `onPage` hears of the page before it loads anything, where the door can tell so early. */
export type Opening = OpenOptions & { readonly home: string; readonly onPage: (page: Page) => void };

/** What each door gives. */
export type Opened = {
  readonly page: Page;
  /** The answer as the door sends it: JSON. */
  readonly callText: (name: string, input: unknown, opening?: string) => Promise<string>;
  /** The page of the next window (a tab in a browser) that `action` opens. */
  readonly another: (action: () => Promise<unknown>) => Promise<Page>;
  /** Runs `action`, which saves a file, and gives what was saved. */
  readonly saving: (action: () => Promise<unknown>) => Promise<{ readonly name: string; readonly text: string }>;
  readonly close: () => Promise<void>;
};

export type Workbench = Opened & {
  readonly door: DoorKind;
  readonly home: string;
  /** `opening`: which project is meant; the one that is open, whichever, unless named. */
  readonly call: (name: string, input: unknown, opening?: string) => Promise<Answer>;
  /** What the page complained of: errors, and what its policy refused. A test ends with this empty. */
  readonly problems: readonly string[];
};

/** Why this door can't be opened here, in a sentence; null when it can. For `it.skipIf(missingDoor(door))`, printed by `tellMissing`. */
export function missingDoor(door: DoorKind): string | null {
  return door === 'electron' ? missingElectron() : null;
}

/** Prints why a door is left out; call it once in a test file. */
export function tellMissing(): void {
  for (const door of doors) {
    const why = missingDoor(door);
    if (why) console.info(`Skipped: the door ${door}. ${why}`);
  }
}

/** Builds what is out of date, and opens the workbench. */
export async function openWorkbench(door: DoorKind, options: OpenOptions = {}): Promise<Workbench> {
  await buildIfNeeded();
  const home = options.home ?? (await mkdtemp(join(await tempHome(), 'home-')));
  await mkdir(home, { recursive: true });
  const open = { double: openInDouble, web: openInBrowser, electron: openInElectron }[door];
  const problems: string[] = [];
  const opened = await open({ ...options, home, onPage: (page) => listenForProblems(page, problems) });
  return {
    ...opened,
    door,
    home,
    problems,
    call: async (name, input, opening) => JSON.parse(await opened.callText(name, input, opening)) as Answer,
    async close() {
      await opened.close();
      if (!options.home) await rm(home, { recursive: true, force: true });
    },
  };
}

/** A browser for several sessions; the caller closes it. */
export async function startBrowser(): Promise<Browser> {
  // Without a language Chromium can't write names of files with letters outside ASCII.
  const env = { LANG: 'C.UTF-8', ...process.env };
  return chromium.launch({ executablePath: await findBrowser(), args: [...quietFlags], env });
}

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** Calls through `window.draad`, as the page's own bridge does. */
export function callDesktop(page: Page): Opened['callText'] {
  return (name, input, opening = '') =>
    page.evaluate(
      async ([called, given, meant]) => {
        if (!window.draad) throw new Error('This page has no desktop door.');
        return JSON.stringify(await window.draad.call(crypto.randomUUID(), String(called), given, meant ? String(meant) : null));
      },
      [name, input, opening],
    );
}

/** What was saved at a path that the test gave to the save dialog: a click returns before the file is there. */
export async function readSaved(path: string): Promise<string> {
  for (let tries = 0; tries < 300 && !existsSync(path); tries++) await pause(50);
  return readFile(path, 'utf8');
}

/** The name in the path that a save dialog proposed. */
export function nameIn(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}

export function listenForProblems(page: Page, problems: string[]): void {
  page.on('console', (message) => {
    // An answer that says no has an HTTP status that says no, which the browser writes down.
    const isAnswer = message.location().url.endsWith('/call');
    if (message.type() === 'error' && !isAnswer) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
}
