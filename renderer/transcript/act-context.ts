// What the acts of the transcript work with: the page, the place in it, the changes that can be made, and the words for the person.

import type { TextRange } from '../../src/domain/text.ts';
import type { Translate } from '../i18n/index.ts';
import { turnAt } from './grow.ts';
import { type Mark, type Page, rangeOf } from './model.ts';
import type { Codings } from './use-codings.ts';
import type { RecentHandle } from './use-recent.ts';
import type { Resize } from './use-resize.ts';
import type { Reveal } from './use-reveal.ts';
import type { SpotHandle } from './use-spot.ts';
import type { StageHandle } from './use-stage.ts';
import { markMeant } from './walk.ts';

export type ActParts = {
  readonly page: Page;
  readonly spot: SpotHandle;
  readonly stage: StageHandle;
  readonly codings: Codings;
  readonly recent: RecentHandle;
  readonly resize: Resize;
  readonly reveal: Reveal;
  readonly readOnly: boolean;
  /** The code under each digit that has one. */
  readonly pins: ReadonlyMap<number, number>;
  /** The turn at the top of the viewport: where keys begin when the person has not been anywhere yet. */
  readonly firstInView: () => number;
  readonly onEdit: (offset: number) => void;
  readonly onCodings: (turn: number) => void;
  /** Looks for the answers to the question of this turn, or of the one before it. */
  readonly onAnswers: (turn: number) => void;
  /** Puts the focus back in the text. */
  readonly onBack: () => void;
};

export type ActContext = ActParts & {
  readonly t: Translate;
  readonly selected: Mark | undefined;
  /** What is selected, or the bare place of the caret; null when the person has not been anywhere. */
  readonly here: TextRange | null;
  /** The same, with the top of the viewport when there is no place yet. */
  readonly at: TextRange;
  /** The offset where the caret is. */
  readonly caret: number;
  readonly turn: number;
  /** The text a code would go on: what is selected, else the chosen coding's. */
  readonly target: TextRange | null;
  /** The coding a key means here. */
  readonly meant: () => Mark | undefined;
  /** The same, or the one that is on its way and not on the page yet. */
  readonly aimed: () => Pick<Mark, 'id' | 'key'> | undefined;
  /** The same with its text, which is what was selected when it is not on the page yet. */
  readonly aimedText: () => (TextRange & Pick<Mark, 'id'>) | undefined;
  /** False, and said, when the project can only be read. */
  readonly may: () => boolean;
};

export function actContext(parts: ActParts, t: Translate): ActContext {
  const { page, spot, stage, codings, readOnly, firstInView } = parts;
  const { selectedId } = stage.stage;
  const { underway } = codings;
  const selected =
    selectedId === null ? undefined : page.marks.find(({ id }) => id === selectedId || id === underway.idNow(selectedId));
  const here = spot.spot ? rangeOf(spot.spot) : null;
  const caret = spot.spot?.focus ?? page.turns[firstInView()]?.start ?? 0;
  const at = here ?? { start: caret, end: caret };
  const meant = () => selected ?? markMeant(page.marks, at);
  const target = here && here.start < here.end ? here : selected ? { start: selected.start, end: selected.end } : null;
  const aimed: ActContext['aimed'] = () => {
    const coming = selected ? null : underway.last();
    return coming === null || page.marks.some(({ id }) => id === coming || id === underway.idNow(coming))
      ? meant()
      : { id: coming, key: false };
  };
  return {
    ...parts,
    t,
    selected,
    here,
    at,
    caret,
    turn: turnAt(page.turns, caret),
    target,
    meant,
    aimed,
    aimedText: () => {
      const mark = aimed();
      const own = mark && page.marks.find(({ id }) => id === mark.id);
      return own ?? (mark && target ? { id: mark.id, ...target } : undefined);
    },
    may: () => {
      if (readOnly) codings.say(t('transcript.readOnly'));
      return !readOnly;
    },
  };
}
