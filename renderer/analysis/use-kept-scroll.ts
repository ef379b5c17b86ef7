// Remembers how far a pane was scrolled, in the project, and goes there when the pane is first filled.

import { type RefObject, useEffect, useRef } from 'react';
import { rememberPosition, useClient, usePosition } from '../client/index.ts';

const PAUSE_MS = 400;
const WAIT_MS = 1500;

export function useKeptScroll(place: RefObject<HTMLElement | null>, key: string): void {
  const client = useClient();
  const [kept, , ready] = usePosition(key, 0);
  const first = useRef(true);
  useEffect(() => {
    const pane = place.current;
    if (!first.current || !ready || !pane) return;
    first.current = false;
    return kept > 0 ? scrollWhenFilled(pane, kept) : undefined;
  }, [place, ready, kept]);
  useEffect(() => {
    const pane = place.current;
    if (!pane) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void rememberPosition(client, key, Math.round(pane.scrollTop)), PAUSE_MS);
    };
    pane.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      pane.removeEventListener('scroll', onScroll);
    };
  }, [place, client, key]);
}

/** A chart is drawn a few frames after its pane: until then the place is out of reach. */
function scrollWhenFilled(pane: HTMLElement, top: number): () => void {
  const until = performance.now() + WAIT_MS;
  let frame = requestAnimationFrame(function look() {
    pane.scrollTop = top;
    if (pane.scrollTop < top - 1 && performance.now() < until) frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}
