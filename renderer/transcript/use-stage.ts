// What is open or chosen in the transcript: the chosen coding, a picker or list, the find bar.

import { useCallback, useMemo, useState } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import type { Store } from '../client/index.ts';
import type { PickerMode } from './picker.tsx';

/** One thing floats at a time. */
export type Float =
  | {
      readonly kind: 'picker';
      readonly mode: PickerMode;
      readonly range: TextRange;
      readonly text: string;
      /** The coding that gets another code; null when a code is put on the text. */
      readonly codingId: number | null;
    }
  | {
      readonly kind: 'list';
      readonly ids: readonly number[];
      readonly top: number;
      readonly side: 'left' | 'right';
      readonly label: string;
    };

export type Stage = {
  readonly selectedId: number | null;
  readonly float: Float | null;
  /** The memo of the chosen coding is being written. */
  readonly writing: boolean;
  readonly finding: boolean;
  /** The number of a turn or line is being asked. */
  readonly goingTo: boolean;
  readonly memoOpen: boolean;
  /** Text that a link led to. */
  readonly arrived: TextRange | null;
  /** Ends of a coding that are being moved, not yet kept. */
  readonly resizing: { readonly id: number; readonly range: TextRange } | null;
  /** The coding that the next click in its text makes two of. */
  readonly splitting: number | null;
  /** Much to code at once: the hits of what was searched, or the answers to the question of a turn. */
  readonly many: { readonly kind: 'hits' } | { readonly kind: 'answers'; readonly turn: number } | null;
};

const CALM: Stage = {
  selectedId: null,
  float: null,
  writing: false,
  finding: false,
  goingTo: false,
  memoOpen: false,
  arrived: null,
  resizing: null,
  splitting: null,
  many: null,
};

export type StageHandle = { readonly stage: Stage; readonly set: (change: Partial<Stage>) => void };

export function useStage(): StageHandle {
  const [stage, setStage] = useState(CALM);
  const set = useCallback((change: Partial<Stage>) => setStage((now) => (isSame(now, change) ? now : { ...now, ...change })), []);
  return useMemo(() => ({ stage, set }), [stage, set]);
}

function isSame(now: Stage, change: Partial<Stage>): boolean {
  return (Object.keys(change) as (keyof Stage)[]).every((key) => Object.is(now[key], change[key]));
}

/** What the mouse is on: a coding and where on the sheet, or text that a dragged code would go to. Apart, as it changes all the time. */
export type Hover = {
  readonly id: number | null;
  readonly top: number | null;
  readonly range: TextRange | null;
};
export type HoverStore = Store<Hover>;
export const NO_HOVER: Hover = { id: null, top: null, range: null };
