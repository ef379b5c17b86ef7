// Listens on an element for what its children do: keys and clicks of marks, wherever in the chart they are.

import { type RefObject, useLayoutEffect, useRef } from 'react';

export function useDomEvent<K extends keyof HTMLElementEventMap>(
  place: RefObject<HTMLElement | null>,
  kind: K,
  listener: (event: HTMLElementEventMap[K]) => void,
): void {
  const latest = useRef(listener);
  latest.current = listener;
  // As soon as it is drawn it hears keys.
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const on = (event: HTMLElementEventMap[K]) => latest.current(event);
    element.addEventListener(kind, on);
    return () => element.removeEventListener(kind, on);
  }, [place, kind]);
}
