// Keeps what is painted in the text and drawn beside it in step with the page: after a change at once, after scrolling, resizing and the
// arrival of fonts before the next frame. Only what is near the viewport is measured.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Geometry, measureSheet } from './geometry.ts';
import { rangesIn, type TurnSpan } from './groups.ts';
import { MAX_LANES } from './lanes.ts';
import type { Page } from './model.ts';
import { groupsOf } from './page-facts.ts';
import { createPainter, type PaintArea, type Painter } from './painter.ts';
import { type BoxCache, layScene, NO_SCENE, newBoxCache, type Scene, type StripeRule, spanOf } from './scene.ts';
import type { TypedTurn } from './use-drafts.ts';
import type { Lines } from './use-lines.ts';

export type Drawing = {
  readonly scene: Scene;
  readonly geometry: Geometry | null;
  readonly area: PaintArea | null;
  readonly painter: Painter | null;
  /** The most lanes seen so far, so that labels don't move sideways while scrolling. */
  readonly lanes: number;
};

/** Painted and drawn above and below the viewport, so that scrolling does not show it being made. */
const MARGIN = 600;
/** Drawn again after scrolling this far. */
const SCROLLED = 320;
const REST_MS = 120;
const AFFORDABLE_MS = 40;
/** With forced colours every highlight would look selected: coded text is only underlined then. */
const FORCED = '(forced-colors: active)';

const NOTHING: Drawing = { scene: NO_SCENE, geometry: null, area: null, painter: null, lanes: 3 };

export function useDrawing(
  page: Page,
  sheet: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  rule: StripeRule,
  lines: Lines,
  repaint: RefObject<((typed: TypedTurn) => void) | null>,
): Drawing {
  const [drawing, setDrawing] = useState<Drawing>(NOTHING);
  const work = useRef(newWork());

  const draw = useCallback(
    (now: boolean) => {
      const began = performance.now();
      const next = drawNow(work.current, sheet.current, scroller.current);
      work.current.cost = performance.now() - began;
      if (!next) return;
      if (now) flushSync(() => setDrawing(next));
      else setDrawing(next);
    },
    [sheet, scroller],
  );

  useLayoutEffect(() => {
    const state = work.current;
    const sameText = state.page?.text === page.text && state.page.turns === page.turns;
    if (state.page !== page) state.groups = groupsOf(page);
    state.page = page;
    state.typed = null;
    state.rule = rule;
    state.lines = lines;
    if (sameText) return draw(false);
    forget(state);
    // With thousands of codings over each other drawing takes longer than a key press: then it waits for a pause in the typing.
    if (state.cost < AFFORDABLE_MS) return draw(false);
    const timer = setTimeout(() => draw(true), REST_MS);
    return () => clearTimeout(timer);
  }, [page, rule, lines, draw]);

  useEffect(() => {
    const state = work.current;
    state.painter = createPainter();
    forget(state);
    draw(false);
    repaint.current = (typed) => paint(state, typed);
    const stop = watch(state, sheet.current, scroller.current, () => draw(true));
    return () => {
      stop();
      repaint.current = null;
      state.painter?.clear();
      state.painter = null;
    };
  }, [draw, sheet, scroller, repaint]);

  return drawing;
}

type Work = {
  page: Page | null;
  /** The page with what was typed since. */
  typed: (() => Page) | null;
  groups: readonly TurnSpan[];
  geometry: Geometry | null;
  area: PaintArea | null;
  cache: BoxCache;
  rule: StripeRule;
  lines: Lines | null;
  painter: Painter | null;
  drawnTop: number;
  lanes: number;
  /** How long the last drawing took, ms. */
  cost: number;
};

function newWork(): Work {
  return {
    page: null,
    typed: null,
    groups: [],
    geometry: null,
    area: null,
    cache: newBoxCache(),
    rule: { lanes: MAX_LANES },
    lines: null,
    painter: null,
    drawnTop: 0,
    lanes: NOTHING.lanes,
    cost: 0,
  };
}

function forget(work: Work): void {
  work.geometry = null;
  work.cache = newBoxCache();
}

/** Takes in what was typed since the page was last heard of. */
function catchUp(work: Work): void {
  const page = work.typed?.();
  if (!page || page === work.page) return;
  Object.assign(work, { page, typed: null, groups: groupsOf(page), cache: newBoxCache() });
}

function drawNow(work: Work, sheet: HTMLElement | null, scroller: HTMLElement | null): Drawing | null {
  catchUp(work);
  const { page, painter } = work;
  if (!page || !painter || !sheet || !scroller || !sheet.checkVisibility()) return null;
  work.geometry ??= measureSheet(sheet);
  const { geometry } = work;
  const scrolled = scroller.getBoundingClientRect().top - sheet.getBoundingClientRect().top;
  const view = { top: scrolled - MARGIN, bottom: scrolled + scroller.clientHeight + MARGIN };
  work.drawnTop = scroller.scrollTop;
  const spans = spanOf(geometry, work.groups, view);
  if (!spans) return { ...NOTHING, geometry, painter, lanes: work.lanes };
  const elementOf = (turn: number) => geometry.byTurn.get(turn)?.element;
  const area: PaintArea = { turns: page.turns, first: spans.near.first, last: spans.near.last, elementOf };
  work.area = area;
  const bare = matchMedia(FORCED).matches;
  painter.paintMarks(area, bare ? [] : rangesIn(page.marks, page.turns, spans.whole));
  const scene = layScene(
    geometry,
    page,
    spans,
    view,
    scrolled + 6,
    work.cache,
    bare,
    work.rule,
    (turn) => work.lines?.firstLine(turn) ?? null,
  );
  work.lanes = Math.max(work.lanes, scene.lanes);
  return { scene, geometry, area, painter, lanes: work.lanes };
}

/** Paints the codings of a turn with other words in it; all else is drawn when there is time. */
function paint(work: Work, typed: TypedTurn): void {
  work.typed = typed.page;
  if (work.painter && work.area && !matchMedia(FORCED).matches) work.painter.paintTurn(work.area, typed);
}

/** True when what is drawn stands elsewhere now. Rows that came below it, or were found to be of another height there, leave it where it is. */
function moved({ geometry, area }: Work, sheet: HTMLElement): boolean {
  if (!geometry || !area) return true;
  const origin = sheet.getBoundingClientRect().top;
  return [area.first, area.last].some((turn) => {
    const box = geometry.byTurn.get(turn);
    return !box?.element.isConnected || Math.abs(box.element.getBoundingClientRect().top - origin - box.top) > 0.5;
  });
}

/** Calls `draw` when the sheet may look different: scrolled, resized, other rows, other fonts. */
function watch(work: Work, sheet: HTMLElement | null, scroller: HTMLElement | null, draw: () => void): () => void {
  if (!sheet || !scroller) return () => {};
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  const again = () => {
    forget(work);
    draw();
  };
  const onScroll = () => {
    if (Math.abs(scroller.scrollTop - work.drawnTop) > SCROLLED) soon();
    clearTimeout(rest);
    rest = setTimeout(soon, REST_MS);
  };
  let width = sheet.clientWidth;
  // Virtual rows change the height all the time; only another width breaks lines elsewhere.
  const sizes = new ResizeObserver(() => {
    if (sheet.clientWidth !== width) forget(work);
    else if (moved(work, sheet)) work.geometry = null;
    else return;
    width = sheet.clientWidth;
    draw();
  });
  sizes.observe(sheet);
  sizes.observe(scroller);
  // Virtual rows come and go; typing is followed through the page itself.
  const rows = new MutationObserver((changes) => {
    if (!changes.some((change) => change.target instanceof Element && change.target.matches('[data-rows]'))) return;
    if (moved(work, sheet)) soon();
    work.geometry = null;
    clearTimeout(rest);
    rest = setTimeout(soon, REST_MS);
  });
  rows.observe(sheet, { childList: true, subtree: true });
  scroller.addEventListener('scroll', onScroll, { passive: true });
  document.fonts.addEventListener('loadingdone', again);
  const forced = matchMedia(FORCED);
  forced.addEventListener('change', again);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    sizes.disconnect();
    rows.disconnect();
    scroller.removeEventListener('scroll', onScroll);
    document.fonts.removeEventListener('loadingdone', again);
    forced.removeEventListener('change', again);
  };
}
