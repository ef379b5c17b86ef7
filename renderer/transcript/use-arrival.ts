// Following a link to a place in the text: it comes to the upper third, is marked and selected, and the transcript takes the focus.
// Once the person does something there, the address forgets the place, so that coming back later does not jump again.

import { useEffect, useRef } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { go } from '../shell/route.ts';
import type { Page } from './model.ts';
import type { Desk } from './use-desk.ts';

export function useArrival(
  at: TextRange | null,
  page: Page,
  ready: boolean,
  { reveal, spot, stage, parts: { scroller } }: Pick<Desk, 'reveal' | 'spot' | 'stage' | 'parts'>,
): void {
  const done = useRef<TextRange | null>(null);
  const { place } = spot;
  const { set } = stage;
  const { interviewId, text } = page;
  useEffect(() => {
    if (!at || !ready || done.current === at) return;
    done.current = at;
    const start = Math.min(at.start, Math.max(0, text.length - 1));
    const range = { start, end: Math.max(start + 1, Math.min(at.end, text.length)) };
    set({ arrived: range, selectedId: null, float: null });
    scroller.current?.focus({ preventScroll: true });
    reveal(range, 'third');
    requestAnimationFrame(() => place({ anchor: range.start, focus: range.end }, { focus: true }));
  }, [at, ready, text, reveal, place, set, scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (!at || !element) return;
    const forget = () => {
      set({ arrived: null });
      go({ view: 'code', interviewId, at: null }, { replace: true });
    };
    const options = { once: true, passive: true };
    for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove']) element.addEventListener(event, forget, options);
    return () => {
      for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove']) element.removeEventListener(event, forget);
    };
  }, [at, interviewId, set, scroller]);
}
