// How often a property test draws: `numRuns: runs(200)`. A nightly run (`npm run fuzz`) draws many times more, by FUZZ_RUNS.

const MOST = 1_000_000;

/** `n` times FUZZ_RUNS, a factor of at least 1 that is 1 when it is not set. Throws when FUZZ_RUNS is no such number. */
export function runs(n: number): number {
  return Math.min(MOST, Math.ceil(n * factor()));
}

/** A timeout in ms of a test with `runs`, longer in proportion to the draws. */
export function timeout(ms: number): number {
  return Math.ceil(ms * factor());
}

function factor(): number {
  const given = process.env.FUZZ_RUNS;
  if (given === undefined || given === '') return 1;
  const times = Number(given);
  if (!Number.isFinite(times) || times < 1) throw new Error(`FUZZ_RUNS must be a number of 1 or more, and is "${given}"`);
  return times;
}
