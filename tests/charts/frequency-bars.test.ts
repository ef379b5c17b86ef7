// The frequency chart: numbers drawn are the numbers of the analysis, every mark has a name, nothing collides.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequency } from '../../src/analysis/frequency.ts';
import { frequencyChart } from '../../src/charts/frequency-bars.ts';
import { type FrequencyUnit, sortByFrequency } from '../../src/charts/frequency-data.ts';
import { FREQUENCY_STYLE, type FrequencyMark, type FrequencyOptions } from '../../src/charts/frequency-marks.ts';
import { type TextStyle, textWidth } from '../../src/charts/text-width.ts';
import { type MarkupElement, textOf } from '../../src/domain/markup.ts';
import { toSvgFile } from '../../src/formats/html.ts';
import { GROUPS, project } from '../analysis/projects.ts';
import { expectGolden } from './golden.ts';
import { byClass, byTag } from './markup.ts';
import { all, frequencyLabels, rows, sets, themes } from './sample.ts';

const input = { rows: themes, groups: [all, ...sets], cells: rows };
const options: FrequencyOptions = { unit: 'interviews', width: 1000, mode: 'app', labels: frequencyLabels };
const text = (number: string) => Number(number.replaceAll('.', ''));

describe('the frequency chart', () => {
  it('looks as it did, in the app', () => {
    expectGolden('frequency-app', frequencyChart(input, { ...options, focus: { code: 'Schaamte', group: 's2' } }).svg);
  });

  it('looks as it did, in the report', () => {
    expectGolden('frequency-report', frequencyChart(input, { ...options, mode: 'report', width: 650 }).svg);
  });

  it('looks as it did, in words, with sub-codes', () => {
    const tree = themes.slice(0, 4).map((code, at) => ({ ...code, depth: at % 3 }));
    expectGolden('frequency-words', frequencyChart({ ...input, rows: tree }, { ...options, unit: 'words', width: 820 }).svg);
  });

  it('draws one cell per conversation, and a plain bar above twenty', () => {
    const { marks } = frequencyChart(input, options);
    const shame = marks.filter((mark) => mark.code === 'Schaamte');
    expect(shame.map((mark) => mark.shape.kind)).toEqual(['bar', 'tally', 'tally', 'tally']);
    const cells = shame.flatMap((mark) => (mark.shape.kind === 'tally' ? [mark.shape.cells] : []));
    expect(cells.map((tally) => [tally.filter((cell) => cell.on).length, tally.length])).toEqual([
      [9, 14],
      [6, 8],
      [2, 10],
    ]);
    const bar = shame[0]?.shape;
    expect(bar?.kind === 'bar' && bar.width / bar.full).toBeCloseTo(17 / 32);
  });

  it('draws quotes and words on one scale that all groups share', () => {
    const { marks, data } = frequencyChart(input, { ...options, unit: 'quotes' });
    for (const { shape, value } of marks) {
      expect(shape.kind === 'bar' && shape.width).toBeCloseTo(
        value === 0 ? 0 : Math.max(1, ((shape.kind === 'bar' ? shape.full : 0) * value) / data.most),
      );
    }
  });

  it.each(['interviews', 'quotes', 'words'] as const)(
    'draws exactly the numbers of the analysis, in %s',
    (unit: FrequencyUnit) => {
      fc.assert(
        fc.property(project, (drawn) => {
          const answer = frequency({ ...drawn, groups: [...GROUPS], rollup: false });
          const codes = drawn.codes.map(({ path }) => ({
            path,
            label: path,
            depth: 0,
            colour: { hue: 1, form: 'solid' as const },
          }));
          const groups = GROUPS.map((name) => ({ name, label: name, n: answer.rows.find((row) => row.group === name)?.of ?? 0 }));
          const { svg } = frequencyChart({ rows: codes, groups, cells: answer.rows }, { ...options, unit });
          const shown = byClass(svg, 'mark').map((mark) => ({
            code: mark.attrs['data-code'],
            group: mark.attrs['data-group'],
            number: text(textOf(byTag(mark, 'tspan')[0] ?? '')),
            cells: byClass(mark, 'on').length,
          }));
          expect(shown).toEqual(
            answer.rows.map((row) => ({
              code: row.code,
              group: row.group,
              number: row[unit],
              cells: unit === 'interviews' && row.of > 0 ? row.interviews : 1,
            })),
          );
        }),
        { numRuns: 40 },
      );
    },
  );

  it.each(['app', 'report'] as const)('names every mark, in the %s', (mode) => {
    const { svg } = frequencyChart(input, { ...options, mode });
    const marks = byClass(svg, 'mark');
    expect(marks).toHaveLength(40);
    expect(svg.attrs).toMatchObject({ role: mode === 'app' ? 'group' : 'img', 'aria-label': frequencyLabels.title });
    for (const mark of marks) expect(mark.attrs.role).toBe(mode === 'app' ? 'button' : 'img');
    const names = marks.map((mark) => mark.attrs['aria-label']);
    expect(names[14]).toBe('Schaamte, Den Haag · gemeente: 6 van 8 gesprekken');
    expect(new Set(names).size).toBe(40);
  });

  it('has one stop for Tab: the focused mark, or else the first', () => {
    const stops = (focus: FrequencyOptions['focus'] & {}) =>
      byClass(frequencyChart(input, { ...options, focus }).svg, 'mark').filter((mark) => mark.attrs.tabindex === 0);
    const focused = stops({ code: 'Schaamte', group: 's2' });
    expect(focused.map((mark) => mark.attrs['aria-pressed'])).toEqual(['true']);
    expect(toSvgFile(focused[0] ?? byTag('', 'none')[0]!)).toContain('var(--thread)');
    const gone = stops({ code: 'weg', group: 's2' });
    expect(gone.map((mark) => [mark.attrs['data-code'], mark.attrs['data-group']])).toEqual([['Stress en slaaptekort', '*']]);
    expect(toSvgFile(frequencyChart(input, options).svg)).not.toContain('var(--thread)');
  });

  it('keeps every shape, number and label in its own place, at any width and length of name', () => {
    const names = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 200, max: 1500 }),
        fc.constantFrom('app' as const, 'report' as const),
        (names, count, width, mode) => {
          const codes = names.map((label, at) => ({
            path: `${at}`,
            label,
            depth: at % 3,
            colour: { hue: 1, form: 'solid' as const },
          }));
          const groups = Array.from({ length: count }, (_, at) => ({
            name: `${at}`,
            label: names[at % names.length] ?? '',
            n: 3 + at * 4,
          }));
          const { marks, layout, svg } = frequencyChart({ rows: codes, groups, cells: [] }, { ...options, mode, width });
          const style = FREQUENCY_STYLE[mode];
          for (const mark of marks) {
            const number = textWidth(mark.number, { size: style.number, weight: 600 });
            const end = mark.textX + number + textWidth(mark.rest, { size: style.rest, weight: 400 });
            expect(end).toBeLessThanOrEqual(mark.box.x + mark.box.width);
            expect(mark.box.x + mark.box.width).toBeLessThanOrEqual(layout.width);
            expect(mark.box.y + mark.box.height).toBeLessThanOrEqual(layout.height);
            expect(mark.box.height).toBeGreaterThanOrEqual(24);
            expect(shapeEnd(mark)).toBeLessThan(mark.textX - 5);
          }
          for (const { text, x, style } of linesOf(byClass(svg, 'labels')[0])) {
            const column = layout.bands.flatMap((band) => band.columns).find((own) => own.x === x);
            expect(x + textWidth(text, style)).toBeLessThan(column ? x + column.width : layout.labelWidth);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('fits a report with all sets and three sets on one sheet', () => {
    const { layout } = frequencyChart(input, { ...options, mode: 'report', width: 650 });
    expect(layout.bands).toHaveLength(1);
    expect(layout.width).toBeLessThanOrEqual(650);
  });

  it('puts groups that do not fit below, and grows no wider', () => {
    const groups = Array.from({ length: 9 }, (_, at) => ({ name: `${at}`, label: `Set ${at}`, n: 12 }));
    const { layout } = frequencyChart({ ...input, groups }, { ...options, width: 650 });
    expect(layout.bands.map((band) => band.columns.length)).toEqual([3, 3, 3]);
    expect(layout.width).toBeLessThanOrEqual(650);
  });

  it('draws a project without codes or groups, and a group without interviews', () => {
    expect(frequencyChart({ rows: [], groups: [], cells: [] }, options).marks).toEqual([]);
    const empty = frequencyChart({ rows: themes, groups: [{ name: 'x', label: 'X', n: 0 }], cells: [] }, options);
    expect(empty.marks[0]).toMatchObject({ number: '0', rest: ' van 0', shape: { kind: 'bar', width: 0 } });
  });

  it('sorts themes by one group or all, with sub-codes under their parent', () => {
    const tree = themes.slice(0, 5).map((code, at) => ({ ...code, depth: [0, 1, 1, 0, 1][at] ?? 0 }));
    const order = (group: string | null) =>
      sortByFrequency({ ...input, rows: tree }, 'interviews', group).map((code) =>
        themes.findIndex((theme) => theme.path === code.path),
      );
    expect(order('s1')).toEqual([0, 2, 1, 3, 4]);
    expect(order('s2')).toEqual([0, 1, 2, 3, 4]);
    expect(order('none')).toEqual([0, 1, 2, 3, 4]);
    expect(sortByFrequency(input, 'interviews', 's3').map((code) => code.path)[0]).toBe('Voorbereiden op de geboorte');
  });
});

function shapeEnd({ shape }: FrequencyMark): number {
  return shape.kind === 'bar'
    ? shape.x + (shape.framed ? shape.full : shape.width)
    : Math.max(...shape.cells.map((cell) => cell.x + cell.width));
}

/** Every line of text that is drawn, with where it begins and how large it is. */
function linesOf(labels: MarkupElement | undefined): { text: string; x: number; style: TextStyle }[] {
  return byTag(labels ?? '', 'text').flatMap((label) => {
    const style = { size: Number(label.attrs['font-size']), weight: Number(label.attrs['font-weight']) };
    const spans = byTag(label, 'tspan');
    const texts = spans.length > 0 ? spans.map(textOf) : label.children.filter((child) => typeof child === 'string');
    return texts.map((text) => ({ text, x: Number(label.attrs.x), style }));
  });
}
