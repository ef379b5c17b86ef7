// The turns of an interview, one row each: all of them on the page, or above some length only those near the viewport.

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, type Ref, type RefObject, useCallback, useEffect, useImperativeHandle, useState } from 'react';
import { Row, type RowProps } from './row.tsx';

/** Above this many words a page of all turns opens and scrolls too slowly. */
export const WHOLE_UP_TO = 40_000;

export type RowsHandle = {
  /** Makes sure that a turn is on the page; it may need a frame. */
  readonly show: (turn: number) => void;
};

type Props = {
  readonly rows: readonly RowProps[];
  /** The turn whose row carries `beside`. */
  readonly current: number;
  readonly beside: ReactNode;
  readonly ringless: boolean;
  readonly ref?: Ref<RowsHandle>;
};

export const AllRows = memo(function AllRows({ rows, current, beside, ringless, ref }: Props) {
  useImperativeHandle(ref, () => ({ show: () => {} }), []);
  return (
    <div data-rows>
      {rows.map((row) => (
        <Row
          key={row.turn}
          {...row}
          beside={row.turn === current ? beside : undefined}
          ringless={ringless && row.turn === current}
        />
      ))}
    </div>
  );
});

type VirtualProps = Props & {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Turns that must stay on the page: the ends of the selection, the one being edited. */
  readonly keep: readonly number[];
  /** Drawn in place of a row, as when it is being edited. */
  readonly instead?: { readonly turn: number; readonly node: ReactNode };
};

const LINE = 28;
const BETWEEN = 10;
const LETTERS_PER_LINE = 62;

export const VirtualRows = memo(function VirtualRows({
  rows,
  current,
  beside,
  ringless,
  scroller,
  keep,
  instead,
  ref,
}: VirtualProps) {
  const rangeExtractor = useCallback(
    (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), ...keep])]
        .filter((turn) => turn >= 0 && turn < range.count)
        .sort((a, b) => a - b),
    [keep],
  );
  // The scroller's own ref is set after this has been drawn for the first time.
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => setElement(scroller.current), [scroller]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => element,
    estimateSize: (turn) => Math.max(1, Math.ceil((rows[turn]?.text.length ?? 0) / LETTERS_PER_LINE)) * LINE + BETWEEN,
    getItemKey: (turn) => turn,
    overscan: 12,
    rangeExtractor,
  });
  useImperativeHandle(ref, () => ({ show: (turn) => virtual.scrollToIndex(turn, { align: 'start' }) }), [virtual]);
  return (
    <div data-rows className="virtual" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => {
        const row = rows[item.index];
        return row ? (
          <div
            key={item.key}
            data-index={item.index}
            ref={virtual.measureElement}
            className="virtual-row"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {instead?.turn === item.index ? (
              instead.node
            ) : (
              <Row {...row} beside={item.index === current ? beside : undefined} ringless={ringless && item.index === current} />
            )}
          </div>
        ) : null;
      })}
    </div>
  );
});
