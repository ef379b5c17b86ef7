// The test's side of the double: starts the bundled main process under it, holds the browser that its window is a page of, answers
// its dialogs, and plays the system (a menu click, a second start, a file double-clicked).

import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser, quietFlags } from '../../tools/browser.mjs';
import { toBrowser } from './addresses.ts';
import { openPageWorld, type PageWorld } from './page-world.ts';
import { denyPermissions, routeRequests, type Seen } from './routes.ts';
import {
  type Ask,
  type Copied,
  openWire,
  type SeenDialog,
  type SeenItem,
  type Settled,
  type ToDriver,
  type ToMain,
  unlessEnded,
} from './wire.ts';

export type DoubleOptions = {
  /** The bundled main process. */
  readonly main: string;
  /** Where it keeps settings and projects. */
  readonly home: string;
  readonly argv?: readonly string[];
  readonly locale?: string;
  /** The folder of a packed app; the project itself unless named. */
  readonly packed?: string;
  /** As if the app ran already. */
  readonly second?: boolean;
  /** A browser that is running already; else one is started, and stopped at the end. */
  readonly browser?: Browser;
  /** Hears of the page before it loads anything. */
  readonly onPage?: (page: Page) => void;
};

export type Double = {
  /** That of the first window. */
  readonly page: Page;
  /** Those of all windows that were opened, by number. */
  readonly pages: readonly Page[];
  readonly main: Ask<ToMain>;
  /** Requests that the app itself refused, and requests that nobody refused but the double. */
  readonly blocked: readonly string[];
  readonly strays: readonly string[];
  readonly dialogs: readonly SeenDialog[];
  readonly clipboard: readonly Copied[];
  /** The next dialog gets the next answer; one that nobody answers is cancelled. */
  readonly answerDialog: (answer: unknown) => void;
  readonly menu: () => Promise<readonly SeenItem[]>;
  readonly errors: () => string;
  /** Closes all windows, as the person does; gives the exit code. */
  readonly close: () => Promise<number | null>;
};

const noAnswer: Settled = { ok: false, message: 'the app has ended' };
const register = new URL('./register.ts', import.meta.url).href;
const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Starts the app and waits until its page has loaded. Rejects with what the main process wrote when it ends before that. */
export async function startDouble(options: DoubleOptions): Promise<Double> {
  const browser = options.browser ?? (await chromium.launch({ executablePath: await findBrowser(), args: [...quietFlags] }));
  const child = startMain(options);
  const errors = collect(child);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const loaded = Promise.withResolvers<Page>();
  type Opened = { readonly page: Page; readonly world: PageWorld; readonly seen: Seen };
  const windows = new Map<number, PromiseWithResolvers<Opened>>();
  const opened = (window: number): PromiseWithResolvers<Opened> => {
    const known = windows.get(window);
    if (known) return known;
    const fresh = Promise.withResolvers<Opened>();
    fresh.promise.catch(() => {}); // the same failure comes through `loaded`
    windows.set(window, fresh);
    return fresh;
  };
  const pages: Page[] = [];
  const seen = {
    blocked: [] as string[],
    strays: [] as string[],
    dialogs: [] as SeenDialog[],
    clipboard: [] as Copied[],
    answers: [] as unknown[],
  };

  const main: Ask<ToMain> = openWire<ToMain, ToDriver>(channelOf(child), {
    async openWindow({ window, preload, width, height }) {
      opened(window);
      const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block', acceptDownloads: false });
      const page = await context.newPage();
      options.onPage?.(page);
      await denyPermissions(browser, page);
      const world = await openPageWorld(page, preload, (channel, args) =>
        unlessEnded(main('invoke', { channel, args, frame: 'main', window }), noAnswer),
      );
      const own: Seen = { blocked: seen.blocked, strays: seen.strays, loading: '' };
      await routeRequests(page, main, own, window);
      opened(window).resolve({ page, world, seen: own });
    },
    async loadUrl({ window, url }) {
      const { page, seen: own } = await opened(window).promise;
      own.loading = toBrowser(url);
      await page.goto(own.loading);
      await main('pageEvent', { name: 'ready-to-show', url, window });
      pages[window] = page;
      loaded.resolve(page);
    },
    async send({ window, channel, args }) {
      const { world } = await opened(window).promise;
      await world.deliver(channel, args);
    },
    async closed(window) {
      // The first goes with the session; the test may still look at it.
      if (window > 0) await (await opened(window).promise).page.context().close();
    },
    copied: (item) => void seen.clipboard.push(item),
    dialog(dialog) {
      seen.dialogs.push(dialog);
      return seen.answers.shift() ?? { canceled: true, filePaths: [], filePath: '', response: 0, checkboxChecked: false };
    },
  });

  child.once('exit', (code) => {
    const failure = new Error(`The main process ended (${code}) before its page was there:\n${errors()}`);
    loaded.reject(failure);
    for (const { reject } of windows.values()) reject(failure);
  });

  try {
    main('ready').catch(loaded.reject);
    const page = await loaded.promise;
    return {
      page,
      pages,
      main,
      ...seen,
      answerDialog: (answer) => void seen.answers.push(answer),
      menu: () => main('menu'),
      errors,
      async close() {
        if (child.exitCode === null) await Promise.race([exited, main('closeWindow', undefined)]);
        const code = await exited;
        await (options.browser ? page.context().close() : browser.close());
        return code;
      },
    };
  } catch (error) {
    child.kill();
    if (!options.browser) await browser.close();
    throw error;
  }
}

function startMain({ main, home, argv = [], locale = 'nl', packed, second = false }: DoubleOptions): ChildProcess {
  return fork(main, [...argv], {
    cwd: project,
    execArgv: ['--import', register],
    env: {
      ...process.env,
      RODE_DRAAD_HOME: home,
      ELECTRON_DOUBLE_PROCESS: 'main',
      ELECTRON_DOUBLE_APP: packed ?? project,
      ELECTRON_DOUBLE_LOCALE: locale,
      ELECTRON_DOUBLE_PACKAGED: packed ? '1' : '0',
      ELECTRON_DOUBLE_SECOND: second ? '1' : '0',
    },
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function channelOf(child: ChildProcess) {
  return {
    send: (message: Serializable) => void (child.connected && child.send(message)),
    onMessage: (listener: (message: unknown) => void) => void child.on('message', listener),
    onClose: (listener: () => void) => void child.on('exit', listener),
  };
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
  return () => text;
}
