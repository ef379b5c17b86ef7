// The colours of charts, by name. Marks always say `var(--…)`: the window brings the variables in light and dark, a report or a
// saved picture carries `chartStyle` itself, which is always the light palette. Colour belongs to themes, red to the focus.

import type { Colour } from '../domain/code.ts';
import { css, type MarkupElement } from '../domain/markup.ts';

export const INK = {
  read: 'var(--tx-1)',
  support: 'var(--tx-2)',
  label: 'var(--tx-3)',
  hairline: 'var(--ln-1)',
  edge: 'var(--ln-2)',
  mark: 'var(--mark)',
  markOff: 'var(--mark-off)',
  thread: 'var(--thread)',
  paper: 'var(--bg-paper)',
} as const;

/** The steps of the heat scale: 0 is zero, 1 to 6 are shares of the largest number. */
export const HEAT_STEPS = 7;
const TEXT_FLIPS_AT = 4;

export function themeColour(colour: Colour): string {
  return `var(--t${colour.hue})`;
}

export function heatFill(step: number): string {
  return `var(--q${step})`;
}

/** The colour of a number on a heat step: zero is grey, light steps are dark on light, from step 4 the other way round. */
export function heatText(step: number): string {
  if (step === 0) return INK.label;
  return step < TEXT_FLIPS_AT ? 'var(--q-tx-low)' : 'var(--q-tx-high)';
}

/** The light values of every variable that charts use, as in the window's tokens. */
export const LIGHT_PALETTE: Readonly<Record<string, string>> = {
  '--bg-paper': '#FBFBFA',
  '--tx-1': '#1B1D20',
  '--tx-2': '#45494F',
  '--tx-3': '#5C6168',
  '--ln-1': '#E3E5E8',
  '--ln-2': '#CFD3D8',
  '--ln-3': '#81868E',
  '--thread': '#BE1530',
  '--mark': '#3F4A58',
  '--mark-off': '#A9B0B9',
  '--t1': '#623107',
  '--t2': '#918740',
  '--t3': '#5C6947',
  '--t4': '#219672',
  '--t5': '#3B6E6B',
  '--t6': '#1C4559',
  '--t7': '#6776D1',
  '--t8': '#6E3996',
  '--t9': '#B65A93',
  '--t10': '#493D37',
  '--q0': '#F1F3F6',
  '--q1': '#DDE4EC',
  '--q2': '#C3D0DE',
  '--q3': '#A3B6CB',
  '--q4': '#56759A',
  '--q5': '#365478',
  '--q6': '#1E3653',
  '--q-tx-low': '#1B1D20',
  '--q-tx-high': '#FFFFFF',
};

export const CHART_FONT = 'var(--ui)';
const FONT_STACK =
  '"Inter Variable", Inter, "Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, Roboto, "Liberation Sans", Arial, sans-serif';

/** Style rules for a page or file that shows charts and has no tokens of its own. */
export function chartStyle(): string {
  const variables = Object.entries(LIGHT_PALETTE).map(([name, value]) => `${name}:${value}`);
  return `:root{${variables.join(';')};--ui:${FONT_STACK}}.chart{font-variant-numeric:tabular-nums lining-nums}`;
}

/** A chart that can stand alone as a file: it carries its colours and the paper it is drawn on. */
export function selfContained(chart: MarkupElement): MarkupElement {
  return { ...chart, children: [css(`${chartStyle()}svg{background:${LIGHT_PALETTE['--bg-paper']}}`), ...chart.children] };
}
