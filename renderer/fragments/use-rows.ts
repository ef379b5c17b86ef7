// The pages of the list that are in view.

import { useQueries } from '@tanstack/react-query';
import type { FragmentRow } from '../../src/contract/quote.ts';
import { readOptions } from '../client/client.ts';
import { useClient } from '../client/index.ts';
import { PAGE, pageInput, type Shown } from './use-head.ts';

/** The fragment at a place in the list; undefined while its page is being read. */
export type RowAt = (index: number) => FragmentRow | undefined;

export function useRows({ input, head }: Shown, from: number, to: number): RowAt {
  const client = useClient();
  const pages: number[] = [];
  for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE) && page * PAGE < head.length; page++)
    if (page > 0) pages.push(page);
  const answers = useQueries({ queries: pages.map((page) => readOptions(client, 'quote.list', pageInput(input, page))) });
  const byPage = new Map(pages.map((page, at) => [page, answers[at]?.data?.rows]));
  return (index) => (index < PAGE ? head.rows : byPage.get(Math.floor(index / PAGE)))?.[index % PAGE];
}
