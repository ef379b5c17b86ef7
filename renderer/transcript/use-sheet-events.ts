// What the mouse and the keys of the sheet itself do: pressing on text, and key presses.

import type { ClipboardEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { useKeymap } from '../commands/keymap.ts';
import { isTyping } from '../shell/shortcuts.ts';
import { copiedText } from './copied.ts';
import { SPEAKER_HERE } from './edit-speakers.tsx';
import { offsetAtPoint } from './geometry.ts';
import { keyAct } from './keys.ts';
import { rangeOf } from './model.ts';
import { turnOf } from './offsets.ts';
import { useCaretWalk } from './use-caret-walk.ts';
import { useCarry } from './use-carry.ts';
import { useCodeDrop } from './use-code-drop.ts';
import type { Desk } from './use-desk.ts';
import type { Editing } from './use-editing.ts';

const FLOATING = '.picker, .card, .coding-list, .chip';

/** Properties for the scrolling sheet. */
export function useSheetEvents(desk: Desk) {
  const { page, parts, stage, acts, editing, markOf, spot } = desk;
  const { set } = stage;
  const { text, turns } = page;
  const carry = useCarry(desk);
  const keymap = useKeymap();
  const walk = useCaretWalk(desk);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (editing.now) return walk(event) ? event.preventDefault() : onEditKey(event, editing, parts.sheet.current);
    const inButton =
      event.target instanceof Element && event.target.closest('button') && (event.key === 'Enter' || event.key === ' ');
    if (isTyping(event.target) || inButton) return;
    // Also the rows that are not on the page.
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      spot.place({ anchor: 0, focus: text.length });
      return;
    }
    const act = keyAct(event.nativeEvent, keymap);
    if (!act) return;
    event.preventDefault();
    acts.run(act);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (!(event.target instanceof Element) || event.target.closest(FLOATING)) return;
    if (editing.now || !event.target.closest('[data-turn]')) return;
    if (stage.stage.splitting !== null || carry.holds(event)) return;
    set({ selectedId: null, writing: false });
    // Pressing on selected text begins a text drag in a browser; here it begins the next selection, which may well overlap the last.
    if (event.button === 0 && !event.shiftKey) document.getSelection()?.removeAllRanges();
  };
  const onMouseDown = (event: MouseEvent) => {
    if (editing.now || event.button !== 0 || !(event.target instanceof Element) || !event.target.closest('[data-turn]')) return;
    const { splitting } = stage.stage;
    if (splitting === null) return carry.begin(event);
    event.preventDefault();
    const offset = offsetAtPoint(parts.scroller.current, text, turns, event.clientX, event.clientY);
    if (offset !== null) acts.split(markOf(splitting), offset);
  };
  // Not on pointer down: the browser gives the focus after that, to a row that would be gone.
  const onClick = (event: MouseEvent) => {
    const turn = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-turn]') : null;
    if (!editing.now || !turn || turn.closest('[contenteditable]')) return;
    const typed = editing.drafts.current();
    const offset = offsetAtPoint(parts.scroller.current, typed.text, typed.turns, event.clientX, event.clientY);
    editing.moveTo(turnOf(turn), offset);
  };

  const onCopy = (event: ClipboardEvent) => {
    const range = spot.spot && rangeOf(spot.spot);
    if (editing.now || isTyping(event.target) || !range || range.start === range.end) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copiedText({ text, turns }, range));
  };

  return { tabIndex: 0, onKeyDown, onCopy, onPointerDown, onMouseDown, onClick, ...useCodeDrop(desk) };
}

function onEditKey(event: KeyboardEvent, editing: Editing, sheet: HTMLElement | null): void {
  if (event.key === 'F2') {
    event.preventDefault();
    sheet?.querySelector<HTMLElement>(SPEAKER_HERE)?.click();
    return;
  }
  const save = event.key === 's' && (event.ctrlKey || event.metaKey);
  if (!save && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (save) void editing.drafts.save();
  else void editing.leave();
}
