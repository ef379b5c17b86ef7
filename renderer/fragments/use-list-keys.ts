// The keys of the list: walking, choosing, and what is done with the chosen ones.

import type { RefObject } from 'react';
import { useDomEvent } from '../charts/use-dom-event.ts';
import { isTyping, keyName } from '../shell/shortcuts.ts';
import { ACT_KEYS, type BarAct } from './bulk-bar.tsx';
import type { ListHandle } from './list.tsx';
import type { Picking } from './use-picking.ts';

type Parts = {
  readonly length: number;
  readonly picking: Picking;
  readonly list: RefObject<ListHandle | null>;
  readonly onAct: (act: BarAct) => void;
  readonly onOpen: (index: number) => void;
  /** Esc with nothing chosen. */
  readonly onLeave: () => void;
};

const PAGE = 8;

export function useListKeys(root: RefObject<HTMLElement | null>, { length, picking, list, onAct, onOpen, onLeave }: Parts): void {
  const { current, toggle, clear } = picking;
  const walk = (to: number, extend: boolean) => {
    const index = Math.max(0, Math.min(length - 1, to));
    if (extend) toggle(index, true);
    picking.setCurrent(index);
    list.current?.focus(index);
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    j: current + 1,
    ArrowUp: current - 1,
    k: current - 1,
    PageDown: current + PAGE,
    PageUp: current - PAGE,
    Home: 0,
    End: length - 1,
  };
  const leave = () => (picking.keys.size > 0 ? clear() : onLeave());
  useDomEvent(root, 'keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || length === 0) return;
    const name = keyName(event);
    const act = (Object.keys(ACT_KEYS) as BarAct[]).find((one) => ACT_KEYS[one] === name);
    const within = event.target instanceof Element ? event.target : null;
    const onRow = within?.matches('.fx-row') ?? false;
    const inList = within?.closest('.fx-grid, .fx-bulk') != null;
    if (!inList || (isTyping(event.target) && !within?.matches('[type="checkbox"]'))) return;
    const step = steps[name.replace(/^(shift|mod)\+/, '')];
    if (act) {
      // What is selected as text is copied as text.
      if (act === 'copy' && document.getSelection()?.isCollapsed === false) return;
      onAct(act);
    } else if (within?.closest('.fx-bulk')) {
      if (name !== 'Escape') return;
      clear();
      list.current?.focus(current);
    } else if (step !== undefined) walk(step, event.shiftKey);
    else if (name === 'mod+a') picking.all();
    else if (name === 'Escape') leave();
    else if ((name === ' ' || name === 'x') && onRow) toggle(current, false);
    else if (name === 'Enter' && onRow) onOpen(current);
    else return;
    event.preventDefault();
  });
}
