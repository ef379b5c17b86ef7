// A seeded source of chance: the same seed gives the same draws on every machine.

export type Random = {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** A whole number in [low, high]. */
  readonly whole: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffle: <T>(list: readonly T[]) => T[];
};

/** A generator with 32 bits of state (mulberry32); its state moves by the golden ratio, so that near seeds give far draws. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => {
      const drawn = list[whole(0, list.length - 1)];
      if (drawn === undefined) throw new Error('There is nothing to pick from');
      return drawn;
    },
    shuffle: (list) => {
      const shuffled = [...list];
      for (let at = shuffled.length - 1; at > 0; at--) {
        const other = whole(0, at);
        const held = shuffled[at] as (typeof shuffled)[number];
        shuffled[at] = shuffled[other] as (typeof shuffled)[number];
        shuffled[other] = held;
      }
      return shuffled;
    },
  };
}

/**
 * Draws from a list in order of rank, the first most often: by Zipf's law in Mandelbrot's form, 1 / (rank + 2.7)^1.2, as
 * words in speech are.
 */
export function zipf<T>(list: readonly T[], random: Random): () => T {
  const upTo = new Float64Array(list.length);
  let sum = 0;
  for (let rank = 0; rank < list.length; rank++) {
    sum += (rank + 1 + 2.7) ** -1.2;
    upTo[rank] = sum;
  }
  return () => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = list.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return list[low] as T;
  };
}
