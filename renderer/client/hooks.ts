// How screens read and change the project: `useRead`, `useChange`, `useUndo`.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure, Input, Output } from '../../src/contract/index.ts';
import type { HistoryEntry } from '../../src/contract/project.ts';
import { type RunOptions, runChange } from './change.ts';
import { type Client, ReadError, readOptions, showTrouble } from './client.ts';
import type { ChangeName, ReadName } from './depends-on.ts';

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (!client) throw new Error('useClient outside BridgeProvider');
  return client;
}

export type Read<N extends ReadName> = {
  /** Undefined until the first answer. */
  readonly data: Output<N> | undefined;
  /** Nothing to show yet. */
  readonly pending: boolean;
  /** Being read (again). */
  readonly busy: boolean;
  /** With `keep`: what is shown answers an earlier question. Nothing may be done with it as if it answered this one. */
  readonly stale: boolean;
  readonly failure: Failure | null;
  readonly again: () => void;
};

export type ReadOptions = {
  /** False: don't ask yet. */
  readonly enabled?: boolean;
  /** Keep showing the answer to the previous question until the new one is there. */
  readonly keep?: boolean;
};

/** One read of the contract; asked again when a change touches a noun it depends on. A failure also opens the error dialog. */
export function useRead<N extends ReadName>(name: N, input: Input<N>, options: ReadOptions = {}): Read<N> {
  const client = useClient();
  const query = useQuery({
    ...readOptions(client, name, input),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
  const failure = query.error instanceof ReadError ? query.error.failure : null;
  const again = useCallback(() => void query.refetch(), [query.refetch]);
  useEffect(() => {
    // Something that has gone, here or in another window: the screen that showed it goes too.
    if (failure && failure.code !== 'not-found') showTrouble(client, failure, again);
  }, [client, failure, again]);
  return {
    data: query.data,
    pending: query.isPending && query.fetchStatus !== 'idle',
    busy: query.isFetching,
    stale: query.isPlaceholderData,
    failure,
    again,
  };
}

export type Change<N extends ChangeName> = {
  /** Null when it failed or was stopped; the person has then been told. */
  readonly run: (input: Input<N>, options?: RunOptions<N>) => Promise<Output<N> | null>;
  readonly pending: boolean;
};

export function useChange<N extends ChangeName>(name: N): Change<N> {
  const client = useClient();
  const [running, setRunning] = useState(0);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback(
    async (input: Input<N>, options?: RunOptions<N>) => {
      setRunning((n) => n + 1);
      const value = await runChange(client, name, input, options);
      if (mounted.current) setRunning((n) => n - 1);
      return value;
    },
    [client, name],
  );
  return useMemo(() => ({ run, pending: running > 0 }), [run, running]);
}

/** The same without `pending`: who does not show that it runs is not drawn again for it. */
export function useRun<N extends ChangeName>(name: N): Change<N>['run'] {
  const client = useClient();
  return useCallback((input, options) => runChange(client, name, input, options), [client, name]);
}

export type Undo = {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** What undo and redo would do. */
  readonly next: { readonly undo: HistoryEntry | null; readonly redo: HistoryEntry | null };
};

export function useUndo(): Undo {
  const client = useClient();
  const project = useRead('project.get', {}).data;
  const undo = useCallback(() => walkHistory(client, 'undo'), [client]);
  const redo = useCallback(() => walkHistory(client, 'redo'), [client]);
  return { undo, redo, next: { undo: project?.undo ?? null, redo: project?.redo ?? null } };
}

/** Goes to a step of the history, many at a time. Answers how many steps that were; null when it failed or was stopped. */
export function useGoToStep(): Change<'history.goTo'> {
  const client = useClient();
  const { run, pending } = useChange('history.goTo');
  const goTo = useCallback<typeof run>((input, options) => afterKept(client, () => run(input, options)), [client, run]);
  return useMemo(() => ({ run: goTo, pending }), [goTo, pending]);
}

async function walkHistory(client: Client, way: 'undo' | 'redo'): Promise<void> {
  const done = await afterKept(client, () => runChange(client, way === 'undo' ? 'history.undo' : 'history.redo', {}));
  if (done?.entry) client.notice.set({ kind: way === 'undo' ? 'undone' : 'redone', entry: done.entry });
}

/** What waits for a rest is kept first; what is changed from now on waits for the walk. */
async function afterKept<T>(client: Client, walk: () => Promise<T>): Promise<T> {
  const keepAndWalk = async () => {
    await Promise.all([...client.unkept].map((keep) => keep()));
    return walk();
  };
  const walking = keepAndWalk();
  client.walking.current = walking;
  const done = await walking;
  if (client.walking.current === walking) client.walking.current = null;
  return done;
}
