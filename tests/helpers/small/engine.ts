// A small engine for tests of the doors themselves: it keeps nothing, and does on request what is hard to bring about in the real
// one, such as dying. The doors run it in their own worker thread or process, as they run the real engine.

import type { Answer, EngineEvent } from '../../../src/contract/door.ts';
import type { CallOptions } from '../../../src/core/engine.ts';
import type { PlainEngine } from '../../../src/hosts/port.ts';

type Input = { readonly steps?: number; readonly code?: 'conflict' | 'in-use' | 'no-space'; readonly text?: string };

export async function createEngine(settings: unknown = {}): Promise<PlainEngine> {
  const listeners = new Set<(event: EngineEvent) => void>();
  let open: string | null = null;
  let counting = 0;

  const changed = (value: unknown, nouns: readonly string[]): Answer => {
    for (const listener of listeners) listener({ kind: 'changed', nouns });
    return { ok: true, value, changed: nouns };
  };

  return {
    async call(name, given, options = {}) {
      const input = (given ?? {}) as Input;
      switch (name) {
        case 'echo':
          return { ok: true, value: given, changed: [] };
        case 'state':
          return { ok: true, value: { open, settings }, changed: [] };
        case 'note':
          return changed({ text: input.text }, ['note']);
        case 'count':
          counting++;
          return count(input.steps ?? 10, options).finally(() => counting--);
        case 'counting':
          return { ok: true, value: counting, changed: [] };
        case 'fail':
          return { ok: false, error: { code: input.code ?? 'conflict', message: 'As asked.', at: 'code' } };
        case 'throw':
          throw new Error('a fault of the engine, on purpose');
        case 'die':
          process.exit(3);
          break;
        default:
          return { ok: false, error: { code: 'not-found', message: `No operation is called ${name}.` } };
      }
    },
    async open(path) {
      if (!path.endsWith('.draad')) return { ok: false, error: { code: 'not-a-project', message: 'That is not a project.' } };
      if (path.endsWith('deadly.draad')) process.exit(3);
      open = path;
      return changed({}, ['project']);
    },
    create: async (path) => changed({ path }, ['project']),
    openPath: () => open,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {},
  };
}

/** Counts with a pause at each step, telling how far it is, until it is done or told to stop. */
async function count(steps: number, { signal, onProgress }: CallOptions): Promise<Answer> {
  for (let done = 1; done <= steps; done++) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (signal?.aborted) return { ok: false, error: { code: 'cancelled', message: `Stopped at ${done}.` } };
    onProgress?.({ done, total: steps, note: `step ${done}` });
  }
  return { ok: true, value: { steps }, changed: [] };
}
