// Which fragments are chosen, and where in the list one is.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fetchRead, useClient } from '../client/index.ts';
import { type Chosen, findChosen, keyOf, keysBetween } from './chosen.ts';
import { type ListInput, pageInput, type Shown } from './use-head.ts';
import type { RowAt } from './use-rows.ts';

export type Picking = {
  readonly keys: ReadonlySet<string>;
  readonly current: number;
  readonly setCurrent: (index: number) => void;
  /** One more or less; `extend`: all from the one chosen last. */
  readonly toggle: (index: number, extend: boolean) => void;
  readonly all: () => void;
  readonly clear: () => void;
  /** The chosen fragments as they are now; without any, the one where one is. */
  readonly resolve: () => Promise<readonly Chosen[]>;
};

const NONE: ReadonlySet<string> = new Set();

/** `input`: what is asked now; what is shown may still be the answer to what was asked before. */
export function usePicking(input: ListInput, shown: Shown | null, rowAt: () => RowAt | undefined): Picking {
  const client = useClient();
  const [keys, setKeys] = useState(NONE);
  const [at, setCurrent] = useState(0);
  const anchor = useRef(0);
  const length = shown?.head.length ?? 0;
  const current = Math.max(0, Math.min(at, length - 1));
  const latest = useRef({ input, shown, keys, current, rowAt });
  latest.current = { input, shown, keys, current, rowAt };

  // What was recoded or removed leaves the list, and with it what is chosen.
  useEffect(() => {
    if (!shown || latest.current.keys.size === 0) return;
    let over = false;
    void findChosen(client, shown, latest.current.keys).then((found) => {
      if (over) return;
      const there = new Set(found.map(keyOf));
      setKeys((now) => (now.size === there.size ? now : there));
    });
    return () => {
      over = true;
    };
  }, [client, shown]);

  /** The list as it is asked now: who goes on fast does so in that one, not in the one that still stands there. */
  const newest = useCallback(async (): Promise<Shown | null> => {
    const { input: asked, shown: list } = latest.current;
    if (!list || list.input === asked) return list;
    return { input: asked, head: await fetchRead(client, 'quote.list', pageInput(asked, 0)) };
  }, [client]);
  const add = useCallback(
    async (from: number, to: number) => {
      const { shown: list, rowAt: rows } = latest.current;
      if (!list) return;
      const [first, last] = from < to ? [from, to] : [to, from];
      const drawn = Array.from({ length: last - first + 1 }, (_, n) => rows()?.(first + n));
      const more = drawn.every((row) => row !== undefined)
        ? drawn.flatMap((row) => (row ? [keyOf(row)] : []))
        : await keysBetween(client, list, first, last);
      setKeys((now) => new Set([...now, ...more]));
    },
    [client],
  );
  const addAll = useCallback(async () => {
    const list = await newest();
    if (!list) return;
    if (list === latest.current.shown) return add(0, Math.max(0, list.head.length - 1));
    const more = await keysBetween(client, list, 0, Math.max(0, list.head.length - 1));
    setKeys((now) => new Set([...now, ...more]));
  }, [client, add, newest]);
  return useMemo(
    () => ({
      keys,
      current,
      setCurrent,
      toggle: (index, extend) => {
        setCurrent(index);
        if (extend) return void add(anchor.current, index);
        anchor.current = index;
        const row = latest.current.rowAt()?.(index);
        if (!row) return;
        const key = keyOf(row);
        setKeys((now) => (now.has(key) ? new Set([...now].filter((other) => other !== key)) : new Set([...now, key])));
      },
      all: () => void addAll(),
      clear: () => setKeys(NONE),
      resolve: async () => {
        const { keys: chosen, rowAt: rows, current: here } = latest.current;
        const list = await newest();
        if (!list) return [];
        if (chosen.size > 0) return findChosen(client, list, chosen);
        const row = rows()?.(here);
        return row ? [row] : [];
      },
    }),
    [client, keys, current, add, addAll, newest],
  );
}
