// What is done to codings by key.

import { MAX_NAME } from '../../src/domain/code.ts';
import type { ActContext } from './act-context.ts';
import type { CodingActs } from './coding-acts.ts';
import { moveEnd } from './grow.ts';
import type { KeyActs } from './keys.ts';
import type { Mark } from './model.ts';
import { inVivoName } from './ranking.ts';
import { marksAt, neighbour, nextOver } from './walk.ts';

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
    may,
    aimed,
    aimedText,
    onEdit,
    onCodings,
    onAnswers,
    pins,
  } = context;
  const { say, underway } = codings;
  const use = (codeIds: readonly number[], otherwise: string) =>
    codeIds.length > 0 ? void acts.applyCodes(codeIds) : say(otherwise);
  const choose = (mark: Mark | undefined, otherwise: string) => (mark ? acts.select(mark.id) : say(otherwise));
  return {
    pick: () => acts.openPicker('apply'),
    newCode: () => acts.openPicker('new'),
    inVivo: () =>
      target
        ? acts.openPicker('new', inVivoName(page.text.slice(target.start, target.end), MAX_NAME))
        : say(t('transcript.nothingSelected')),
    digit: ({ digit }) => use([pins.get(digit) ?? 0].filter(Boolean), t('transcript.noCodeOnDigit', { digit })),
    // In the order of the keys: what is still being made when they are pressed counts, what comes after does not.
    last: () =>
      void acts.applyComing(
        recent.settled().then((now) => now.recent.slice(0, 1)),
        t('transcript.noCodeYet'),
      ),
    again: () =>
      void acts.applyComing(
        recent.settled().then((now) => now.last),
        t('transcript.noCodeYet'),
      ),
    memo: () => {
      const mark = aimed();
      stage.set(mark ? { selectedId: mark.id, writing: true, float: null } : { memoOpen: true });
    },
    key: () => acts.toggleKey(aimed()),
    removeHere: () => acts.remove(aimed()),
    removeSelected: () => (selected ? acts.remove(selected) : say(t('transcript.noCodingSelected'))),
    cycle: () => choose(nextOver(page.marks, at, stage.stage.selectedId), t('transcript.noCodingHere')),
    coding: ({ step, sameCode }) => {
      const codeId = sameCode ? (selected?.codeId ?? recent.recent.recent[0] ?? null) : null;
      choose(neighbour(page.marks, at, selected?.id ?? null, step, codeId), t('transcript.noMoreCodings'));
    },
    resize: ({ end, step }) => {
      const mark = aimedText();
      if (!mark) return say(t('transcript.noCodingSelected'));
      if (!may()) return;
      // The one that was just made, or is here, is shown as the chosen one from now on.
      if (!selected && page.marks.some(({ id }) => id === mark.id)) acts.select(mark.id);
      void underway.settled(mark.id).then((id) => {
        if (id === null) return;
        const { start, end: stop } = resize.nudge(id, mark, (range) => moveEnd(page.text, page.turns, range, end, step));
        reveal(end === 'start' ? { start, end: start + 1 } : { start: stop - 1, end: stop });
      });
    },
    edit: () => may() && onEdit(caret),
    codings: () => onCodings(turn),
    recode: () => acts.openPicker('recode'),
    split: () => {
      const just = selected ?? aimedText();
      acts.split(just && (selected || (just.start === here?.start && just.end === here.end)) ? just : undefined);
    },
    fit: () => {
      if (!here || here.start === here.end) return say(t('transcript.fitHow'));
      const around = (mark: Mark) =>
        mark.start <= here.start && here.end <= mark.end && mark.end - mark.start > here.end - here.start;
      const mark = selected ?? marksAt(page.marks, here).findLast(around);
      if (!mark) return say(t('transcript.fitHow'));
      if (may()) void codings.resize(mark.id, here);
    },
    answers: () => onAnswers(turn),
    leave: () => {
      if (stage.stage.float) stage.set({ float: null });
      else if (stage.stage.splitting !== null) stage.set({ splitting: null });
      else if (selected) stage.set({ selectedId: null, writing: false });
      else if (stage.stage.finding) stage.set({ finding: false });
      else if (here && here.start < here.end) spot.place({ anchor: caret, focus: caret });
    },
  };
}
