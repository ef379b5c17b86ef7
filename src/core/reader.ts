// Reads a transcript in a worker thread of its own, with limits on time and memory: files that come in are hostile, and the
// process that owns the project must survive them. One worker serves file after file and goes away when nothing more comes.

import { Worker } from 'node:worker_threads';
import { DraadError, type Failure } from '../domain/error.ts';
import type { ReadFile } from '../domain/interview.ts';
import type { FileToRead } from '../formats/transcript.ts';

export type ReaderAnswer = { readonly ok: true; readonly file: ReadFile } | { readonly ok: false; readonly error: Failure };

const MOST_MS = 60_000;
const MOST_MB = 512;
const IDLE_MS = 3_000;

let script = new URL('./reader-worker.ts', import.meta.url);
let idle: Worker | null = null;

/** Where the worker's script is when the program is bundled. */
export function useReaderScript(url: URL): void {
  script = url;
}

/** The transcript in a file. Errors: `refused` with the reason, also when it takes too long or too much memory; `cancelled`. */
export async function readTranscriptApart(file: FileToRead, signal: AbortSignal | undefined): Promise<ReadFile> {
  signal?.throwIfAborted();
  const worker = idle ?? start();
  idle = null;
  const answer = await ask(worker, file, signal);
  if (!answer.ok) throw new DraadError(answer.error.code, answer.error.message);
  return answer.file;
}

function start(): Worker {
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MOST_MB }, stdout: false, stderr: false });
  // What it does after it has answered must not bring us down, and a dead one gets no next file.
  worker.on('error', () => {});
  worker.on('exit', () => {
    if (idle === worker) idle = null;
  });
  return worker;
}

function ask(worker: Worker, file: FileToRead, signal: AbortSignal | undefined): Promise<ReaderAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReaderAnswer>();
  const refuse = (message: string): void => resolve({ ok: false, error: { code: 'refused', message } });
  const answered = (answer: ReaderAnswer): void => {
    finished = true;
    resolve(answer);
  };
  const failed = (error: NodeJS.ErrnoException): void =>
    refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'Reading this file takes too much memory' : 'This file could not be read');
  const exited = (): void => refuse('This file could not be read');
  const cancelled = (): void => reject(new DraadError('cancelled', 'Stopped; nothing was changed'));
  const timer = setTimeout(() => refuse('Reading this file takes too long (more than a minute)'), MOST_MS);
  let finished = false;
  worker.on('message', answered).on('error', failed).on('exit', exited);
  signal?.addEventListener('abort', cancelled, { once: true });
  worker.ref();
  worker.postMessage(file);
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancelled);
    worker.off('message', answered).off('error', failed).off('exit', exited);
    // One that is still busy, or broken, is not used again.
    if (finished) rest(worker);
    else void worker.terminate();
  });
}

// An idle worker must not keep the program alive, nor stay for ever.
function rest(worker: Worker): void {
  if (idle) {
    void worker.terminate();
    return;
  }
  idle = worker;
  worker.unref();
  setTimeout(() => {
    if (idle !== worker) return;
    idle = null;
    void worker.terminate();
  }, IDLE_MS).unref();
}
