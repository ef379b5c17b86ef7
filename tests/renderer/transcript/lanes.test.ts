// Stripes: no two in one lane share a pixel, none is dropped, and labels never lie over each other.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupTurns, rangesIn, widen } from '../../../renderer/transcript/groups.ts';
import { LABEL_STEP, layLanes, placeLabels } from '../../../renderer/transcript/lanes.ts';

const LINE = 28;
const boxes = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })), { maxLength: 80 })
  .map((list) => list.map(([line, height], i) => ({ id: i + 1, top: line * LINE, bottom: (line + height) * LINE })));

describe('layLanes', () => {
  test('keeps every box once, and boxes in one lane apart', () => {
    fc.assert(
      fc.property(boxes, fc.integer({ min: 1, max: 12 }), (list, max) => {
        const { stripes, density, lanes } = layLanes(list, max);
        const ids = [...stripes.map((stripe) => stripe.id), ...density.flatMap((bar) => bar.ids)];
        expect(ids.toSorted((a, b) => a - b)).toEqual(list.map((box) => box.id));
        expect(lanes).toBeLessThanOrEqual(max);
        for (const [i, a] of stripes.entries())
          for (const b of stripes.slice(i + 1)) if (a.lane === b.lane) expect(a.bottom <= b.top || b.bottom <= a.top).toBe(true);
        for (const [i, bar] of density.slice(1).entries()) expect(bar.top).toBeGreaterThanOrEqual(density[i]!.bottom);
      }),
    );
  });

  test('uses no more lanes than codings lie over one line', () => {
    fc.assert(
      fc.property(boxes, (list) => {
        const deepest = Math.max(
          0,
          ...list.map((box) => list.filter((other) => other.top <= box.top && other.bottom > box.top).length),
        );
        expect(layLanes(list, 1000).lanes).toBe(deepest);
      }),
    );
  });

  test('one that ends where the next begins shares its lane; on the same line it does not', () => {
    const touching = layLanes([
      { id: 1, top: 0, bottom: 28 },
      { id: 2, top: 28, bottom: 56 },
    ]);
    expect(touching.stripes.map((stripe) => stripe.lane)).toEqual([0, 0]);
    const sameLine = layLanes([
      { id: 1, top: 0, bottom: 56 },
      { id: 2, top: 28, bottom: 84 },
    ]);
    expect(sameLine.stripes.map((stripe) => stripe.lane)).toEqual([0, 1]);
  });

  test('a thirteenth coding on a line goes to the density bar', () => {
    const many = Array.from({ length: 19 }, (_, i) => ({ id: i, top: 0, bottom: LINE }));
    expect(layLanes(many).density).toEqual([{ top: 0, bottom: LINE, ids: [12, 13, 14, 15, 16, 17, 18] }]);
  });
});

describe('placeLabels', () => {
  test('gives every stripe a label, apart from the others', () => {
    fc.assert(
      fc.property(boxes, fc.nat(1500), (list, from) => {
        const { stripes } = layLanes(list);
        const labels = placeLabels(stripes, LINE, from);
        expect(labels.map((label) => label.id).toSorted((a, b) => a - b)).toEqual(
          stripes.map((stripe) => stripe.id).toSorted((a, b) => a - b),
        );
        for (const [i, label] of labels.slice(1).entries()) expect(label.y - labels[i]!.y).toBeGreaterThanOrEqual(LABEL_STEP);
      }),
    );
  });

  test('stands at the first line that is still in view', () => {
    const { stripes } = layLanes([{ id: 1, top: 0, bottom: 20 * LINE }]);
    expect(placeLabels(stripes, LINE)[0]?.y).toBe(11);
    expect(placeLabels(stripes, LINE, 280)[0]?.y).toBe(291);
  });
});

describe('groups of turns', () => {
  const scene = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 20 }).chain((lengths) => {
    let at = 0;
    const turns = lengths.map((length) => {
      const turn = { start: at, end: at + length };
      at += length + 1;
      return turn;
    });
    const end = turns.at(-1)!.end;
    const range = fc
      .tuple(fc.nat(end - 1), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => ({ start, end: Math.min(end, start + length) }));
    return fc.tuple(fc.constant(turns), fc.array(range, { maxLength: 12 }));
  });

  test('no coding crosses the border of a group, and a window keeps whole groups', () => {
    fc.assert(
      fc.property(scene, fc.nat(19), fc.nat(5), ([turns, ranges], from, more) => {
        const groups = groupTurns(turns, ranges);
        const first = Math.min(from, turns.length - 1);
        const span = widen(groups, { first, last: Math.min(first + more, turns.length - 1) });
        const sorted = ranges.toSorted((a, b) => a.start - b.start);
        const inside = rangesIn(sorted, turns, span);
        const window = { start: turns[span.first]!.start, end: turns[span.last]!.end };
        for (const range of sorted) {
          const touches = turns.slice(span.first, span.last + 1).some((turn) => range.start < turn.end && range.end > turn.start);
          if (touches) expect(inside).toContain(range);
        }
        for (const range of inside)
          if (range.end - range.start > 1) expect(range.end <= window.end + 1 && range.start >= window.start).toBe(true);
      }),
    );
  });
});
