// Which fragments are chosen. They are kept by their place, and looked up in the list when something is done with them, so that it is
// always done with what is there now.

import type { Output } from '../../src/contract/index.ts';
import type { FragmentRow } from '../../src/contract/quote.ts';
import { type Client, fetchRead } from '../client/client.ts';
import { type ListInput, PAGE, pageInput, type Shown } from './use-head.ts';

export type Chosen = Output<'quote.choose'>['fragments'][number];
type Placed = Pick<Chosen, 'interviewId' | 'start' | 'end' | 'codings'>;

/** The same for the same fragment, also after it got another code. */
export function keyOf({
  interviewId,
  start,
  end,
  codings,
}: Pick<Placed, 'interviewId' | 'start' | 'end'> & { readonly codings: readonly { readonly id: number }[] }): string {
  return start < end ? `${interviewId}-${start}-${end}` : `${interviewId}-${start}-${end}-${codings[0]?.id ?? 0}`;
}

/** What is known of the list without asking: the pages that were read and are still true. */
function knownRows(client: Client, { input, head }: Shown): FragmentRow[] {
  const pages = Math.ceil(head.length / PAGE);
  return Array.from({ length: pages }, (_, page) => {
    const key = ['quote.list', pageInput(input, page)];
    const state = client.queries.getQueryState<Output<'quote.list'>>(key);
    return state?.data && !state.isInvalidated ? state.data.rows : [];
  }).flat();
}

/** The fragments with these keys, as they are now; those that left the list are left out. */
export async function findChosen(client: Client, shown: Shown, keys: ReadonlySet<string>): Promise<Chosen[]> {
  const known = new Map(knownRows(client, shown).flatMap((row) => (keys.has(keyOf(row)) ? [[keyOf(row), row] as const] : [])));
  if (known.size === keys.size) return [...known.values()];
  const { fragments } = await fetchRead(client, 'quote.choose', toChoose(shown.input));
  return fragments.filter((fragment) => keys.has(keyOf(fragment)));
}

/** The keys of a stretch of the list, from the first place up to and with the last. */
export async function keysBetween(client: Client, { input }: Shown, from: number, to: number): Promise<string[]> {
  const [first, last] = from < to ? [from, to] : [to, from];
  const { fragments } = await fetchRead(client, 'quote.choose', { ...toChoose(input), offset: first, limit: last - first + 1 });
  return fragments.map(keyOf);
}

function toChoose({ context: _, ...scope }: ListInput): Omit<ListInput, 'context'> {
  return scope;
}
