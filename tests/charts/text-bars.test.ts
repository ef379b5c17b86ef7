// Bars in a terminal.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textBars } from '../../src/charts/text-bars.ts';

const rows = [
  { label: 'Stress en slaaptekort', value: 10, of: 14, text: '10 van 14' },
  { label: 'Schaamte', value: 7, of: 14, text: ' 7 van 14' },
  { label: 'Eén gezin', value: 0, of: 14, text: ' 0 van 14' },
];

describe('text bars', () => {
  it('line up, and show the whole behind the part', () => {
    expect(textBars(rows, { width: 50 })).toEqual([
      'Stress en slaaptekort  ███████████▍░░░░  10 van 14',
      'Schaamte               ████████░░░░░░░░   7 van 14',
      'Eén gezin              ░░░░░░░░░░░░░░░░   0 van 14',
    ]);
  });

  it('do with plain signs where blocks are not to be had', () => {
    expect(textBars(rows, { width: 50, ascii: true })).toEqual([
      'Stress en slaaptekort  ###########.....  10 van 14',
      'Schaamte               ########........   7 van 14',
      'Eén gezin              ................   0 van 14',
    ]);
  });

  it('share one scale when there is no whole', () => {
    const quotes = [
      { label: 'a', value: 400, text: '400' },
      { label: 'b', value: 100, text: '100' },
      { label: 'c', value: 1, text: '1' },
      { label: 'd', value: 0, text: '0' },
    ];
    expect(textBars(quotes, { width: 16 })).toEqual(['a  ████████  400', 'b  ██        100', 'c  ▏         1', 'd            0']);
  });

  it('cut long labels, count accents once and Han twice, and bear bad numbers', () => {
    expect(textBars([{ label: 'Voorbereiden op de geboorte', value: 1, text: '1' }], { width: 32 })).toEqual([
      'Voorbereiden op de…  ████████  1',
    ]);
    const [plain, han] = textBars(
      [
        { label: 'abcd', value: 1, text: '' },
        { label: '你好', value: 1, text: '' },
      ],
      { width: 30 },
    );
    expect(plain?.indexOf('█')).toBe(6);
    expect(han?.indexOf('█')).toBe(4);
    expect(textBars([{ label: 'x', value: 9, of: 3, text: '!' }], { width: 20 })).toEqual([`x  ${'█'.repeat(14)}  !`]);
    expect(textBars([{ label: 'x', value: -1, of: 0, text: '?' }], { width: 20 })).toEqual([`x  ${'░'.repeat(14)}  ?`]);
    expect(textBars([], { width: 80 })).toEqual([]);
  });

  it('never pass the width, and start every bar in the same column', () => {
    const row = fc.record({
      label: fc.string({ minLength: 1, maxLength: 40 }),
      value: fc.nat(100),
      text: fc.constantFrom('1', '22', '333'),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), fc.integer({ min: 30, max: 140 }), (rows, width) => {
        const lines = textBars(
          rows.map((row) => ({ ...row, of: 100 })),
          { width, ascii: true },
        );
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
        expect(new Set(lines.map((line, at) => line.length - (rows[at]?.text.length ?? 0))).size).toBe(1);
      }),
    );
  });
});
