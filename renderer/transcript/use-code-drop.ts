// Letting a code from the tree fall on a stripe (it gets that code, or with Ctrl that code too), on the selection, on a sentence, or on who
// speaks: the whole turn. What it would do goes along with the pointer.

import type { DragEvent } from 'react';
import { sentencesIn } from '../../src/domain/sentence.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { useDropHint } from '../client/index.ts';
import { CODE_DRAG } from '../codebook/use-tree-drag.ts';
import { type TextKey, useTexts } from '../i18n/index.ts';
import { offsetAtPoint } from './geometry.ts';
import { turnAt } from './grow.ts';
import { turnOf } from './offsets.ts';
import type { Desk } from './use-desk.ts';
import { NO_HOVER } from './use-stage.ts';

type DropOn =
  | { readonly kind: 'recode'; readonly id: number }
  | { readonly kind: 'add'; readonly id: number }
  | { readonly kind: 'selection' | 'sentence' | 'turn'; readonly range: TextRange };

const SAYS = {
  recode: 'transcript.drop.recode',
  add: 'transcript.drop.add',
  selection: 'transcript.drop.selection',
  sentence: 'transcript.drop.sentence',
  turn: 'transcript.drop.turn',
} as const satisfies Record<DropOn['kind'], TextKey>;

/** Properties for the scrolling sheet. */
export function useCodeDrop({ page, parts, hover, selection, acts, editing }: Desk) {
  const { t } = useTexts();
  const hint = useDropHint();
  const { text, turns } = page;

  const dropOn = (event: DragEvent): DropOn | null => {
    if (editing.now || !(event.target instanceof Element)) return null;
    const coding = event.target.closest('[data-coding]');
    if (coding)
      return { kind: event.ctrlKey || event.metaKey ? 'add' : 'recode', id: Number(coding.getAttribute('data-coding')) };
    const who = event.target.closest('.who')?.parentElement?.querySelector<HTMLElement>('[data-turn]');
    const whole = who ? turns[turnOf(who)] : undefined;
    if (whole) return { kind: 'turn', range: whole };
    const offset = offsetAtPoint(parts.scroller.current, text, turns, event.clientX, event.clientY);
    const turn = offset === null ? undefined : turns[turnAt(turns, offset)];
    if (offset === null || !turn) return null;
    if (selection && selection.start <= offset && offset <= selection.end) return { kind: 'selection', range: selection };
    const sentence = sentencesIn(text, turn).find(({ end }) => end > offset);
    return sentence ? { kind: 'sentence', range: sentence } : { kind: 'turn', range: turn };
  };
  const leave = () => {
    hover.set(NO_HOVER);
    hint.set(null);
  };
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(CODE_DRAG)) return;
    const on = dropOn(event);
    if (!on) return leave();
    event.preventDefault();
    event.dataTransfer.dropEffect = on.kind === 'recode' ? 'move' : 'copy';
    hint.set(t(SAYS[on.kind]));
    const lit = on.kind === 'recode' || on.kind === 'add' ? { id: on.id } : { range: on.range };
    hover.set({ ...NO_HOVER, ...lit });
  };
  const onDrop = (event: DragEvent) => {
    const codeId = Number(event.dataTransfer.getData(CODE_DRAG));
    const on = codeId > 0 ? dropOn(event) : null;
    leave();
    if (!on) return;
    event.preventDefault();
    if (on.kind === 'recode') void acts.recode(on.id, codeId);
    else if (on.kind === 'add') void acts.addCode(on.id, codeId);
    else void acts.applyCodes([codeId], on.range);
  };
  const onDragLeave = (event: DragEvent) => {
    if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) leave();
  };
  return { onDragOver, onDrop, onDragLeave };
}
