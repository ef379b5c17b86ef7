// All that depends on where text stands on the sheet: stripes beside it, the thread at its ends, and what floats over it. It draws itself
// after scrolling without drawing the rest of the screen again.

import { Tag } from 'lucide-react';
import { useCallback, useLayoutEffect } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { useStore } from '../client/index.ts';
import { CommandKeys } from '../commands/command-keys.tsx';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { DensityNumbers } from './density.tsx';
import { EditSpeakers } from './edit-speakers.tsx';
import { HANG, Handles, hangX, Thread } from './ends.tsx';
import { Floats } from './floats.tsx';
import { HoverCard } from './hover-card.tsx';
import { codersOf } from './page-facts.ts';
import { barLeft, Stripes } from './stripes.tsx';
import { useArrival } from './use-arrival.ts';
import type { Desk } from './use-desk.ts';
import { useDrawing } from './use-drawing.ts';
import { usePointer, useStretch } from './use-pointers.ts';
import { type Scroll, useScrollMemory } from './use-reveal.ts';
import { NO_HOVER } from './use-stage.ts';

type Props = {
  readonly desk: Desk;
  readonly at: TextRange | null;
  readonly scroll: Scroll;
  readonly onScroll: (scroll: Scroll) => void;
};

export function Overlay({ desk, at, scroll, onScroll }: Props) {
  const { t } = useTexts();
  const { page, markOf, parts, stage, hover, selection, selected, acts, find, editing, readOnly, resize } = desk;
  const { float, finding, arrived, selectedId } = stage.stage;
  const { set } = stage;
  const pointed = useStore(hover);
  const drawing = useDrawing(page, parts.sheet, parts.scroller, desk.stripes.rule, desk.lines, editing.repaint);
  const { geometry, scene } = drawing;
  useLayoutEffect(() => {
    desk.geometry.current = geometry;
  }, [desk.geometry, geometry]);
  useScrollMemory(geometry, parts, scroll, onScroll, at === null, editing.now !== null && desk.allRows);
  useArrival(at, page, geometry !== null, desk);

  const hovered = pointed.id === null ? undefined : markOf(pointed.id);
  const held = float?.kind === 'picker' ? float.range : (selection ?? selected ?? null);
  usePointer(drawing, 'selection', float?.kind === 'picker' ? float.range : selection);
  usePointer(drawing, 'selected', selected);
  usePointer(drawing, 'hovered', hovered ?? pointed.range);
  usePointer(drawing, 'hit', finding ? find.hits : null);
  usePointer(drawing, 'hit-now', finding ? find.current : null);
  usePointer(drawing, 'arrived', arrived);
  const stretch = useStretch(geometry, page, editing.now ? null : held);

  const onHover = useCallback(
    (id: number | null, top: number | null) => hover.set(id === null ? NO_HOVER : { id, top, range: null }),
    [hover],
  );
  const onDensity = useCallback(
    (ids: readonly number[], top: number) =>
      set({
        float: { kind: 'list', ids, top: top + 20, side: 'right', label: t('transcript.densityTitle', { count: ids.length }) },
      }),
    [set, t],
  );
  const coders = codersOf(page.marks);
  const densityTitle = useCallback((count: number) => t('transcript.densityTitle', { count }), [t]);
  if (!geometry) return null;
  const chip = selection && desk.spot.byPointer && !float && !selected;
  return (
    <>
      {editing.now && drawing.area ? (
        <EditSpeakers desk={desk} geometry={geometry} first={drawing.area.first} last={drawing.area.last} />
      ) : null}
      <Stripes
        scene={scene}
        geometry={geometry}
        lanes={drawing.lanes}
        coders={coders}
        litId={selectedId ?? pointed.id}
        onHover={onHover}
        onSelect={acts.select}
      />
      <DensityNumbers bars={scene.density} left={barLeft(scene, geometry) - 9} title={densityTitle} onOpen={onDensity} />
      {stretch ? <Thread geometry={geometry} stretch={stretch} hangs={float?.kind === 'picker' || Boolean(chip)} /> : null}
      {stretch && selected && !selection && !float && !readOnly ? (
        <Handles
          desk={desk}
          geometry={geometry}
          stretch={stretch}
          range={selected}
          onMove={(range) => resize.move(selected.id, range)}
          onDone={resize.keep}
        />
      ) : null}
      {chip && stretch ? (
        <button
          type="button"
          className="chip pop"
          style={{ left: hangX(geometry, stretch) - 12, top: stretch.bottom + HANG }}
          // Pressing it must not take the selection away that it works on.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => acts.openPicker('apply')}
        >
          <Icon of={Tag} small /> {t('transcript.chip')} <CommandKeys of="transcript.pick" />
        </button>
      ) : null}
      {hovered && pointed.top !== null && !float && !selected ? <HoverCard mark={hovered} top={pointed.top} /> : null}
      <Floats desk={desk} stretch={stretch} geometry={geometry} />
    </>
  );
}
