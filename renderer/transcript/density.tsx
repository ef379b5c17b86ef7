// The numbers on the density bars: each opens the list of the codings that do not fit beside the text. One of them is in the tab order,
// and arrows go on to the next.

import { type KeyboardEvent, memo, useRef, useState } from 'react';
import type { Density } from './lanes.ts';

type Props = {
  readonly bars: readonly Density[];
  readonly left: number;
  readonly title: (count: number) => string;
  readonly onOpen: (ids: readonly number[], top: number) => void;
};

export const DensityNumbers = memo(function DensityNumbers({ bars, left, title, onOpen }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [walkedTo, setWalkedTo] = useState<number | undefined>(undefined);
  const focusable = bars.some((bar) => bar.ids[0] === walkedTo) ? walkedTo : bars[0]?.ids[0];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Elsewhere on the sheet arrows walk the turns.
    event.preventDefault();
    event.stopPropagation();
    const all = [...(place.current?.querySelectorAll('button') ?? [])];
    all[all.indexOf(event.target as HTMLButtonElement) + step]?.focus();
  };
  return (
    <div ref={place} className="beside">
      {bars.map((bar) => (
        <button
          key={bar.ids[0]}
          type="button"
          tabIndex={bar.ids[0] === focusable ? 0 : -1}
          className="density-button num"
          title={title(bar.ids.length)}
          style={{ left, top: bar.top - 4 }}
          onKeyDown={onKeyDown}
          onFocus={() => setWalkedTo(bar.ids[0])}
          onClick={() => onOpen(bar.ids, bar.top)}
        >
          +{bar.ids.length}
        </button>
      ))}
    </div>
  );
});
