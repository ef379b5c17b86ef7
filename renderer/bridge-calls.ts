// What both bridges share: an id for each call, its progress and its cancelling, and the listeners to events.

import type { Answer, Call, HostMessage } from '../src/contract/door.ts';
import type { Progress } from '../src/contract/index.ts';
import type { Bridge, BridgeEvent } from './bridge.ts';

type Wire = {
  readonly send: (call: Call) => Promise<Answer>;
  readonly cancel: (id: string) => Promise<unknown>;
};

export type Calls = Pick<Bridge, 'call' | 'onEvent'> & { readonly receive: (message: HostMessage) => void };

/** Calls that are remembered as this window's own. */
const KEPT = 1000;

export function makeCalls(wire: Wire): Calls {
  const watching = new Map<string, (progress: Progress) => void>();
  const listeners = new Set<(event: BridgeEvent) => void>();
  const tell = (event: BridgeEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  // What this window changed it reads again when the answer comes; hearing of it besides would read all of it twice. Kept with what was
  // heard of each, for an answer that does not come.
  const own = new Map<string, BridgeEvent | null>();
  const remember = (id: string) => {
    own.set(id, null);
    for (const oldest of own.keys()) if (own.size > KEPT) own.delete(oldest);
  };

  return {
    async call(name, input, { signal, onProgress, opening = null } = {}) {
      if (signal?.aborted) return failed('cancelled', 'Stopped before it began.');
      const id = crypto.randomUUID();
      remember(id);
      // A cancel that does not arrive changes nothing: the call below still gives the answer.
      const cancel = () => wire.cancel(id).catch((error: unknown) => console.warn('cancel did not arrive', error));
      if (onProgress) watching.set(id, onProgress);
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return await wire.send({ id, name, input, opening });
      } catch (error) {
        const heard = own.get(id);
        own.delete(id);
        if (heard) tell(heard);
        return failed('internal', error instanceof Error ? error.message : String(error));
      } finally {
        watching.delete(id);
        signal?.removeEventListener('abort', cancel);
      }
    },

    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    receive(message) {
      if (message.kind === 'progress') watching.get(message.id)?.(message.progress);
      else if (message.kind === 'changed' && message.by !== undefined && own.has(message.by)) own.set(message.by, message);
      else tell(message);
    },
  };
}

function failed(code: 'cancelled' | 'internal', message: string): Answer {
  return { ok: false, error: { code, message } };
}
