// The line between two panes: dragged with the mouse, moved with the arrows, Home and End. It only reports a width in px.

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import './splitter.css';

type Props = {
  readonly label: string;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** Which side the pane lies on whose width this is. */
  readonly pane: 'left' | 'right';
  readonly onChange: (width: number) => void;
};

const STEP = 16;

export function Splitter({ label, width, min, max, pane, onChange }: Props) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const give = (next: number) => onChange(Math.round(Math.min(max, Math.max(min, next))));
  const outward = pane === 'left' ? 1 : -1;
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowRight: width + STEP * outward, ArrowLeft: width - STEP * outward, Home: min, End: max }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    give(next);
  };
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (from.current) give(from.current.width + (event.clientX - from.current.x) * outward);
  };
  return (
    <hr
      className="grip"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
