// Draws only the rows in view when the tree is long, so that thousands of codes scroll and filter as fast as fifty.

import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react';
import type { TreeRow } from './tree-keys.ts';

/** Up to here every row is drawn. */
const FEW = 60;
/** How far beyond the view rows are drawn, in px, so that scrolling finds them there. */
const BEYOND = 160;

export type PlacedRow = { readonly row: TreeRow; readonly top: number | null };
export type TreeWindow = {
  readonly rows: readonly PlacedRow[];
  /** Of the whole tree, in px; null when all rows are drawn one after another. */
  readonly height: number | null;
  /** Scrolls until the row of a code is in view. */
  readonly reveal: (id: number) => void;
};

/** `kept`: codes whose rows are drawn wherever they are, as they have the focus or are being written in. */
export function useTreeWindow(
  rows: readonly TreeRow[],
  kept: readonly (number | null | undefined)[],
  scroller: RefObject<HTMLElement | null>,
): TreeWindow {
  const long = rows.length > FEW;
  const heights = useRowHeights(scroller, long);
  const view = useView(scroller, long);
  const tops = useMemo(() => rowTops(rows, heights), [rows, heights]);
  const reveal = useCallback(
    (id: number) => {
      const at = rows.findIndex((row) => row.code.id === id);
      const element = scroller.current;
      if (at < 0 || !element) return;
      const top = tops[at] ?? 0;
      if (top < element.scrollTop || top > element.scrollTop + element.clientHeight - heights.code)
        element.scrollTop = top - element.clientHeight / 2;
    },
    [rows, tops, heights, scroller],
  );
  if (!long) return { rows: rows.map((row) => ({ row, top: null })), height: null, reveal };
  const drawn = rows.flatMap((row, at) => {
    const top = tops[at] ?? 0;
    const near = top > view.top - BEYOND && top < view.top + view.height + BEYOND;
    return near || kept.includes(row.code.id) ? [{ row, top }] : [];
  });
  return { rows: drawn, height: tops[rows.length] ?? 0, reveal };
}

type Heights = { readonly theme: number; readonly code: number };

/** The top of each row, and after the last one the height of all. */
export function rowTops(rows: readonly TreeRow[], heights: Heights): number[] {
  const tops = [0];
  for (const row of rows) tops.push((tops.at(-1) ?? 0) + (row.level === 1 ? heights.theme : heights.code));
  return tops;
}

// As they are drawn: they grow with the size of the text. Looked at when the tree gets another size, and not at each letter of the
// filter, as each look makes the browser lay everything out at once.
function useRowHeights(scroller: RefObject<HTMLElement | null>, long: boolean): Heights {
  const [heights, setHeights] = useState<Heights>({ theme: 29, code: 26 });
  useEffect(() => {
    const element = scroller.current;
    if (!element || !long) return;
    const look = () =>
      setHeights((known) => {
        const next = { theme: heightOf(element, '.th') ?? known.theme, code: heightOf(element, '.cd') ?? known.code };
        return next.theme === known.theme && next.code === known.code ? known : next;
      });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    const row = element.querySelector('[role="treeitem"]');
    if (row) observer.observe(row);
    return () => observer.disconnect();
  }, [scroller, long]);
  return heights;
}

function heightOf(element: HTMLElement, selector: string): number | null {
  const row = element.querySelector(selector);
  if (!row) return null;
  const height = row.getBoundingClientRect().height + Number.parseFloat(getComputedStyle(row).marginTop || '0');
  return height > 0 ? height : null;
}

function useView(scroller: RefObject<HTMLElement | null>, long: boolean): { readonly top: number; readonly height: number } {
  const [view, setView] = useState({ top: 0, height: 800 });
  useEffect(() => {
    const element = scroller.current;
    if (!element || !long) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller, long]);
  return view;
}
