// Paints what is pointed at: the selection, the chosen and the hovered coding, hits, and where a link led.

import { useLayoutEffect, useState } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { type Geometry, type Stretch, stretchOf } from './geometry.ts';
import type { Page } from './model.ts';
import type { Pointer } from './painter.ts';
import type { Drawing } from './use-drawing.ts';

const NONE: readonly TextRange[] = [];

export function usePointer(drawing: Drawing, name: Pointer, ranges: readonly TextRange[] | TextRange | null | undefined): void {
  const { area, painter } = drawing;
  useLayoutEffect(() => {
    if (area) painter?.point(name, area, ranges ? (isList(ranges) ? ranges : [ranges]) : NONE);
  }, [area, painter, name, ranges]);
}

/** Where a range stands on the sheet now; null when there is none or it is not on the page. */
export function useStretch(geometry: Geometry | null, page: Page, range: TextRange | null): Stretch | null {
  const [stretch, setStretch] = useState<Stretch | null>(null);
  const { text, turns } = page;
  const start = range?.start ?? -1;
  const end = range?.end ?? -1;
  useLayoutEffect(() => {
    setStretch(geometry && start >= 0 && start < end ? stretchOf(geometry, turns, text, { start, end }) : null);
  }, [geometry, turns, text, start, end]);
  return stretch;
}

function isList(ranges: readonly TextRange[] | TextRange): ranges is readonly TextRange[] {
  return Array.isArray(ranges);
}
