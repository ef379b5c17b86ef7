// What charts share: how a code and a group are named and coloured, the theme mark, and a label that fits its place.

import type { Colour } from '../domain/code.ts';
import { type Attributes, type MarkupElement, svg } from '../domain/markup.ts';
import { CHART_FONT, themeColour } from './colours.ts';
import { fitText, type TextStyle } from './text-width.ts';

/** `app`: marks are buttons, one of them in the tab order. `report`: a still picture with the same names. */
export type ChartMode = 'app' | 'report';

/** A code in a chart. `path` is what analysis calls it, `label` what is written, `name` what is read aloud (else the label). */
export type ChartCode = {
  readonly path: string;
  readonly label: string;
  readonly name?: string;
  readonly colour: Colour;
  readonly depth: number;
};

/** A group of interviews. `name` is what analysis calls it; `of` is in the rows of the analysis. */
export type ChartGroup = { readonly name: string; readonly label: string; readonly n: number };

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** From one line of a label to the next. */
export const LINE = 15;

export const SWATCH = { width: 5, height: 14 } as const;

export function spokenName(code: ChartCode): string {
  return code.name ?? code.label;
}

/** The mark of a theme: its colour, and its form for who can't tell colours apart. `x`, `y`: left top in px. */
export function themeMark(colour: Colour, x: number, y: number): MarkupElement {
  const paint = themeColour(colour);
  const { width, height } = SWATCH;
  switch (colour.form) {
    case 'solid':
      return svg('rect', { x, y, width, height, rx: 1, fill: paint });
    case 'hollow':
      return svg('rect', {
        x: x + 0.75,
        y: y + 0.75,
        width: width - 1.5,
        height: height - 1.5,
        rx: 0.5,
        fill: 'none',
        stroke: paint,
        'stroke-width': 1.5,
      });
    case 'dashed':
      return svg('path', {
        d: `M${x} ${y}h${width}v4h-${width}zm0 5h${width}v4h-${width}zm0 5h${width}v4h-${width}z`,
        fill: paint,
      });
  }
}

/** A text of at most `width` px; what is cut off is in its title. `x`, `y`: the start of its base line. */
export function fittedLabel(text: string, width: number, style: TextStyle, x: number, y: number, fill: string): MarkupElement {
  return wrappedLabel([fitText(text, width, style)], text, style, x, y, fill);
}

/** Lines of a text (see `wrapText`) below each other, the last on base line `y`. */
export function wrappedLabel(
  lines: readonly string[],
  text: string,
  style: TextStyle,
  x: number,
  y: number,
  fill: string,
): MarkupElement {
  const isCut = lines.at(-1)?.endsWith('…') === true && !text.endsWith('…');
  const [only, ...more] = lines;
  const first = y - (lines.length - 1) * LINE;
  return svg(
    'text',
    { x, y: first, 'font-size': style.size, 'font-weight': style.weight, fill },
    isCut && svg('title', null, text),
    more.length === 0
      ? only
      : lines.map((line, at) => svg('tspan', { x, y: first + at * LINE }, at < more.length ? `${line} ` : line)),
  );
}

/** The `svg` element around a chart of `width` × `height` px. */
export function chartFrame(
  kind: string,
  mode: ChartMode,
  title: string,
  width: number,
  height: number,
  ...children: readonly (MarkupElement | false)[]
): MarkupElement {
  const attrs = {
    class: `chart ${kind}`,
    viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
    width: Math.ceil(width),
    height: Math.ceil(height),
    role: mode === 'app' ? 'group' : 'img',
    'aria-label': title,
    'font-family': CHART_FONT,
  };
  return svg('svg', attrs, ...children);
}

/** What makes a mark reachable and readable: in the app a button (only `inTabOrder` is a tab stop), in a report an image. */
export function markAttributes(mode: ChartMode, name: string, focused: boolean, inTabOrder: boolean): Attributes {
  if (mode === 'report') return { class: 'mark', role: 'img', 'aria-label': name };
  return { class: 'mark', role: 'button', tabindex: inTabOrder ? 0 : -1, 'aria-pressed': String(focused), 'aria-label': name };
}

/** In a report, which has no panel beside it, hovering a mark says its name. */
export function hoverTitle(mode: ChartMode, name: string): MarkupElement | false {
  return mode === 'report' && svg('title', null, name);
}
