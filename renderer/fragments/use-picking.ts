// Which fragments are chosen, and where in the list one is.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from '../client/index.ts';
import { type Chosen, findChosen, keyOf, keysBetween } from './chosen.ts';
import type { Shown } from './use-head.ts';
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

export function usePicking(shown: Shown | null, rowAt: () => RowAt | undefined): Picking {
  const client = useClient();
  const [keys, setKeys] = useState(NONE);
  const [at, setCurrent] = useState(0);
  const anchor = useRef(0);
  const length = shown?.head.length ?? 0;
  const current = Math.max(0, Math.min(at, length - 1));
  const latest = useRef({ shown, keys, current, rowAt });
  latest.current = { shown, keys, current, rowAt };

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
      all: () => void add(0, Math.max(0, length - 1)),
      clear: () => setKeys(NONE),
      resolve: async () => {
        const { shown: list, keys: chosen, rowAt: rows, current: here } = latest.current;
        if (!list) return [];
        if (chosen.size > 0) return findChosen(client, list, chosen);
        const row = rows()?.(here);
        return row ? [row] : [];
      },
    }),
    [client, keys, current, length, add],
  );
}
