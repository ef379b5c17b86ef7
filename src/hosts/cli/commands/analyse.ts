// rode-draad analyse: theme frequency and co-occurrence, as a table for people or as JSON.

import type { Input, Output } from '../../../contract/index.ts';
import { type Command, withProject } from '../command.ts';
import { alignTable, bar } from '../print.ts';

const scope = {
  coder: { value: '<name>', doc: 'only this coder; otherwise all coders together' },
  set: { value: '<name>', doc: 'only these interview sets', many: true },
};

export const analyseCommands: readonly Command[] = [
  {
    name: 'analyse frequency',
    doc: 'Theme frequency: per code and group the interviews, quotes and words.',
    words: ['<project>'],
    options: {
      by: { value: 'set|city|<attribute>', doc: 'what the groups are', required: true },
      codes: { value: '<path>', doc: 'only these codes', many: true },
      rollup: { doc: 'a parent counts its children too' },
      ...scope,
    },
    operations: ['analysis.frequency'],
    run: async (words) => {
      const codes = words.many.codes;
      const input: Input<'analysis.frequency'> = {
        by: words.options.by ?? '',
        rollup: words.flags.has('rollup'),
        ...(codes && { codes: [...codes] }),
        ...scopeOf(words),
      };
      const value = await withProject(words.words[0] ?? '', words, (ask) => ask('analysis.frequency', input));
      return { value, lines: frequencyLines(value) };
    },
  },
  {
    name: 'analyse cooccurrence',
    doc: 'Co-occurrence: which codes go together, per group.',
    words: ['<project>'],
    options: {
      rule: {
        value: 'overlap|turn|interview',
        doc: 'when two codes go together: ranges share text (default), the same turn, the same interview',
      },
      by: { value: 'set|city|all|<attribute>', doc: 'what the groups are; default: set' },
      level: { value: 'code|theme', doc: 'codes themselves (default), or rolled up to themes' },
      ...scope,
    },
    operations: ['analysis.cooccurrence'],
    run: async (words) => {
      const { rule, by, level } = words.options;
      const given = { ...(rule && { rule }), ...(by && { by }), ...(level && { level }) } as Input<'analysis.cooccurrence'>;
      const value = await withProject(words.words[0] ?? '', words, (ask) =>
        ask('analysis.cooccurrence', { ...given, ...scopeOf(words) }),
      );
      return { value, lines: cooccurrenceLines(value) };
    },
  },
];

function scopeOf(words: {
  options: Readonly<Record<string, string | undefined>>;
  many: Readonly<Record<string, readonly string[] | undefined>>;
}): { coder?: string; sets?: string[] } {
  const sets = words.many.set;
  return { ...(words.options.coder && { coder: words.options.coder }), ...(sets && { sets: [...sets] }) };
}

/** Bars and numbers per code and group; codes that nobody mentions are left to --json. */
export function frequencyLines({ basis, rows, uncoded }: Output<'analysis.frequency'>): string[] {
  const used = new Set(rows.filter((row) => row.interviews > 0).map((row) => row.code));
  const shown = rows.filter((row) => used.has(row.code));
  const most = Math.max(1, ...shown.map((row) => row.quotes));
  const table = shown.map((row, n) => [
    row.code === shown[n - 1]?.code ? '' : row.code,
    row.group === '' ? '(not filled in)' : row.group,
    bar(row.interviews / Math.max(1, row.of), 14),
    `${row.interviews} of ${row.of}`,
    String(row.quotes),
    bar(row.quotes / most, 10),
    String(row.words),
  ]);
  return [
    `Theme frequency: ${basis.interviews} interviews, ${basis.quotes} quotes`,
    '',
    ...alignTable(['code', 'group', '', 'interviews', 'quotes', '', 'words'], table, [3, 4, 6]),
    ...(uncoded.length > 0 ? ['', `Nothing coded yet, but counted in the interviews: ${uncoded.map(toUncoded).join(', ')}`] : []),
  ];
}

function toUncoded({ group, interviews }: Output<'analysis.frequency'>['uncoded'][number]): string {
  return `${group === '' ? '(not filled in)' : group} ${interviews}`;
}

export function cooccurrenceLines({ rule, groups }: Output<'analysis.cooccurrence'>, most = 20): string[] {
  const unit = { overlap: 'overlapping quotes', turn: 'turns with both', interview: 'interviews with both' }[rule];
  return groups.flatMap(({ group, interviews, pairs }) => {
    const top = Math.max(1, pairs[0]?.together ?? 1);
    const rows = pairs
      .slice(0, most)
      .map((pair) => [
        pair.a,
        pair.b,
        bar(pair.together / top, 12),
        String(pair.together),
        String(pair.interviews),
        `${pair.c.toFixed(2)}${pair.c > 1 ? ' (out of range: one long quote over several short ones)' : ''}`,
        pair.jaccardInterviews.toFixed(2),
      ]);
    const rest = pairs.length > most ? [`… and ${pairs.length - most} more pairs`] : [];
    return [
      `${group === '' ? 'All interviews' : group}: ${interviews} interviews, ${unit}`,
      '',
      ...alignTable(['a', 'b', '', 'together', 'interviews', 'c', 'Jaccard'], rows, [3, 4, 5, 6]),
      ...rest,
      '',
    ];
  });
}
