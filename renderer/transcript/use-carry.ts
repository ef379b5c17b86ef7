// Dragging selected text onto a code in the tree. A press on selected text may also begin the next selection, which may well overlap the
// last: it depends on where the mouse goes. Over text it selects from where it was pressed; over a code it carries what was selected.

import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useCodeUnderText } from '../client/index.ts';
import { offsetAtPoint } from './geometry.ts';
import type { Spot } from './model.ts';
import type { Desk } from './use-desk.ts';

/** Less is a click. In CSS pixels. */
const MOVED = 4;
const SCROLL_STEP = 24;

export type Carry = {
  /** The press is on selected text. */
  readonly holds: (event: PointerEvent | MouseEvent) => boolean;
  /** Follows the mouse until it is let go, when it holds selected text. */
  readonly begin: (event: MouseEvent) => void;
};

export function useCarry(desk: Desk): Carry {
  const latest = useRef(desk);
  latest.current = desk;
  const under = useCodeUnderText();
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  const offsetAt = (x: number, y: number): number | null => {
    const { page, parts } = latest.current;
    return offsetAtPoint(parts.scroller.current, page.text, page.turns, x, y);
  };
  const holds: Carry['holds'] = (event) => {
    const { selection } = latest.current;
    const offset = selection && event.button === 0 && !event.shiftKey ? offsetAt(event.clientX, event.clientY) : null;
    return selection !== null && offset !== null && selection.start <= offset && offset < selection.end;
  };

  const begin: Carry['begin'] = (event) => {
    const { selection } = latest.current;
    const from = offsetAt(event.clientX, event.clientY);
    // A second press in a row selects a word, as everywhere.
    if (!selection || from === null || event.detail > 1 || !holds(event)) return;
    event.preventDefault();
    const pressed = { x: event.clientX, y: event.clientY };
    const held = { anchor: selection.start, focus: selection.end };
    let moved = false;
    let range: Spot = held;
    const place = (next: Spot) => {
      range = next;
      latest.current.spot.place(next, { byPointer: true });
    };
    const end = () => {
      stop.current = () => {};
      under.set(null);
      delete document.body.dataset.carrying;
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', cancel);
      document.removeEventListener('keydown', key, true);
    };
    const move = (now: globalThis.PointerEvent) => {
      moved ||= Math.hypot(now.clientX - pressed.x, now.clientY - pressed.y) > MOVED;
      if (!moved) return;
      const code = codeAt(now);
      under.set(code);
      const outside = !isInside(latest.current.parts.scroller.current, now.clientX);
      document.body.toggleAttribute('data-carrying', outside);
      if (outside) return place(held);
      scrollAtEdge(latest.current.parts.scroller.current, now.clientY);
      const focus = offsetAt(now.clientX, now.clientY);
      if (focus !== null) place({ anchor: from, focus });
    };
    const up = (now: globalThis.PointerEvent) => {
      const code = moved ? codeAt(now) : null;
      end();
      if (code !== null) return void latest.current.acts.applyCodes([code], selection);
      latest.current.parts.scroller.current?.focus({ preventScroll: true });
      place(moved ? range : { anchor: from, focus: from });
    };
    const cancel = () => {
      end();
      place(held);
    };
    const key = (pressedKey: KeyboardEvent) => {
      if (pressedKey.key !== 'Escape') return;
      pressedKey.stopPropagation();
      cancel();
    };
    stop.current = end;
    latest.current.stage.set({ selectedId: null, writing: false });
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', cancel);
    document.addEventListener('keydown', key, true);
  };
  return { holds, begin };
}

/** The code in the tree under the mouse. */
function codeAt({ clientX, clientY }: globalThis.PointerEvent): number | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest('[role="tree"] [data-code]');
  const id = Number(row?.getAttribute('data-code'));
  return id > 0 ? id : null;
}

function isInside(scroller: HTMLElement | null, x: number): boolean {
  const box = scroller?.getBoundingClientRect();
  return box !== undefined && box.left <= x && x <= box.right;
}

function scrollAtEdge(scroller: HTMLElement | null, y: number): void {
  const box = scroller?.getBoundingClientRect();
  if (!scroller || !box) return;
  if (y < box.top + SCROLL_STEP) scroller.scrollTop -= SCROLL_STEP;
  else if (y > box.bottom - SCROLL_STEP) scroller.scrollTop += SCROLL_STEP;
}
