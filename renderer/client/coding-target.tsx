// Between the transcript and the codebook: the transcript says what text is selected and how it is coded,
// the codebook asks when a code is chosen. Neither imports the other.

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { createStore, type Store, useStore } from './store.ts';

export type CodingTarget = {
  /** Offsets in the stored text of the open interview; null when nothing is selected. */
  readonly selection: (TextRange & { readonly interviewId: number }) | null;
  /** Puts codes on the selection. Does nothing without one. */
  readonly applyCodes: (codeIds: readonly number[]) => void | Promise<void>;
};

type Between = {
  readonly target: Store<CodingTarget>;
  readonly selectedCode: Store<number | null>;
  readonly underText: Store<number | null>;
  readonly dropHint: Store<string | null>;
};

const NOBODY: CodingTarget = { selection: null, applyCodes: () => {} };
const createBetween = (): Between => ({
  target: createStore(NOBODY),
  selectedCode: createStore<number | null>(null),
  underText: createStore<number | null>(null),
  dropHint: createStore<string | null>(null),
});
// Outside a project (in a test of one pane) nobody is at the other end.
const CodingContext = createContext<Between>(createBetween());

export function CodingProvider({ children }: { readonly children: ReactNode }) {
  const [between] = useState(createBetween);
  return <CodingContext value={between}>{children}</CodingContext>;
}

/** For the codebook and drags: the selection there is at the moment of asking, and the way to code it. */
export function useCoding(): () => CodingTarget {
  return useContext(CodingContext).target.get;
}

/** For the transcript: offers its selection as long as it is on the screen. Give a memoised target. */
export function useProvideCoding(target: CodingTarget): void {
  const store = useContext(CodingContext).target;
  useEffect(() => {
    store.set(target);
    return () => store.set(NOBODY);
  }, [store, target]);
}

/** The code chosen in the codebook: its definition is shown, and the transcript can walk its quotes. */
export function useSelectedCode(): readonly [number | null, (id: number | null) => void] {
  const store = useContext(CodingContext).selectedCode;
  return [useStore(store), store.set];
}

/** The code that selected text is being dragged over. */
export function useCodeUnderText(): Store<number | null> {
  return useContext(CodingContext).underText;
}

/** What letting a dragged code go over the transcript would do, in words. */
export function useDropHint(): Store<string | null> {
  return useContext(CodingContext).dropHint;
}
