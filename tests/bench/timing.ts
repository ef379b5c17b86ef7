// Times a piece of work against the reference: the two in turn, so that a busy moment of the machine hits both.

import { timeReference } from './reference.ts';

export type Spread = { readonly min: number; readonly median: number; readonly max: number };

/** `ms` of each run; `ratio` is the median over the median of the reference in between, `best` the shortest over the shortest. */
export type Timing = {
  readonly ms: Spread;
  readonly reference: Spread;
  readonly ratio: number;
  readonly best: number;
  readonly runs: number;
};

export type Work = {
  readonly run: () => Promise<unknown>;
  /** Before each run, and not timed. */
  readonly before?: () => Promise<unknown>;
  /** After each run, and not timed. */
  readonly after?: () => Promise<unknown>;
};

/** Runs the work once to warm up and then `runs` times. */
export async function time(work: Work, runs: number, warmUp = true): Promise<Timing> {
  const own: number[] = [];
  const reference: number[] = [];
  for (let n = warmUp ? -1 : 0; n < runs; n++) {
    const beside = timeReference();
    await work.before?.();
    const began = performance.now();
    await work.run();
    const took = performance.now() - began;
    await work.after?.();
    if (n < 0) continue;
    own.push(took);
    reference.push(beside);
  }
  const ms = spread(own);
  const base = spread(reference);
  return { ms, reference: base, ratio: ms.median / base.median, best: ms.min / base.min, runs };
}

export function spread(times: readonly number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), max: at(1) };
}
