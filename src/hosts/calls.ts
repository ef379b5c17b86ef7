// The calls of a window that are running in the core: each has an id that the window made up, tells its progress by it, and can be
// cancelled by it. The same for a page of the loopback server and for the desktop window.

import type { Answer, HostMessage } from '../contract/door.ts';
import type { Core } from './core.ts';

/** What a window sent; nothing is known of it yet. */
export type CallFields = {
  readonly id?: unknown;
  readonly name?: unknown;
  readonly input?: unknown;
  readonly opening?: unknown;
};

export type Calls = {
  /** The core's own answer. `invalid-input` when the id or the name is not one. The signal is for a window that goes away. */
  readonly call: (fields: CallFields, gone?: AbortSignal) => Promise<Answer>;
  /** Says whether such a call was running; that call's own answer tells how it ended. */
  readonly cancel: (fields: CallFields) => Answer;
  readonly running: () => number;
};

export function openCalls(core: Core, tell: (message: HostMessage) => void, onEnd: () => void = () => {}): Calls {
  const running = new Map<string, AbortController>();
  return {
    async call({ id, name, input, opening = null }, gone) {
      if (!isId(id) || running.has(id)) return unfit('id', 'id: a text of at most 64 characters, of no call that runs.');
      if (typeof name !== 'string') return unfit('name', 'name: the name of an operation.');
      if (opening !== null && !isId(opening))
        return unfit('opening', 'opening: which project is meant, as workbench.get told, or null.');
      const controller = new AbortController();
      running.set(id, controller);
      const answer = await core.call(name, input, {
        signal: gone ? AbortSignal.any([controller.signal, gone]) : controller.signal,
        ...(opening !== null && { opening }),
        onProgress: (progress) => tell({ kind: 'progress', id, progress }),
        by: id,
      });
      running.delete(id);
      onEnd();
      return answer;
    },
    cancel({ id }) {
      const call = isId(id) ? running.get(id) : undefined;
      call?.abort();
      return { ok: true, value: { running: call !== undefined }, changed: [] };
    },
    running: () => running.size,
  };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 64;
}

function unfit(at: string, message: string): Answer {
  return { ok: false, error: { code: 'invalid-input', message, at } };
}
