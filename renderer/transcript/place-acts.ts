// Moving through the text with keys: turns, and the selection growing, shrinking and reaching further.

import type { RefObject } from 'react';
import { ceilToGrapheme, floorToGrapheme } from '../../src/domain/text.ts';
import type { ActContext } from './act-context.ts';
import { growRange, shrinkRange, wordsIn } from './grow.ts';
import type { KeyActs } from './keys.ts';
import { type Page, rangeOf, type Spot } from './model.ts';

/** `origin` remembers from which place the selection grew, so that it shrinks back to there. */
export function placeActs(
  context: ActContext,
  origin: RefObject<number>,
): Pick<KeyActs, 'turn' | 'selectTurn' | 'grow' | 'shrink' | 'extend'> {
  const { page, spot, stage, here, at, caret, turn, reveal, firstInView } = context;
  const place = (next: Spot) => {
    spot.place(next);
    reveal(rangeOf(next));
  };
  return {
    turn: ({ step }) => {
      const next = page.turns[spot.spot ? Math.max(0, Math.min(turn + step, page.turns.length - 1)) : firstInView()];
      if (!next) return;
      const start = { anchor: next.start, focus: next.start };
      stage.set({ selectedId: null, writing: false });
      spot.place(start, { focus: true });
      reveal(next);
    },
    selectTurn: () => {
      const whole = page.turns[turn];
      if (whole) place({ anchor: whole.start, focus: whole.end });
    },
    grow: () => {
      if (at.start === at.end || origin.current < at.start || origin.current > at.end) origin.current = at.start;
      const grown = growRange(page.text, page.turns, at);
      place({ anchor: grown.start, focus: grown.end });
    },
    shrink: () => {
      if (!here || here.start === here.end) return;
      const shrunk = shrinkRange(page.text, page.turns, here, origin.current);
      place({ anchor: shrunk.start, focus: shrunk.end });
    },
    extend: ({ by, way }) => {
      const now = spot.spot ?? { anchor: caret, focus: caret };
      if (by === 'line' || by === 'lineboundary') {
        // Only the page knows where its lines are.
        if (!spot.spot) spot.place(now);
        document.getSelection()?.modify('extend', way, by);
        return;
      }
      const focus = stepFocus(page, now.focus, by, way);
      spot.place({ anchor: now.anchor, focus });
      reveal({ start: focus, end: focus });
    },
  };
}

/** The place one character or word further; over the border of a turn in one step. */
export function stepFocus(
  page: Pick<Page, 'text' | 'turns'>,
  focus: number,
  by: 'character' | 'word',
  way: 'forward' | 'backward',
): number {
  const turn = page.turns.find((candidate) => candidate.start <= focus && focus <= candidate.end);
  if (!turn) return focus;
  if (way === 'forward') {
    if (focus >= turn.end) return Math.min(turn.end + 1, page.text.length);
    if (by === 'character') return ceilToGrapheme(page.text, focus + 1);
    return wordsIn(page.text, turn).find((word) => word.end > focus)?.end ?? turn.end;
  }
  if (focus <= turn.start) return Math.max(0, turn.start - 1);
  if (by === 'character') return floorToGrapheme(page.text, focus - 1);
  return wordsIn(page.text, turn).findLast((word) => word.start < focus)?.start ?? turn.start;
}
