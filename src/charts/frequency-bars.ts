// Theme frequency by group: how many of the conversations a code occurs in, one cell per conversation. The same drawing stands in
// the window and in the report.

import { type MarkupElement, svg } from '../domain/markup.ts';
import { INK } from './colours.ts';
import { type FrequencyData, type FrequencyInput, toFrequencyData } from './frequency-data.ts';
import {
  BAR_HEIGHT,
  FREQUENCY_STYLE,
  type FrequencyBand,
  type FrequencyLayout,
  type FrequencyMark,
  type FrequencyOptions,
  type FrequencyShape,
  frequencyMarks,
  GROUP_STYLE,
  HEADER,
  INDENT,
  KEY_HEIGHT,
  labelStart,
  labelStyle,
  layOutFrequency,
  SIZE_STYLE,
  showsKey,
} from './frequency-marks.ts';
import { chartFrame, fittedLabel, hoverTitle, LINE, markAttributes, SWATCH, themeMark, wrappedLabel } from './parts.ts';
import { textWidth } from './text-width.ts';

export type FrequencyChart = {
  readonly data: FrequencyData;
  readonly layout: FrequencyLayout;
  readonly marks: readonly FrequencyMark[];
  readonly svg: MarkupElement;
};

/**
 * Rows and groups in the order given. In the app every mark is a `g.mark` button with `data-code` and `data-group`; the focused
 * one is red. Grows higher, not wider, when the groups don't fit in `options.width` px.
 */
export function frequencyChart(input: FrequencyInput, options: FrequencyOptions): FrequencyChart {
  const data = toFrequencyData(input, options.unit);
  const layout = layOutFrequency(input.rows, input.groups, data, options);
  const marks = frequencyMarks(data, layout, options);
  const tabStop = marks.find((mark) => mark.focused) ?? marks[0];
  const drawn = chartFrame(
    'frequency',
    options.mode,
    options.labels.title,
    layout.width,
    layout.height,
    svg('g', { class: 'labels', 'aria-hidden': 'true' }, ...layout.bands.map((band) => drawBand(band, layout, options))),
    ...marks.map((mark) => drawMark(mark, options, mark === tabStop)),
    showsKey(data, options) && drawKey(layout, options),
  );
  return { data, layout, marks, svg: drawn };
}

function drawBand(band: FrequencyBand, layout: FrequencyLayout, options: FrequencyOptions): MarkupElement {
  const top = band.top + layout.header;
  const right = Math.ceil(layout.width);
  const hairlines = [...layout.rows, null].map((_, at) => `M0 ${top + at * layout.row + 0.5}H${right}`).join('');
  return svg(
    'g',
    null,
    svg('path', { d: hairlines, stroke: INK.hairline, fill: 'none' }),
    band.columns.map(({ group, x, width, lines }) => [
      wrappedLabel(lines, group.label, GROUP_STYLE, x, top - HEADER.label, INK.read),
      fittedLabel(options.labels.groupSize(group.n), width - 10, SIZE_STYLE, x, top - HEADER.size, INK.label),
    ]),
    layout.rows.map(({ code, lines }, at) => {
      const middle = top + (at + 0.5) * layout.row;
      const style = labelStyle(options.mode, code.depth);
      const lowest = middle + style.size * 0.36 + ((lines.length - 1) * LINE) / 2;
      return [
        themeMark(code.colour, code.depth * INDENT, middle - SWATCH.height / 2),
        wrappedLabel(lines, code.label, style, labelStart(code.depth), lowest, INK.read),
      ];
    }),
  );
}

function drawMark(mark: FrequencyMark, options: FrequencyOptions, inTabOrder: boolean): MarkupElement {
  const style = FREQUENCY_STYLE[options.mode];
  const strong = { 'font-size': style.number, 'font-weight': 600, fill: mark.focused ? INK.thread : INK.read };
  return svg(
    'g',
    { ...markAttributes(options.mode, mark.name, mark.focused, inTabOrder), 'data-code': mark.code, 'data-group': mark.group },
    hoverTitle(options.mode, mark.name),
    svg('rect', { class: 'hit', ...mark.box, fill: 'transparent' }),
    ...drawShape(mark.shape, mark.middle, mark.focused ? INK.thread : INK.mark),
    svg(
      'text',
      { x: mark.textX, y: mark.middle + style.number * 0.36, 'font-size': style.rest, fill: INK.support },
      svg('tspan', strong, mark.number),
      mark.rest,
    ),
  );
}

function drawShape(shape: FrequencyShape, middle: number, paint: string): MarkupElement[] {
  const y = middle - BAR_HEIGHT / 2;
  if (shape.kind === 'tally')
    return shape.cells.map((cell) => (cell.on ? filled(cell.x, y, cell.width, paint) : outline(cell.x, y, cell.width)));
  const bar = filled(shape.x, y, shape.width, paint);
  if (shape.framed) return [outline(shape.x, y, shape.full), bar];
  // On the shared scale there is no whole to frame: a foot shows where zero is.
  return [
    svg('path', { class: 'foot', d: `M${round(shape.x - 0.5)} ${y - 2}v${BAR_HEIGHT + 4}`, stroke: INK.markOff, fill: 'none' }),
    bar,
  ];
}

function filled(x: number, y: number, width: number, paint: string): MarkupElement {
  return svg('rect', { class: 'on', x, y, width, height: BAR_HEIGHT, fill: paint });
}

function outline(x: number, y: number, width: number): MarkupElement {
  return svg('rect', {
    class: 'off',
    x: x + 0.5,
    y: y + 0.5,
    width: Math.max(0, width - 1),
    height: BAR_HEIGHT - 1,
    fill: 'none',
    stroke: INK.markOff,
  });
}

/** One line in words under the strips: what filled and empty mean. */
function drawKey(layout: FrequencyLayout, { labels }: FrequencyOptions): MarkupElement {
  const { on, off } = labels.key ?? { on: '', off: '' };
  const middle = layout.height - KEY_HEIGHT / 2 + 4;
  const second = layout.labelWidth + 15 + textWidth(on, SIZE_STYLE) + 20;
  const text = { y: middle + 4, 'font-size': 12, fill: INK.label };
  return svg(
    'g',
    { class: 'key', 'aria-hidden': 'true' },
    filled(layout.labelWidth, middle - BAR_HEIGHT / 2, 9, INK.mark),
    svg('text', { x: layout.labelWidth + 15, ...text }, on),
    outline(second, middle - BAR_HEIGHT / 2, 9),
    svg('text', { x: second + 15, ...text }, off),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
