// The first page of the list with its counts and groups. While another question is being answered, the list of the last one stays.

import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Input, Output } from '../../src/contract/index.ts';
import { ReadError, readOptions, showTrouble } from '../client/client.ts';
import { useClient } from '../client/index.ts';

export const PAGE = 100;

export type ListInput = Omit<Input<'quote.list'>, 'offset' | 'limit'>;
export type Shown = { readonly input: ListInput; readonly head: Output<'quote.list'> };

export function pageInput(input: ListInput, page: number): Input<'quote.list'> {
  return { ...input, offset: page * PAGE, limit: PAGE };
}

/** Null until the first answer. */
export function useHead(input: ListInput): Shown | null {
  const client = useClient();
  const last = useRef<Shown | null>(null);
  const { data, error } = useQuery(readOptions(client, 'quote.list', pageInput(input, 0)));
  const failure = error instanceof ReadError ? error.failure : null;
  useEffect(() => {
    // A name that has gone in another window leaves the question by itself, once the lists of names have been read again.
    if (failure && failure.code !== 'not-found') showTrouble(client, failure);
  }, [client, failure]);
  if (data && (last.current?.head !== data || last.current.input !== input)) last.current = { input, head: data };
  return last.current;
}
