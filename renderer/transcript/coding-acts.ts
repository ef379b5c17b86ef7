// What is done to codings: choosing one, applying and changing codes, through keys, picker, tree and mouse alike.

import type { RefObject } from 'react';
import { MAX_NAME } from '../../src/domain/code.ts';
import type { TextRange } from '../../src/domain/text.ts';
import type { ActContext } from './act-context.ts';
import type { Choice } from './choices.ts';
import { moveEnd } from './grow.ts';
import type { KeyActs } from './keys.ts';
import type { Mark } from './model.ts';
import { inVivoName } from './ranking.ts';
import type { Float } from './use-stage.ts';
import { neighbour, nextOver } from './walk.ts';

export type CodingActs = {
  readonly select: (id: number | null) => void;
  /** Answers whether it was done. Without a range: on what is selected. */
  readonly applyCodes: (codeIds: readonly number[], range?: TextRange | null) => Promise<boolean>;
  readonly recode: (id: number, codeId: number) => Promise<void>;
  readonly openPicker: (mode: 'apply' | 'recode' | 'new', text?: string) => void;
  readonly pick: (float: Extract<Float, { kind: 'picker' }>, choice: Choice, stay: boolean) => Promise<void>;
  readonly remove: (mark: Mark | undefined) => void;
  readonly toggleKey: (mark: Mark | undefined) => void;
};

/** `lastRange`: where codes were put last; more on the same range belong to "same codes as last time". */
export function codingActs(context: ActContext, lastRange: RefObject<TextRange | null>): CodingActs {
  const { page, spot, stage, codings, recent, reveal, onBack, t, selected, here, target, may } = context;

  const applyCodes: CodingActs['applyCodes'] = async (codeIds, range = target) => {
    if (codeIds.length === 0 || !may()) return false;
    if (!range) {
      codings.say(t('transcript.nothingSelected'));
      return false;
    }
    recent.used(codeIds, lastRange.current?.start === range.start && lastRange.current.end === range.end);
    lastRange.current = range;
    return codings.apply(range, codeIds);
  };

  const recode = async (id: number, codeId: number) => {
    if (id < 0 || !may()) return;
    recent.used([codeId], false);
    await codings.recode(id, codeId);
  };

  const make = async (float: Extract<Float, { kind: 'picker' }>, choice: Extract<Choice, { kind: 'new' }>) => {
    const codeId =
      float.codingId === null ? await codings.applyNew(float.range, choice.code.path) : await codings.make(choice.code);
    if (codeId === null) return;
    if (float.codingId !== null) return recode(float.codingId, codeId);
    recent.used([codeId], false);
    lastRange.current = float.range;
  };

  return {
    applyCodes,
    recode,
    select: (id) => {
      const mark = page.marks.find((row) => row.id === id);
      stage.set({ selectedId: mark?.id ?? null, float: null, writing: false });
      if (!mark) return;
      const inside = here && here.start === here.end && mark.start <= here.start && here.start < mark.end;
      if (!inside) spot.place({ anchor: mark.start, focus: mark.start });
      reveal(mark);
    },
    openPicker: (mode, text = '') => {
      if (!may()) return;
      const range = mode === 'recode' ? selected : target;
      if (!range) return codings.say(t('transcript.nothingSelected'));
      const { start, end } = range;
      reveal({ start: end - 1, end });
      stage.set({
        float: { kind: 'picker', mode, range: { start, end }, text, codingId: mode === 'recode' ? (selected?.id ?? null) : null },
      });
    },
    pick: async (float, choice, stay) => {
      if (!stay) {
        stage.set({ float: null });
        onBack();
      }
      if (choice.kind === 'new') await make(float, choice);
      else if (float.codingId === null) await applyCodes([choice.code.id], float.range);
      else await recode(float.codingId, choice.code.id);
    },
    remove: (mark) => {
      if (!mark) return codings.say(t('transcript.noCodingHere'));
      if (mark.provisional || !may()) return;
      if (mark.id === selected?.id) stage.set({ selectedId: null });
      void codings.remove(mark.id);
    },
    toggleKey: (mark) => {
      if (!mark) return codings.say(t('transcript.noCodingHere'));
      if (!mark.provisional && may()) void codings.setKey(mark.id, !mark.key);
    },
  };
}

/** The same by key. */
export function codingKeys(
  context: ActContext,
  acts: CodingActs,
): Omit<KeyActs, 'turn' | 'selectTurn' | 'grow' | 'shrink' | 'extend'> {
  const {
    page,
    spot,
    stage,
    codings,
    recent,
    resize,
    reveal,
    t,
    selected,
    here,
    at,
    caret,
    turn,
    target,
    meant,
    may,
    onEdit,
    onCodings,
  } = context;
  const { say } = codings;
  const use = (codeIds: readonly number[], otherwise: string) =>
    codeIds.length > 0 ? void acts.applyCodes(codeIds) : say(otherwise);
  const choose = (mark: Mark | undefined, otherwise: string) => (mark ? acts.select(mark.id) : say(otherwise));
  return {
    pick: () => acts.openPicker('apply'),
    newCode: () => acts.openPicker('new'),
    inVivo: () => acts.openPicker('new', target ? inVivoName(page.text.slice(target.start, target.end), MAX_NAME) : ''),
    digit: ({ digit }) => use([recent.recent.pins[digit - 1] ?? 0].filter(Boolean), t('transcript.noCodeOnDigit', { digit })),
    last: () => use(recent.recent.recent.slice(0, 1), t('transcript.noCodeYet')),
    again: () => use(recent.recent.last, t('transcript.noCodeYet')),
    memo: () => {
      const mark = meant();
      stage.set(mark ? { selectedId: mark.id, writing: true, float: null } : { memoOpen: true });
    },
    key: () => acts.toggleKey(meant()),
    removeHere: () => acts.remove(meant()),
    removeSelected: () => (selected ? acts.remove(selected) : say(t('transcript.noCodingSelected'))),
    cycle: () => choose(nextOver(page.marks, at, stage.stage.selectedId), t('transcript.noCodingHere')),
    coding: ({ step, sameCode }) => {
      const codeId = sameCode ? (selected?.codeId ?? recent.recent.recent[0] ?? null) : null;
      choose(neighbour(page.marks, at, selected?.id ?? null, step, codeId), t('transcript.noMoreCodings'));
    },
    resize: ({ end, step }) => {
      if (!selected) return say(t('transcript.noCodingSelected'));
      if (selected.provisional || !may()) return;
      const { start, end: stop } = moveEnd(page.text, page.turns, selected, end, step);
      resize.nudge(selected.id, { start, end: stop });
      reveal(end === 'start' ? { start, end: start + 1 } : { start: stop - 1, end: stop });
    },
    edit: () => may() && onEdit(caret),
    codings: () => onCodings(turn),
    leave: () => {
      if (stage.stage.float) stage.set({ float: null });
      else if (selected) stage.set({ selectedId: null, writing: false });
      else if (stage.stage.finding) stage.set({ finding: false });
      else if (here && here.start < here.end) spot.place({ anchor: caret, focus: caret });
    },
  };
}
