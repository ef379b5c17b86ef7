// Where in the project the window is, written in the address: `#/code/12?at=340-410`, `#/fragments?city=Heerlen`,
// `#/memos/code-5`, `#/frequency`, `#/cooccurrence`, `#/report`.
// Back returns to the place before, with the focus where it was.

import { useMemo, useSyncExternalStore } from 'react';
import type { TextRange } from '../../src/domain/text.ts';

export const VIEWS = ['code', 'fragments', 'memos', 'frequency', 'cooccurrence', 'report'] as const;
export type View = (typeof VIEWS)[number];
/** `at`: the text to show and select, in offsets of the stored text. */
export type Route =
  | { readonly view: 'code'; readonly interviewId: number | null; readonly at: TextRange | null }
  /** `query`: what is asked, as renderer/fragments/query.ts writes it. */
  | { readonly view: 'fragments'; readonly query: string }
  /** `open`: the memo to show, as memos/subject.ts writes it. */
  | { readonly view: 'memos'; readonly open: string | null }
  | { readonly view: Exclude<View, 'code' | 'fragments' | 'memos'> };

export function parseRoute(hash: string): Route {
  const [path = '', ...asked] = hash.replace(/^#\/?/, '').split('?');
  const query = asked.join('?');
  const [view = '', id = ''] = path.split('/');
  if (view === 'frequency' || view === 'cooccurrence' || view === 'report') return { view };
  if (view === 'fragments') return { view, query };
  if (view === 'memos') return { view, open: /^[a-z]+(?:-[\d-]+)?$/.test(id) ? id : null };
  const interviewId = /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null;
  return { view: 'code', interviewId, at: interviewId === null ? null : parseRange(new URLSearchParams(query).get('at')) };
}

export function formatRoute(route: Route): string {
  if (route.view === 'fragments') return route.query === '' ? '#/fragments' : `#/fragments?${route.query}`;
  if (route.view === 'memos') return route.open === null ? '#/memos' : `#/memos/${route.open}`;
  if (route.view !== 'code') return `#/${route.view}`;
  if (route.interviewId === null) return '#/code';
  return `#/code/${route.interviewId}${route.at ? `?at=${route.at.start}-${route.at.end}` : ''}`;
}

/** Goes to a place. What had the focus is remembered with the place that is left. `replace`: Back skips the place that is left. */
export function go(route: Route, { replace = false } = {}): void {
  const hash = formatRoute(route);
  if (replace) history.replaceState(null, '', hash);
  else {
    history.replaceState({ focus: focusKey(document.activeElement) }, '');
    history.pushState(null, '', hash);
  }
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Calls back with what had the focus when the place was left, after each Back or Forward. Answers how to stop listening. */
export function onReturn(listener: (focus: string) => void): () => void {
  const onPop = (event: PopStateEvent) => {
    const state: unknown = event.state;
    if (typeof state === 'object' && state !== null && 'focus' in state && typeof state.focus === 'string') listener(state.focus);
  };
  addEventListener('popstate', onPop);
  return () => removeEventListener('popstate', onPop);
}

/** A mark or row says who it is by `data-focus` or its id; that survives being drawn again. */
function focusKey(element: Element | null): string | null {
  const named = element?.closest('[data-focus], [id]');
  if (!named || named.id === 'root') return null;
  const name = named.getAttribute('data-focus');
  return name === null ? `#${CSS.escape(named.id)}` : `[data-focus="${CSS.escape(name)}"]`;
}

function parseRange(text: string | null): TextRange | null {
  const match = /^(\d{1,10})-(\d{1,10})$/.exec(text ?? '');
  const start = Number(match?.[1]);
  const end = Number(match?.[2]);
  return match && start < end ? { start, end } : null;
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  addEventListener('popstate', listener);
  return () => {
    removeEventListener('hashchange', listener);
    removeEventListener('popstate', listener);
  };
}
