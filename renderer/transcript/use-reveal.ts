// Scrolling to places in the text, and back to where the person was.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { type Geometry, measureSheet, stretchOf } from './geometry.ts';
import { turnAt } from './grow.ts';
import type { Page } from './model.ts';
import type { RowsHandle } from './rows.tsx';

export type Scroll = { readonly turn: number; readonly dy: number };
export type Reveal = (range: TextRange, where?: 'nearest' | 'third') => void;

export type SheetParts = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly rows: RefObject<RowsHandle | null>;
};

/** Kept free above and below what is shown, as a part of the viewport. */
const AIR = 0.12;
const TRIES = 5;

export function useReveal(page: Page, { scroller, sheet, rows }: SheetParts): Reveal {
  const latest = useRef(page);
  latest.current = page;
  return useCallback(
    (range, where = 'nearest') => {
      const { text, turns } = latest.current;
      const attempt = (left: number) => {
        const element = scroller.current;
        if (!element || !sheet.current) return;
        const stretch = stretchOf(measureSheet(sheet.current), turns, text, range);
        if (stretch) return scrollTo(element, sheet.current, stretch, where);
        rows.current?.show(turnAt(turns, range.start));
        if (left > 0) requestAnimationFrame(() => attempt(left - 1));
      };
      attempt(TRIES);
    },
    [scroller, sheet, rows],
  );
}

function scrollTo(
  scroller: HTMLElement,
  sheet: HTMLElement,
  { top, bottom }: { top: number; bottom: number },
  where: 'nearest' | 'third',
): void {
  const from = scroller.scrollTop + sheet.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  const height = scroller.clientHeight;
  const air = height * AIR;
  const [upper, lower] = [from + top - scroller.scrollTop, from + bottom - scroller.scrollTop];
  if (where === 'third') scroller.scrollTop = from + top - height / 3 + 14;
  else if (upper < air || lower - upper > height - 2 * air) scroller.scrollTop = from + top - air;
  else if (lower > height - air) scroller.scrollTop = from + bottom - height + air;
}

/**
 * Remembers the first turn in view, and goes there when the interview is opened, comes back on the screen, or breaks its lines elsewhere. `layout`
 * names what decides how it is laid out besides its width.
 */
export function useScrollMemory(
  geometry: Geometry | null,
  { scroller, sheet, rows }: SheetParts,
  kept: Scroll,
  keep: (scroll: Scroll) => void,
  wanted: boolean,
  layout: unknown,
): void {
  const first = useRef(kept);
  const restored = useRef(false);
  const latest = useRef(geometry);
  latest.current = geometry;
  const ready = geometry !== null;
  const restore = useCallback(() => {
    const place = first.current;
    const attempt = (left: number) => {
      const element = scroller.current;
      if (!element || !sheet.current?.checkVisibility()) return;
      const box = measureSheet(sheet.current).byTurn.get(place.turn);
      if (box) element.scrollTop = box.top - place.dy;
      else rows.current?.show(place.turn);
      first.current = place;
      // Rows that come on the page later turn out to be of another height than was thought.
      if (left > 0 && (!box || Math.abs(element.scrollTop - (box.top - place.dy)) > 1))
        requestAnimationFrame(() => attempt(left - 1));
    };
    attempt(TRIES);
  }, [scroller, sheet, rows]);

  useLayoutEffect(() => {
    if (!ready || restored.current) return;
    restored.current = true;
    const { turn, dy } = first.current;
    if (wanted && (turn !== 0 || dy !== 0)) restore();
  }, [ready, wanted, restore]);

  // Other widths break the lines elsewhere: what was at the top stays there.
  const width = geometry?.width ?? 0;
  const before = useRef({ width, layout });
  useLayoutEffect(() => {
    const { current: was } = before;
    before.current = { width, layout };
    if (width === 0 || was.width === 0 || !restored.current || (was.width === width && was.layout === layout)) return;
    if (first.current.turn !== 0 || first.current.dy !== 0) restore();
  }, [width, layout, restore]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    // Hidden views lose their scroll; this runs again when the view is shown.
    if (restored.current && element.scrollTop === 0) restore();
    const onScroll = () => {
      if (!element.checkVisibility()) return;
      const now = placeOf(latest.current, element);
      if (!now) return;
      first.current = now;
      keep(now);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [scroller, keep, restore]);
}

/** Keeps the text where it is when something above it comes or goes (the bar of editing, a notice). */
export function useSteadyText(scroller: RefObject<HTMLElement | null>, above: unknown): void {
  const last = useRef<{ readonly above: unknown; readonly top: number } | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const { top } = element.getBoundingClientRect();
    if (last.current && last.current.above !== above && element.scrollTop > 0) element.scrollTop += top - last.current.top;
    last.current = { above, top };
  }, [scroller, above]);
}

function placeOf(geometry: Geometry | null, scroller: HTMLElement): Scroll | null {
  if (!geometry) return null;
  const top = scroller.getBoundingClientRect().top - geometry.sheet.getBoundingClientRect().top;
  const box = geometry.boxes.find((candidate) => candidate.bottom > top);
  return box ? { turn: box.turn, dy: Math.round(box.top - top) } : null;
}
