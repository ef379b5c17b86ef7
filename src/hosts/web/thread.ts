// The port between the loopback server and its worker thread: both ends.

import { type MessagePort, Worker } from 'node:worker_threads';
import type { Effects } from '../../core/effects.ts';
import type { CoreProcess } from '../core.ts';
import { type PlainEngine, serveEngine } from '../port.ts';

/** The worker's end. */
export function serveThread(engine: PlainEngine, port: MessagePort): void {
  serveEngine(engine, {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
  });
}

/** The part of the effects that a thread can be told; the rest are the core's own. */
export type CoreSettings = Partial<Pick<Effects, 'folders'>>;

/** The server's end: starts the thread. `script` is a module that calls `serveThread`. */
export function launchThread(
  settings: CoreSettings = {},
  script: URL = new URL('./core-worker.ts', import.meta.url),
): CoreProcess {
  const worker = new Worker(script, { workerData: settings });
  worker.on('error', (error) => console.error(error));
  return {
    port: { post: (message) => worker.postMessage(message), onMessage: (listener) => worker.on('message', listener) },
    onExit: (listener) => worker.once('exit', listener),
    kill: () => void worker.terminate(),
  };
}
