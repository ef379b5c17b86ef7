// Colours, theme marks and the widths of texts.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartStyle, heatText, LIGHT_PALETTE, selfContained } from '../../src/charts/colours.ts';
import { heatmapChart } from '../../src/charts/cooccurrence-heatmap.ts';
import { frequencyChart } from '../../src/charts/frequency-bars.ts';
import { fittedLabel, themeMark } from '../../src/charts/parts.ts';
import { fitText, textWidth, wrapText } from '../../src/charts/text-width.ts';
import { FORMS, HUES } from '../../src/domain/code.ts';
import { svg, textOf } from '../../src/domain/markup.ts';
import { toSvgFile } from '../../src/formats/html.ts';
import { byTag } from './markup.ts';
import { frequencyLabels, heatmapLabels, pairs, rows, sets, themes } from './sample.ts';

const regular = { size: 13, weight: 400 };

describe('the colours', () => {
  it('are the light ones of the window', () => {
    const tokens = readFileSync(new URL('../../renderer/style/tokens.css', import.meta.url), 'utf8');
    const light = new Map([...tokens.matchAll(/(--[\w-]+):\s*light-dark\((#\w+),/g)].map(([, name, value]) => [name, value]));
    for (const [name, value] of Object.entries(LIGHT_PALETTE))
      expect(light.get(name)?.toLowerCase(), name).toBe(value.toLowerCase());
  });

  it('cover every variable that a chart says', () => {
    const focus = { code: 'Schaamte', group: 's1' };
    const frequency = frequencyChart(
      { rows: themes, groups: sets, cells: rows },
      { unit: 'interviews', width: 900, mode: 'app', labels: frequencyLabels, focus },
    );
    const heatmap = heatmapChart(
      { group: 's1', codes: themes.map((code, at) => ({ ...code, interviews: at })), pairs },
      {
        measure: 'interviews',
        max: 13,
        width: 600,
        mode: 'report',
        labels: heatmapLabels,
        focus: { a: 'Schaamte', b: 'Geld en wonen' },
      },
    );
    for (const chart of [frequency.svg, heatmap.svg]) {
      const said = new Set([...toSvgFile(chart).matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
      expect(said.size).toBeGreaterThan(8);
      for (const name of said) expect(chartStyle(), name).toContain(`${name}:`);
      expect(toSvgFile(chart)).not.toMatch(/(?:fill|stroke)="#/);
    }
  });

  it('turn the number light from step 4', () => {
    expect([0, 1, 3, 4, 6].map(heatText)).toEqual([
      'var(--tx-3)',
      'var(--q-tx-low)',
      'var(--q-tx-low)',
      'var(--q-tx-high)',
      'var(--q-tx-high)',
    ]);
  });

  it('go along in a file of its own', () => {
    expect(toSvgFile(selfContained(svg('svg', { viewBox: '0 0 1 1' })))).toContain('--thread:#BE1530');
  });
});

describe('the theme mark', () => {
  it('differs by form as well as by colour', () => {
    const drawn = FORMS.flatMap((form) =>
      Array.from({ length: HUES }, (_, at) => toSvgFile(themeMark({ hue: at + 1, form }, 0, 0))),
    );
    expect(new Set(drawn).size).toBe(FORMS.length * HUES);
    expect(new Set(FORMS.map((form) => toSvgFile(themeMark({ hue: 1, form }, 0, 0)))).size).toBe(3);
  });
});

describe('text widths', () => {
  it('are Inter’s, a little rounded up', () => {
    // Advances of Inter at 400: S .642, c .571, h .591, a .562, m .876, t .327, e .583.
    const exact = 13 * (0.642 + 0.571 + 0.591 + 0.562 + 0.562 + 0.876 + 0.327 + 0.583);
    expect(textWidth('Schaamte', regular)).toBeGreaterThanOrEqual(exact);
    expect(textWidth('Schaamte', regular)).toBeLessThan(exact * 1.03);
    expect(textWidth('één', regular)).toBe(textWidth('een', regular));
    expect(textWidth('111', regular)).toBe(textWidth('888', regular));
    expect(textWidth('wide', { size: 13, weight: 600 })).toBeGreaterThan(textWidth('wide', regular));
  });

  it('wrap at spaces, and lose nothing but the spaces as long as there are lines', () => {
    expect(wrapText('Voorbereiden op de geboorte', 110, regular, 2)).toEqual(['Voorbereiden op', 'de geboorte']);
    expect(wrapText('Voorbereiden op de geboorte', 60, regular, 2)).toEqual(['Voorbe…']);
    expect(wrapText('', 60, regular, 2)).toEqual(['']);
    const words = fc.array(fc.constantFrom('de', 'weg', 'vinden', 'in', 'hulpverleningsland'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 300 }), (words, width) => {
        const lines = wrapText(words.join(' '), width, regular, 20);
        for (const line of lines) expect(textWidth(line, regular)).toBeLessThanOrEqual(width);
        if (!lines.at(-1)?.endsWith('…')) expect(lines.join(' ')).toBe(words.join(' '));
      }),
    );
  });

  it('cut at a grapheme and say so, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 15, max: 400 }), (text, width) => {
        const shown = fitText(text, width, regular);
        expect(textWidth(shown, regular)).toBeLessThanOrEqual(width);
        expect(shown === text || shown.endsWith('…')).toBe(true);
        const label = fittedLabel(text, width, regular, 0, 0, 'none');
        expect(byTag(label, 'title').map(textOf)).toEqual(shown === text || text.endsWith('…') ? [] : [text]);
      }),
    );
  });
});
