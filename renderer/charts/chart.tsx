// A chart on the screen: Tab enters it, arrows walk its marks, Enter or a click opens the quotes, T shows the table, Esc leaves.

import { type ReactNode, useCallback, useRef } from 'react';
import type { MarkupElement } from '../../src/domain/markup.ts';
import { Markup } from './markup.tsx';
import { useDomEvent } from './use-dom-event.ts';
import { type Place, stepOf, walk } from './walk.ts';
import './chart.css';

/** A mark that can have the focus; `key` is the same as long as it stands for the same number. */
export type ChartMark = Place & { readonly key: string };

type Props<M extends ChartMark> = {
  readonly marks: readonly M[];
  /** The key of the element that stands for a mark, from its `data-…`; null for anything else. */
  readonly keyOf: (data: Readonly<Record<string, string | undefined>>) => string | null;
  /** The focus came to a mark. */
  readonly onFocus: (mark: M) => void;
  /** Enter, Space or a click: its quotes are wanted; with a key (`enter`) the focus goes there too. */
  readonly onOpen: (mark: M, enter: boolean) => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

/** The keys and clicks of marks, whatever draws them: elements with `data-…` and `data-focus`. */
export function Marks<M extends ChartMark>({ marks, keyOf, onFocus, onOpen, onLeave, children }: Props<M>) {
  const place = useRef<HTMLDivElement>(null);
  const markAt = (target: EventTarget | null): M | undefined => {
    const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-focus]') : null;
    const key = element ? keyOf(element.dataset) : null;
    return marks.find((mark) => mark.key === key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const mark = markAt(event.target);
    if (!mark || event.defaultPrevented) return;
    const step = stepOf(event);
    if (step) {
      const next = walk(marks, mark, step);
      if (next) focusMark(place.current, next.key);
    } else if (event.key === 'Enter' || event.key === ' ') onOpen(mark, true);
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const mark = markAt(event.target);
    if (!mark) return;
    focusMark(place.current, mark.key);
    onOpen(mark, false);
  };
  useDomEvent(place, 'keydown', onKeyDown);
  useDomEvent(place, 'click', onClick);
  useDomEvent(place, 'focusin', (event) => {
    const mark = markAt(event.target);
    if (mark) onFocus(mark);
  });
  return (
    <div ref={place} className="chart-marks">
      {children}
    </div>
  );
}

/** A chart as `src/charts` draws it; its marks are named for the focus by `keyOf`. */
export function ChartDrawing({
  chart,
  keyOf,
}: {
  readonly chart: MarkupElement;
  readonly keyOf: (data: Readonly<Record<string, string | undefined>>) => string | null;
}) {
  const adorn = useCallback(
    ({ attrs }: MarkupElement) => {
      if (attrs.role !== 'button') return null;
      const key = keyOf({
        code: text(attrs['data-code']),
        group: text(attrs['data-group']),
        a: text(attrs['data-a']),
        b: text(attrs['data-b']),
      });
      return key === null ? null : { 'data-focus': key };
    },
    [keyOf],
  );
  return <Markup node={chart} adorn={adorn} />;
}

/** Gives a mark the focus; when it is not drawn, the mark that Tab would come to. */
export function focusMark(place: ParentNode | null, key: string): void {
  const mark = place?.querySelector<HTMLElement | SVGElement>(`[data-focus="${CSS.escape(key)}"]`);
  (mark ?? place?.querySelector<HTMLElement | SVGElement>('[data-focus][tabindex="0"]'))?.focus();
}

function text(value: string | number | true | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
