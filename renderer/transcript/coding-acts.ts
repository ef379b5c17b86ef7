// What is done to codings: choosing one, applying and changing codes, through keys, picker, tree and mouse alike.

import type { RefObject } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import type { ActContext } from './act-context.ts';
import type { Choice } from './choices.ts';
import { snapToWord } from './grow.ts';
import type { Mark } from './model.ts';
import type { Float } from './use-stage.ts';
import { marksAt } from './walk.ts';

type PickerFloat = Extract<Float, { kind: 'picker' }>;

type Split = TextRange & Pick<Mark, 'id'>;

export type CodingActs = {
  readonly select: (id: number | null) => void;
  /** Answers whether it was done. Without a range: on what is selected. */
  readonly applyCodes: (codeIds: readonly number[], range?: TextRange | null) => Promise<boolean>;
  /** The same for codes that are not known yet, on what is selected now. `otherwise` is said when there are none. */
  readonly applyComing: (codeIds: Promise<readonly number[]>, otherwise: string) => Promise<void>;
  /** Puts a code on the text of a coding, beside the one it has. */
  readonly addCode: (id: number, codeId: number) => Promise<boolean>;
  readonly recode: (id: number, codeId: number) => Promise<boolean>;
  readonly openPicker: (mode: 'apply' | 'recode' | 'new', text?: string) => void;
  /** `typed`: what stood in the picker, which comes back when it could not be done. */
  readonly pick: (float: PickerFloat, choice: Choice, stay: boolean, typed: string) => Promise<void>;
  readonly remove: (mark: Pick<Mark, 'id'> | undefined) => void;
  readonly toggleKey: (mark: Pick<Mark, 'id' | 'key'> | undefined) => void;
  /** Makes two of a coding at an offset inside it; without one, where the caret is, or else at the next click. */
  readonly split: (mark: Split | undefined, at?: number) => void;
};

/** `lastRange`: where codes were put last; more on the same range belong to "same codes as last time". */
export function codingActs(context: ActContext, lastRange: RefObject<TextRange | null>): CodingActs {
  const { page, spot, stage, codings, recent, reveal, onBack, t, selected, here, target, turn, caret, may } = context;

  /** Codes go on a range now; to be called with them once they are known. */
  const using = (range: TextRange): ((codeIds: readonly number[] | null) => void) => {
    const again = lastRange.current?.start === range.start && lastRange.current.end === range.end;
    lastRange.current = range;
    return recent.using(again);
  };

  const applyCodes: CodingActs['applyCodes'] = async (codeIds, range = target) => {
    if (codeIds.length === 0 || !may()) return false;
    if (!range) {
      codings.say(t('transcript.nothingSelected'));
      return false;
    }
    using(range)(codeIds);
    return codings.apply(range, codeIds);
  };

  const applyComing: CodingActs['applyComing'] = async (coming, otherwise) => {
    if (!may()) return;
    if (!target) return codings.say(t('transcript.nothingSelected'));
    const used = using(target);
    const codeIds = await coming;
    used(codeIds.length > 0 ? codeIds : null);
    if (codeIds.length > 0) await codings.apply(target, codeIds);
    else codings.say(otherwise);
  };

  const recode: CodingActs['recode'] = async (id, codeId) => {
    if (!may()) return false;
    recent.using(false)([codeId]);
    return codings.recode(id, codeId);
  };

  const make = async ({ codingId, range }: PickerFloat, path: string): Promise<boolean> => {
    const used = codingId === null ? using(range) : recent.using(false);
    const codeId = codingId === null ? await codings.applyNew(range, path) : await codings.recodeNew(codingId, path);
    used(codeId === null ? null : [codeId]);
    return codeId !== null;
  };

  const remove: CodingActs['remove'] = (mark) => {
    if (!mark) return codings.say(t('transcript.noCodingHere'));
    if (!may()) return;
    if (mark.id === selected?.id) stage.set({ selectedId: null });
    void codings.remove(mark.id);
  };

  /** Of the codes in an open picker, one that is on the text already is taken off again. */
  const put = async (float: PickerFloat, codeId: number, stay: boolean): Promise<boolean> => {
    if (float.codingId !== null) return recode(float.codingId, codeId);
    const there = markOn(page.marks, float.range, codeId);
    if (!there) return applyCodes([codeId], float.range);
    if (stay) remove(there);
    return true;
  };

  /** What a picker would code: the selection, the chosen coding's text, or the turn where the person is, which is then selected. */
  const pickable = (): TextRange | null => {
    const whole = here ? page.turns[turn] : undefined;
    if (target || !whole) return target;
    spot.place({ anchor: whole.start, focus: whole.end });
    return whole;
  };

  return {
    applyCodes,
    applyComing,
    recode,
    remove,
    addCode: async (id, codeId) => {
      const mark = page.marks.find((row) => row.id === id);
      return mark ? applyCodes([codeId], { start: mark.start, end: mark.end }) : false;
    },
    select: (id) => {
      const mark = page.marks.find((row) => row.id === id);
      stage.set({ selectedId: mark?.id ?? null, float: null, writing: false, splitting: null });
      if (!mark) return;
      const inside = here && here.start === here.end && mark.start <= here.start && here.start < mark.end;
      if (!inside) spot.place({ anchor: mark.start, focus: mark.start });
      reveal(mark);
    },
    openPicker: (mode, text = '') => {
      if (!may()) return;
      // Also the one that was just made and is not on the page yet.
      const coding = mode === 'recode' ? context.aimedText() : undefined;
      const range = mode === 'recode' ? coding : pickable();
      if (!range) return codings.say(t(mode === 'recode' ? 'transcript.noCodingHere' : 'transcript.nothingSelected'));
      const { start, end } = range;
      reveal({ start: end - 1, end });
      stage.set({ float: { kind: 'picker', mode, range: { start, end }, text, codingId: coding?.id ?? null } });
    },
    pick: async (float, choice, stay, typed) => {
      if (!stay) {
        stage.set({ float: null });
        onBack();
      }
      const doing = choice.kind === 'new' ? make(float, choice.code.path) : put(float, choice.code.id, stay);
      const done = await doing;
      if (!done && !stay && !context.readOnly) stage.set({ float: { ...float, text: typed } });
    },
    toggleKey: (mark) => {
      if (!mark) return codings.say(t('transcript.noCodingHere'));
      if (may()) void codings.setKey(mark.id, !mark.key);
    },
    split: (mark, at = caret) => {
      if (!may()) return;
      const cut = snapToWord(page.text, page.turns, at);
      const inside = (candidate: TextRange) => candidate.start < cut && cut < candidate.end;
      const whole = mark ?? marksAt(page.marks, { start: cut, end: cut }).findLast(inside);
      if (!whole) return codings.say(t('transcript.noCodingHere'));
      if (inside(whole)) {
        stage.set({ splitting: null });
        void codings.split(whole.id, cut);
        return;
      }
      stage.set({ splitting: whole.id });
      codings.say(t('transcript.splitWhere'));
    },
  };
}

/** The coding with this code on exactly this text. */
function markOn(marks: readonly Mark[], range: TextRange, codeId: number): Mark | undefined {
  return marks.find((mark) => mark.codeId === codeId && mark.start === range.start && mark.end === range.end);
}
