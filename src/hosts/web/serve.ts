// The life of the loopback server: the same workbench in the person's own browser, on this machine only. It listens, and when no
// page has been open for a while it stops. What it answers is in site.ts.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openCalls } from '../calls.ts';
import type { Core } from '../core.ts';
import { openPageFiles } from '../page-files.ts';
import { makeKeys } from './keys.ts';
import { openPages } from './pages.ts';
import { handle, type Site } from './site.ts';

export type ServeOptions = {
  readonly core: Core;
  /** The folder of the built window, with its `files.json`. */
  readonly staticDir: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
  /** How long to go on with no page open and nothing running; 15 minutes unless told. */
  readonly idleMs?: number;
  readonly maxBodyBytes?: number;
};

export type Served = {
  /** The address to open: good for one browser, once. */
  readonly url: string;
  /** Resolves when the server has stopped, because it was told to or because it was idle. */
  readonly closed: Promise<void>;
  readonly close: () => Promise<void>;
};

/** Listens on 127.0.0.1. It does not close the core. Throws an Error with a sentence when the window has not been built. */
export async function serveWorkbench(options: ServeOptions): Promise<Served> {
  const { core, staticDir, port = 0, idleMs = 15 * 60_000, maxBodyBytes } = options;
  const files = await openPageFiles(staticDir);
  const server = createServer();
  const chosen = await listen(server, port);
  const idle = startIdleTimer(idleMs, () => pages.count() + calls.running() === 0, stop);
  const pages = openPages(idle.touch);
  const calls = openCalls(core, pages.tell, idle.touch);
  const site: Site = { host: `127.0.0.1:${chosen}`, keys: makeKeys(chosen), files, calls, pages, maxBodyBytes };
  const endListening = [core.subscribe(pages.tell), core.onLost((lost) => pages.tell({ kind: 'lost', ...lost }))];
  const closed = Promise.withResolvers<void>();

  server.on('request', (request, response) => {
    handle(site, request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });

  function stop(): void {
    idle.end();
    for (const end of endListening) end();
    pages.closeAll();
    server.close(() => closed.resolve());
    server.closeAllConnections();
  }

  return {
    url: `http://${site.host}/start/${site.keys.launch}`,
    closed: closed.promise,
    close() {
      stop();
      return closed.promise;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function startIdleTimer(ms: number, isIdle: () => boolean, stop: () => void) {
  const timer = setTimeout(() => (isIdle() ? stop() : timer.refresh()), ms);
  return { touch: () => void timer.refresh(), end: () => clearTimeout(timer) };
}
