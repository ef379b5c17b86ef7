// How far apart two colours are to the eye, also of people who are colour-blind, and how a colour stands out from what it is on.
// A theme's look is its hue and its form; this says which themes of a codebook are hard to tell apart.
// Formulas: CIEDE2000 (Sharma, Wu and Dalal, 2005); colour-blindness as Machado, Oliveira and Fernandes (2009) at full severity;
// contrast as WCAG 2.2. Colours are `#rrggbb` in sRGB.

import type { Colour } from '../domain/code.ts';

export const SIGHTS = ['normal', 'protan', 'deutan', 'tritan'] as const;
export type Sight = (typeof SIGHTS)[number];

type Triple = readonly [number, number, number];
export type Lab = Triple;

/** The hues 1 to 10 as the window shows them; a test keeps them equal to its tokens. */
export const THEME_HUES = {
  light: ['#623107', '#918740', '#5c6947', '#219672', '#3b6e6b', '#1c4559', '#6776d1', '#6e3996', '#b65a93', '#493d37'],
  dark: ['#dba048', '#8b702d', '#d2e59f', '#41bb91', '#3d7b73', '#c0dffa', '#8899ed', '#8564ae', '#b79bb6', '#e6d7cf'],
} as const;
const PAPER = { light: '#fbfbfa', dark: '#1b1c1f' } as const;

/** Below this ΔE2000, thin marks of one form are mixed up. Ours are all further apart to normal eyes; some are not to colour-blind ones. */
export const HARD_TO_TELL = 12;
/** What a mark needs beside its background (WCAG 1.4.11). */
export const ENOUGH_CONTRAST = 3;

/** How a look resembles another: `same` in all, `form` only in hue, or close in hue with the same form, to these sights. */
export type Resemblance =
  | { readonly kind: 'same' | 'form' }
  | { readonly kind: 'close'; readonly sights: readonly Sight[]; readonly distance: number };

/** Null when two looks are easy to tell apart, in light and in dark, to every sight. */
export function resemblance(a: Colour, b: Colour): Resemblance | null {
  if (a.hue === b.hue) return { kind: a.form === b.form ? 'same' : 'form' };
  if (a.form !== b.form) return null;
  const distances = SIGHTS.map((sight) => ({ sight, distance: hueDistance(a.hue, b.hue, sight) }));
  const close = distances.filter(({ distance }) => distance < HARD_TO_TELL);
  if (close.length === 0) return null;
  return { kind: 'close', sights: close.map(({ sight }) => sight), distance: Math.min(...close.map((each) => each.distance)) };
}

/** The smallest ΔE2000 between two hues, over the light and the dark window. */
export function hueDistance(a: number, b: number, sight: Sight): number {
  return Math.min(
    ...([THEME_HUES.light, THEME_HUES.dark] as const).map((hues) =>
      distance(seenLab(hues[a - 1] ?? '#000000', sight), seenLab(hues[b - 1] ?? '#000000', sight)),
    ),
  );
}

/** The smallest contrast of a hue with the paper it is on, over the light and the dark window. */
export function hueContrast(hue: number): number {
  return Math.min(
    contrast(THEME_HUES.light[hue - 1] ?? '#000000', PAPER.light),
    contrast(THEME_HUES.dark[hue - 1] ?? '#000000', PAPER.dark),
  );
}

/** WCAG contrast ratio, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** The colour as a sight sees it, in CIELAB (D65). */
export function seenLab(colour: string, sight: Sight): Lab {
  return toLab(seen(toLinear(colour), sight));
}

/** ΔE2000 between two colours in CIELAB; about 1 is just noticeable. */
export function distance([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanChroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const stretch = 1 + 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + 25 ** 7)));
  const [x1, x2] = [a1 * stretch, a2 * stretch];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [hueAngle(x1, b1), hueAngle(x2, b2)];
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const [dl, dc, dh] = [l2 - l1, c2 - c1, 2 * Math.sqrt(c1 * c2) * sin(turn / 2)];
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const h = meanHue(h1, h2, grey);
  const t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * sin(60 * Math.exp(-(((h - 275) / 25) ** 2)));
  return Math.sqrt(Math.max(0, (dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rt * (dc / sc) * (dh / sh)));
}

function hueAngle(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

function meanHue(h1: number, h2: number, grey: boolean): number {
  if (grey) return h1 + h2;
  const mean = (h1 + h2) / 2;
  if (Math.abs(h1 - h2) <= 180) return mean;
  return mean < 180 ? mean + 180 : mean - 180;
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180);
}

function cos(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}

const SEEING: Readonly<Record<Sight, readonly [Triple, Triple, Triple]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(linear: Triple, sight: Sight): Triple {
  const [r, g, b] = SEEING[sight].map((row) => Math.min(1, Math.max(0, dot(row, linear))));
  return [r ?? 0, g ?? 0, b ?? 0];
}

function toLinear(colour: string): Triple {
  const channel = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function toLab(linear: Triple): Lab {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], linear) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], linear));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], linear) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function luminance(colour: string): number {
  return dot([0.2126, 0.7152, 0.0722], toLinear(colour));
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
