// Dragging in the tree: a code to another place, and selected text onto a code. Each has a keyboard way too (Alt with arrows, Move to…, Enter).

import { type DragEvent, useState } from 'react';
import { useCodeUnderText, useCoding, useDropHint, useStore } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { type Place, placeAt, type Side, sideAt } from './places.ts';
import type { Codebook } from './use-codebook.ts';

/** What a dragged code is called in the drag: the transcript takes it too. The text is the code's id. */
export const CODE_DRAG = 'application/x-rode-draad-code';

/** Where letting go would put it; `hint` says it in words. */
export type Drop = { readonly targetId: number; readonly side: Side | 'merge' | 'code'; readonly hint: string };

type Acts = {
  readonly onMove: (id: number, place: Place) => void;
  readonly onMerge: (id: number, intoId: number) => void;
};

export function useTreeDrag(codebook: Codebook, { onMove, onMerge }: Acts) {
  const { t } = useTexts();
  const coding = useCoding();
  // While dragging, the browser does not let one read what is dragged; within the tree we know.
  const [dragged, setDragged] = useState<number | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const overText = useStore(useDropHint());
  const under = codebook.byId.get(useStore(useCodeUnderText()) ?? 0);
  const end = () => {
    setDragged(null);
    setDrop(null);
  };

  const dropAt = (event: DragEvent): Drop | null => {
    const row = event.target instanceof Element ? event.target.closest('[data-code]') : null;
    const target = codebook.byId.get(Number(row?.getAttribute('data-code')));
    if (!row || !target) return null;
    const name = codebook.label(target);
    if (dragged === null)
      return coding().selection ? { targetId: target.id, side: 'code', hint: t('codebook.dropCode', { name }) } : null;
    const box = row.getBoundingClientRect();
    const side = sideAt((event.clientY - box.top) / box.height, (event.clientX - box.left) / box.width);
    if (!placeAt(codebook.codes, dragged, target.id, side === 'merge' ? 'under' : side)) return null;
    return { targetId: target.id, side, hint: t(HINTS[side], { name }) };
  };

  const tree = {
    onDragStart: (event: DragEvent) => {
      const row = event.target instanceof Element ? event.target.closest('[data-code]') : null;
      const code = codebook.byId.get(Number(row?.getAttribute('data-code')));
      if (!code) return;
      event.dataTransfer.setData(CODE_DRAG, String(code.id));
      event.dataTransfer.effectAllowed = 'copyMove';
      // Our own ghost says where it would land.
      event.dataTransfer.setDragImage(document.createElement('canvas'), 0, 0);
      setDragged(code.id);
    },
    onDragOver: (event: DragEvent) => {
      const next = dropAt(event);
      if (next) event.preventDefault();
      setDrop((now) => (now?.targetId === next?.targetId && now?.side === next?.side ? now : next));
    },
    onDragLeave: (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setDrop(null);
    },
    onDrop: (event: DragEvent) => {
      const there = dropAt(event);
      end();
      if (!there) return;
      event.preventDefault();
      if (there.side === 'code') return void coding().applyCodes([there.targetId]);
      if (dragged === null) return;
      if (there.side === 'merge') return onMerge(dragged, there.targetId);
      const place = placeAt(codebook.codes, dragged, there.targetId, there.side);
      if (place) onMove(dragged, place);
    },
    onDragEnd: end,
  };
  // Text is dragged by the transcript itself, without the browser's own dragging.
  const carried: Drop | null = under
    ? { targetId: under.id, side: 'code', hint: t('codebook.dropCode', { name: codebook.label(under) }) }
    : null;
  const code = dragged === null ? undefined : codebook.byId.get(dragged);
  return { tree, drop: drop ?? carried, dragged: code, hint: drop?.hint ?? overText };
}

const HINTS = {
  before: 'codebook.dropBefore',
  under: 'codebook.dropUnder',
  after: 'codebook.dropAfter',
  merge: 'codebook.dropMerge',
} as const;
