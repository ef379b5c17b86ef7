// The order in which what goes together stands together: average-linkage clustering, with the branches turned so that the most
// alike ends meet. Deterministic: the same numbers give the same order, and equal ones stay in codebook order.

import type { CooccurrencePair } from '../domain/analysis.ts';

/** Symmetric similarities by index (0 = nothing in common); the diagonal is not read. */
export type Similarity = readonly (readonly number[])[];

/** The similarity of codes (by path) under one measure of a pair; 0 for pairs that are not listed. */
export function similarityMatrix(
  codes: readonly string[],
  pairs: readonly CooccurrencePair[],
  measure: (pair: CooccurrencePair) => number,
): Similarity {
  const indexOf = new Map(codes.map((code, at) => [code, at]));
  const matrix = codes.map(() => codes.map(() => 0));
  for (const pair of pairs) {
    const a = indexOf.get(pair.a);
    const b = indexOf.get(pair.b);
    if (a === undefined || b === undefined) continue;
    matrix[a]![b] = measure(pair);
    matrix[b]![a] = measure(pair);
  }
  return matrix;
}

/** The indices in similarity order. What is like nothing else comes last, in the order given. O(n³). */
export function similarityOrder(matrix: Similarity): number[] {
  const weight = matrix.map((row, at) => row.reduce((sum, value, other) => (other === at ? sum : sum + value), 0));
  const alone = matrix.flatMap((_, at) => (weight[at]! > 0 ? [] : [at]));
  let branches = matrix.flatMap((_, at) => (weight[at]! > 0 ? [[at]] : []));
  while (branches.length > 1) {
    const [i, j] = mostAlike(branches, matrix);
    const joined = join(branches[i]!, branches[j]!, matrix);
    branches = branches.flatMap((branch, at) => (at === i ? [joined] : at === j ? [] : [branch]));
  }
  return [...strongEndFirst(branches[0] ?? [], weight), ...alone];
}

function mostAlike(branches: readonly number[][], matrix: Similarity): [number, number] {
  let best: [number, number] = [0, 1];
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < branches.length; i++) {
    for (let j = i + 1; j < branches.length; j++) {
      const alike = averageLink(branches[i]!, branches[j]!, matrix);
      if (alike > most) {
        most = alike;
        best = [i, j];
      }
    }
  }
  return best;
}

function averageLink(one: readonly number[], other: readonly number[], matrix: Similarity): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += matrix[a]![b]!;
  return sum / (one.length * other.length);
}

/** Of the four ways to lay two branches end to end, the one whose meeting ends are most alike. */
function join(one: readonly number[], other: readonly number[], matrix: Similarity): number[] {
  const ways = [one, one.toReversed()].flatMap((left) => [other, other.toReversed()].map((right) => ({ left, right })));
  const alike = ({ left, right }: (typeof ways)[number]) => matrix[left.at(-1)!]![right[0]!]!;
  const best = ways.reduce((kept, way) => (alike(way) > alike(kept) ? way : kept));
  return [...best.left, ...best.right];
}

function strongEndFirst(order: readonly number[], weight: readonly number[]): number[] {
  const first = order[0];
  const last = order.at(-1);
  if (first === undefined || last === undefined) return [];
  const turn = weight[last]! > weight[first]! || (weight[last] === weight[first] && last < first);
  return turn ? order.toReversed() : [...order];
}
