// The window's side of the contract: typed calls, a cache of what was read, and what must be read again after a change.
// Failures and finished steps go to one place each, where the shell shows them.

import { hashKey, notifyManager, type Query, QueryClient, type QueryKey } from '@tanstack/react-query';
import type { CodingRow } from '../../src/contract/coding.ts';
import type { Answer, Failure, Input, OperationName, Output } from '../../src/contract/index.ts';
import type { HistoryEntry } from '../../src/contract/project.ts';
import type { Bridge, CallOptions } from '../bridge.ts';
import { changedPart } from './changed-part.ts';
import { type ReadName, readsOf } from './depends-on.ts';
import { createStore, type Store } from './store.ts';

/** A failure on its way to the error dialog; `again` tries the same once more. */
export type Trouble = { readonly failure: Failure; readonly again?: () => void };
/**
 * What the toast says: a step done, taken back or done again; many of them by going through the history; another window that opened a
 * project or closed this one; a plain sentence; or, `good`, the same about something that was done.
 */
export type Notice =
  | { readonly kind: 'done' | 'undone' | 'redone'; readonly entry: HistoryEntry }
  | { readonly kind: 'walked'; readonly steps: number }
  | { readonly kind: 'elsewhere'; readonly project: string | null }
  | { readonly kind: 'text' | 'good'; readonly text: string };

export type Client = {
  readonly bridge: Bridge;
  readonly queries: QueryClient;
  readonly trouble: Store<Trouble | null>;
  readonly notice: Store<Notice | null>;
  /** Goes up when another project is opened: everything on the screen is then of another project. Null while that happens. */
  readonly project: Store<number | null>;
  /** Which project is shown, for the core to compare: a change that comes late must not land in another one. Null: not known, or none. */
  readonly opening: Store<string | null>;
  /** How many files were saved since the project was opened. */
  readonly saved: Store<number>;
  /** Transcripts chosen before there was a project for them. */
  readonly incoming: Store<readonly File[]>;
  /** Positions that wait to be kept; they are, before a project is left. */
  readonly waiting: Set<() => Promise<void>>;
  /** Changes that wait for a rest before they are kept; they are, before a step is taken back or a project is left. */
  readonly unkept: Set<() => Promise<void>>;
  /** A step that is being taken back or done again: what is changed after it, waits for it. */
  readonly walking: { current: Promise<unknown> | null };
};

/** The error a read throws inside the cache. */
export class ReadError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

// What is set in the cache by a key is drawn with that key, before the next one comes. By itself the library waits for a timer, and keys overtake those.
notifyManager.setScheduler(queueMicrotask);

export function createClient(bridge: Bridge): Client {
  const queries = new QueryClient({
    defaultOptions: {
      // The core is on this machine: "offline" says nothing about it, and what it answered stays true until it says `changed`.
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
  const saved = createStore(0);
  const saveFile: Bridge['saveFile'] = async (file) => {
    const answer = await bridge.saveFile(file);
    if (answer.saved) saved.set(saved.get() + 1);
    return answer;
  };
  return {
    bridge: { ...bridge, saveFile },
    saved,
    queries,
    trouble: createStore<Trouble | null>(null),
    notice: createStore<Notice | null>(null),
    project: createStore<number | null>(0),
    incoming: createStore<readonly File[]>([]),
    opening: createStore<string | null>(null),
    waiting: new Set(),
    unkept: new Set(),
    walking: { current: null },
  };
}

/** Any operation with the types of the contract. Never rejects. */
export async function call<N extends OperationName>(
  client: Client,
  name: N,
  input: Input<N>,
  options?: CallOptions,
): Promise<Answer<N>> {
  // The one place where an answer gets its type: the door has parsed it with the schema that the type comes from.
  return (await client.bridge.call(name, input, { opening: client.opening.get(), ...options })) as Answer<N>;
}

/** The new list with the row objects of the old one where nothing in them changed; the old list when nothing changed at all. */
function shareCodings(old: unknown, next: unknown): unknown {
  if (!isCodingList(old) || !isCodingList(next)) return next;
  const part = changedPart(old.codings, next.codings);
  const byId = new Map(part.old.map((row) => [row.id, row]));
  const now = part.now.map((row) => {
    const known = byId.get(row.id);
    return known && hasSameFields(known, row) ? known : row;
  });
  const same = now.length === part.old.length && now.every((row, at) => row === part.old[at]);
  return same ? old : { codings: [...next.codings.slice(0, part.from), ...now, ...next.codings.slice(part.from + now.length)] };
}

function isCodingList(value: unknown): value is Output<'coding.list'> {
  return typeof value === 'object' && value !== null && 'codings' in value;
}

function hasSameFields(one: CodingRow, other: CodingRow): boolean {
  return Object.entries(one).every(([name, value]) => Object.is(value, Reflect.get(other, name)));
}

/** What `useRead` and `fetchRead` share: where an answer is kept and how it is asked. */
export function readOptions<N extends ReadName>(client: Client, name: N, input: Input<N>) {
  return {
    queryKey: [name, input] as const,
    // Of thousands of codings each field would be compared at each coding; rows are enough.
    ...(name === 'coding.list' ? { structuralSharing: shareCodings } : {}),
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Output<N>> => {
      const answer = await call(client, name, input, { signal });
      if (answer.ok) return answer.value;
      throw new ReadError(answer.error);
    },
  };
}

/** A read outside a component, from the cache when it is still true. Rejects with a ReadError. */
export function fetchRead<N extends ReadName>(client: Client, name: N, input: Input<N>): Promise<Output<N>> {
  return client.queries.fetchQuery(readOptions(client, name, input));
}

/** Reads ahead. A failure says nothing: who really asks will hear of it. */
export function prefetchRead<N extends ReadName>(client: Client, name: N, input: Input<N>): void {
  void client.queries.prefetchQuery(readOptions(client, name, input));
}

/** Asks again what looks at these nouns; what has the key `settled` is true already. */
export async function refresh(client: Client, nouns: readonly string[], settled?: QueryKey): Promise<void> {
  const reads = new Set<unknown>(readsOf(nouns));
  if (!settled) rounds.set(client, refreshRound(client) + 1);
  const isSettled = settled ? matcher(settled) : () => false;
  const looks = (query: Query) => reads.has(query.queryKey[0]) && !isSettled(query);
  const gone = reads.has('interview.get') ? await goneInterviews(client) : null;
  if (gone) reads.delete('interview.list');
  // Out of date, but not asked for: the screens that show it are about to go.
  await client.queries.invalidateQueries({ predicate: (query) => looks(query) && gone?.(query) === true, refetchType: 'none' });
  await client.queries.invalidateQueries({ predicate: (query) => looks(query) && !gone?.(query) });
}

const rounds = new WeakMap<Client, number>();

/** Goes up each time that something is read again as a whole: who mends the cache itself can tell that it was overtaken. */
export function refreshRound(client: Client): number {
  return rounds.get(client) ?? 0;
}

function matcher(key: QueryKey): (query: Query) => boolean {
  const hash = hashKey(key);
  return (query) => query.queryHash === hash;
}

/** Tells which reads are about an interview that is no longer there: asking those could only fail. */
async function goneInterviews(client: Client): Promise<((query: Query) => boolean) | null> {
  if (!client.queries.getQueryData(['interview.list', {}])) return null;
  await client.queries.invalidateQueries({ queryKey: ['interview.list', {}] });
  const list = client.queries.getQueryData<Output<'interview.list'>>(['interview.list', {}]);
  const there = new Set(list?.interviews.map((interview) => interview.id));
  return ({ queryKey: [name, input] }) => {
    const id = name === 'interview.get' ? idIn(input, 'id') : name === 'coding.list' ? idIn(input, 'interviewId') : null;
    return id !== null && !there.has(id);
  };
}

function idIn(input: unknown, field: string): number | null {
  const value = typeof input === 'object' && input !== null ? Reflect.get(input, field) : null;
  return typeof value === 'number' ? value : null;
}

export function refreshAll(client: Client): Promise<void> {
  rounds.set(client, refreshRound(client) + 1);
  return client.queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'position.get' });
}

export function showTrouble(client: Client, failure: Failure, again?: () => void): void {
  if (failure.code === 'cancelled') return;
  client.trouble.set(again ? { failure, again } : { failure });
}
