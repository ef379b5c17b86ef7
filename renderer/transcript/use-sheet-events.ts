// What the mouse, dragging and the keys of the sheet itself do: hovering stripes, letting a code fall on text or a stripe, key presses.

import { type DragEvent, type KeyboardEvent, type PointerEvent, type RefObject, useCallback, useState } from 'react';
import { CODE_DRAG } from '../codebook/use-tree-drag.ts';
import { isTyping } from '../shell/shortcuts.ts';
import { offsetAtPoint } from './geometry.ts';
import { sentencesIn, turnAt } from './grow.ts';
import { keyAct } from './keys.ts';
import type { Page } from './model.ts';
import { toOffset, turnElementOf, turnOf } from './offsets.ts';
import type { Acts } from './use-acts.ts';
import type { Editing } from './use-editing.ts';
import type { SpotHandle } from './use-spot.ts';
import type { StageHandle } from './use-stage.ts';

type Parts = {
  readonly page: Page;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly stage: StageHandle;
  readonly spot: SpotHandle;
  readonly acts: Acts;
  readonly editing: Editing;
};

const FLOATING = '.picker, .card, .coding-list, .chip';

export function useSheetEvents({ page, scroller, stage, spot, acts, editing }: Parts) {
  const [hoverTop, setHoverTop] = useState<number | null>(null);
  const { set } = stage;
  const { text, turns } = page;

  const offsetAt = useCallback(
    (x: number, y: number): number | null => {
      const place = offsetAtPoint(x, y);
      return place && scroller.current?.contains(place.node) && turnElementOf(place.node)
        ? toOffset(scroller.current, text, turns, place, 'start')
        : null;
    },
    [scroller, text, turns],
  );
  const onHover = useCallback(
    (id: number | null, top: number | null) => {
      set({ hoveredId: id });
      setHoverTop(top);
    },
    [set],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (editing.now) return onEditKey(event, editing);
    const inButton =
      event.target instanceof Element && event.target.closest('button') && (event.key === 'Enter' || event.key === ' ');
    if (isTyping(event.target) || inButton) return;
    const act = keyAct(event.nativeEvent);
    if (!act) return;
    event.preventDefault();
    acts.run(act);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (!(event.target instanceof Element) || event.target.closest(FLOATING)) return;
    const turn = event.target.closest<HTMLElement>('[data-turn]');
    if (editing.now) {
      if (turn && !turn.isContentEditable && !turn.closest('[contenteditable]')) editing.moveTo(turnOf(turn));
      return;
    }
    if (turn) set({ selectedId: null, writing: false });
  };

  const dropOn = (event: DragEvent) => {
    const coding = event.target instanceof Element ? event.target.closest('[data-coding]') : null;
    if (coding) return { codingId: Number(coding.getAttribute('data-coding')), range: null };
    if (acts.target && spot.spot && spot.spot.anchor !== spot.spot.focus) return { codingId: null, range: acts.target };
    const offset = offsetAt(event.clientX, event.clientY);
    const turn = offset === null ? undefined : turns[turnAt(turns, offset)];
    if (offset === null || !turn) return null;
    return { codingId: null, range: sentencesIn(text, turn).find((sentence) => sentence.end > offset) ?? turn };
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(CODE_DRAG) || editing.now) return;
    const on = dropOn(event);
    if (!on) return;
    event.preventDefault();
    set({ hoveredId: on.codingId, arrived: on.range });
  };
  const onDrop = (event: DragEvent) => {
    const codeId = Number(event.dataTransfer.getData(CODE_DRAG));
    const on = codeId > 0 && !editing.now ? dropOn(event) : null;
    set({ hoveredId: null, arrived: null });
    if (!on) return;
    event.preventDefault();
    if (on.codingId !== null) void acts.recode(on.codingId, codeId);
    else if (on.range) void acts.applyCodes([codeId], on.range);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
      set({ hoveredId: null, arrived: null });
  };

  return { hoverTop, offsetAt, onHover, events: { tabIndex: 0, onKeyDown, onPointerDown, onDragOver, onDrop, onDragLeave } };
}

function onEditKey(event: KeyboardEvent, editing: Editing): void {
  const save = event.key === 's' && (event.ctrlKey || event.metaKey);
  if (!save && event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  if (save) void editing.drafts.save();
  else void editing.leave();
}
