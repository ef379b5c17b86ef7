// Enter on a mark moves the focus into its quotes, as soon as they are drawn.

import { type RefObject, useRef } from 'react';

export type EnterQuotes = {
  readonly panel: RefObject<HTMLElement | null>;
  readonly request: () => void;
  /** The panel has drawn its quotes. */
  readonly onReady: () => void;
};

export function useEnterQuotes(): EnterQuotes {
  const panel = useRef<HTMLElement>(null);
  const wanted = useRef(false);
  const onReady = () => {
    if (!wanted.current) return;
    wanted.current = false;
    const first = panel.current?.querySelector<HTMLElement>('.an-qs a') ?? panel.current;
    first?.focus();
  };
  const request = () => {
    wanted.current = true;
    // Drawn already: then nothing more will tell. Otherwise the panel does, once its quotes have come.
    requestAnimationFrame(() => {
      if (panel.current?.querySelector('.an-qs a')) onReady();
    });
  };
  return { panel, request, onReady };
}
