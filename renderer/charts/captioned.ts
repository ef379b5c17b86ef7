// A chart as it goes out of the window: with its title and the sentence that says what was counted. Pure.

import { INK } from '../../src/charts/colours.ts';
import { type TextStyle, textWidth, wrapText } from '../../src/charts/text-width.ts';
import { type MarkupElement, svg } from '../../src/domain/markup.ts';

const MARGIN = 16;
const TITLE: TextStyle = { size: 17, weight: 600 };
const SENTENCE: TextStyle = { size: 13, weight: 400 };
const TITLE_LINE = 26;
const LINE = 19;
const NARROWEST = 480;
const MOST_LINES = 8;

export type Caption = { readonly title: string; readonly sentence: string };

/** The chart with room around it and the caption above; at least as wide as the title. */
export function withCaption(chart: MarkupElement, { title, sentence }: Caption): MarkupElement {
  const inner = Math.ceil(Math.max(NARROWEST, textWidth(title, TITLE), Number(chart.attrs.width ?? 0)));
  const lines = wrapText(sentence, inner, SENTENCE, MOST_LINES);
  const top = MARGIN + TITLE_LINE + lines.length * LINE + MARGIN;
  const width = inner + 2 * MARGIN;
  const height = top + Number(chart.attrs.height ?? 0) + MARGIN;
  const text = (line: string, y: number, { size, weight }: TextStyle, fill: string) =>
    svg('text', { x: MARGIN, y, 'font-size': size, 'font-weight': weight, fill }, line);
  return {
    ...chart,
    attrs: { ...chart.attrs, width, height, viewBox: `0 0 ${width} ${height}` },
    children: [
      text(title, MARGIN + TITLE.size, TITLE, INK.read),
      ...lines.map((line, at) => text(line, MARGIN + TITLE_LINE + at * LINE + SENTENCE.size, SENTENCE, INK.support)),
      svg('g', { transform: `translate(${MARGIN} ${top})` }, ...chart.children),
    ],
  };
}
