// Co-occurrence as a heat map: a lower triangle with a number in every cell and the names on the stairs, so no text is turned.
// Small ones, one per group, show the same codes in the same order on the same colour scale.

import { type MarkupElement, svg } from '../domain/markup.ts';
import { heatFill, heatText, INK } from './colours.ts';
import {
  CELL_GAP,
  type HeatmapInput,
  type HeatmapLayout,
  type HeatmapMark,
  type HeatmapOptions,
  heatmapCells,
  layOutHeatmap,
  placeCells,
} from './heatmap-marks.ts';
import { chartFrame, fittedLabel, hoverTitle, markAttributes, SWATCH, themeMark } from './parts.ts';

export type HeatmapChart = {
  readonly layout: HeatmapLayout;
  readonly marks: readonly HeatmapMark[];
  readonly svg: MarkupElement;
};
export type MiniHeatmap = { readonly marks: readonly HeatmapMark[]; readonly svg: MarkupElement };

// Room at the edge for the ring of a focused cell.
const EDGE = 4;

/**
 * Codes in the order given (see `similarityOrder`). In the app every cell is a `g.mark` button with `data-a`, `data-b` and
 * `data-group`; on the stairs a and b are the same code.
 */
export function heatmapChart(input: HeatmapInput, options: HeatmapOptions): HeatmapChart {
  const cells = heatmapCells(input, options);
  const layout = layOutHeatmap(input.codes, cells, options.width - 2 * EDGE);
  const marks = placeCells(cells, layout.pitch, CELL_GAP);
  const tabStop = marks.find((mark) => mark.focused) ?? marks[0];
  const drawn = svg(
    'g',
    { transform: `translate(${EDGE} ${EDGE})` },
    svg('g', { class: 'labels', 'aria-hidden': 'true' }, ...drawLabels(layout)),
    ...marks.map((mark) => drawCell(mark, input.group, layout.numberSize, options, mark === tabStop)),
    ...marks.filter((mark) => mark.focused).map(drawRing),
  );
  const { width, height } = layout;
  return {
    layout,
    marks,
    svg: chartFrame('heatmap', options.mode, options.labels.title, width + 2 * EDGE, height + 2 * EDGE, drawn),
  };
}

/** The same triangle in `options.width` px without numbers; one image with a name, as the large one tells them all. */
export function miniHeatmap(input: HeatmapInput, options: Omit<HeatmapOptions, 'mode'>): MiniHeatmap {
  const pitch = Math.min(9, (options.width - EDGE) / Math.max(1, input.codes.length));
  const marks = placeCells(heatmapCells(input, options), pitch, Math.min(1, pitch / 5));
  const side = pitch * input.codes.length + EDGE;
  const drawn = svg(
    'g',
    { transform: `translate(${EDGE / 2} ${EDGE / 2})` },
    ...marks.map((mark) => drawMiniCell(mark, input.group)),
    ...marks.filter((mark) => mark.focused).map(drawMiniRing),
  );
  return { marks, svg: chartFrame('mini-heatmap', 'report', options.labels.title, side, side, drawn) };
}

function drawLabels({ labels, label }: HeatmapLayout): MarkupElement[] {
  return labels.flatMap(({ code, x, middle, width }) => [
    themeMark(code.colour, x, middle - SWATCH.height / 2),
    fittedLabel(code.label, width, label, x + SWATCH.width + 8, middle + label.size * 0.36, INK.read),
  ]);
}

function drawCell(
  mark: HeatmapMark,
  group: string,
  numberSize: number,
  options: HeatmapOptions,
  inTabOrder: boolean,
): MarkupElement {
  const middle = { x: mark.x + mark.size / 2, y: mark.y + mark.size / 2 };
  const strong = mark.kind === 'own' || mark.step === 6;
  return svg(
    'g',
    {
      ...markAttributes(options.mode, mark.name, mark.focused, inTabOrder),
      'data-a': mark.a,
      'data-b': mark.b,
      'data-group': group,
    },
    hoverTitle(options.mode, mark.name),
    drawGround(mark),
    svg(
      'text',
      {
        x: middle.x,
        y: middle.y + numberSize * 0.36,
        'text-anchor': 'middle',
        'font-size': numberSize,
        'font-weight': strong && 600,
        fill: mark.kind === 'own' ? INK.support : heatText(mark.step),
      },
      mark.text,
    ),
  );
}

function drawGround({ kind, step, x, y, size }: HeatmapMark): MarkupElement {
  const square = { class: 'hit', x, y, width: size, height: size, rx: 2 };
  switch (kind) {
    case 'pair':
      return svg('rect', { ...square, fill: heatFill(step) });
    case 'own':
      return svg('rect', {
        class: 'hit',
        x: x + 0.5,
        y: y + 0.5,
        width: size - 1,
        height: size - 1,
        rx: 2,
        fill: 'transparent',
        stroke: INK.edge,
      });
    case 'unused':
      return svg('rect', { ...square, fill: 'transparent' });
  }
}

function drawRing({ x, y, size }: HeatmapMark): MarkupElement {
  const ring = (out: number, paint: string) =>
    svg('rect', {
      x: x - out,
      y: y - out,
      width: size + 2 * out,
      height: size + 2 * out,
      rx: 2 + out,
      fill: 'none',
      stroke: paint,
      'stroke-width': 2,
    });
  return svg('g', { class: 'ring', 'aria-hidden': 'true', 'pointer-events': 'none' }, ring(1, INK.paper), ring(3, INK.thread));
}

function drawMiniCell(mark: HeatmapMark, group: string): MarkupElement {
  const { x, y, size } = mark;
  const data = { 'data-a': mark.a, 'data-b': mark.b, 'data-group': group };
  const title = svg('title', null, mark.name);
  if (mark.kind === 'unused') {
    const [left, top, arm] = [x + size * 0.3, y + size * 0.3, size * 0.4].map((value) => Math.round(value * 100) / 100);
    return svg(
      'path',
      { ...data, d: `M${left} ${top}l${arm} ${arm}m0 -${arm}l-${arm} ${arm}`, stroke: INK.label, fill: 'none' },
      title,
    );
  }
  return svg(
    'rect',
    { ...data, x, y, width: size, height: size, fill: mark.kind === 'own' ? INK.edge : heatFill(mark.step) },
    title,
  );
}

function drawMiniRing({ x, y, size }: HeatmapMark): MarkupElement {
  return svg('rect', {
    class: 'ring',
    x: x - 0.75,
    y: y - 0.75,
    width: size + 1.5,
    height: size + 1.5,
    fill: 'none',
    stroke: INK.thread,
    'stroke-width': 1.5,
  });
}
