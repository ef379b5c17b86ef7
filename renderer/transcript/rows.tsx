// The turns of an interview, one row each: all of them on the page, or above some length only those near the viewport.

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useState } from 'react';
import { Row, type RowProps } from './row.tsx';

/**
 * Up to this many words all turns are on the page, and the editor holds all of them; with more, opening an interview takes longer than a person
 * wants to wait, and so does typing. Above it the editor holds one turn at a time.
 */
export const ALL_ROWS_UP_TO = 3_000;

export type RowsHandle = {
  /** Makes sure that a turn is on the page; it may need a frame. */
  readonly show: (turn: number) => void;
};

type Props = {
  readonly rows: readonly RowProps[];
  /** What a turn is coded with, in words. */
  readonly codesOf: (turn: number) => string;
  /** The turn whose row carries `beside`. */
  readonly current: number;
  readonly beside: ReactNode;
  readonly ringless: boolean;
  readonly ref?: Ref<RowsHandle>;
};

export const AllRows = memo(function AllRows({ rows, codesOf, current, beside, ringless, ref }: Props) {
  useImperativeHandle(ref, () => ({ show: () => {} }), []);
  return (
    <div data-rows>
      {rows.map((row) => (
        <Row
          key={row.turn}
          {...row}
          codes={codesOf(row.turn)}
          beside={row.turn === current ? beside : undefined}
          ringless={ringless && row.turn === current}
        />
      ))}
    </div>
  );
});

type VirtualProps = Props & {
  /** Null until it is on the page. */
  readonly scroller: HTMLElement | null;
  /** The turn that was at the top when it was last open. */
  readonly first: number;
  /** Turns that must stay on the page: the ends of the selection, the one being edited. */
  readonly keep: readonly number[];
  /** Drawn in place of a row, as when it is being edited. */
  readonly instead: { readonly turn: number; readonly node: ReactNode } | undefined;
};

const LINE = 28;
const BETWEEN = 10;
const LETTERS_PER_LINE = 62;
/** Rows beyond the viewport, either side: few while an interview is opened, as each of them is waited for; more once it is there. */
const OVERSCAN = { first: 2, later: 8 };
const SETTLED_MS = 150;
/** Before the scroller has been measured. */
const USUAL = { width: 900, height: 900 };

export const VirtualRows = memo(function VirtualRows({
  rows,
  codesOf,
  current,
  beside,
  ringless,
  scroller,
  first,
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
  const estimateSize = (turn: number) =>
    Math.max(1, Math.ceil((rows[turn]?.text.length ?? 0) / LETTERS_PER_LINE)) * LINE + BETWEEN;
  const [initialOffset] = useState(() => {
    let top = 0;
    for (let turn = 0; turn < Math.min(first, rows.length); turn++) top += estimateSize(turn);
    return top;
  });
  const [overscan, setOverscan] = useState(OVERSCAN.first);
  useEffect(() => {
    const timer = setTimeout(() => setOverscan(OVERSCAN.later), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize,
    getItemKey: (turn) => turn,
    overscan,
    initialRect: USUAL,
    initialOffset,
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
            style={{ top: item.start }}
          >
            {instead?.turn === item.index ? (
              instead.node
            ) : (
              <Row
                {...row}
                codes={codesOf(item.index)}
                beside={item.index === current ? beside : undefined}
                ringless={ringless && item.index === current}
              />
            )}
          </div>
        ) : null;
      })}
    </div>
  );
});
