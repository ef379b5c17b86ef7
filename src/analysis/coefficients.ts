// The two measures of how far codes go together. They answer different questions and are never printed under each other's name.

/**
 * ATLAS.ti's co-occurrence coefficient: `n12 / (n1 + n2 − n12)`, with n1 and n2 quotes of each code and n12 overlapping pairs of
 * quotes. Not bounded: one long quote over three short ones gives 3; nothing is clamped. On merged ranges the denominator is
 * never below 1 when there is a pair.
 */
export function cCoefficient(n1: number, n2: number, n12: number): number {
  return n12 === 0 ? 0 : n12 / (n1 + n2 - n12);
}

/** Jaccard's index over units, here interviews: those with both / those with either. 0 when there are none. */
export function jaccard(both: number, either: number): number {
  return either === 0 ? 0 : both / either;
}
