// The same questions answered a second time, as plainly and slowly as possible: sets of characters and every pair of everything.
// It shares no code with src/analysis, so that the two can be held against each other.

import type { CodeRow, CodingRow, InterviewRow } from '../../src/domain/analysis.ts';

export type Project = {
  readonly interviews: readonly InterviewRow[];
  readonly codes: readonly CodeRow[];
  readonly codings: readonly CodingRow[];
};
type Options = { readonly groups: readonly string[]; readonly coderId: number | null };
type Counts = 'own' | 'rollup' | 'theme';

/** The quotes of a code in an interview, each as the set of its characters. */
export function naiveQuotes(
  project: Project,
  interview: InterviewRow,
  code: CodeRow,
  counts: Counts,
  coderId: number | null,
): Set<number>[] {
  const ranges = project.codings.filter(
    (coding) =>
      coding.interviewId === interview.id &&
      (coderId === null || coding.coderId === coderId) &&
      countsFor(project, coding.codeId, code, counts),
  );
  // Two characters side by side are in one quote when a single range covers both; that keeps touching ranges apart.
  const quotes: Set<number>[] = [];
  const last = Math.max(0, ...ranges.map((range) => range.end));
  for (let at = 0; at < last; at++) {
    if (!ranges.some((range) => range.start <= at && at < range.end)) continue;
    const joined = ranges.some((range) => range.start < at && at < range.end);
    if (joined) quotes.at(-1)?.add(at);
    else quotes.push(new Set([at]));
  }
  return quotes;
}

function countsFor(project: Project, codingCode: number, code: CodeRow, counts: Counts): boolean {
  if (counts === 'own') return codingCode === code.id;
  if (counts === 'theme' && code.parentId !== null) return false;
  if (codingCode === code.id) return true;
  const parent = project.codes.find((other) => other.id === codingCode)?.parentId;
  return parent != null && countsFor(project, parent, code, counts);
}

const members = (project: Project, group: string) =>
  project.interviews.filter((interview) => interview.groups.some((own) => own === group));

export function naiveFrequency(project: Project, { groups, coderId, rollup }: Options & { readonly rollup: boolean }) {
  const rows = [];
  for (const code of project.codes) {
    for (const group of groups) {
      const row = { code: code.path, group, interviews: 0, of: 0, quotes: 0, words: 0 };
      for (const interview of members(project, group)) {
        const quotes = naiveQuotes(project, interview, code, rollup ? 'rollup' : 'own', coderId);
        row.of += 1;
        if (quotes.length > 0) row.interviews += 1;
        row.quotes += quotes.length;
        for (const start of interview.wordStarts) if (quotes.some((quote) => quote.has(start))) row.words += 1;
      }
      rows.push(row);
    }
  }
  const scope = project.interviews.filter((interview) => groups.some((group) => interview.groups.includes(group)));
  let quotes = 0;
  for (const interview of scope)
    for (const code of project.codes) quotes += naiveQuotes(project, interview, code, 'own', coderId).length;
  const uncoded = [];
  for (const group of groups) {
    let interviews = 0;
    for (const interview of members(project, group)) {
      const coded = project.codes.some((code) => naiveQuotes(project, interview, code, 'own', coderId).length > 0);
      if (!coded) interviews += 1;
    }
    if (interviews > 0) uncoded.push({ group, interviews });
  }
  return { basis: { interviews: scope.length, quotes }, rows, uncoded };
}

type PairOptions = Options & { readonly rule: 'overlap' | 'turn' | 'interview'; readonly level: 'code' | 'theme' };

export function naiveCooccurrence(project: Project, { groups, coderId, rule, level }: PairOptions) {
  const codes = level === 'code' ? project.codes : project.codes.filter((code) => code.parentId === null);
  const counts = level === 'code' ? 'own' : 'theme';
  const share = (one: Set<number>, other: Set<number>) => [...one].some((at) => other.has(at));
  return {
    rule,
    groups: groups.map((group) => {
      const interviews = members(project, group);
      const pairs = [];
      for (const [i, a] of codes.entries()) {
        for (const b of codes.slice(i + 1)) {
          let [n1, n2, n12, both, either, together, withPair] = [0, 0, 0, 0, 0, 0, 0];
          for (const interview of interviews) {
            const as = naiveQuotes(project, interview, a, counts, coderId);
            const bs = naiveQuotes(project, interview, b, counts, coderId);
            let overlapping = 0;
            for (const one of as) for (const other of bs) if (share(one, other)) overlapping += 1;
            const holds = (quotes: Set<number>[], start: number, end: number) =>
              quotes.some((quote) => [...quote].some((at) => at >= start && at < end));
            const turns = interview.turns.filter(
              (turn) => holds(as, turn.start, turn.end) && holds(bs, turn.start, turn.end),
            ).length;
            const inBoth = as.length > 0 && bs.length > 0;
            const here = rule === 'overlap' ? overlapping : rule === 'turn' ? turns : Number(inBoth);
            n1 += as.length;
            n2 += bs.length;
            n12 += overlapping;
            both += Number(inBoth);
            either += Number(as.length > 0 || bs.length > 0);
            together += here;
            withPair += Number(here > 0);
          }
          if (together > 0)
            pairs.push({
              a: a.path,
              b: b.path,
              together,
              interviews: withPair,
              c: n12 / (n1 + n2 - n12),
              jaccardInterviews: both / either,
            });
        }
      }
      pairs.sort((x, y) => y.together - x.together || y.interviews - x.interviews);
      return { group, interviews: interviews.length, pairs };
    }),
  };
}
