// How often each code occurs: in interviews first, then quotes, then words, per group of interviews.

import type { CodeRow, Frequency, FrequencyRow, InterviewRow, UncodedGroup } from '../domain/analysis.ts';
import { countWithin, type TextRange } from '../domain/text.ts';
import { interviewsByGroup } from './groups.ts';
import { type CodingQuery, type Merged, mergeCodings } from './merged.ts';

export type FrequencyQuery = CodingQuery & {
  readonly interviews: readonly InterviewRow[];
  readonly groups: readonly string[];
  readonly codeIds?: ReadonlySet<number>;
  readonly rollup: boolean;
};

/**
 * Rows for every code × group, zeros included, in the order of `codes` (the codebook) and then `groups`. `quotes` counts merged
 * ranges, `words` the words that begin in them, `interviews` the interviews with at least one, `of` the interviews in the group.
 * With `rollup` a parent counts the union of its own ranges and those below it, also of codes that `codeIds` leaves out.
 * `basis` is what the rows rest on, each interview once: those in any of the groups, and each chosen code's own merged ranges.
 * `uncoded`: per group the interviews without any range of any code, which count in `of`; groups that have them only.
 */
export function frequency(query: FrequencyQuery): Frequency {
  const chosen = query.codes.filter((code) => query.codeIds?.has(code.id) ?? true);
  const members = interviewsByGroup(query.interviews, query.groups);
  const own = mergeCodings(query, 'own');
  const counted = query.rollup ? mergeCodings(query, 'rollup') : own;
  const rows = chosen.flatMap((code) => query.groups.map((group, at) => countCode(code, group, members[at] ?? [], counted)));
  const inScope = [...new Set(members.flat())];
  const quotes = chosen.reduce((sum, code) => sum + countQuotes(inScope, own.get(code.id)), 0);
  return { basis: { interviews: inScope.length, quotes }, rows, uncoded: uncodedIn(query.groups, members, own) };
}

function uncodedIn(groups: readonly string[], members: readonly (readonly InterviewRow[])[], own: Merged): UncodedGroup[] {
  const coded = new Set([...own.values()].flatMap((byInterview) => [...byInterview.keys()]));
  return groups
    .map((group, at) => ({ group, interviews: (members[at] ?? []).filter(({ id }) => !coded.has(id)).length }))
    .filter(({ interviews }) => interviews > 0);
}

function countCode(code: CodeRow, group: string, interviews: readonly InterviewRow[], merged: Merged): FrequencyRow {
  const byInterview = merged.get(code.id);
  const row = { code: code.path, group, interviews: 0, of: interviews.length, quotes: 0, words: 0 };
  if (!byInterview) return row;
  for (const interview of interviews) {
    const ranges = byInterview.get(interview.id);
    if (!ranges) continue;
    row.interviews += 1;
    row.quotes += ranges.length;
    row.words += wordsIn(interview, ranges);
  }
  return row;
}

function countQuotes(interviews: readonly InterviewRow[], byInterview: ReturnType<Merged['get']>): number {
  return interviews.reduce((sum, interview) => sum + (byInterview?.get(interview.id)?.length ?? 0), 0);
}

function wordsIn(interview: InterviewRow, ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, range) => sum + countWithin(interview.wordStarts, range), 0);
}
