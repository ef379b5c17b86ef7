// The numbers of the theme report as tables, for who wants to count on: the same numbers, from the same data.

import type { CooccurrenceGroup } from '../domain/analysis.ts';
import type { ReportData } from '../domain/report.ts';
import { type CsvCell, writeCsv } from './csv.ts';
import { type Report, toReport } from './report-numbers.ts';

export type ReportFile = { readonly name: string; readonly content: string };

/** `frequency.csv`, `cooccurrence.csv` and `quotes.csv`, in the dialect of the report's language. */
export function reportFiles(data: ReportData): readonly ReportFile[] {
  const report = toReport(data);
  return [
    { name: 'frequency.csv', content: frequencyTable(report) },
    { name: 'cooccurrence.csv', content: cooccurrenceTable(report) },
    { name: 'quotes.csv', content: quotesTable(report) },
  ];
}

/** Every theme and code, in codebook order, in all interviews and then per group. */
function frequencyTable({ data, voice, counts, groupLabel }: Report): string {
  const { files, all } = voice.words;
  const columns: readonly (string | undefined)[] = [undefined, ...data.groups];
  const rows = data.themes.flatMap((theme) =>
    [theme, ...theme.codes].flatMap(({ path }) =>
      columns.map((group): CsvCell[] => {
        const { interviews, of, quotes, words } = counts(path, group);
        return [path, group === undefined ? all : groupLabel(group), interviews, of, quotes, words];
      }),
    ),
  );
  return writeCsv([files.code, files.group, files.interviews, files.of, files.quotes, files.words], rows, data.language);
}

function cooccurrenceTable({ data, voice, groupLabel }: Report): string {
  const { files, all } = voice.words;
  const rowsOf = (label: string, group: CooccurrenceGroup): CsvCell[][] =>
    group.pairs.map((pair) => [
      label,
      group.interviews,
      pair.a,
      pair.b,
      pair.together,
      pair.interviews,
      pair.c,
      pair.jaccardInterviews,
    ]);
  const { cooccurrence } = data;
  return writeCsv(
    [files.group, files.groupInterviews, files.a, files.b, files.together, files.interviews, files.c, files.jaccard],
    [rowsOf(all, cooccurrence.all), ...cooccurrence.groups.map((group) => rowsOf(groupLabel(group.group), group))].flat(),
    data.language,
  );
}

function quotesTable({ data, voice }: Report): string {
  const { files } = voice.words;
  return writeCsv(
    [
      files.theme,
      files.code,
      files.text,
      files.before,
      files.after,
      files.pseudonym,
      files.attributes,
      files.set,
      files.interview,
      files.turn,
      files.key,
    ],
    data.themes.flatMap((theme) =>
      theme.quotes.map((quote): CsvCell[] => [
        theme.path,
        quote.code,
        quote.text,
        quote.before,
        quote.after,
        quote.pseudonym,
        quote.attributes.join(', '),
        quote.set,
        quote.interview,
        quote.turn,
        quote.key ? files.yes : files.no,
      ]),
    ),
    data.language,
  );
}
