// The heat map: the numbers of the analysis in every cell, one colour scale over all groups, and × where a code is not used.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cooccurrence } from '../../src/analysis/cooccurrence.ts';
import { frequency } from '../../src/analysis/frequency.ts';
import { heatmapChart, miniHeatmap } from '../../src/charts/cooccurrence-heatmap.ts';
import { type HeatmapCode, type HeatmapOptions, heatmapMax, heatScale } from '../../src/charts/heatmap-marks.ts';
import { textWidth } from '../../src/charts/text-width.ts';
import { textOf } from '../../src/domain/markup.ts';
import { toSvgFile } from '../../src/formats/html.ts';
import { GROUPS, project, rule } from '../analysis/projects.ts';
import { expectGolden } from './golden.ts';
import { byClass, byTag } from './markup.ts';
import { heatmapLabels, pairs, themes } from './sample.ts';

const codes: HeatmapCode[] = themes.map((code, at) => ({ ...code, interviews: at === 7 ? 0 : 20 - at }));
const used = pairs.filter((pair) => pair.a !== codes[7]?.path && pair.b !== codes[7]?.path);
const input = { group: 's1', codes, pairs: used };
const options: HeatmapOptions = { measure: 'interviews', max: 13, width: 680, mode: 'app', labels: heatmapLabels };
const focus = { a: 'Schaamte', b: 'Stress en slaaptekort' };

describe('the heat map', () => {
  it('looks as it did, in the app', () => {
    expectGolden('heatmap-app', heatmapChart(input, { ...options, focus }).svg);
  });

  it('looks as it did, in the report', () => {
    expectGolden(
      'heatmap-report',
      heatmapChart(input, { ...options, mode: 'report', width: 480, measure: 'together', max: 26 }).svg,
    );
  });

  it('looks as it did, small', () => {
    expectGolden('heatmap-mini', miniHeatmap(input, { ...options, width: 94, focus }).svg);
  });

  it('has a cell for every pair once, the codes themselves on the stairs, and × for a code not used', () => {
    const { marks } = heatmapChart(input, options);
    expect(marks).toHaveLength(55);
    const at = (row: number, column: number) => marks.find((mark) => mark.row === row && mark.column === column);
    expect(at(3, 3)).toMatchObject({ kind: 'own', value: 17, text: '17', name: 'Schaamte: 17 gesprekken' });
    expect(at(7, 2)).toMatchObject({ kind: 'unused', value: null, text: '×' });
    expect(at(9, 7)).toMatchObject({
      kind: 'unused',
      name: expect.stringContaining('De rol van de vader komt in deze set niet voor'),
    });
    expect(at(7, 7)).toMatchObject({ kind: 'unused', text: '×' });
    expect(at(1, 0)).toMatchObject({ kind: 'pair', value: 0, step: 0, text: '0' });
  });

  it('has seven steps: zero alone on the first, the largest on the last', () => {
    const step = heatScale(13);
    expect(Array.from({ length: 14 }, (_, value) => step(value))).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6]);
    expect([0, 1, 2, 3].map(heatScale(3))).toEqual([0, 2, 4, 6]);
    expect([0, 1].map(heatScale(1))).toEqual([0, 6]);
    expect(heatScale(0)(0)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (max, value) => {
        expect(heatScale(max)(Math.min(value, max))).toBe(Math.ceil((6 * Math.min(value, max)) / max));
      }),
    );
  });

  it('draws exactly the numbers of the analysis, on one scale over the groups', () => {
    fc.assert(
      fc.property(project, rule, fc.constantFrom('interviews' as const, 'together' as const), (drawn, rule, measure) => {
        const answer = cooccurrence({ ...drawn, groups: [...GROUPS], rule, level: 'code' });
        const max = heatmapMax(answer.groups, measure);
        const rows = frequency({ ...drawn, groups: [...GROUPS], rollup: false }).rows;
        const steps = new Map<number, number>();
        for (const { group, pairs } of answer.groups) {
          const held = drawn.codes.map(({ path }) => ({
            path,
            label: path,
            depth: 0,
            colour: { hue: 1, form: 'solid' as const },
            interviews: rows.find((row) => row.code === path && row.group === group)?.interviews ?? 0,
          }));
          const { svg, marks } = heatmapChart({ group, codes: held, pairs }, { ...options, measure, max });
          const mini = miniHeatmap({ group, codes: held, pairs }, { ...options, measure, max });
          expect(mini.marks.map(({ a, b, value, step }) => [a, b, value, step])).toEqual(
            marks.map(({ a, b, value, step }) => [a, b, value, step]),
          );
          for (const mark of byClass(svg, 'mark')) {
            const { 'data-a': a, 'data-b': b } = mark.attrs;
            const pair = pairs.find((pair) => (pair.a === a && pair.b === b) || (pair.a === b && pair.b === a));
            const here = (code: unknown) => held.find(({ path }) => path === code)?.interviews ?? 0;
            const expected = here(a) === 0 || here(b) === 0 ? '×' : a === b ? String(here(a)) : String(pair?.[measure] ?? 0);
            expect(textOf(byTag(mark, 'text')[0] ?? '')).toBe(expected);
          }
          for (const { kind, value, step } of marks) {
            if (kind !== 'pair' || value === null) continue;
            expect(steps.get(value) ?? step).toBe(step);
            steps.set(value, step);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(['app', 'report'] as const)('names every mark, in the %s', (mode) => {
    const { svg } = heatmapChart(input, { ...options, mode });
    const names = byClass(svg, 'mark').map((mark) => mark.attrs['aria-label']);
    expect(names).toHaveLength(55);
    expect(new Set(names).size).toBe(55);
    expect(names).toContain('Schaamte en De weg vinden in hulp: samen in 0 gesprekken');
    expect(names.every((name) => typeof name === 'string' && name.length > 5)).toBe(true);
    expect(miniHeatmap(input, { ...options, width: 94 }).svg.attrs).toMatchObject({
      role: 'img',
      'aria-label': heatmapLabels.title,
    });
  });

  it('rings the focused cell, in either order of its codes', () => {
    for (const pair of [focus, { a: focus.b, b: focus.a }]) {
      const { svg } = heatmapChart(input, { ...options, focus: pair });
      expect(byClass(svg, 'ring')).toHaveLength(1);
      expect(byClass(svg, 'mark').filter((mark) => mark.attrs['aria-pressed'] === 'true')).toHaveLength(1);
      expect(byClass(svg, 'mark').filter((mark) => mark.attrs.tabindex === 0)).toHaveLength(1);
    }
    expect(toSvgFile(heatmapChart(input, options).svg)).not.toContain('var(--thread)');
  });

  it('shrinks its cells from 48 to 24 px, and keeps every number and name inside', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 200, max: 1400 }),
        fc.integer({ min: 1, max: 99_999 }),
        (count, width, large) => {
          const many = Array.from({ length: count }, (_, at) => ({
            ...(codes[at % 10] ?? codes[0]!),
            path: `${at}`,
            interviews: large,
          }));
          const { layout, marks, svg } = heatmapChart({ group: 'x', codes: many, pairs: [] }, { ...options, width });
          expect(layout.pitch).toBeGreaterThanOrEqual(24);
          expect(layout.pitch).toBeLessThanOrEqual(48);
          for (const { text, size } of marks)
            expect(textWidth(text, { size: layout.numberSize, weight: 600 })).toBeLessThanOrEqual(size);
          for (const label of byTag(byClass(svg, 'labels')[0] ?? svg, 'text')) {
            const shown = label.children.at(-1);
            expect(Number(label.attrs.x) + textWidth(typeof shown === 'string' ? shown : '', layout.label)).toBeLessThanOrEqual(
              layout.width + 0.01,
            );
          }
          if (count <= 8 && width >= 700) expect(layout.pitch).toBe(48);
          if (count * 24 + 110 <= width) expect(Number(svg.attrs.width)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draws a project without codes', () => {
    expect(heatmapChart({ group: 'x', codes: [], pairs: [] }, { ...options, max: 0 }).marks).toEqual([]);
    expect(miniHeatmap({ group: 'x', codes: [], pairs: [] }, { ...options, max: 0 }).marks).toEqual([]);
  });
});
