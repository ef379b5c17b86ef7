// The width an element has on the screen, for charts that are laid out in pixels.

import { type RefObject, useLayoutEffect, useState } from 'react';

/** In whole CSS pixels; 0 until it is known. Rounded down to tens, so that a scroll bar or a slow drag is not a new chart each time. */
export function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () => {
      const now = Math.floor(element.clientWidth / 10) * 10;
      if (now > 0) setWidth(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
