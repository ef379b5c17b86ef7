// From the answers of the core to what the frequency chart and table draw: rows in their order, a column of all interviews and one
// per group. Pure; no number is made here.

import { type FrequencyInput, sortByFrequency } from '../../src/charts/frequency-data.ts';
import type { ChartCode, ChartGroup } from '../../src/charts/parts.ts';
import type { CodeRow } from '../../src/contract/code.ts';
import type { Output } from '../../src/contract/index.ts';
import { ALL, type FrequencyScope } from './scope.ts';

type Answer = Output<'analysis.frequency'>;

export type FrequencyNames = {
  readonly label: (code: CodeRow) => string;
  readonly all: string;
  /** A group as it is called; '' is the one without a value. */
  readonly group: (name: string) => string;
};

export function toFrequencyInput(
  codes: readonly CodeRow[],
  all: Answer,
  grouped: Answer,
  scope: FrequencyScope,
  names: FrequencyNames,
): FrequencyInput {
  const rows = codes.filter((code) => scope.what === 'codes' || code.depth === 0).map((code) => toChartCode(code, names.label));
  const groups = columnsOf(all, grouped, scope.by, names);
  const input = { rows, groups, cells: [...all.rows.map((row) => ({ ...row, group: ALL })), ...grouped.rows] };
  const order = groups.some((group) => group.name === scope.order) ? scope.order : ALL;
  return scope.order === '' ? input : { ...input, rows: sortByFrequency(input, scope.unit, order) };
}

export function toChartCode(code: CodeRow, label: (code: CodeRow) => string): ChartCode {
  return { path: code.path, label: label(code), colour: code.wears, depth: code.depth };
}

/** One group is the same as all of them, and is not repeated. */
function columnsOf(all: Answer, grouped: Answer, by: string, names: FrequencyNames): ChartGroup[] {
  const sizes = new Map(grouped.rows.map((row) => [row.group, row.of]));
  const whole: ChartGroup = { name: ALL, label: names.all, n: all.basis.interviews };
  if (by === 'all' || sizes.size < 2) return [whole];
  return [whole, ...[...sizes].map(([name, n]) => ({ name, label: names.group(name), n }))];
}

/** Whether interviews count in several groups, so that the groups hold more than all interviews. */
export function groupsOverlap({ groups }: FrequencyInput): boolean {
  const [whole, ...rest] = groups;
  return rest.reduce((sum, group) => sum + group.n, 0) > (whole?.n ?? 0) && rest.length > 0;
}

export type Absence = { readonly code: ChartCode; readonly groups: readonly string[] };

/** The themes that occur, but not in every group with interviews; by the labels of those groups. */
export function absences({ rows, groups, cells }: FrequencyInput): Absence[] {
  const counts = new Map(cells.map((row) => [`${row.code}\n${row.group}`, row.interviews]));
  return rows
    .filter((code) => code.depth === 0 && (counts.get(`${code.path}\n${ALL}`) ?? 0) > 0)
    .map((code) => ({
      code,
      groups: groups
        .filter((group) => group.n > 0 && counts.get(`${code.path}\n${group.name}`) === 0)
        .map((group) => group.label),
    }))
    .filter((absence) => absence.groups.length > 0);
}

/** The key of the mark of a code in a group, for the focus. */
export function frequencyKey(code: string, group: string): string {
  return `frequency ${group} ${code}`;
}
