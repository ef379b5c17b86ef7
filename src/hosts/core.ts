// Keeps a core running for a host: starts it, tells when it is lost, starts another, and gives up when it keeps dying.
// A new core has no project open; what the lost one had saved is in the file.

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

/** `restarted`: a new core is ready. */
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
  await current;

  async function start(): Promise<Running> {
    const process = launch();
    const remote = remoteCore(process.port, (event) => tell(events, event));
    let wasReady = false;
    process.onExit(() => {
      remote.abandon();
      if (wasReady && !closing) replace();
    });
    await remote.ready;
    wasReady = true;
    return { remote, process };
  }

  function replace(): void {
    deaths.push(performance.now());
    const recent = deaths.filter((at) => performance.now() - at < rules.withinMs).length;
    current = recent < rules.maxDeaths ? start() : Promise.reject(new Error('The core keeps stopping.'));
    current.then(
      () => tell(losses, { restarted: true }),
      () => tell(losses, { restarted: false }),
    );
  }

  async function ask(question: Question, options?: CallOptions): Promise<Answer> {
    const running = await current.catch(() => null);
    return running && !closing ? running.remote.ask(question, options) : coreStopped;
  }

  return {
    call: (name, input, options) => ask({ kind: 'call', name, input }, options),
    open: (path, { readOnly = false } = {}) => ask({ kind: 'open', path, readOnly }),
    create: (path, name) => ask({ kind: 'create', path, name }),
    subscribe: (listener) => listenIn(events, listener),
    onLost: (listener) => listenIn(losses, listener),
    async close() {
      closing = true;
      const running = await current.catch(() => null);
      if (!running) return;
      await Promise.race([running.remote.close(), new Promise((resolve) => setTimeout(resolve, rules.closeMs).unref())]);
      running.process.kill();
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
