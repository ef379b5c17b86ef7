// Looking numbers up for the theme report: per theme or code, in all interviews or in one group. Nothing is counted here.

import type { CooccurrencePair, FrequencyRow } from '../domain/analysis.ts';
import type { ReportData, ReportTheme } from '../domain/report.ts';
import { type ReportVoice, reportVoice } from './report-voice.ts';

/** The numbers of one code in one group. */
export type Counts = Pick<FrequencyRow, 'interviews' | 'of' | 'quotes' | 'words'>;

/** What every section is written from. `raised` are the themes that occur, most often first; `absent` those that don't. */
export type Report = {
  readonly data: ReportData;
  readonly voice: ReportVoice;
  readonly raised: readonly ReportTheme[];
  readonly absent: readonly ReportTheme[];
  /** Numbers of a theme or code; without a group those of all interviews. */
  readonly counts: (path: string, group?: string) => Counts;
  /** A theme as it is called in the language of the report. */
  readonly label: (path: string) => string;
  /** A group as it is called; the one without a value has a name too. */
  readonly groupLabel: (group: string) => string;
};

const NONE: Counts = { interviews: 0, of: 0, quotes: 0, words: 0 };

export function toReport(data: ReportData): Report {
  const all = new Map(data.frequency.all.rows.map((row) => [row.code, row]));
  const groups = Map.groupBy(data.frequency.groups.rows, (row) => row.code);
  const counts = (path: string, group?: string): Counts =>
    (group === undefined ? all.get(path) : groups.get(path)?.find((row) => row.group === group)) ?? NONE;
  const labels = new Map(data.themes.flatMap((theme) => [theme, ...theme.codes].map(({ path, label }) => [path, label])));
  const often = data.themes.toSorted((a, b) => byInterviews(counts(a.path), counts(b.path)));
  const voice = reportVoice(data.language);
  return {
    data,
    voice,
    raised: often.filter((theme) => counts(theme.path).interviews > 0),
    absent: often.filter((theme) => counts(theme.path).interviews === 0),
    counts,
    label: (path) => labels.get(path) ?? path,
    groupLabel: (group) => (group === '' ? voice.words.noValue : group),
  };
}

// One talkative person must not make a theme: interviews decide, quotes only between equals.
function byInterviews(a: Counts, b: Counts): number {
  return b.interviews - a.interviews || b.quotes - a.quotes;
}

/** The pairs of themes in all interviews, by the interviews they share; equal ones stay as analysis ordered them. */
export function pairsByInterviews({ data }: Report): CooccurrencePair[] {
  return data.cooccurrence.all.pairs.toSorted((x, y) => y.interviews - x.interviews);
}

/** The groups (each with interviews) in which a theme does not occur though it does in others. */
export function groupsWithout({ data, counts }: Report, path: string): string[] {
  return data.groups.filter((group) => {
    const { interviews, of } = counts(path, group);
    return of > 0 && interviews === 0;
  });
}

/** Whether an interview can be in more groups than one: the groups together then hold more than all interviews. */
export function groupsOverlap({ data }: Report): boolean {
  const sizes = data.cooccurrence.groups.reduce((sum, group) => sum + group.interviews, 0);
  return sizes > data.basis.interviews;
}
