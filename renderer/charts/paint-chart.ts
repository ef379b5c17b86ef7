// Paints a chart on a canvas, in the light palette. It knows the few shapes that our charts are made of; a browser's own way, an
// image of the SVG, would need a looser content policy.

import { LIGHT_PALETTE } from '../../src/charts/colours.ts';
import type { MarkupElement, MarkupNode } from '../../src/domain/markup.ts';

type Ink = {
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly size: number;
  readonly weight: string;
  readonly anchor: CanvasTextAlign;
};
type Pen = CanvasRenderingContext2D;

const FIRST: Ink = { fill: '#000', stroke: 'none', strokeWidth: 1, size: 12, weight: '400', anchor: 'left' };
const FONT = '"Inter Variable", Inter, "Segoe UI", system-ui, "Liberation Sans", Arial, sans-serif';
const ANCHORS: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };

export function paintChart(pen: Pen, chart: MarkupElement, width: number, height: number): void {
  pen.fillStyle = LIGHT_PALETTE['--bg-paper'] ?? '#FFF';
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'alphabetic';
  for (const child of chart.children) paint(pen, child, inkOf(chart, FIRST));
}

function paint(pen: Pen, node: MarkupNode, above: Ink): void {
  if (typeof node === 'string' || 'css' in node || node.tag === 'title') return;
  const ink = inkOf(node, above);
  pen.save();
  translate(pen, node);
  if (node.tag === 'text') paintText(pen, node, ink);
  else {
    const outline = outlineOf(node);
    if (outline) paintOutline(pen, outline, ink);
    for (const child of node.children) paint(pen, child, ink);
  }
  pen.restore();
}

function outlineOf(node: MarkupElement): Path2D | null {
  const at = (name: string) => number(node, name, 0);
  const path = new Path2D();
  switch (node.tag) {
    case 'rect':
      path.roundRect(at('x'), at('y'), at('width'), at('height'), at('rx'));
      return path;
    case 'circle':
      path.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI);
      return path;
    case 'line':
      path.moveTo(at('x1'), at('y1'));
      path.lineTo(at('x2'), at('y2'));
      return path;
    case 'path':
      return new Path2D(String(node.attrs.d ?? ''));
    default:
      return null;
  }
}

function paintOutline(pen: Pen, outline: Path2D, ink: Ink): void {
  if (isVisible(ink.fill)) {
    pen.fillStyle = ink.fill;
    pen.fill(outline);
  }
  if (isVisible(ink.stroke)) {
    pen.strokeStyle = ink.stroke;
    pen.lineWidth = ink.strokeWidth;
    pen.stroke(outline);
  }
}

/** A text and its spans in one line; a span with a place of its own begins there. */
function paintText(pen: Pen, node: MarkupElement, ink: Ink): void {
  const runs = node.children.flatMap((child) => runsOf(child, ink));
  const y = number(node, 'y', 0);
  const whole = runs.reduce((sum, run) => sum + widthOf(pen, run), 0);
  let x = number(node, 'x', 0) - (ink.anchor === 'center' ? whole / 2 : ink.anchor === 'right' ? whole : 0);
  let line = y;
  for (const run of runs) {
    x = run.x ?? x;
    line = run.y ?? line + run.dy;
    pen.font = `${run.ink.weight} ${run.ink.size}px ${FONT}`;
    pen.fillStyle = run.ink.fill;
    pen.fillText(run.text, x, line);
    x += pen.measureText(run.text).width;
  }
}

type Run = {
  readonly text: string;
  readonly ink: Ink;
  readonly x: number | null;
  readonly y: number | null;
  readonly dy: number;
};

function runsOf(node: MarkupNode, ink: Ink): Run[] {
  if (typeof node === 'string') return [{ text: node, ink, x: null, y: null, dy: 0 }];
  if ('css' in node || node.tag !== 'tspan') return [];
  const own = inkOf(node, ink);
  const place = (name: string) => (node.attrs[name] === undefined ? null : number(node, name, 0));
  return node.children
    .flatMap((child) => runsOf(child, own))
    .map((run, at) => (at === 0 ? { ...run, x: place('x'), y: place('y'), dy: number(node, 'dy', 0) } : run));
}

function widthOf(pen: Pen, { text, ink }: Run): number {
  pen.font = `${ink.weight} ${ink.size}px ${FONT}`;
  return pen.measureText(text).width;
}

function inkOf(node: MarkupElement, above: Ink): Ink {
  const text = (name: string) => (node.attrs[name] === undefined ? undefined : String(node.attrs[name]));
  return {
    fill: colour(text('fill')) ?? above.fill,
    stroke: colour(text('stroke')) ?? above.stroke,
    strokeWidth: number(node, 'stroke-width', above.strokeWidth),
    size: number(node, 'font-size', above.size),
    weight: text('font-weight') ?? above.weight,
    anchor: ANCHORS[text('text-anchor') ?? ''] ?? above.anchor,
  };
}

/** A variable of the look as its light value. */
function colour(text: string | undefined): string | undefined {
  const name = /^var\((--[\w-]+)\)$/.exec(text ?? '')?.[1];
  return name ? (LIGHT_PALETTE[name] ?? '#000') : text;
}

function isVisible(paint: string): boolean {
  return paint !== 'none' && paint !== 'transparent';
}

function translate(pen: Pen, node: MarkupElement): void {
  const match = /^translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)$/.exec(String(node.attrs.transform ?? ''));
  if (match) pen.translate(Number(match[1]), Number(match[2]));
}

function number(node: MarkupElement, name: string, otherwise: number): number {
  const value = Number.parseFloat(String(node.attrs[name] ?? ''));
  return Number.isFinite(value) ? value : otherwise;
}
