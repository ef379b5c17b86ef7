// The thread: one line from the focused mark to the quotes behind it. Along the row, round a corner, up or down, to the title of
// the panel. It is drawn straight into the path, as it follows scrolling.

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

type Point = { readonly x: number; readonly y: number };
type Rect = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

const CORNER = 8;
const TITLE_MIDDLE = 11;

/** `place` holds the mark (`[data-thread-from]`, or a pressed chart mark) and the panel's title (`[data-thread-to]`). */
export function Thread({ place }: { readonly place: RefObject<HTMLElement | null> }) {
  const path = useRef<SVGPathElement>(null);
  const draw = () => path.current?.setAttribute('d', threadOf(place.current));
  useLayoutEffect(draw);
  useEffect(() => {
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    };
    addEventListener('resize', later);
    document.addEventListener('scroll', later, { capture: true, passive: true });
    void document.fonts.ready.then(later);
    const observer = new ResizeObserver(later);
    if (place.current) observer.observe(place.current);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('resize', later);
      document.removeEventListener('scroll', later, { capture: true });
      observer.disconnect();
    };
  });
  return (
    <svg className="an-thread" aria-hidden="true">
      <path ref={path} />
    </svg>
  );
}

function threadOf(main: HTMLElement | null): string {
  const mark = main?.querySelector('[data-thread-from], .mark[aria-pressed="true"] .hit');
  const title = main?.parentElement?.querySelector('[data-thread-to]');
  const panel = title?.closest('.panel');
  if (!main || !mark || !title || !panel) return '';
  return threadPath(
    mark.getBoundingClientRect(),
    title.getBoundingClientRect(),
    panel.getBoundingClientRect(),
    main.getBoundingClientRect(),
  );
}

/** The path in window pixels; '' when the mark or the title is scrolled out of view, or the panel is not at the right. */
export function threadPath(mark: Rect, title: Rect, panel: Rect, main: Rect): string {
  const from: Point = { x: mark.left, y: mark.bottom - 0.5 };
  const to: Point = { x: title.left - 6, y: title.top + TITLE_MIDDLE };
  const turn = panel.left + 0.25;
  const hidden = from.y < main.top || from.y > main.bottom || to.y < panel.top || to.y > panel.bottom;
  if (hidden || turn < from.x) return '';
  const way = to.y < from.y ? -1 : 1;
  const r = Math.min(CORNER, Math.abs(to.y - from.y) / 2);
  if (r < 2) return `M${from.x} ${from.y}H${to.x}`;
  const first = `q${r} 0 ${r} ${way * r}`;
  const second = `q0 ${way * r} ${r} ${way * r}`;
  return `M${from.x} ${from.y}H${turn - r}${first}V${to.y - way * r}${second}H${to.x}`;
}
