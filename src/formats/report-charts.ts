// The page of the theme report that says how often each theme occurs: the chart of the window, drawn on paper, and its table.

import { frequencyChart } from '../charts/frequency-bars.ts';
import type { ChartCode, ChartGroup } from '../charts/parts.ts';
import { h, type MarkupElement } from '../domain/markup.ts';
import type { ReportTheme } from '../domain/report.ts';
import { groupsOverlap, groupsWithout, type Report } from './report-numbers.ts';
import { page } from './report-sections.ts';
import { strong } from './report-voice.ts';

// A sheet of A4 has 650 CSS pixels between its margins; the strips are drawn a little wider and shrunk, so that groups stay side by side.
const STRIPS_WIDTH = 760;
const COLUMNS_PER_TABLE = 6;
/** The column of all interviews, beside groups that may be called anything. */
export const ALL = '*';

export function frequencyPage(report: Report): MarkupElement {
  const { words } = report.voice;
  return page(
    'frequency',
    words.frequency,
    h('h2', { class: 'big' }, words.frequency),
    h('p', { class: 'sub' }, words.frequencySub),
    h('figure', null, frequencyOf(report, report.raised.map(toChartCode), words.frequency)),
    frequencyTables(report),
    groupsOverlap(report) && h('p', { class: 'fn' }, words.frequencyOverlap),
    notRaised(report),
  );
}

/** The frequency chart of some themes or codes: one strip for all interviews and one per group. */
export function frequencyOf(report: Report, rows: readonly ChartCode[], title: string): MarkupElement {
  const { data, voice, counts } = report;
  const { words, n } = voice;
  const cells = rows.flatMap(({ path }) =>
    [ALL, ...data.groups].map((group) => ({ ...counts(path, group === ALL ? undefined : group), code: path, group })),
  );
  return frequencyChart(
    { rows, groups: [{ name: ALL, label: words.all, n: data.basis.interviews }, ...groupsOf(report)], cells },
    {
      unit: 'interviews',
      width: STRIPS_WIDTH,
      mode: 'report',
      labels: {
        title,
        count: n,
        of: (value, of) => `${n(value)} ${words.of} ${n(of)}`,
        groupSize: voice.interviews,
        value: (_, value, of) => voice.ofInterviews(value, of),
      },
    },
  ).svg;
}

export function toChartCode({ path, label, colour }: ReportTheme): ChartCode {
  return { path, label, colour, depth: 0 };
}

function groupsOf({ data, groupLabel }: Report): ChartGroup[] {
  return data.groups.map((name) => ({
    name,
    label: groupLabel(name),
    n: data.cooccurrence.groups.find((g) => g.group === name)?.interviews ?? 0,
  }));
}

/** The same numbers with quotes, in as many tables as the groups need. */
function frequencyTables(report: Report): MarkupElement[] {
  const columns: readonly (string | undefined)[] = [undefined, ...report.data.groups];
  const tables: MarkupElement[] = [];
  const size = Math.ceil(columns.length / Math.ceil(columns.length / COLUMNS_PER_TABLE));
  for (let at = 0; at < columns.length; at += size) {
    tables.push(frequencyTable(report, columns.slice(at, at + size)));
  }
  return tables;
}

function frequencyTable({ voice, raised, counts, groupLabel }: Report, columns: readonly (string | undefined)[]): MarkupElement {
  const { words } = voice;
  return h(
    'table',
    { class: 'numbers even' },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col' }, words.theme),
        columns.map((group) => h('th', { scope: 'col', class: 'num' }, group === undefined ? words.all : groupLabel(group))),
      ),
    ),
    h(
      'tbody',
      null,
      raised.map(({ path, label }) =>
        h(
          'tr',
          null,
          h('th', { scope: 'row' }, label),
          columns.map((group) => countCell(voice, counts(path, group))),
        ),
      ),
    ),
  );
}

/** `9 van 14`, and under it the quotes. */
function countCell(
  voice: Report['voice'],
  { interviews, of, quotes }: { interviews: number; of: number; quotes: number },
): MarkupElement {
  const { n, words } = voice;
  return h('td', { class: 'num' }, strong(n(interviews)), ` ${words.of} ${n(of)}`, h('small', null, voice.quotes(quotes)));
}

/** Themes that occur, but not in every group. */
function notRaised(report: Report): MarkupElement | false {
  const { voice, raised } = report;
  const { words } = voice;
  const lines = raised.flatMap((theme) => {
    const groups = groupsWithout(report, theme.path);
    return groups.length > 0 ? [words.notRaisedIn(strong(theme.label), words.list(groups.map(report.groupLabel)).join(''))] : [];
  });
  if (lines.length === 0) return false;
  return h('section', { class: 'miss' }, h('h3', null, words.notRaised), h('p', null, lines, words.notRaisedNote));
}
