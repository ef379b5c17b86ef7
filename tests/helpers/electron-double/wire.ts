// Between the test, which holds the browser, and the main process, which runs the double: questions both ways over Node's own channel
// between a process and its child.

import type { Serializable } from 'node:child_process';

export type WireRequest = { readonly url: string; readonly method: string; readonly headers: Record<string, string> };
/** `blocked`: the app itself refused it. `network`: nobody did, so it would have gone out. */
export type WireResponse =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Record<string, string>; readonly body: Uint8Array }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'network' };

export type FrameKind = 'main' | 'sub' | 'foreign' | 'null';
export type Settled = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };
export type SeenItem = {
  readonly id: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly accelerator: string;
  readonly items: readonly SeenItem[];
};
export type Copied = { readonly type: string; readonly bytes: Uint8Array };
export type SeenDialog = { readonly method: string; readonly options: unknown };

/** What the test asks of the main process. Windows have numbers, from 0; what names none is about the first that is open. */
export type ToMain = {
  ready(): void;
  fetch(request: WireRequest): WireResponse;
  mayNavigate(to: { url: string; isMainFrame: boolean }): boolean;
  mayOpen(url: string): boolean;
  invoke(call: { channel: string; args: unknown[]; frame: FrameKind; window?: number }): Settled;
  pageEvent(event: { name: 'did-navigate' | 'ready-to-show' | 'render-process-gone'; url: string; window?: number }): void;
  appEvent(event: { name: 'second-instance' | 'open-file'; argv: string[]; folder: string }): void;
  click(id: string): void;
  menu(): readonly SeenItem[];
  /** As the person does: one window, or without a number all of them. */
  closeWindow(window?: number): void;
};

/** What the main process asks of the test. */
export type ToDriver = {
  openWindow(window: { window: number; preload: string; width: number; height: number }): void;
  loadUrl(load: { window: number; url: string }): void;
  send(message: { window: number; channel: string; args: unknown[] }): void;
  closed(window: number): void;
  dialog(dialog: SeenDialog): unknown;
  copied(item: Copied): void;
};

/** The other process ended before it answered. */
export class Ended extends Error {
  override readonly message = 'the other process ended';
}

/** For what a page may still be asking when its app ends: nobody waits for that answer. */
export async function unlessEnded<T>(answer: Promise<T>, instead: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Ended) return instead;
    throw error;
  }
}

type Handlers = Record<string, (value: never) => unknown>;
type Message = { readonly ask?: string; readonly value?: unknown; readonly id: number; readonly settled?: Settled };
export type Channel = {
  readonly send: (message: Serializable) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** The other end is gone. */
  readonly onClose: (listener: () => void) => void;
};
type Async<T> = { [K in keyof T]: T[K] extends (value: infer V) => infer R ? (value: V) => R | Promise<R> : never };
export type Ask<T> = <K extends keyof T & string>(
  name: K,
  ...value: T[K] extends (value: infer V) => unknown ? (unknown extends V ? [] : [V]) : []
) => Promise<T[K] extends (...given: never[]) => infer R ? R : never>;

/** Answers `mine`, asks `Theirs`. */
export function openWire<Theirs, Mine>(channel: Channel, mine: Async<Mine>): Ask<Theirs> {
  const handlers = mine as unknown as Handlers;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;

  channel.onMessage(async (given) => {
    const { ask, id, value, settled } = given as Message;
    if (ask === undefined) {
      if (settled?.ok) waiting.get(id)?.resolve(settled.value);
      else waiting.get(id)?.reject(new Error(settled?.message));
      waiting.delete(id);
      return;
    }
    channel.send({ id, settled: await settle(() => handlers[ask]?.(value as never)) });
  });

  channel.onClose(() => {
    for (const { reject } of waiting.values()) reject(new Ended());
    waiting.clear();
  });

  const ask = (name: string, value?: unknown) => {
    const id = ++lastId;
    const answer = Promise.withResolvers<unknown>();
    waiting.set(id, answer);
    channel.send({ ask: name, id, value: value as Serializable });
    return answer.promise;
  };
  return ask as Ask<Theirs>;
}

export async function settle(work: () => unknown): Promise<{ ok: true; value: Serializable } | { ok: false; message: string }> {
  try {
    return { ok: true, value: (await work()) as Serializable };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
