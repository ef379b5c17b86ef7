// A small study to draw: ten themes, three sets, and the words of the charts in Dutch and English. Numbers are invented.

import type { FrequencyLabels } from '../../src/charts/frequency-marks.ts';
import type { HeatmapLabels } from '../../src/charts/heatmap-marks.ts';
import type { ChartCode, ChartGroup } from '../../src/charts/parts.ts';
import type { CooccurrencePair, FrequencyRow } from '../../src/domain/analysis.ts';
import { FORMS } from '../../src/domain/code.ts';

const THEMES = [
  'Stress en slaaptekort',
  'Vertrouwen in de hulpverlener',
  'De weg vinden in hulp',
  'Schaamte',
  'Andere ouders ontmoeten',
  'Zelf informatie zoeken',
  'Geld en wonen',
  'De rol van de vader',
  'Hechten met mijn kind',
  'Voorbereiden op de geboorte',
];

export const themes: ChartCode[] = THEMES.map((label, at) => ({
  path: label,
  label,
  depth: 0,
  colour: { hue: at + 1, form: FORMS[at % 3] ?? 'solid' },
}));

export const all: ChartGroup = { name: '*', label: 'Alle sets', n: 32 };
export const sets: ChartGroup[] = [
  { name: 's1', label: 'Den Haag · studenten', n: 14 },
  { name: 's2', label: 'Den Haag · gemeente', n: 8 },
  { name: 's3', label: 'Heerlen · jonge ouders', n: 10 },
];

const COUNTS = [
  [10, 7, 6],
  [11, 4, 7],
  [12, 3, 6],
  [9, 6, 2],
  [9, 2, 5],
  [8, 3, 3],
  [4, 6, 3],
  [3, 0, 8],
  [5, 2, 2],
  [14, 8, 10],
];

export const rows: FrequencyRow[] = COUNTS.flatMap((counts, at) => {
  const row = (group: ChartGroup, interviews: number): FrequencyRow => ({
    code: THEMES[at] ?? '',
    group: group.name,
    interviews,
    of: group.n,
    quotes: interviews * 2 + (interviews > 0 ? at : 0),
    words: interviews * 137,
  });
  const total = counts.reduce((sum, n) => sum + n, 0);
  return [row(all, total), ...sets.map((group, set) => row(group, counts[set] ?? 0))];
});

export const pairs: CooccurrencePair[] = THEMES.flatMap((a, i) =>
  THEMES.slice(i + 1).flatMap((b, j): CooccurrencePair[] => {
    const interviews = (i * 7 + j * 5) % 14;
    return interviews === 0 ? [] : [{ a, b, together: interviews * 2, interviews, c: 0.1, jaccardInterviews: 0.2 }];
  }),
);

const nl = new Intl.NumberFormat('nl-NL');
export const frequencyLabels: FrequencyLabels = {
  title: 'Hoe vaak komt elk thema voor?',
  count: (n) => nl.format(n),
  of: (n, of) => `${nl.format(n)} van ${nl.format(of)}`,
  groupSize: (n) => `${nl.format(n)} gesprekken`,
  value: (unit, n, of) =>
    unit === 'interviews'
      ? `${nl.format(n)} van ${nl.format(of)} gesprekken`
      : `${nl.format(n)} ${unit === 'quotes' ? 'fragmenten' : 'woorden'}`,
  key: { on: 'gesprek waarin het voorkomt', off: 'komt niet voor' },
};

export const heatmapLabels: HeatmapLabels = {
  title: 'Welke thema’s komen samen voor?',
  count: (n) => nl.format(n),
  pair: (a, b, n) => `${a} en ${b}: samen in ${nl.format(n)} gesprekken`,
  own: (code, n) => `${code}: ${nl.format(n)} gesprekken`,
  unused: (a, b, codes) => `${a} en ${b}: ${codes.join(' en ')} komt in deze set niet voor`,
};
