// A chart as a file of its own: SVG as text, PNG as bytes. No HTML is parsed on the way and nothing is loaded.

import { selfContained } from '../../src/charts/colours.ts';
import type { MarkupElement, MarkupNode } from '../../src/domain/markup.ts';
import { paintChart } from './paint-chart.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** Pixels per unit: sharp on paper and on a projector. */
const SCALE = 3;

export const SVG_TYPE = 'image/svg+xml';
export const PNG_TYPE = 'image/png';

export function toSvgText(chart: MarkupElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(build(selfContained(chart)))}`;
}

export async function toPng(chart: MarkupElement): Promise<Blob> {
  const width = Number(chart.attrs.width ?? 0);
  const height = Number(chart.attrs.height ?? 0);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser can not draw the picture.');
  context.scale(SCALE, SCALE);
  paintChart(context, chart, width, height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('The picture is too large.'))), PNG_TYPE),
  );
}

function build(node: MarkupElement): Element {
  const element = document.createElementNS(SVG, node.tag);
  for (const [name, value] of Object.entries(node.attrs)) element.setAttribute(name, String(value));
  for (const child of node.children) element.append(buildChild(child));
  return element;
}

function buildChild(node: MarkupNode): Node | string {
  if (typeof node === 'string') return node;
  if (!('css' in node)) return build(node);
  const style = document.createElementNS(SVG, 'style');
  style.textContent = node.css;
  return style;
}
