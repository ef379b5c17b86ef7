// Where the person was, kept in the project itself: pane widths, open interview, scroll, folded sets.

import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '../../src/contract/index.ts';
import { type Client, call, readOptions } from './client.ts';
import { useClient } from './hooks.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** What is kept, how to keep something else, and whether it has been read. */
export type Position<T> = readonly [T, (value: T) => void, boolean];
/** `''` as a fallback stands for any string. */
type Widened<T> = T extends string ? string : T extends number ? number : T extends boolean ? boolean : T;

const WAIT_MS = 400;

/**
 * A value that is remembered under `key` in the open project. Until it is read, and when what was kept has another shape
 * (an older version wrote it), it is `fallback`. Writing is put off a little, so dragging or scrolling is one write; the
 * third value says whether the kept value has been read.
 */
export function usePosition<T extends Json>(key: string, fallback: T): Position<Widened<T>>;
export function usePosition(key: string, fallback: Json): Position<Json> {
  const client = useClient();
  const { data, isPending } = useQuery({ ...readOptions(client, 'position.get', { key }) });
  const writer = useRef<Writer | null>(null);
  useEffect(() => {
    const current = createWriter(client, key);
    writer.current = current;
    return () => current.flush();
  }, [client, key]);
  const set = useCallback((value: Json) => writer.current?.write(value), []);
  // The first fallback stays, so that a list written in the call is not a new list at each drawing.
  const [first] = useState(fallback);
  const kept: unknown = data?.value;
  return [hasShapeOf(first, kept) ? kept : first, set, !isPending];
}

type Writer = { readonly write: (value: Json) => void; readonly flush: () => void };

function createWriter(client: Client, key: string): Writer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { readonly value: Json } | null = null;
  const project = client.project.get();
  const keep = async () => {
    clearTimeout(timer);
    removeEventListener('pagehide', flush);
    client.waiting.delete(keep);
    if (!waiting) return;
    const { value } = waiting;
    waiting = null;
    // The place in one project must not end up in the next one.
    if (client.project.get() === project) await rememberPosition(client, key, value);
  };
  const flush = () => void keep();
  return {
    flush,
    write: (value) => {
      showPosition(client, key, value);
      if (!waiting) addEventListener('pagehide', flush);
      client.waiting.add(keep);
      waiting = { value };
      clearTimeout(timer);
      timer = setTimeout(flush, WAIT_MS);
    },
  };
}

/** Keeps a position at once. A failure stays silent: losing a scroll position is not worth a dialog. */
export async function rememberPosition(client: Client, key: string, value: Json): Promise<void> {
  showPosition(client, key, value);
  await call(client, 'position.set', { key, value: toPlain(value) });
}

/** All components that look at this position see the new value at once. */
function showPosition(client: Client, key: string, value: Json): void {
  const queryKey = ['position.get', { key }];
  void client.queries.cancelQueries({ queryKey });
  client.queries.setQueryData(queryKey, { value });
}

/** True when `value` can stand where `model` does: same kind, and an object has the model's fields with the same kinds. */
export function hasShapeOf<T extends Json>(model: T, value: unknown): value is T {
  if (model === null) return true;
  if (Array.isArray(model)) return Array.isArray(value);
  if (typeof model !== 'object') return typeof value === typeof model;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(model).every(([name, part]) => hasShapeOf<Json>(part, fields[name]));
}

type Plain = Input<'position.set'>['value'];

/** The same value without the readonly promise, which the contract's type does not have. */
function toPlain(value: Json): Plain {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(toPlain);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, toPlain(part)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
