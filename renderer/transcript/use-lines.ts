// Counts the lines of each turn, so that line numbers and "go to line" are right also where most turns are not on the page. Turns are measured out
// of sight in idle moments, some at a time, and only while the person does nothing: a key must never wait for it.

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { RowProps } from './row.tsx';

export type Lines = {
  /** The number of a turn's first line, from 0; null as long as the turns before have not been measured. */
  readonly firstLine: (turn: number) => number | null;
  /** The turn that a line (from 0) is in; null when there is no such line, or it is not known yet. */
  readonly turnOfLine: (line: number) => number | null;
  /** How many lines there are; null until all have been measured. */
  readonly total: number | null;
};

/** Measured in one go, so that an idle moment is not overrun. */
const SLICE = 12;
/** Told to the screen after so many turns, then each time that there are so many times more, and at the end: it draws the screen again. */
const TELL = { first: 400, times: 4 };
const START_MS = 300;
/** Idle moments come between two keys too; nothing is measured until so long after the last key, press or turn of the wheel. */
const REST_MS = 600;
const ACTS = ['keydown', 'pointerdown', 'wheel', 'scroll'] as const;

/** `active` is false while all rows are on the page. `asked`: somebody wants to go to a line, so the counting waits for no rest. */
export function useLines(
  rows: readonly RowProps[],
  sheet: RefObject<HTMLElement | null>,
  active: boolean,
  asked: boolean,
): Lines {
  const [known, setKnown] = useState<readonly number[]>([]);
  const counts = useRef(new Map<string, number>());
  const width = useWidth(sheet, active);
  const goOn = useRef<() => void>(() => {});
  const wanted = useRef(asked);
  useEffect(() => {
    wanted.current = asked;
    if (asked) goOn.current();
  }, [asked]);

  useEffect(() => {
    const element = sheet.current;
    if (!active || !element || width === 0) return;
    const starts = [0];
    let tellAt = TELL.first;
    let idle = 0;
    let acted = 0;
    const onAct = () => {
      acted = performance.now();
    };
    const place = measuringPlace(element);
    const tell = () => {
      tellAt = starts.length * TELL.times;
      setKnown([...starts]);
    };
    const ask = () => {
      clearTimeout(timer);
      cancelIdleCallback(idle);
      idle = requestIdleCallback(step);
    };
    const step = (deadline: IdleDeadline) => {
      const rest = performance.now() - acted;
      if (rest < REST_MS && !wanted.current) {
        timer = setTimeout(ask, REST_MS - rest);
        return;
      }
      while (starts.length <= rows.length && deadline.timeRemaining() > 5) {
        const from = starts.length - 1;
        const some = rows.slice(from, from + SLICE);
        measureTurns(place, some, counts.current);
        for (const row of some) starts.push((starts.at(-1) ?? 0) + (counts.current.get(row.text) ?? 1));
      }
      if (starts.length > rows.length) {
        goOn.current = () => {};
        return tell();
      }
      if (starts.length > tellAt) tell();
      ask();
    };
    let timer = setTimeout(ask, START_MS);
    goOn.current = ask;
    for (const act of ACTS) addEventListener(act, onAct, { capture: true, passive: true });
    return () => {
      goOn.current = () => {};
      clearTimeout(timer);
      cancelIdleCallback(idle);
      for (const act of ACTS) removeEventListener(act, onAct, { capture: true });
      place.remove();
    };
  }, [rows, sheet, active, width]);

  const kept = useRef(width);
  if (kept.current !== width) {
    kept.current = width;
    counts.current.clear();
  }
  return useMemo(() => linesFrom(active ? known : [], rows.length), [known, rows.length, active]);
}

/** `starts`: the first line of each turn as far as they are known, and one more: where the next would begin. */
export function linesFrom(starts: readonly number[], turns: number): Lines {
  const total = starts.length === turns + 1 ? (starts.at(-1) ?? 0) : null;
  return {
    total,
    firstLine: (turn) => starts[turn] ?? null,
    turnOfLine: (line) => {
      const end = starts.at(-1) ?? 0;
      if (line < 0 || line >= end) return null;
      let low = 0;
      let high = starts.length - 2;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= line) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

/** Where turns are measured: as wide as the sheet, seen by nobody, and apart, so that what is on the page is neither laid out nor drawn again. */
function measuringPlace(sheet: HTMLElement): HTMLElement {
  const place = document.createElement('div');
  place.className = 'line-measure';
  place.setAttribute('aria-hidden', 'true');
  sheet.append(place);
  return place;
}

function measureTurns(place: HTMLElement, rows: readonly RowProps[], counts: Map<string, number>): void {
  const wanted = rows.filter((row) => !counts.has(row.text));
  if (wanted.length === 0) return;
  const texts = wanted.map((row) => {
    const turn = document.createElement('div');
    turn.className = 'turn';
    const text = document.createElement('p');
    text.textContent = row.text;
    turn.append(document.createElement('span'), text);
    place.append(turn);
    return text;
  });
  const lineHeight = Number.parseFloat(getComputedStyle(texts[0] ?? place).lineHeight) || 28;
  for (const [at, text] of texts.entries())
    counts.set(wanted[at]?.text ?? '', Math.max(1, Math.round(text.getBoundingClientRect().height / lineHeight)));
  place.replaceChildren();
}

/** The width of the sheet, after it has come to rest. */
function useWidth(sheet: RefObject<HTMLElement | null>, active: boolean): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = sheet.current;
    if (!active || !element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => element.clientWidth > 0 && setWidth(element.clientWidth), 200);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [sheet, active]);
  return width;
}
