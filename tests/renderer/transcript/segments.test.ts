// Painting: every character lies under exactly the codings that hold it, in order from outside in.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outermostFirst, segmentsOf, splitByTurn } from '../../../renderer/transcript/segments.ts';

const range = fc.tuple(fc.nat(40), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }));
const coded = fc.array(range, { maxLength: 12 }).map((list) => list.map((r, id) => ({ ...r, id })));

describe('segmentsOf', () => {
  test('says of each character in the window what lies over it', () => {
    fc.assert(
      fc.property(coded, range, (codings, window) => {
        const segments = segmentsOf(codings, window);
        for (let at = window.start; at < window.end; at++) {
          const here = segments.filter((segment) => segment.start <= at && at < segment.end);
          const wanted = codings.filter((coding) => coding.start <= at && at < coding.end);
          expect(here.length).toBe(wanted.length > 0 ? 1 : 0);
          expect(here.flatMap((segment) => segment.over.map((c) => c.id)).toSorted()).toEqual(wanted.map((c) => c.id).toSorted());
        }
        for (const segment of segments) {
          expect(segment.start >= window.start && segment.end <= window.end && segment.start < segment.end).toBe(true);
          expect(segment.over).toEqual(segment.over.toSorted(outermostFirst));
        }
      }),
    );
  });

  test('the innermost is the one that began last', () => {
    const outer = { start: 0, end: 20 };
    const inner = { start: 5, end: 10 };
    expect(segmentsOf([inner, outer], { start: 0, end: 20 })).toEqual([
      { start: 0, end: 5, over: [outer] },
      { start: 5, end: 10, over: [outer, inner] },
      { start: 10, end: 20, over: [outer] },
    ]);
  });
});

test('splitByTurn leaves the breaks between turns out', () => {
  const turns = [
    { start: 0, end: 5 },
    { start: 6, end: 9 },
    { start: 10, end: 20 },
  ];
  expect(splitByTurn({ start: 3, end: 12 }, turns)).toEqual([
    { turn: 0, start: 3, end: 5 },
    { turn: 1, start: 6, end: 9 },
    { turn: 2, start: 10, end: 12 },
  ]);
  expect(splitByTurn({ start: 5, end: 6 }, turns)).toEqual([]);
});
