// The test's side of the double: starts the bundled main process under it, holds the browser that its window is a page of, answers
// its dialogs, and plays the system (a menu click, a second start, a file double-clicked).

import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Frame, type Page, type Request } from 'playwright-core';
import { findBrowser, quietFlags } from '../../tools/browser.mjs';
import { toBrowser, toHost } from './addresses.ts';
import { openPageWorld, type PageWorld } from './page-world.ts';
import {
  type Ask,
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
  readonly page: Page;
  readonly main: Ask<ToMain>;
  /** Requests that the app itself refused, and requests that nobody refused but the double. */
  readonly blocked: readonly string[];
  readonly strays: readonly string[];
  readonly dialogs: readonly SeenDialog[];
  /** The next dialog gets the next answer; one that nobody answers is cancelled. */
  readonly answerDialog: (answer: unknown) => void;
  readonly menu: () => Promise<readonly SeenItem[]>;
  readonly errors: () => string;
  /** Closes the window, as the person does; gives the exit code. */
  readonly close: () => Promise<number | null>;
};

/** `loading`: the address that the host itself is loading, about which nobody is asked. */
type Seen = { readonly blocked: string[]; readonly strays: string[]; loading: string };

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
  const opened = Promise.withResolvers<{ page: Page; world: PageWorld }>();
  opened.promise.catch(() => {}); // the same failure comes through `loaded`
  const seen = {
    blocked: [] as string[],
    strays: [] as string[],
    dialogs: [] as SeenDialog[],
    answers: [] as unknown[],
    loading: '',
  };

  const main: Ask<ToMain> = openWire<ToMain, ToDriver>(channelOf(child), {
    async openWindow({ preload, width, height }) {
      const context = await browser.newContext({ viewport: { width, height }, serviceWorkers: 'block', acceptDownloads: false });
      const page = await context.newPage();
      options.onPage?.(page);
      await denyPermissions(browser, page);
      const world = await openPageWorld(page, preload, (channel, args) =>
        unlessEnded(main('invoke', { channel, args, frame: 'main' }), noAnswer),
      );
      await routeRequests(page, main, seen);
      opened.resolve({ page, world });
    },
    async loadUrl(url) {
      const { page } = await opened.promise;
      seen.loading = toBrowser(url);
      await page.goto(seen.loading);
      await main('pageEvent', { name: 'ready-to-show', url });
      loaded.resolve(page);
    },
    async send({ channel, args }) {
      const { world } = await opened.promise;
      await world.deliver(channel, args);
    },
    dialog(dialog) {
      seen.dialogs.push(dialog);
      return seen.answers.shift() ?? { canceled: true, filePaths: [], filePath: '', response: 0, checkboxChecked: false };
    },
  });

  child.once('exit', (code) => {
    const failure = new Error(`The main process ended (${code}) before its page was there:\n${errors()}`);
    loaded.reject(failure);
    opened.reject(failure);
  });

  try {
    main('ready').catch(loaded.reject);
    const page = await loaded.promise;
    return {
      page,
      main,
      ...seen,
      answerDialog: (answer) => void seen.answers.push(answer),
      menu: () => main('menu'),
      errors,
      async close() {
        if (child.exitCode === null) await Promise.race([exited, main('closeWindow')]);
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

/** The host grants nothing (session.ts sees to that), so the page of this browser gets nothing either: no clipboard but by keys. It lasts as long as the session. */
async function denyPermissions(browser: Browser, page: Page): Promise<void> {
  const inPage = await page.context().newCDPSession(page);
  const { browserContextId } = (await inPage.send('Target.getTargetInfo')).targetInfo;
  const session = await browser.newBrowserCDPSession();
  const clipboard = [false, true].map((allowWithoutSanitization) => ({ name: 'clipboard-write', allowWithoutSanitization }));
  for (const permission of [...clipboard, { name: 'clipboard-read' }, { name: 'geolocation' }, { name: 'notifications' }]) {
    await session.send('Browser.setPermission', {
      permission,
      setting: 'denied',
      ...(browserContextId ? { browserContextId } : {}),
    });
  }
  await inPage.detach();
}

/** Every request of every frame goes to the app's own handlers; what they let out is refused here, and noted. */
async function routeRequests(page: Page, main: Ask<ToMain>, seen: Seen): Promise<void> {
  await page.context().route('**/*', async (route) => {
    const request = route.request();
    const url = toHost(request.url());
    const isLoad = request.url() === seen.loading;
    seen.loading = '';
    if (request.isNavigationRequest() && !isLoad && !(await mayNavigate(page, main, request))) return route.abort('aborted');
    const response = await unlessEnded(main('fetch', { url, method: request.method(), headers: {} }), { kind: 'blocked' });
    if (response.kind === 'answer') {
      return route.fulfill({ status: response.status, headers: response.headers, body: Buffer.from(response.body) });
    }
    (response.kind === 'blocked' ? seen.blocked : seen.strays).push(url);
    return route.abort('blockedbyclient');
  });
  page.on('framenavigated', async (frame) => {
    if (frame === page.mainFrame())
      await unlessEnded(main('pageEvent', { name: 'did-navigate', url: toHost(frame.url()) }), undefined);
  });
  page.on('popup', (popup) => popup.close());
}

/** A request of a page that is not ours is that of a window someone tries to open. */
async function mayNavigate(page: Page, main: Ask<ToMain>, request: Request): Promise<boolean> {
  const url = toHost(request.url());
  const frame = page.frames().find((known) => known === frameOf(request));
  return unlessEnded(frame ? main('mayNavigate', { url, isMainFrame: frame === page.mainFrame() }) : main('mayOpen', url), false);
}

/** Playwright throws for the first request of a new window, whose frame is not there yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
