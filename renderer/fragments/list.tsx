// The list of fragments: thousands of rows of which only those in view are drawn, walked with the arrows.

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FragmentRow } from '../../src/contract/quote.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { keyOf } from './chosen.ts';
import { FragmentCells, type RowActs } from './fragment-row.tsx';
import { GroupTitle } from './group-title.tsx';
import type { Context } from './query.ts';
import { groupAtItem, itemAt, itemCount, itemOf, type Rows } from './rows.ts';
import type { Shown } from './use-head.ts';
import { type RowAt, useRows } from './use-rows.ts';

export type ListHandle = { readonly rowAt: RowAt; readonly focus: (index: number) => void };

type Props = {
  readonly shown: Shown;
  readonly context: Context;
  readonly group: string;
  readonly codebook: Codebook;
  readonly coders: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly current: number;
  readonly keys: ReadonlySet<string>;
  readonly acts: RowActs;
  readonly onCurrent: (index: number) => void;
  readonly handle: RefObject<ListHandle | null>;
};

/** A table whose rows are walked with the arrows and chosen. */
const WALKED = { role: 'grid', 'aria-multiselectable': true } as const;
const LINE = 26;
const LETTERS_PER_LINE = 70;
const TITLE = 46;

export function FragmentList({
  shown,
  context,
  group,
  codebook,
  coders,
  scroller,
  current,
  keys,
  acts,
  onCurrent,
  handle,
}: Props) {
  const { t } = useTexts();
  const grid = useRef<HTMLTableElement>(null);
  const { head } = shown;
  const rows: Rows = { length: head.length, groups: head.groups, titled: group !== 'none' };
  const virtual = useList(rows, current, scroller, grid, head.rows);
  const items = virtual.getVirtualItems();
  const indexes = items.map((item) => itemAt(rows, item.index)).flatMap((item) => (item.kind === 'fragment' ? [item.index] : []));
  const rowAt = useRows(shown, Math.min(...indexes, head.length), Math.max(...indexes, 0));
  useLayoutEffect(() => {
    const focus = (index: number) => {
      virtual.scrollToIndex(itemOf(rows, index), { align: 'auto' });
      focusRow(grid, index);
    };
    handle.current = { rowAt, focus };
  });
  useFocusKept(grid, current);
  const first = items.find((item) => item.end > (virtual.scrollOffset ?? 0) + 1)?.index ?? 0;
  const sticky = rows.titled ? head.groups[groupAtItem(rows, first)] : undefined;
  return (
    <>
      {sticky && itemAt(rows, first).kind === 'fragment' && (virtual.scrollOffset ?? 0) > 0 ? (
        <div className="fx-sticky" aria-hidden="true">
          <GroupTitle group={sticky} by={group} codebook={codebook} />
        </div>
      ) : null}
      <table
        ref={grid}
        className="fx-grid"
        aria-label={t('fragments.list')}
        {...WALKED}
        aria-rowcount={itemCount(rows)}
        style={{ height: virtual.getTotalSize() }}
      >
        <tbody>
          {items.map((item) => {
            const at = itemAt(rows, item.index);
            const place = {
              'aria-rowindex': item.index + 1,
              'data-index': item.index,
              ref: virtual.measureElement,
              style: { transform: `translateY(${item.start - virtual.options.scrollMargin}px)` },
            };
            if (at.kind === 'group')
              return (
                <tr key={item.key} className="fx-title" {...place}>
                  <td>
                    <GroupTitle group={at.group} by={group} codebook={codebook} />
                  </td>
                </tr>
              );
            const row = rowAt(at.index);
            const picked = row !== undefined && keys.has(keyOf(row));
            const isCurrent = at.index === current;
            return (
              <tr
                key={item.key}
                className={picked ? 'fx-row picked' : 'fx-row'}
                aria-selected={picked}
                tabIndex={isCurrent ? 0 : -1}
                {...(isCurrent ? { 'data-view-focus': true } : {})}
                data-row={at.index}
                data-focus={row ? focusName(row, at.index) : undefined}
                onFocus={() => onCurrent(at.index)}
                {...place}
              >
                {row ? (
                  <FragmentCells
                    row={row}
                    index={at.index}
                    context={context}
                    picked={picked}
                    current={isCurrent}
                    codebook={codebook}
                    coders={coders}
                    acts={acts}
                  />
                ) : (
                  <td className="fx-wait">{t('fragments.loading')}</td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

function useList(
  rows: Rows,
  current: number,
  scroller: RefObject<HTMLDivElement | null>,
  grid: RefObject<HTMLElement | null>,
  first: readonly FragmentRow[],
) {
  // The scroller's own ref is set after this has been drawn for the first time.
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [margin, setMargin] = useState(0);
  useEffect(() => setElement(scroller.current), [scroller]);
  // The sentence above the list can take more lines.
  useLayoutEffect(() => {
    const pane = scroller.current;
    if (!grid.current || !pane) return;
    const top = grid.current.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
    if (Math.abs(top - margin) > 1) setMargin(top);
  });
  // Where the focus is stays on the page, or scrolling by mouse would lose it.
  const kept = itemOf(rows, current);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const items = defaultRangeExtractor(range);
      return kept < range.count && !items.includes(kept) ? [...items, kept].sort((a, b) => a - b) : items;
    },
    [kept],
  );
  return useVirtualizer({
    count: itemCount(rows),
    getScrollElement: () => element,
    scrollMargin: margin,
    estimateSize: (item) => {
      const at = itemAt(rows, item);
      if (at.kind === 'group') return TITLE;
      const length = first[at.index]?.text.length ?? LETTERS_PER_LINE * 2;
      return Math.max(2, Math.ceil((length + 40) / LETTERS_PER_LINE)) * LINE + 19;
    },
    getItemKey: (item) => {
      const at = itemAt(rows, item);
      return at.kind === 'group' ? `group ${at.group.key}` : at.index;
    },
    rangeExtractor,
    scrollPaddingStart: rows.titled ? TITLE : 8,
    scrollPaddingEnd: 88,
    overscan: 6,
  });
}

function focusName({ interviewId, start, end }: FragmentRow, index: number): string {
  return `fragment ${index} ${interviewId} ${start} ${end}`;
}

/** A row that comes into view is drawn a frame later. */
function focusRow(grid: RefObject<HTMLElement | null>, index: number, tries = 20): void {
  const row = grid.current?.querySelector<HTMLElement>(`[data-row="${index}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusRow(grid, index, tries - 1));
}

/** When the row with the focus leaves the list, the one in its place takes it. */
function useFocusKept(grid: RefObject<HTMLElement | null>, current: number): void {
  const within = useRef(false);
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const onIn = () => {
      within.current = true;
    };
    const onOut = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node) within.current = element.contains(event.relatedTarget);
    };
    const onPointer = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) within.current = false;
    };
    element.addEventListener('focusin', onIn);
    element.addEventListener('focusout', onOut);
    addEventListener('pointerdown', onPointer);
    return () => {
      element.removeEventListener('focusin', onIn);
      element.removeEventListener('focusout', onOut);
      removeEventListener('pointerdown', onPointer);
    };
  }, [grid]);
  useEffect(() => {
    if (within.current && document.activeElement === document.body) focusRow(grid, current);
  });
}
