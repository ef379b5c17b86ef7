// Walking the marks of a chart with the keyboard.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Place, type Step, stepOf, walk } from '../../../renderer/charts/walk.ts';

const grid = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ row, column })));
const triangle = [0, 1, 2].flatMap((row) => [0, 1, 2].filter((column) => column <= row).map((column) => ({ row, column })));
const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('walk', () => {
  test('goes one mark on, and stays at the edge', () => {
    expect(walk(grid, { row: 1, column: 1 }, 'right')).toEqual({ row: 1, column: 2 });
    expect(walk(grid, { row: 1, column: 2 }, 'right')).toEqual({ row: 1, column: 2 });
    expect(walk(grid, { row: 0, column: 1 }, 'up')).toEqual({ row: 0, column: 1 });
    expect(walk(grid, { row: 1, column: 1 }, 'down')).toEqual({ row: 2, column: 1 });
  });

  test('jumps to the ends of a row and of the chart', () => {
    expect(walk(grid, { row: 1, column: 1 }, 'rowStart')).toEqual({ row: 1, column: 0 });
    expect(walk(grid, { row: 1, column: 1 }, 'rowEnd')).toEqual({ row: 1, column: 2 });
    expect(walk(grid, { row: 1, column: 1 }, 'first')).toEqual({ row: 0, column: 0 });
    expect(walk(grid, { row: 1, column: 1 }, 'last')).toEqual({ row: 2, column: 2 });
  });

  test('takes the nearest mark where the next row is shorter', () => {
    expect(walk(triangle, { row: 2, column: 2 }, 'up')).toEqual({ row: 1, column: 1 });
    expect(walk(triangle, { row: 1, column: 0 }, 'down')).toEqual({ row: 2, column: 0 });
  });

  test('is nowhere in a chart without marks', () => {
    expect(walk([], { row: 0, column: 0 }, 'right')).toBeUndefined();
  });

  test('reaches every mark from every other one', () => {
    const steps: readonly Step[] = ['left', 'right', 'up', 'down'];
    const marks = fc.uniqueArray(fc.record({ row: fc.nat(4), column: fc.nat(4) }), {
      minLength: 1,
      maxLength: 25,
      selector: (m) => `${m.row} ${m.column}`,
    });
    fc.assert(
      fc.property(marks, (chart: Place[]) => {
        const whole = chart.filter(({ row, column }) =>
          [...Array(row + 1).keys()].every((r) => chart.some((m) => m.row === r && m.column === column)),
        );
        const from = whole[0];
        if (!from) return;
        const seen = new Set([from]);
        for (const mark of seen) for (const step of steps) seen.add(walk(whole, mark, step) ?? mark);
        expect(seen.size).toBe(whole.length);
      }),
    );
  });
});

test('only plain arrows walk, so that shortcuts keep working', () => {
  expect(stepOf({ ...plain, key: 'ArrowLeft' })).toBe('left');
  expect(stepOf({ ...plain, key: 'ArrowLeft', altKey: true })).toBeNull();
  expect(stepOf({ ...plain, key: 'ArrowLeft', ctrlKey: true })).toBeNull();
  expect(stepOf({ ...plain, key: 'Home' })).toBe('rowStart');
  expect(stepOf({ ...plain, key: 'Home', ctrlKey: true })).toBe('first');
  expect(stepOf({ ...plain, key: 'toString' })).toBeNull();
});
