// What the mouse, dragging and the keys of the sheet itself do: hovering stripes, letting a code fall on text or a stripe, key presses.

import type { DragEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { sentencesIn } from '../../src/domain/sentence.ts';
import { CODE_DRAG } from '../codebook/use-tree-drag.ts';
import { useKeymap } from '../commands/keymap.ts';
import { isTyping } from '../shell/shortcuts.ts';
import { SPEAKER_HERE } from './edit-speakers.tsx';
import { offsetAtPoint } from './geometry.ts';
import { turnAt } from './grow.ts';
import { keyAct } from './keys.ts';
import { turnOf } from './offsets.ts';
import type { Desk } from './use-desk.ts';
import type { Editing } from './use-editing.ts';
import { type Hover, NO_HOVER } from './use-stage.ts';

const FLOATING = '.picker, .card, .coding-list, .chip';

/** Properties for the scrolling sheet. */
export function useSheetEvents({ page, parts, stage, hover, spot, acts, editing }: Desk) {
  const { set } = stage;
  const { text, turns } = page;
  const keymap = useKeymap();

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (editing.now) return onEditKey(event, editing, parts.sheet.current);
    const inButton =
      event.target instanceof Element && event.target.closest('button') && (event.key === 'Enter' || event.key === ' ');
    if (isTyping(event.target) || inButton) return;
    const act = keyAct(event.nativeEvent, keymap);
    if (!act) return;
    event.preventDefault();
    acts.run(act);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (!(event.target instanceof Element) || event.target.closest(FLOATING)) return;
    if (editing.now || !event.target.closest('[data-turn]')) return;
    set({ selectedId: null, writing: false });
    // Pressing on selected text begins a text drag in a browser; here it begins the next selection, which may well overlap the last.
    if (event.button === 0 && !event.shiftKey) document.getSelection()?.removeAllRanges();
  };
  // Not on pointer down: the browser gives the focus after that, to a row that would be gone.
  const onClick = (event: MouseEvent) => {
    const turn = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-turn]') : null;
    if (!editing.now || !turn || turn.closest('[contenteditable]')) return;
    const offset = offsetAtPoint(parts.scroller.current, text, turns, event.clientX, event.clientY);
    editing.moveTo(turnOf(turn), offset);
  };

  /** What a dragged code would be put on: a coding, the selection, else the sentence under the mouse. */
  const dropOn = (event: DragEvent): Hover | null => {
    const coding = event.target instanceof Element ? event.target.closest('[data-coding]') : null;
    if (coding) return { ...NO_HOVER, id: Number(coding.getAttribute('data-coding')) };
    if (acts.target && spot.spot && spot.spot.anchor !== spot.spot.focus) return { ...NO_HOVER, range: acts.target };
    const offset = offsetAtPoint(parts.scroller.current, text, turns, event.clientX, event.clientY);
    const turn = offset === null ? undefined : turns[turnAt(turns, offset)];
    if (offset === null || !turn) return null;
    return { ...NO_HOVER, range: sentencesIn(text, turn).find((sentence) => sentence.end > offset) ?? turn };
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(CODE_DRAG) || editing.now) return;
    const on = dropOn(event);
    if (on) event.preventDefault();
    hover.set(on ?? NO_HOVER);
  };
  const onDrop = (event: DragEvent) => {
    const codeId = Number(event.dataTransfer.getData(CODE_DRAG));
    const on = codeId > 0 && !editing.now ? dropOn(event) : null;
    hover.set(NO_HOVER);
    if (!on) return;
    event.preventDefault();
    if (on.id !== null) void acts.recode(on.id, codeId);
    else void acts.applyCodes([codeId], on.range);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) hover.set(NO_HOVER);
  };
  return { tabIndex: 0, onKeyDown, onPointerDown, onClick, onDragOver, onDrop, onDragLeave };
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
