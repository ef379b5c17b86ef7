// One engine serves one workbench: it has at most one project open, runs operations in the order they come, and tells its listeners
// what changed. A host puts it in a thread or process of its own; the CLI uses it in place.

import type { Answer, Progress } from '../contract/index.ts';
import { dispatch, toFailure } from './dispatch.ts';
import { defaultEffects, type Effects } from './effects.ts';
import { createWorkbench, type OpenOptions } from './workbench.ts';

export type { Progress };
export type EngineEvent = { readonly kind: 'changed'; readonly nouns: readonly string[]; readonly by?: string };
/** `opening`: which project the caller means; see `CallContext`. `by`: what the caller calls this call; it comes back in the event of what it changed. */
export type CallOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly opening?: string | undefined;
  readonly by?: string | undefined;
};

export type Engine = {
  /** Runs an operation by its name. */
  call(name: string, input: unknown, options?: CallOptions): Promise<Answer>;
  /** Opens the project at a path that the host let the person pick. Errors: `not-found`, `not-a-project`. */
  open(path: string, options?: OpenOptions): Promise<Answer>;
  /** Makes an empty project at a path that the host let the person pick, and opens it. Errors: `conflict` when there is a file. */
  create(path: string, name: string, options?: OpenOptions): Promise<Answer>;
  /** Where the open project is; null when none is open. For hosts only: a path never goes to the window. */
  openPath(): string | null;
  subscribe(listener: (event: EngineEvent) => void): () => void;
  close(): Promise<void>;
};

export async function createEngine(given: Partial<Effects> = {}): Promise<Engine> {
  const effects: Effects = { ...defaultEffects(), ...given };
  const workbench = createWorkbench(effects);
  const listeners = new Set<(event: EngineEvent) => void>();
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  /** A switch that failed half-way may have left another project open, or none: the windows hear of that too. */
  const told = async (work: () => Promise<Answer>, by?: string): Promise<Answer> => {
    const before = workbench.project();
    const answer = await work();
    const switched = before !== workbench.project();
    const nouns = answer.ok ? answer.changed : switched ? ['workbench', 'project'] : [];
    const event = { kind: 'changed', nouns, ...(answer.ok && by !== undefined ? { by } : {}) } as const;
    if (nouns.length > 0) for (const listener of listeners) listener(event);
    return answer;
  };
  const hosted = (name: string, work: () => void): Promise<Answer> =>
    inTurn(() =>
      told(async () => {
        try {
          work();
          return { ok: true, value: {}, changed: ['workbench', 'project'] } as Answer;
        } catch (error) {
          return { ok: false, error: toFailure(name, error, effects.log) };
        }
      }),
    );

  return {
    call: (name, input, options = {}) => {
      const { signal, opening, onProgress: progress = () => {} } = options;
      const context = { workbench, effects, signal, progress, opening };
      // Reading one file touches no project, so a long list of them does not hold up the window.
      if (name === 'interview.preview') return dispatch(context, name, input);
      return inTurn(async () => {
        if (signal?.aborted) return { ok: false, error: { code: 'cancelled', message: 'Stopped; nothing was changed' } };
        return told(() => dispatch(context, name, input), options.by);
      });
    },
    open: (path, options) => hosted('open', () => workbench.open(path, options)),
    create: (path, name, options) => hosted('create', () => workbench.create(path, name, options)),
    openPath: () => workbench.project()?.path ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => inTurn(async () => workbench.close()),
  };
}
