// The stage for states that are looked at: one host and one page per look, and each state begins the same way: a fresh page at a named
// address, on a fresh copy of a project that is kept as it was, with the clock standing still and nothing moving.

import { copyFile, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Translate, translator } from '../../renderer/i18n/index.ts';
import type { Answer } from '../../src/contract/door.ts';
import type { Input, OperationName, Output } from '../../src/contract/index.ts';
import type { Core } from '../../src/hosts/core.ts';
import { openWebHost } from '../../src/hosts/web/host.ts';
import { buildIfNeeded } from '../tools/build.mjs';
import { listenForProblems, project as product } from './session.ts';
import { stopClock, watchStillness } from './still-page.ts';
import { tempHome } from './temp.ts';

export type Look = { readonly language: 'nl' | 'en'; readonly theme: 'light' | 'dark'; readonly width: number };
/** The project files that states begin with, by name: closed, and never opened themselves. */
export type Kept = Readonly<Record<'sample' | 'worked' | 'empty', string>>;
/** `none`: the start screen of someone new. `known`: the start screen with projects on it. */
export type Beginning = keyof Kept | 'none' | 'known';

export type Stage = {
  readonly page: Page;
  readonly language: 'nl' | 'en';
  readonly width: number;
  readonly t: Translate;
  /** What the page complained of. */
  readonly problems: string[];
  /** A fresh page at an address, when `ready` is in view. */
  readonly begin: (beginning: Beginning, hash: string, ready: string) => Promise<void>;
  /** Waits until `ready` is in view and all has come to rest. */
  readonly rest: (ready?: string) => Promise<void>;
  /** Keys, each when the one before it has been dealt with. */
  readonly press: (...keys: string[]) => Promise<void>;
  readonly ask: <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>;
  readonly close: () => Promise<void>;
};

const PAGE_NOW = Date.parse('2026-03-19T13:04:00Z');
const HEIGHT = 800;

export async function openStage(browser: Browser, kept: Kept, look: Look): Promise<Stage> {
  await buildIfNeeded();
  const home = await mkdtemp(join(await tempHome(), 'stage-'));
  const places = { copies: join(home, 'copies'), projects: join(home, 'projects'), settings: join(home, 'settings') };
  for (const folder of Object.values(places)) await mkdir(folder);
  const { host, core } = await openHost(places);
  const context = await browser.newContext({
    locale: look.language === 'nl' ? 'nl-NL' : 'en-GB',
    viewport: { width: look.width, height: HEIGHT },
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.addInitScript(stopClock, PAGE_NOW);
  await page.addInitScript(watchStillness);
  const problems: string[] = [];
  listenForProblems(page, problems);
  // The address carries a key that works once; after that the browser has its own.
  await page.goto(host.url);
  const address = new URL('/', host.url).href;
  const begin = beginner({ core, places, kept, look });

  const rest = async (ready = 'body'): Promise<void> => {
    const still = await page.evaluate((wanted) => window.stillness?.(wanted) ?? false, ready);
    if (!still) throw new Error(`The page did not come to rest with ${ready} in view`);
  };
  return {
    page,
    language: look.language,
    width: look.width,
    t: translator(look.language),
    problems,
    rest,
    async begin(beginning, hash, ready) {
      // First nothing, so that what the last page still wants to keep is kept in a project that is gone.
      await page.goto('about:blank');
      await page.mouse.move(1, 1);
      // What taking a picture made the page say is not the page's.
      problems.length = 0;
      await begin(beginning);
      await page.goto(`${address}${hash}`, { waitUntil: 'commit' });
      await rest(ready);
    },
    async press(...keys) {
      for (const key of keys) {
        await page.keyboard.press(key);
        await rest();
      }
    },
    ask: async (name, input) => unwrap(name, await core.call(name, input)) as never,
    async close() {
      await context.close();
      await host.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

type Places = Readonly<Record<'copies' | 'projects' | 'settings', string>>;

async function openHost({ projects, settings }: Places): Promise<{ host: Awaited<ReturnType<typeof openWebHost>>; core: Core }> {
  let started: Core | null = null;
  const host = await openWebHost({
    folders: { projects, settings, sample: join(product, 'fixtures/') },
    worker: new URL('./still-worker.ts', import.meta.url),
    begin: (core) => {
      started = core;
      return core.call('workbench.close', {});
    },
  });
  if (!started) throw new Error('The core did not start');
  return { host, core: started };
}

type Setting = { readonly core: Core; readonly places: Places; readonly kept: Kept; readonly look: Look };

/** Puts project and settings as a state begins with them. A copy has another name each time, so a late call can't reach the next one. */
function beginner({ core, places, kept, look }: Setting): (beginning: Beginning) => Promise<void> {
  let copies = 0;
  return async (beginning) => {
    unwrap('workbench.close', await core.call('workbench.close', {}));
    for (const folder of [places.copies, places.projects])
      for (const file of await readdir(folder)) await rm(join(folder, file), { recursive: true, force: true });
    const recent = beginning === 'known' ? await knownProjects(places.projects, kept) : [];
    const { language, theme } = look;
    await writeFile(join(places.settings, 'settings.json'), JSON.stringify({ language, theme, coder: 'Noor', recent }));
    // The core reads what is in the file now.
    unwrap('workbench.settings', await core.call('workbench.settings', { language, theme, coder: 'Noor' }));
    if (beginning === 'none' || beginning === 'known') return;
    const copy = join(places.copies, `${beginning}-${++copies}.draad`);
    await copyFile(kept[beginning], copy);
    unwrap('open', await core.open(copy));
  };
}

/** Two projects in the folder, and one whose file is gone. */
async function knownProjects(folder: string, kept: Kept): Promise<object[]> {
  const day = (date: string) => new Date(`${date}T09:30:00Z`);
  const known = [
    { file: 'Eerste 1.000 dagen.draad', from: kept.worked, at: day('2026-03-19') },
    { file: 'Leeg project.draad', from: kept.empty, at: day('2026-02-11') },
  ];
  for (const { file, from, at } of known) {
    await copyFile(from, join(folder, file));
    await utimes(join(folder, file), at, at);
  }
  const gone = {
    path: join(folder, 'weg', 'Kraamzorg 2024.draad'),
    openedAt: day('2025-11-03').toISOString(),
    name: 'Kraamzorg 2024',
  };
  return [...known.map(({ file, at }) => ({ path: join(folder, file), openedAt: at.toISOString() })), gone];
}

function unwrap(name: string, answer: Answer): unknown {
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}
