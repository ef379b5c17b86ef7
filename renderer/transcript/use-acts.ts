// What the keys, the picker, the mouse and the tree do in the transcript.

import { useMemo, useRef } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { useTexts } from '../i18n/index.ts';
import { type ActParts, actContext } from './act-context.ts';
import { type CodingActs, codingActs } from './coding-acts.ts';
import { codingKeys } from './coding-keys.ts';
import type { KeyAct, KeyActs } from './keys.ts';
import { placeActs } from './place-acts.ts';

export type Acts = CodingActs & {
  readonly run: (act: KeyAct) => void;
  /** The text a code would go on. */
  readonly target: TextRange | null;
};

export function useActs(parts: ActParts): Acts {
  const { t } = useTexts();
  const origin = useRef(0);
  const lastRange = useRef<TextRange | null>(null);
  const {
    page,
    spot,
    stage,
    codings,
    recent,
    resize,
    reveal,
    readOnly,
    firstInView,
    pins,
    onEdit,
    onCodings,
    onAnswers,
    onBack,
  } = parts;
  return useMemo(() => {
    const context = actContext(
      { page, spot, stage, codings, recent, resize, reveal, readOnly, firstInView, pins, onEdit, onCodings, onAnswers, onBack },
      t,
    );
    const acts = codingActs(context, lastRange);
    const keys: KeyActs = { ...placeActs(context, origin), ...codingKeys(context, acts) };
    return { ...acts, target: context.target, run: (act: KeyAct) => runAct(keys, act) };
  }, [page, spot, stage, codings, recent, resize, reveal, readOnly, firstInView, pins, onEdit, onCodings, onAnswers, onBack, t]);
}

function runAct<K extends KeyAct['kind']>(keys: KeyActs, act: Extract<KeyAct, { kind: K }>): void {
  keys[act.kind as K](act);
}
