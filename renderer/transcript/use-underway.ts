// Codings that are on their way to the project. They have an id below zero until their own is known; whoever does something with one by
// then (a memo, a key quote, taking it off) gets to wait for it, so that fingers need not.

import { useMemo, useRef } from 'react';

export type Underway = {
  /** Codings set out under these ids. The answer is to be called with their own, in the same order; what is not among them was refused. */
  readonly begin: (ids: readonly number[]) => (own: readonly (number | null)[]) => void;
  /** The coding's own id, as soon as it is known; null when it never came. */
  readonly settled: (id: number) => Promise<number | null>;
  /** The id a coding has now: its own once that is known. */
  readonly idNow: (id: number) => number;
  /** The id it had first, so that what shows it stays the same. */
  readonly firstId: (id: number) => number;
  /** The one that set out last, until it has been seen. */
  readonly last: () => number | null;
  /** These codings are on the page. A new code may be known a little later than the coding with it. */
  readonly saw: (marks: readonly { readonly id: number }[]) => void;
};

export function useUnderway(): Underway {
  const own = useRef(new Map<number, number | null>());
  const first = useRef(new Map<number, number>());
  const coming = useRef(new Map<number, Promise<number | null>>());
  const newest = useRef<number | null>(null);
  return useMemo(() => {
    const settle = (id: number, real: number | null): void => {
      coming.current.delete(id);
      own.current.set(id, real);
      if (real !== null) first.current.set(real, id);
      else if (newest.current === id) newest.current = null;
    };
    return {
      begin: (ids) => {
        newest.current = ids.at(-1) ?? newest.current;
        const { promise, resolve } = Promise.withResolvers<readonly (number | null)[]>();
        ids.forEach((id, n) => {
          coming.current.set(
            id,
            promise.then((reals) => reals[n] ?? null),
          );
        });
        return (reals) => {
          ids.forEach((id, n) => {
            settle(id, reals[n] ?? null);
          });
          resolve(reals);
        };
      },
      settled: async (id) => (id > 0 ? id : (coming.current.get(id) ?? own.current.get(id) ?? null)),
      idNow: (id) => own.current.get(id) ?? id,
      firstId: (id) => first.current.get(id) ?? id,
      last: () => newest.current,
      saw: (marks) => {
        const real = newest.current === null ? null : own.current.get(newest.current);
        if (real && marks.some(({ id }) => id === real)) newest.current = null;
      },
    };
  }, []);
}
