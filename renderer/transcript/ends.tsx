// The thread: the two ends of what is selected or chosen, the line the picker hangs on, and handles to drag the ends of a coding.

import { type PointerEvent, useRef } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { useTexts } from '../i18n/index.ts';
import { type Geometry, offsetAtPoint, type Stretch } from './geometry.ts';
import type { Desk } from './use-desk.ts';
import './ends.css';

/** Both ends, and when something hangs on it the line down to it. */
export function Thread({
  geometry,
  stretch,
  hangs,
}: {
  readonly geometry: Geometry;
  readonly stretch: Stretch;
  readonly hangs: boolean;
}) {
  const band = 24;
  const inset = (geometry.lineHeight - band) / 2;
  const cap = (x: number, top: number) => `M${x} ${top + inset}v${band}`;
  const last = stretch.bottom - geometry.lineHeight;
  return (
    <svg className="thread" width={geometry.width} height={geometry.height} aria-hidden="true">
      <path d={`${cap(stretch.startX, stretch.top)}${cap(stretch.endX, last)}`} />
      {hangs ? <path d={`M${hangX(geometry, stretch)} ${stretch.bottom - inset}V${stretch.bottom + HANG}`} /> : null}
    </svg>
  );
}

/** How far below the last line the picker hangs. */
export const HANG = 10;

/** Where on the last line the thread comes down. */
export function hangX(geometry: Geometry, stretch: Stretch): number {
  const oneLine = stretch.bottom - stretch.top <= geometry.lineHeight;
  const from = oneLine ? stretch.startX : geometry.textLeft;
  return Math.max(from + 2, Math.min(from + 20, stretch.endX - 2));
}

type HandlesProps = {
  readonly desk: Desk;
  readonly geometry: Geometry;
  readonly stretch: Stretch;
  readonly range: TextRange;
  readonly onMove: (range: TextRange) => void;
  readonly onDone: () => void;
};

/** Handles for the mouse and fingers; the keys `[` and `]` do the same. */
export function Handles({ desk, geometry, stretch, range, onMove, onDone }: HandlesProps) {
  const { t } = useTexts();
  const dragged = useRef<TextRange | null>(null);
  const start = (event: PointerEvent) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    dragged.current = range;
  };
  const move = (end: 'start' | 'end') => (event: PointerEvent) => {
    if (!dragged.current) return;
    // The finger is on the handle below the line; the line is what is meant.
    const { page, parts } = desk;
    const offset = offsetAtPoint(
      parts.scroller.current,
      page.text,
      page.turns,
      event.clientX,
      event.clientY - geometry.lineHeight / 2,
    );
    if (offset === null) return;
    const next =
      end === 'start'
        ? { start: Math.min(offset, range.end - 1), end: range.end }
        : { start: range.start, end: Math.max(offset, range.start + 1) };
    dragged.current = next;
    onMove(next);
  };
  const done = () => {
    if (dragged.current) onDone();
    dragged.current = null;
  };
  const handle = (end: 'start' | 'end', x: number, y: number) => (
    <span
      className={`handle ${end}`}
      title={t(end === 'start' ? 'transcript.card.startHandle' : 'transcript.card.endHandle')}
      style={{ left: x, top: y }}
      aria-hidden="true"
      onPointerDown={start}
      onPointerMove={move(end)}
      onPointerUp={done}
      onPointerCancel={done}
    />
  );
  return (
    <>
      {handle('start', stretch.startX, stretch.top + geometry.lineHeight - 5)}
      {handle('end', stretch.endX, stretch.bottom - 5)}
    </>
  );
}
