// Where the person is in the text: the page's own selection read as offsets, and set from offsets. Kept while a picker or a memo has the focus.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isTyping } from '../shell/shortcuts.ts';
import { turnAt } from './grow.ts';
import type { Page, Spot } from './model.ts';
import { readSelection, toPlace } from './offsets.ts';

/** Frames that a row may need to come on the page. */
const TRIES = 5;

export type SpotHandle = {
  /** Null until the person has been somewhere. */
  readonly spot: Spot | null;
  /** True when the mouse or touch made this selection. */
  readonly byPointer: boolean;
  /** Moves the page's selection too; `focus` also moves the focus to the turn, so that it is read aloud. */
  readonly place: (spot: Spot, options?: { readonly focus?: boolean; readonly byPointer?: boolean }) => void;
};

export function useSpot(page: Page, root: RefObject<HTMLElement | null>, active: boolean): SpotHandle {
  const [state, setState] = useState<{ readonly spot: Spot | null; readonly byPointer: boolean }>({
    spot: null,
    byPointer: false,
  });
  const latest = useRef(page);
  latest.current = page;
  const pointer = useRef(false);
  const asked = useRef(0);
  // A row that is still coming takes the focus when it is there, also when more of it has been selected meanwhile.
  const owesFocus = useRef(false);

  useEffect(() => {
    const element = root.current;
    if (!element || !active) return;
    const read = () => {
      if (isTyping(document.activeElement)) return;
      const spot = readSelection(element, latest.current.text, latest.current.turns, document.getSelection());
      if (!spot) return;
      setState((now) =>
        now.spot?.anchor === spot.anchor && now.spot.focus === spot.focus ? now : { spot, byPointer: pointer.current },
      );
    };
    const down = (event: PointerEvent) => {
      asked.current++;
      owesFocus.current = false;
      pointer.current = event.target instanceof Node && element.contains(event.target);
    };
    const key = () => {
      pointer.current = false;
    };
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', down, true);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', down, true);
      document.removeEventListener('keydown', key, true);
    };
  }, [root, active]);

  const place = useCallback(
    (spot: Spot, { focus = false, byPointer = false } = {}) => {
      setState({ spot, byPointer });
      const element = root.current;
      if (!element) return;
      const { turns } = latest.current;
      const [anchorTurn, focusTurn] = [turnAt(turns, spot.anchor), turnAt(turns, spot.focus)];
      const mine = ++asked.current;
      owesFocus.current ||= focus;
      const attempt = (left: number) => {
        // Something else was selected meanwhile.
        if (asked.current !== mine) return;
        const row = owesFocus.current ? element.querySelector<HTMLElement>(`[data-turn="${focusTurn}"]`) : null;
        if (row) {
          row.focus({ preventScroll: true });
          owesFocus.current = false;
        }
        const anchor = toPlace(element, turns, anchorTurn, spot.anchor);
        const end = toPlace(element, turns, focusTurn, spot.focus);
        if (anchor && end) document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, end.node, end.offset);
        // The rows of both ends come on the page when this has been drawn.
        else if (left > 0) requestAnimationFrame(() => attempt(left - 1));
      };
      attempt(TRIES);
    },
    [root],
  );

  return useMemo(() => ({ ...state, place }), [state, place]);
}
