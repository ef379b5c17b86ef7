// Remembers the place in the project: the address is kept in it, and a place in words for the start screen.

import { useEffect, useMemo, useRef, useState } from 'react';
import { usePosition, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { formatRoute, go, onReturn, parseRoute, type Route, useRoute, type View } from './route.ts';
import { isInDialog } from './shortcuts.ts';

export type Places = { readonly route: Route; readonly routes: Readonly<Record<View, Route>>; readonly ready: boolean };

/** The route, and per view the route it had last; `ready` once it is known where to be. Opening a project without an address goes where the person was. */
export function useRememberedRoute(): Places {
  const route = useRoute();
  const [kept, keep, ready] = usePosition('route', '');
  const [settled, setSettled] = useState(hasPlace);
  useEffect(() => {
    if (!ready || settled) return;
    // Who went somewhere before it was known where they were, stays there.
    if (kept !== '' && !hasPlace()) go(parseRoute(kept), { replace: true });
    setSettled(true);
  }, [ready, settled, kept]);
  const hash = formatRoute(route);
  useEffect(() => {
    if (ready && settled) keep(hash);
  }, [ready, settled, hash, keep]);
  useSpokenPlace(route);
  const lastCode = useRef<Route>({ view: 'code', interviewId: null, at: null });
  if (route.view === 'code') lastCode.current = route;
  const code = lastCode.current;
  const fragments = useLastQuestion(route);
  const lastMemos = useRef<Route>({ view: 'memos', open: null });
  if (route.view === 'memos') lastMemos.current = route;
  const memos = lastMemos.current;
  const routes = useMemo(
    () =>
      ({
        code,
        fragments: { view: 'fragments', query: fragments },
        memos,
        frequency: { view: 'frequency' },
        cooccurrence: { view: 'cooccurrence' },
        report: { view: 'report' },
      }) as const,
    [code, fragments, memos],
  );
  return { route, routes, ready: ready && settled };
}

/** The address names a place. */
function hasPlace(): boolean {
  return location.hash.replace(/^#\/?/, '') !== '';
}

/** What was asked of the fragments last, so that their tab returns to it. */
function useLastQuestion(route: Route): string {
  const [kept, keep, ready] = usePosition('fragments.query', '');
  const query = route.view === 'fragments' ? route.query : null;
  useEffect(() => {
    if (ready && query !== null) keep(query);
  }, [ready, query, keep]);
  return query ?? kept;
}

/** What the start screen says of this project: the interview that was open, or the view. */
function useSpokenPlace(route: Route): void {
  const { t } = useTexts();
  const [, keep, ready] = usePosition('place', '');
  const interviews = useRead('interview.list', {}).data?.interviews;
  const interviewId = route.view === 'code' ? route.interviewId : null;
  const place = interviews?.find((row) => row.id === interviewId)?.name ?? t(`shell.${route.view}`);
  const loaded = ready && interviews !== undefined;
  useEffect(() => {
    if (loaded) keep(place);
  }, [keep, loaded, place]);
}

/** Where the focus belongs in a view that was just opened: what it names itself, or the text to code. */
const FIRST = '[data-view-focus], [data-focus="transcript"]';

/** A view that goes out of sight takes the focus along: then the one that comes gets it, so that the next key is heard there. */
export function useFocusOnView(view: View): void {
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    const until = performance.now() + 1500;
    const look = () => {
      const main = [...document.querySelectorAll('main')].find((element) => element.checkVisibility());
      const now = document.activeElement;
      const lost = now === null || now === document.body || now === main || !now.checkVisibility();
      const first = lost ? main?.querySelector<HTMLElement>(FIRST) : null;
      if (first) return first.focus({ preventScroll: true });
      if (lost && now !== main) main?.focus({ preventScroll: true });
      // A dialog that was open may still be about to close.
      if (performance.now() < until && (lost || isInDialog(now))) frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [view]);
}

/** After Back, puts the focus where it was when that place was left; the view may need a moment to draw it. */
export function useFocusOnReturn(): void {
  useEffect(() => {
    let frame = 0;
    const stop = onReturn((selector) => {
      const until = performance.now() + 1500;
      const look = () => {
        const element = document.querySelector<HTMLElement | SVGElement>(selector);
        if (element?.checkVisibility()) element.focus();
        else if (performance.now() < until) frame = requestAnimationFrame(look);
      };
      frame = requestAnimationFrame(look);
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, []);
}
