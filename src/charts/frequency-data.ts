// Theme frequency, step one: from the rows of the analysis to one number per code and group. No pixels here.

import { max, rollup } from 'd3';
import type { FrequencyRow } from '../domain/analysis.ts';
import type { ChartCode, ChartGroup } from './parts.ts';

export type FrequencyUnit = 'interviews' | 'quotes' | 'words';

/** `cells` are rows of the analysis; a code × group without a row counts as zero. */
export type FrequencyInput = {
  readonly rows: readonly ChartCode[];
  readonly groups: readonly ChartGroup[];
  readonly cells: readonly FrequencyRow[];
};

export type FrequencyDatum = {
  readonly code: ChartCode;
  readonly group: ChartGroup;
  readonly value: number;
  readonly of: number;
};

/** `byRow[r][g]` is the number of row r in group g; `most` the largest of all, for the one scale they share. */
export type FrequencyData = {
  readonly unit: FrequencyUnit;
  readonly byRow: readonly (readonly FrequencyDatum[])[];
  readonly most: number;
};

export function toFrequencyData(input: FrequencyInput, unit: FrequencyUnit): FrequencyData {
  const rowOf = rollup(
    input.cells,
    ([row]) => row,
    (row) => row.code,
    (row) => row.group,
  );
  const byRow = input.rows.map((code) =>
    input.groups.map((group): FrequencyDatum => {
      const row = rowOf.get(code.path)?.get(group.name);
      return { code, group, value: row?.[unit] ?? 0, of: row?.of ?? group.n };
    }),
  );
  return { unit, byRow, most: max(byRow.flat(), (datum) => datum.value) ?? 0 };
}

/**
 * The rows from often to seldom: themes among themselves and sub-codes under their own parent. Sorted by the number in `group`, or
 * over all groups when that is null; equal ones stay in codebook order.
 */
export function sortByFrequency(input: FrequencyInput, unit: FrequencyUnit, group: string | null): ChartCode[] {
  const total = rollup(
    input.cells.filter((row) => group === null || row.group === group),
    (rows) => rows.reduce((sum, row) => sum + row[unit], 0),
    (row) => row.code,
  );
  const sorted = (branches: readonly Branch[]): ChartCode[] =>
    branches
      .toSorted((a, b) => (total.get(b.code.path) ?? 0) - (total.get(a.code.path) ?? 0))
      .flatMap(({ code, children }) => [code, ...sorted(children)]);
  return sorted(toBranches(input.rows));
}

type Branch = { readonly code: ChartCode; readonly children: Branch[] };

/** A list in reading order as a tree: what is deeper belongs to the last one that is less deep. */
function toBranches(rows: readonly ChartCode[]): Branch[] {
  const top: Branch[] = [];
  const open: Branch[] = [];
  for (const code of rows) {
    const branch: Branch = { code, children: [] };
    while (open.length > 0 && (open.at(-1)?.code.depth ?? 0) >= code.depth) open.pop();
    (open.at(-1)?.children ?? top).push(branch);
    open.push(branch);
  }
  return top;
}
