// Where the editor holds one turn of a long interview: keys that move the caret go on in the turns around it, as if all were one text.

import { type KeyboardEvent, useCallback, useRef } from 'react';
import { turnAt } from './grow.ts';
import { offsetWithin, turnElementOf, turnOf } from './offsets.ts';
import type { Desk } from './use-desk.ts';

/** Where the caret is: its turn, how far in it, and its line on the screen; `x` and `y` in pixels of the window. */
type Caret = {
  readonly element: HTMLElement;
  readonly turn: number;
  readonly offset: number;
  readonly length: number;
  readonly x: number;
  readonly y: number;
  readonly onFirstLine: boolean;
  readonly onLastLine: boolean;
};

/** Frames that a row may need to come on the page. */
const TRIES = 6;

const VERTICAL: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);
const ALONG: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** Answers whether the key was one that moved on; then the browser has nothing to do for it. */
export function useCaretWalk({ editing, parts, allRows, reveal }: Desk): (event: KeyboardEvent) => boolean {
  const { moveTo, now, handle } = editing;
  // With the letters typed just before: the page that is drawn may not have them yet.
  const { current } = editing.drafts;
  /** The column that a walk up or down keeps to, also through shorter lines. */
  const column = useRef<number | null>(null);

  const go = useCallback(
    (turn: number, offset: number) => {
      if (turn === now?.caret.turn) handle.current?.placeCaret(turn, offset - (current().turns[turn]?.start ?? 0));
      else moveTo(turn, offset);
    },
    [now, handle, current, moveTo],
  );

  const toLine = useCallback(
    (turn: number, edge: 'first' | 'last', x: number) => {
      const own = current().turns[turn];
      const element = parts.sheet.current?.querySelector<HTMLElement>(`[data-turn="${turn}"]`);
      const lines = element ? linesIn(element) : [];
      const y = edge === 'first' ? lines[0] : lines.at(-1);
      if (!own) return;
      if (!element || y === undefined) return go(turn, edge === 'first' ? own.start : own.end);
      const by = bringInView(parts.scroller.current, y);
      go(turn, own.start + (offsetAt(element, x, y - by) ?? (edge === 'first' ? 0 : own.end - own.start)));
    },
    [current, parts, go],
  );

  const byPage = useCallback(
    (way: 1 | -1, { x, y: from }: Caret) => {
      const scroller = parts.scroller.current;
      if (!scroller) return;
      const { top, bottom } = scroller.getBoundingClientRect();
      const y = Math.min(Math.max(from, top + 20), bottom - 20);
      const before = scroller.scrollTop;
      scroller.scrollTop += way * scroller.clientHeight * 0.85;
      const atEnd = scroller.scrollTop === before;
      const land = (left: number) => {
        const element = atEnd ? null : turnNear(parts.sheet.current, y);
        if (!element && !atEnd && left > 0) return void requestAnimationFrame(() => land(left - 1));
        const { turns } = current();
        const turn = element ? turnOf(element) : way === 1 ? turns.length - 1 : 0;
        const line = element ? nearest(linesIn(element), y) : undefined;
        const offset = element && line !== undefined ? offsetAt(element, x, line) : null;
        go(turn, offset === null ? (way === 1 ? (turns[turn]?.end ?? 0) : 0) : (turns[turn]?.start ?? 0) + offset);
      };
      // The rows come on the page in the frame after scrolling.
      requestAnimationFrame(() => requestAnimationFrame(() => land(TRIES)));
    },
    [parts, current, go],
  );

  return useCallback(
    (event) => {
      if (allRows || !now || event.shiftKey || event.altKey) return false;
      const command = event.ctrlKey || event.metaKey;
      const vertical = VERTICAL.has(event.key);
      if (!vertical) column.current = null;
      // Finding the caret makes the browser lay out the turn: a letter does not wait for that.
      const caret = vertical || ALONG.has(event.key) ? readCaret() : null;
      if (!caret || (vertical && command)) return false;
      if (vertical) column.current ??= caret.x;
      const x = column.current ?? caret.x;
      const { text, turns } = current();
      const last = turns.length - 1;
      const rtl = getComputedStyle(caret.element).direction === 'rtl';
      const key = rtl ? ({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[event.key] ?? event.key) : event.key;
      switch (key) {
        case 'ArrowLeft':
          if (caret.offset > 0 || caret.turn === 0) return false;
          go(caret.turn - 1, turns[caret.turn - 1]?.end ?? 0);
          return true;
        case 'ArrowRight':
          if (caret.offset < caret.length || caret.turn === last) return false;
          go(caret.turn + 1, turns[caret.turn + 1]?.start ?? 0);
          return true;
        case 'ArrowUp':
          if (!caret.onFirstLine || caret.turn === 0) return false;
          toLine(caret.turn - 1, 'last', x);
          return true;
        case 'ArrowDown':
          if (!caret.onLastLine || caret.turn === last) return false;
          toLine(caret.turn + 1, 'first', x);
          return true;
        case 'PageUp':
        case 'PageDown':
          byPage(key === 'PageDown' ? 1 : -1, { ...caret, x });
          return true;
        case 'Home':
        case 'End': {
          if (!command) return false;
          const at = key === 'Home' ? 0 : text.length;
          go(turnAt(turns, at), at);
          reveal({ start: at, end: at });
          return true;
        }
        default:
          return false;
      }
    },
    [allRows, now, current, go, toLine, byPage, reveal],
  );
}

/** Null when the caret is not in the editor, or text is selected. */
function readCaret(): Caret | null {
  const selection = document.getSelection();
  const node = selection?.focusNode;
  const element = node ? turnElementOf(node) : null;
  if (!selection?.isCollapsed || !node || !element?.isContentEditable) return null;
  const range = selection.getRangeAt(0);
  const beside = node instanceof Element ? node.childNodes[selection.focusOffset] : null;
  const rect =
    range.getClientRects()[0] ?? (beside instanceof Element ? beside.getBoundingClientRect() : element.getBoundingClientRect());
  const y = (rect.top + rect.bottom) / 2;
  const lines = linesIn(element);
  const half = halfLine(element);
  return {
    element,
    turn: turnOf(element),
    offset: offsetWithin(element, { node, offset: selection.focusOffset }),
    length: offsetWithin(element, { node: element, offset: element.childNodes.length }),
    x: rect.left,
    y,
    onFirstLine: y - (lines[0] ?? y) < half,
    onLastLine: (lines.at(-1) ?? y) - y < half,
  };
}

/** The middles of the lines of a turn, from its top down. */
function linesIn(element: HTMLElement): number[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  const middles = [...range.getClientRects()].map((rect) => (rect.top + rect.bottom) / 2).sort((a, b) => a - b);
  const half = halfLine(element);
  return middles.filter((y, i) => i === 0 || y - (middles[i - 1] ?? y) > half);
}

function halfLine(element: HTMLElement): number {
  return (Number.parseFloat(getComputedStyle(element).lineHeight) || 28) / 2;
}

function nearest(lines: readonly number[], y: number): number | undefined {
  return [...lines].sort((a, b) => Math.abs(a - y) - Math.abs(b - y))[0];
}

/** The turn on the page whose text is nearest to a height. */
function turnNear(sheet: HTMLElement | null, y: number): HTMLElement | null {
  for (const element of sheet?.querySelectorAll<HTMLElement>('[data-turn]') ?? []) {
    const { top, bottom } = element.getBoundingClientRect();
    if (top - 30 <= y && y <= bottom + 30) return element;
  }
  return null;
}

/** The offset in a turn of the place in its line at `y` that is nearest to `x`. */
function offsetAt(element: HTMLElement, x: number, y: number): number | null {
  const { left, right } = element.getBoundingClientRect();
  const place = document.caretPositionFromPoint(Math.min(Math.max(x, left + 1), right - 1), y);
  return place && element.contains(place.offsetNode)
    ? offsetWithin(element, { node: place.offsetNode, offset: place.offset })
    : null;
}

/** Scrolls as little as it takes to show a line at a height of the window; answers how far. */
function bringInView(scroller: HTMLElement | null, y: number): number {
  if (!scroller) return 0;
  const { top, bottom } = scroller.getBoundingClientRect();
  const air = 40;
  const before = scroller.scrollTop;
  if (y < top + air) scroller.scrollTop += y - top - air;
  if (y > bottom - air) scroller.scrollTop += y - bottom + air;
  return scroller.scrollTop - before;
}
