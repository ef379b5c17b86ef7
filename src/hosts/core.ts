// Keeps a core running for a host: starts it, tells when it is lost, starts another with the same project, and gives up when it keeps
// dying. What the lost one had saved is in the file.

import type { Answer, EngineEvent } from '../contract/door.ts';
import type { CallOptions } from '../core/engine.ts';
import {
  coreStopped,
  type FromCore,
  type PlainEngine,
  type Port,
  type Question,
  type RemoteCore,
  remoteCore,
  type ToCore,
} from './port.ts';

/** A started process or thread that runs `serveEngine`. */
export type CoreProcess = {
  readonly port: Port<FromCore, ToCore>;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
};

/** `restarted`: a new core is ready, and has opened the project again if that can be done. */
export type Lost = { readonly restarted: boolean };

/** The engine, from afar. It never rejects. */
export type Core = PlainEngine & { readonly onLost: (listener: (lost: Lost) => void) => () => void };

export type CoreRules = { readonly maxDeaths: number; readonly withinMs: number; readonly closeMs: number };
const usualRules: CoreRules = { maxDeaths: 3, withinMs: 60_000, closeMs: 5_000 };

type Running = { readonly remote: RemoteCore; readonly process: CoreProcess };

/** Rejects when the first core does not come up. Calls made while a new core starts wait for it. */
export async function startCore(launch: () => CoreProcess, rules: CoreRules = usualRules): Promise<Core> {
  const events = new Set<(event: EngineEvent) => void>();
  const losses = new Set<(lost: Lost) => void>();
  const deaths: number[] = [];
  let closing = false;
  let current: Promise<Running> = start();
  let running: Running | null = await current;

  async function start(reopen: string | null = null): Promise<Running> {
    const process = launch();
    const remote = remoteCore(process.port, (event) => tell(events, event));
    let wasReady = false;
    process.onExit(() => {
      remote.abandon();
      if (wasReady && !closing) replace(remote.openPath());
    });
    await remote.ready;
    wasReady = true;
    if (reopen !== null) await remote.ask({ kind: 'open', path: reopen, readOnly: false });
    return { remote, process };
  }

  /** A core that dies once more takes no project along: that may be what it dies of. */
  function replace(openPath: string | null): void {
    deaths.push(performance.now());
    const recent = deaths.filter((at) => performance.now() - at < rules.withinMs).length;
    const next =
      recent < rules.maxDeaths ? start(recent === 1 ? openPath : null) : Promise.reject(new Error('The core keeps stopping.'));
    current = next;
    running = null;
    next.then(
      (started) => {
        if (current !== next) return; // it died as it opened the project, and was replaced in its turn
        running = started;
        tell(losses, { restarted: true });
      },
      () => tell(losses, { restarted: false }),
    );
  }

  async function ask(question: Question, options?: CallOptions): Promise<Answer> {
    const core = await current.catch(() => null);
    return core && !closing ? core.remote.ask(question, options) : coreStopped;
  }

  return {
    call: (name, input, { opening, by, ...options } = {}) => ask({ kind: 'call', name, input, opening, by }, options),
    open: (path, { readOnly = false } = {}) => ask({ kind: 'open', path, readOnly }),
    create: (path, name) => ask({ kind: 'create', path, name }),
    openPath: () => running?.remote.openPath() ?? null,
    subscribe: (listener) => listenIn(events, listener),
    onLost: (listener) => listenIn(losses, listener),
    async close() {
      closing = true;
      const core = await current.catch(() => null);
      if (!core) return;
      await Promise.race([core.remote.close(), new Promise((resolve) => setTimeout(resolve, rules.closeMs).unref())]);
      core.process.kill();
    },
  };
}

function tell<T>(listeners: ReadonlySet<(value: T) => void>, value: T): void {
  for (const listener of [...listeners]) listener(value);
}

function listenIn<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
