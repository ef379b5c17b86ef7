// The list as it is drawn: before each group its title, then its fragments. Positions of what is drawn and of fragments. Pure.

import type { FragmentGroup } from '../../src/contract/quote.ts';

export type Item =
  | { readonly kind: 'group'; readonly group: FragmentGroup }
  | { readonly kind: 'fragment'; readonly index: number };

/** `titled`: groups have a title in the list. */
export type Rows = { readonly length: number; readonly groups: readonly FragmentGroup[]; readonly titled: boolean };

export function itemCount({ length, groups, titled }: Rows): number {
  return length + (titled ? groups.length : 0);
}

export function itemAt(rows: Rows, item: number): Item {
  if (!rows.titled) return { kind: 'fragment', index: item };
  const at = groupAtItem(rows, item);
  const group = rows.groups[at];
  if (!group || group.at + at === item) return group ? { kind: 'group', group } : { kind: 'fragment', index: item };
  return { kind: 'fragment', index: item - at - 1 };
}

/** Where a fragment of the list is drawn. */
export function itemOf(rows: Rows, index: number): number {
  return rows.titled ? index + groupOf(rows.groups, index) + 1 : index;
}

/** The number of the group that an item is in, its title included. */
export function groupAtItem({ groups }: Rows, item: number): number {
  return last(groups, (group, at) => group.at + at <= item);
}

function groupOf(groups: readonly FragmentGroup[], index: number): number {
  return last(groups, (group) => group.at <= index);
}

/** The last for which it holds, when it holds for all before it; 0 when for none. */
function last(groups: readonly FragmentGroup[], holds: (group: FragmentGroup, at: number) => boolean): number {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const group = groups[middle];
    if (group && holds(group, middle)) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
