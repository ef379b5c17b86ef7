// The panes of the workspace: which widths fit the window, F6 through them, and drawers when the window is narrow.

import { type RefObject, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

export type Pane = 'interviews' | 'transcript' | 'codebook';
export const PANES: readonly Pane[] = ['interviews', 'transcript', 'codebook'];

export type Panes = {
  readonly narrow: boolean;
  /** Pane widths in px that suit this window, from the grid of the design. */
  readonly fitting: { readonly left: number; readonly right: number };
  readonly drawer: Pane | null;
  readonly open: (pane: Pane) => void;
  readonly close: () => void;
};

export function usePanes(place: RefObject<HTMLElement | null>): Panes {
  const width = useSyncExternalStore(subscribe, () => innerWidth);
  const narrow = width < 1000;
  const [drawer, setDrawer] = useState<Pane | null>(null);
  // The focus is there before the next key comes.
  const open = (pane: Pane) => {
    flushSync(() => setDrawer(pane === 'transcript' || !narrow ? null : pane));
    focusPane(place.current, pane);
  };
  const close = () => {
    if (drawer === null) return;
    flushSync(() => setDrawer(null));
    focusPane(place.current, 'transcript');
  };
  const latest = useRef({ open, close });
  latest.current = { open, close };
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) latest.current.close();
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey || !place.current) return;
      event.preventDefault();
      latest.current.open(nextPane(paneOf(document.activeElement), event.shiftKey ? -1 : 1));
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [place]);
  return { narrow, fitting: fittingWidths(width), drawer: narrow ? drawer : null, open, close };
}

/** The pane after (1) or before (-1) this one, around; from outside the panes: the first or the last. */
export function nextPane(from: Pane | null, step: 1 | -1): Pane {
  const at = from === null ? (step === 1 ? -1 : 0) : PANES.indexOf(from);
  return PANES[(at + step + PANES.length) % PANES.length] ?? 'transcript';
}

export function fittingWidths(windowWidth: number): { readonly left: number; readonly right: number } {
  if (windowWidth <= 1340) return { left: 208, right: 292 };
  return windowWidth < 1700 ? { left: 240, right: 324 } : { left: 288, right: 352 };
}

function paneOf(element: Element | null): Pane | null {
  const name = element?.closest('[data-pane]')?.getAttribute('data-pane');
  return PANES.find((pane) => pane === name) ?? null;
}

/** A pane marks with `data-pane-focus` what gets the focus first; otherwise the first thing in it that can have it. */
function focusPane(place: HTMLElement | null, pane: Pane): void {
  const inside = place?.querySelector(`[data-pane="${pane}"]`);
  const first =
    inside?.querySelector<HTMLElement>('[data-pane-focus]') ??
    inside?.querySelector<HTMLElement>('[tabindex="0"], a[href], button:not([tabindex="-1"]), input');
  first?.focus();
}

function subscribe(listener: () => void): () => void {
  addEventListener('resize', listener);
  return () => removeEventListener('resize', listener);
}
