// What goes together stands together.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarityMatrix, similarityOrder } from '../../src/charts/order.ts';

const pair = (a: string, b: string, jaccardInterviews: number) => ({ a, b, together: 1, interviews: 1, c: 0, jaccardInterviews });

describe('similarity order', () => {
  it('puts like beside like, strongest first, and what stands alone last', () => {
    const codes = ['alone', 'a1', 'b1', 'a2', 'b2', 'a3'];
    const pairs = [
      pair('a1', 'a2', 0.9),
      pair('a2', 'a3', 0.8),
      pair('a1', 'a3', 0.2),
      pair('b1', 'b2', 0.7),
      pair('a3', 'b1', 0.1),
    ];
    const order = similarityOrder(similarityMatrix(codes, pairs, (p) => p.jaccardInterviews)).map((at) => codes[at]);
    expect(order).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'alone']);
  });

  it('ignores pairs of codes it does not know', () => {
    expect(similarityMatrix(['a'], [pair('a', 'gone', 1)], (p) => p.together)).toEqual([[0]]);
  });

  it('keeps codebook order where nothing goes together', () => {
    expect(similarityOrder([])).toEqual([]);
    expect(
      similarityOrder([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual([0, 1]);
  });

  it('is a permutation, and the best of all orders joins the most alike two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.array(fc.nat(20), { minLength: 81, maxLength: 81 }), (n, draws) => {
        const matrix = Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_, j) => draws[Math.min(i, j) * 9 + Math.max(i, j)] ?? 0),
        );
        const order = similarityOrder(matrix);
        expect(order.toSorted((a, b) => a - b)).toEqual(matrix.map((_, at) => at));
        expect(similarityOrder(matrix)).toEqual(order);
        const beside = order.slice(1).map((at, i) => matrix[at]?.[order[i] ?? 0] ?? 0);
        const most = Math.max(...matrix.flatMap((row, i) => row.filter((_, j) => i !== j)));
        expect(Math.max(...beside)).toBe(most);
      }),
    );
  });
});
