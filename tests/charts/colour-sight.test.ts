// The distance between colours against published values, its properties, and that no two looks that we offer are mixed up unsaid.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  distance,
  ENOUGH_CONTRAST,
  HARD_TO_TELL,
  hueContrast,
  hueDistance,
  type Lab,
  resemblance,
  SIGHTS,
  seenLab,
  THEME_HUES,
} from '../../src/charts/colour-sight.ts';
import { LIGHT_PALETTE } from '../../src/charts/colours.ts';
import { defaultColour, FORMS } from '../../src/domain/code.ts';
import { runs } from '../helpers/runs.ts';

// Sharma, Wu and Dalal (2005), table 1: pairs that catch each mistake one can make in the formula.
const PUBLISHED: readonly (readonly [Lab, Lab, number])[] = [
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 3.1571, -77.2803], [50, 0, -82.7485], 2.8615],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, -0.001, 2.49], [50, 0.0009, -2.49], 4.8045],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [61, -5, 29], 22.8977],
  [[50, 2.5, 0], [56, -27, -3], 31.903],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  [[6.7747, -0.2908, -2.4247], [5.8714, -0.0985, -2.2286], 0.6377],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
];

const lab = fc.tuple(
  fc.double({ min: 0, max: 100, noNaN: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.double({ min: -100, max: 100, noNaN: true }),
);

describe('the distance between colours', () => {
  it.each(PUBLISHED)('of %j and %j is the published %f', (a, b, expected) => {
    expect(distance(a, b)).toBeCloseTo(expected, 4);
  });

  it('is the same both ways, zero to itself, and never less', () => {
    fc.assert(
      fc.property(lab, lab, (a, b) => {
        // Exactly opposite hues are the one place where the formula has two answers.
        if (Math.abs(a[1] * b[2] - a[2] * b[1]) > 1e-3) expect(distance(a, b)).toBeCloseTo(distance(b, a), 6);
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: runs(500) },
    );
  });

  it('to colour-blind eyes: red and green come close to protan and deutan, blue and yellow do not', () => {
    const between = (a: string, b: string, sight: (typeof SIGHTS)[number]) => distance(seenLab(a, sight), seenLab(b, sight));
    expect(between('#c04040', '#607a20', 'normal')).toBeGreaterThan(40);
    for (const sight of ['protan', 'deutan'] as const) {
      expect(between('#c04040', '#607a20', sight)).toBeLessThan(between('#c04040', '#607a20', 'normal') / 2);
      expect(between('#2040c0', '#e0d020', sight)).toBeGreaterThan(60);
    }
    for (const sight of SIGHTS) expect(between('#808080', '#808080', sight)).toBe(0);
  });
});

describe('contrast', () => {
  it('is 21 of black on white, 1 of a colour on itself', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#123456', '#123456')).toBe(1);
  });

  it('of every hue is enough for a mark, in light and in dark', () => {
    for (let hue = 1; hue <= 10; hue++) expect(hueContrast(hue), `t${hue}`).toBeGreaterThanOrEqual(ENOUGH_CONTRAST);
  });
});

describe('the hues', () => {
  it('are those of the window and of the report', () => {
    const tokens = readFileSync(new URL('../../renderer/style/tokens.css', import.meta.url), 'utf8');
    const found = [...tokens.matchAll(/--t(\d+): light-dark\((#\w+), (#\w+)\)/g)];
    expect(found.map((match) => match[2])).toEqual([...THEME_HUES.light]);
    expect(found.map((match) => match[3])).toEqual([...THEME_HUES.dark]);
    THEME_HUES.light.forEach((hue, at) => {
      expect(LIGHT_PALETTE[`--t${at + 1}`]?.toLowerCase()).toBe(hue);
    });
  });
});

describe('two looks', () => {
  it('the first ten that themes get are told apart by everyone', () => {
    for (let a = 0; a < 10; a++) {
      for (let b = 0; b < a; b++) expect(resemblance(defaultColour(a), defaultColour(b)), `${a} ${b}`).toBeNull();
    }
  });

  it('are mixed up when they are the same, nearly when only the form differs', () => {
    expect(resemblance({ hue: 3, form: 'solid' }, { hue: 3, form: 'solid' })).toEqual({ kind: 'same' });
    expect(resemblance({ hue: 3, form: 'solid' }, { hue: 3, form: 'dashed' })).toEqual({ kind: 'form' });
  });

  it('of one form are told by whom they are mixed up; another form mends it', () => {
    const close = resemblance({ hue: 2, form: 'solid' }, { hue: 4, form: 'solid' });
    expect(close).toMatchObject({ kind: 'close', sights: ['protan'] });
    expect(close?.kind === 'close' && close.distance).toBeLessThan(HARD_TO_TELL);
    expect(resemblance({ hue: 2, form: 'solid' }, { hue: 4, form: 'hollow' })).toBeNull();
  });

  it('say the same both ways, and are never close to normal eyes', () => {
    for (const form of FORMS) {
      for (let a = 1; a <= 10; a++) {
        for (let b = 1; b < a; b++) {
          expect(resemblance({ hue: a, form }, { hue: b, form })).toEqual(resemblance({ hue: b, form }, { hue: a, form }));
          expect(hueDistance(a, b, 'normal')).toBeGreaterThan(15);
        }
      }
    }
  });
});
