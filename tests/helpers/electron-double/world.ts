// What runs inside the page: contextBridge and ipcRenderer for the preload script in its isolated world, and the page's own end of the
// bridge. Both functions are sent to the browser as text, so they use nothing from outside themselves.

/** A value on its way to the other world: functions go as numbers. */
type Packed =
  | { readonly fn: number }
  | { readonly list: readonly Packed[] }
  | { readonly map: Readonly<Record<string, Packed>> }
  | { readonly plain: unknown };
type Note =
  | { readonly kind: 'expose'; readonly key: string; readonly api: Packed }
  | { readonly kind: 'call'; readonly id: number; readonly fn: number; readonly args: readonly Packed[] }
  | { readonly kind: 'return'; readonly id: number; readonly value: Packed }
  | { readonly kind: 'promise'; readonly id: number }
  | { readonly kind: 'settle'; readonly id: number; readonly value?: Packed; readonly error?: string };

/**
 * One end of the bridge between the worlds, over events that cross them synchronously and are cloned on the way.
 * `own` and `other` are the names of the two ends, which the page cannot guess.
 */
export function bridgeEnd(own: string, other: string) {
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const returned = new Map<number, Note>();
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;

  const post = (note: Note) => window.dispatchEvent(new CustomEvent(other, { detail: note }));

  const pack = (value: unknown): Packed => {
    if (typeof value === 'function') return { fn: functions.push(value as (...args: unknown[]) => unknown) - 1 };
    if (Array.isArray(value)) return { list: value.map(pack) };
    if (typeof value === 'object' && value !== null) {
      if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('An object could not be cloned.');
      return { map: Object.fromEntries(Object.entries(value).map(([key, part]) => [key, pack(part)])) };
    }
    return { plain: value };
  };

  const unpack = (packed: Packed): unknown => {
    if ('fn' in packed) return (...args: unknown[]) => callOther(packed.fn, args);
    if ('list' in packed) return packed.list.map(unpack);
    if ('map' in packed)
      return Object.freeze(Object.fromEntries(Object.entries(packed.map).map(([key, part]) => [key, unpack(part)])));
    return packed.plain;
  };

  const callOther = (fn: number, args: unknown[]): unknown => {
    const id = ++lastId;
    post({ kind: 'call', id, fn, args: args.map(pack) });
    const note = returned.get(id);
    returned.delete(id);
    if (note?.kind === 'return') return unpack(note.value);
    const waiting = Promise.withResolvers<unknown>();
    pending.set(id, waiting);
    return waiting.promise;
  };

  const answer = (id: number, fn: number, args: readonly Packed[]) => {
    const value = functions[fn]?.(...args.map(unpack));
    if (!(value instanceof Promise)) return void post({ kind: 'return', id, value: pack(value) });
    post({ kind: 'promise', id });
    value.then(
      (settled: unknown) => post({ kind: 'settle', id, value: pack(settled) }),
      (error: unknown) => post({ kind: 'settle', id, error: error instanceof Error ? error.message : String(error) }),
    );
  };

  window.addEventListener(own, (event) => {
    const note = (event as CustomEvent<Note>).detail;
    switch (note.kind) {
      case 'expose':
        return void Object.defineProperty(window, note.key, { value: unpack(note.api), enumerable: true });
      case 'call':
        return answer(note.id, note.fn, note.args);
      case 'return':
      case 'promise':
        return void returned.set(note.id, note);
      case 'settle': {
        const waiting = pending.get(note.id);
        pending.delete(note.id);
        return note.error === undefined
          ? waiting?.resolve(note.value && unpack(note.value))
          : waiting?.reject(new Error(note.error));
      }
    }
  });

  return { expose: (key: string, api: unknown) => void post({ kind: 'expose', key, api: pack(api) }) };
}

/** What the driver calls in the isolated world, under the name `electronDouble`. */
export type WorldHandle = {
  settle(id: number, ok: boolean, value: unknown): void;
  deliver(channel: string, args: readonly unknown[]): void;
};

/** The preload script's `require`, for `electron` only. `binding` is the function that speaks to the driver. */
export function preloadRequire(end: { expose: (key: string, api: unknown) => void }, binding: string) {
  const heard = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;

  const checkPlain = (value: unknown): void => {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint')
      throw new Error('An object could not be cloned.');
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype)
      throw new Error('electron double: only plain JSON passes');
    for (const part of Object.values(value)) checkPlain(part);
  };

  const strict = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(object, key) {
        if (!(key in object)) throw new Error(`electron double: ${name}.${String(key)} is not in the double`);
        return Reflect.get(object, key);
      },
    });

  const ipcRenderer = strict('ipcRenderer', {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      checkPlain(args);
      const id = ++lastId;
      const answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
      (Reflect.get(window, binding) as (payload: string) => void)(JSON.stringify({ id, channel, args }));
      return answer.promise.catch((error: Error) => {
        throw new Error(`Error invoking remote method '${channel}': Error: ${error.message}`);
      });
    },
    on(channel: string, listener: (event: object, ...args: unknown[]) => void): void {
      heard.set(channel, [...(heard.get(channel) ?? []), listener]);
    },
  });
  const contextBridge = strict('contextBridge', { exposeInMainWorld: end.expose });

  const handle: WorldHandle = {
    settle(id, ok, value) {
      if (ok) waiting.get(id)?.resolve(value);
      else waiting.get(id)?.reject(new Error(String(value)));
      waiting.delete(id);
    },
    deliver(channel, args) {
      queueMicrotask(() => {
        for (const listener of heard.get(channel) ?? []) listener({}, ...args);
      });
    },
  };
  Object.defineProperty(window, 'electronDouble', { value: handle });

  return (name: string) => {
    if (name !== 'electron') throw new Error(`electron double: a sandboxed preload script may not require ${name}`);
    return strict('electron', { contextBridge, ipcRenderer });
  };
}
