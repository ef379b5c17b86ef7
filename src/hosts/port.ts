// The messages between a host and its core, and both ends of them. The core runs elsewhere, so that the database is never on the
// thread that serves the window: a utility process on the desktop, a worker thread in the loopback server.

import type { Answer, EngineEvent } from '../contract/door.ts';
import type { Progress } from '../contract/index.ts';
import type { CallOptions } from '../core/engine.ts';

/** The engine as hosts see it: what an answer holds is the business of who asked. */
export type PlainEngine = {
  readonly call: (name: string, input: unknown, options?: CallOptions) => Promise<Answer>;
  readonly open: (path: string, options?: { readonly readOnly?: boolean }) => Promise<Answer>;
  readonly create: (path: string, name: string) => Promise<Answer>;
  /** Where the open project is; for hosts only. */
  readonly openPath: () => string | null;
  readonly subscribe: (listener: (event: EngineEvent) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** What is asked of a core. Paths come from the host, where the person picked them; never from a window. */
export type Question =
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly input: unknown;
      readonly opening?: string | undefined;
      readonly by?: string | undefined;
    }
  | { readonly kind: 'open'; readonly path: string; readonly readOnly: boolean }
  | { readonly kind: 'create'; readonly path: string; readonly name: string };

export type ToCore =
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' };

export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'event'; readonly event: EngineEvent }
  | { readonly kind: 'at'; readonly path: string | null }
  | { readonly kind: 'closed' };

/** One end of the wire: takes messages in, posts messages out. */
export type Port<In, Out> = {
  readonly post: (message: Out) => void;
  readonly onMessage: (listener: (message: In) => void) => void;
};

/** The core's end: answers what comes in, and says `ready` first. */
export function serveEngine(engine: PlainEngine, port: Port<ToCore, FromCore>): void {
  const running = new Map<number, AbortController>();
  let toldPath: string | null = null;

  const tellPath = () => {
    const path = engine.openPath();
    if (path !== toldPath) port.post({ kind: 'at', path });
    toldPath = path;
  };

  const answer = async (id: number, question: Question) => {
    const controller = new AbortController();
    const onProgress = (progress: Progress) => port.post({ kind: 'progress', id, progress });
    running.set(id, controller);
    const answered = await ask(engine, question, { signal: controller.signal, onProgress }).catch(unexpected);
    running.delete(id);
    tellPath();
    port.post({ kind: 'answer', id, answer: answered });
  };

  engine.subscribe((event) => port.post({ kind: 'event', event }));
  port.onMessage((message) => {
    switch (message.kind) {
      case 'ask':
        return void answer(message.id, message.question);
      case 'cancel':
        return running.get(message.id)?.abort();
      case 'close':
        return void engine.close().finally(() => port.post({ kind: 'closed' }));
    }
  });
  port.post({ kind: 'ready' });
}

async function ask(engine: PlainEngine, question: Question, options: CallOptions): Promise<Answer> {
  switch (question.kind) {
    case 'call':
      return engine.call(question.name, question.input, { ...options, opening: question.opening, by: question.by });
    case 'open':
      return engine.open(question.path, { readOnly: question.readOnly });
    case 'create':
      return engine.create(question.path, question.name);
  }
}

export type RemoteCore = {
  readonly ready: Promise<void>;
  readonly ask: (question: Question, options?: CallOptions) => Promise<Answer>;
  /** Asks the core to close; resolves when it says it did. */
  readonly close: () => Promise<void>;
  /** Where its project is; kept when the core is gone. */
  readonly openPath: () => string | null;
  /** The core is gone: answers everything still open. */
  readonly abandon: () => void;
};

type Waiting = { readonly resolve: (answer: Answer) => void; readonly onProgress: CallOptions['onProgress'] };

/** The host's end. */
export function remoteCore(port: Port<FromCore, ToCore>, onEvent: (event: EngineEvent) => void): RemoteCore {
  const waiting = new Map<number, Waiting>();
  const ready = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<void>();
  let lastId = 0;
  let openPath: string | null = null;

  port.onMessage((message) => {
    switch (message.kind) {
      case 'ready':
        return ready.resolve();
      case 'answer':
        waiting.get(message.id)?.resolve(message.answer);
        return void waiting.delete(message.id);
      case 'progress':
        return waiting.get(message.id)?.onProgress?.(message.progress);
      case 'event':
        return onEvent(message.event);
      case 'at':
        openPath = message.path;
        return;
      case 'closed':
        return closed.resolve();
    }
  });

  return {
    ready: ready.promise,
    async ask(question, { signal, onProgress } = {}) {
      const id = ++lastId;
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const cancel = () => port.post({ kind: 'cancel', id });
      waiting.set(id, { resolve, onProgress });
      port.post({ kind: 'ask', id, question });
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      return promise.finally(() => signal?.removeEventListener('abort', cancel));
    },
    close() {
      port.post({ kind: 'close' });
      return closed.promise;
    },
    openPath: () => openPath,
    abandon() {
      for (const { resolve } of waiting.values()) resolve(coreStopped);
      waiting.clear();
      ready.reject(new Error(coreStopped.error.message));
      closed.resolve();
    },
  };
}

export const coreStopped = {
  ok: false,
  error: {
    code: 'internal',
    message: 'The part of Rode Draad that keeps the project stopped. What was saved before is safe; this call is not done.',
  },
} as const satisfies Answer;

/** The engine answers errors itself; this is for a fault in its own frame. What the fault says may hold words of a transcript: only where it was is logged. */
function unexpected(error: unknown): Answer {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line)) : [];
  console.error([`A fault in the core (${error instanceof Error ? error.name : typeof error})`, ...frames].join('\n'));
  return { ok: false, error: { code: 'internal', message: 'Something went wrong inside Rode Draad.' } };
}
