// Who can do what now: each screen that is there offers its commands, and the palette, the keys and the menu bar run them here.

import { createContext, useContext, useLayoutEffect, useRef } from 'react';

export type Run = () => void;
/** Undefined: it can't be done now. */
export type Offers = Readonly<Record<string, Run | undefined>>;

export type Registry = {
  /** Answers how to take the offers back. */
  readonly offer: (offers: () => Offers) => () => void;
  readonly find: (id: string) => Run | null;
  /** Answers whether there was someone to do it. */
  readonly run: (id: string) => boolean;
};

export function createRegistry(): Registry {
  const all = new Set<() => Offers>();
  // What came last is nearest to the person: a dialog before the screen below it.
  const find = (id: string) => [...all].reverse().reduce<Run | null>((found, offers) => found ?? offers()[id] ?? null, null);
  return {
    offer: (offers) => {
      all.add(offers);
      return () => all.delete(offers);
    },
    find,
    run: (id) => {
      const run = find(id);
      run?.();
      return run !== null;
    },
  };
}

export const RegistryContext = createContext<Registry>(createRegistry());

export function useRegistry(): Registry {
  return useContext(RegistryContext);
}

/** Offers these commands as long as the component is on the screen. */
export function useCommands(offers: Offers): void {
  const registry = useRegistry();
  const latest = useRef(offers);
  latest.current = offers;
  // Before it is seen: who presses the key at once is heard.
  useLayoutEffect(() => registry.offer(() => latest.current), [registry]);
}
