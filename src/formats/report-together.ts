// The page of the theme report that says which themes go together: the heat maps of the window, drawn on paper, and the strongest
// pairs as a table.

import { heatmapChart, miniHeatmap } from '../charts/cooccurrence-heatmap.ts';
import { type HeatmapInput, type HeatmapLabels, heatmapMax } from '../charts/heatmap-marks.ts';
import type { CooccurrencePair } from '../domain/analysis.ts';
import { h, type MarkupElement } from '../domain/markup.ts';
import { ALL, toChartCode } from './report-charts.ts';
import { pairsByInterviews, type Report } from './report-numbers.ts';
import { page } from './report-sections.ts';
import { strong } from './report-voice.ts';

const MAP_WIDTH = 540;
const MINI_WIDTH = 96;
const STRONGEST = 10;

export function togetherPage(report: Report): MarkupElement {
  const { data, voice } = report;
  const { words } = voice;
  const heading = h('h2', { class: 'big' }, words.together);
  if (data.cooccurrence.all.pairs.length === 0)
    return page('together', words.together, heading, h('p', { class: 'sub' }, words.togetherNone));
  return page(
    'together',
    words.together,
    heading,
    h('p', { class: 'sub' }, words.togetherRule[data.cooccurrence.rule], '. ', words.togetherStair),
    h('figure', null, heatmap(report)),
    data.groups.length > 1 &&
      h(
        'section',
        { class: 'minis' },
        h('h3', null, words.perGroup(words.by(data.by))),
        h('div', null, minis(report)),
        h('p', { class: 'fn' }, words.oneScale),
      ),
    pairTable(report),
  );
}

function heatmap(report: Report): MarkupElement {
  const { all } = report.data.cooccurrence;
  const options = {
    measure: 'interviews',
    width: MAP_WIDTH,
    mode: 'report',
    max: largest(report),
    labels: heatLabels(report, report.voice.words.together),
  } as const;
  return heatmapChart(heatInput(report, undefined, all.pairs), options).svg;
}

function minis(report: Report): MarkupElement[] {
  return report.data.cooccurrence.groups.map(({ group, interviews, pairs }) =>
    h(
      'figure',
      null,
      miniHeatmap(heatInput(report, group, pairs), {
        measure: 'interviews',
        width: MINI_WIDTH,
        max: largest(report),
        labels: heatLabels(report, report.groupLabel(group)),
      }).svg,
      h('figcaption', null, report.groupLabel(group), h('small', null, report.voice.interviews(interviews))),
    ),
  );
}

/** One scale for all maps. */
function largest({ data }: Report): number {
  return heatmapMax([data.cooccurrence.all, ...data.cooccurrence.groups], 'interviews');
}

function heatInput(
  { data, raised, counts }: Report,
  group: string | undefined,
  pairs: readonly CooccurrencePair[],
): HeatmapInput {
  const place = new Map((data.cooccurrence.order ?? []).map((path, at) => [path, at]));
  const last = place.size;
  const codes = raised
    .toSorted((a, b) => (place.get(a.path) ?? last) - (place.get(b.path) ?? last))
    .map((theme) => ({ ...toChartCode(theme), interviews: counts(theme.path, group).interviews }));
  return { group: group ?? ALL, codes, pairs };
}

function heatLabels({ voice }: Report, title: string): HeatmapLabels {
  const { words, n } = voice;
  return {
    title,
    count: n,
    pair: (a, b, value) => words.heatPair(a, b, voice.interviews(value)),
    own: (code, value) => `${code}: ${voice.interviews(value)}`,
    unused: (a, b, codes) => words.heatUnused(a, b, words.list(codes).join('')),
  };
}

function pairTable(report: Report): MarkupElement[] {
  const { data, voice, label } = report;
  const { words, n, decimal } = voice;
  const pairs = pairsByInterviews(report);
  const shown = pairs.slice(0, STRONGEST);
  const head = [words.placesTogether, words.pairInterviews, words.c, words.jaccard];
  const cOf = ({ c }: CooccurrencePair) => (c > 1 ? [decimal(c), h('small', null, words.outOfRange)] : [decimal(c)]);
  return [
    h('h3', null, words.strongest),
    shown.length < pairs.length && h('p', { class: 'sub' }, words.strongestSub(n(shown.length), n(pairs.length))),
    h(
      'table',
      { class: 'numbers pairs' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          h('th', { scope: 'col' }, words.pair),
          head.map((text) => h('th', { scope: 'col', class: 'num' }, text)),
        ),
      ),
      h(
        'tbody',
        null,
        shown.map((pair) =>
          h(
            'tr',
            null,
            h('th', { scope: 'row' }, words.list([label(pair.a), label(pair.b)])),
            h('td', { class: 'num' }, n(pair.together)),
            h('td', { class: 'num' }, strong(n(pair.interviews)), ` ${words.of} ${n(data.cooccurrence.all.interviews)}`),
            h('td', { class: 'num' }, cOf(pair)),
            h('td', { class: 'num' }, decimal(pair.jaccardInterviews)),
          ),
        ),
      ),
    ),
    shown.some((pair) => pair.c > 1) && h('p', { class: 'fn' }, words.outOfRangeWhy),
  ].filter((part) => part !== false);
}
