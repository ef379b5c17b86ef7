// Which codes go together, per group of interviews, under a named rule. One sweep per interview over its sorted merged ranges.

import type {
  CodeRow,
  Cooccurrence,
  CooccurrenceGroup,
  CooccurrencePair,
  CooccurrenceRule,
  InterviewRow,
} from '../domain/analysis.ts';
import { lowerBound } from '../domain/text.ts';
import { cCoefficient, jaccard } from './coefficients.ts';
import { interviewsByGroup } from './groups.ts';
import { type CodingQuery, type Merged, mergeCodings, themesOf } from './merged.ts';

/** `theme` counts every coding for its top-level code, before ranges are merged. */
export type CooccurrenceLevel = 'code' | 'theme';

export type CooccurrenceQuery = CodingQuery & {
  readonly interviews: readonly InterviewRow[];
  readonly groups: readonly string[];
  readonly rule: CooccurrenceRule;
  readonly level: CooccurrenceLevel;
};

/**
 * Per group, in the order given, the pairs of codes that go together under the rule: `together` counts overlapping range pairs
 * (`overlap`), turns that hold both (`turn`) or interviews that hold both (`interview`); `interviews` the interviews with at
 * least one. `c` is on overlapping merged ranges and `jaccardInterviews` on presence in the interview, whatever the rule. `a`
 * stands before `b` in the codebook; strongest first.
 */
export function cooccurrence(query: CooccurrenceQuery): Cooccurrence {
  const merged = mergeCodings(query, query.level === 'theme' ? 'theme' : 'own');
  const codes = (query.level === 'theme' ? themesOf(query.codes) : query.codes).filter((code) => merged.has(code.id));
  const coded = new Map(query.interviews.map((interview) => [interview.id, layOut(interview, codes, merged, query.rule)]));
  const groups = interviewsByGroup(query.interviews, query.groups).map((members, at): CooccurrenceGroup => {
    const table = countPairs(
      members.flatMap((interview) => coded.get(interview.id) ?? []),
      codes.length,
      query.rule,
    );
    return { group: query.groups[at] ?? '', interviews: members.length, pairs: listPairs(table, codes) };
  });
  return { rule: query.rule, groups };
}

/** One interview's merged ranges by start, as parallel arrays; `code` is an index in the codebook of this query. */
type CodedInterview = {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly code: Int32Array;
  readonly codes: readonly number[];
  readonly turnStarts: readonly number[];
  readonly turnEnds: readonly number[];
};

function layOut(interview: InterviewRow, codes: readonly CodeRow[], merged: Merged, rule: CooccurrenceRule): CodedInterview {
  const flat: { start: number; end: number; code: number }[] = [];
  const present: number[] = [];
  codes.forEach(({ id }, code) => {
    const ranges = merged.get(id)?.get(interview.id);
    if (!ranges) return;
    present.push(code);
    for (const { start, end } of ranges) flat.push({ start, end, code });
  });
  flat.sort((a, b) => a.start - b.start);
  // Only this rule asks for turns, and a project has very many.
  const turns = rule === 'turn' ? interview.turns : [];
  return {
    start: Int32Array.from(flat, (range) => range.start),
    end: Int32Array.from(flat, (range) => range.end),
    code: Int32Array.from(flat, (range) => range.code),
    codes: present,
    turnStarts: turns.map((turn) => turn.start),
    turnEnds: turns.map((turn) => turn.end),
  };
}

/** Counts per unordered pair, at `low × size + high`; `quotes` per code. `lastSeen` is the last interview that counted, from 1. */
type PairTable = {
  readonly size: number;
  readonly quotes: Uint32Array;
  readonly present: Uint32Array;
  readonly overlapping: Uint32Array;
  readonly both: Uint32Array;
  readonly together: Uint32Array;
  readonly interviews: Uint32Array;
  readonly lastSeen: Uint32Array;
};

function countPairs(interviews: readonly CodedInterview[], size: number, rule: CooccurrenceRule): PairTable {
  const cells = () => new Uint32Array(size * size);
  const table: PairTable = {
    size,
    quotes: new Uint32Array(size),
    present: new Uint32Array(size),
    overlapping: cells(),
    both: cells(),
    together: cells(),
    interviews: cells(),
    lastSeen: cells(),
  };
  for (const [at, interview] of interviews.entries()) countInterview(table, interview, rule, at + 1);
  return table;
}

function countInterview(table: PairTable, interview: CodedInterview, rule: CooccurrenceRule, serial: number): void {
  const { quotes, present, overlapping, both, together, interviews, lastSeen, size } = table;
  const goTogether = (cell: number): void => {
    together[cell]!++;
    if (lastSeen[cell] === serial) return;
    lastSeen[cell] = serial;
    interviews[cell]!++;
  };
  for (const code of interview.code) quotes[code]!++;
  for (const code of interview.codes) present[code]!++;
  eachPair(interview.codes, size, (cell) => {
    both[cell]!++;
    if (rule === 'interview') goTogether(cell);
  });
  eachOverlap(interview, size, (cell) => {
    overlapping[cell]!++;
    if (rule === 'overlap') goTogether(cell);
  });
  if (rule === 'turn') for (const codes of codesPerTurn(interview, size)) eachPair(codes, size, goTogether);
}

/** The sweep: ranges come in by start, and meet every range that is still open. Ranges of one code never meet after merging. */
function eachOverlap({ start, end, code }: CodedInterview, size: number, meet: (cell: number) => void): void {
  const open: number[] = [];
  for (let at = 0; at < start.length; at++) {
    let kept = 0;
    for (const other of open) {
      if (end[other]! <= start[at]!) continue;
      open[kept++] = other;
      meet(cellOf(code[other]!, code[at]!, size));
    }
    open.length = kept;
    open.push(at);
  }
}

function eachPair(codes: readonly number[], size: number, meet: (cell: number) => void): void {
  for (let i = 0; i < codes.length; i++) {
    for (let j = i + 1; j < codes.length; j++) meet(cellOf(codes[i]!, codes[j]!, size));
  }
}

/** The codes in each turn that holds any, each once. Turns ascend and do not overlap, and so do the ranges of one code. */
function codesPerTurn({ start, end, code, turnStarts, turnEnds }: CodedInterview, size: number): Iterable<number[]> {
  const perTurn = new Map<number, number[]>();
  const lastTurn = new Int32Array(size).fill(-1);
  for (let at = 0; at < start.length; at++) {
    const own = code[at]!;
    for (let turn = lowerBound(turnEnds, start[at]! + 1); turn < turnEnds.length && turnStarts[turn]! < end[at]!; turn++) {
      if (turn <= lastTurn[own]!) continue;
      lastTurn[own] = turn;
      const codes = perTurn.get(turn);
      if (codes) codes.push(own);
      else perTurn.set(turn, [own]);
    }
  }
  return perTurn.values();
}

function cellOf(one: number, other: number, size: number): number {
  return one < other ? one * size + other : other * size + one;
}

function listPairs(table: PairTable, codes: readonly CodeRow[]): CooccurrencePair[] {
  const { size, quotes, present, overlapping, both, together, interviews } = table;
  const pairs: CooccurrencePair[] = [];
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const cell = a * size + b;
      if (together[cell] === 0) continue;
      pairs.push({
        a: codes[a]!.path,
        b: codes[b]!.path,
        together: together[cell]!,
        interviews: interviews[cell]!,
        c: cCoefficient(quotes[a]!, quotes[b]!, overlapping[cell]!),
        jaccardInterviews: jaccard(both[cell]!, present[a]! + present[b]! - both[cell]!),
      });
    }
  }
  // Stable: pairs equal in both counts stay in codebook order.
  return pairs.sort((x, y) => y.together - x.together || y.interviews - x.interviews);
}
