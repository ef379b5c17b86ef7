// Analysis operations: gather rows, count in src/analysis, name what came out.

import { cooccurrence } from '../analysis/cooccurrence.ts';
import { frequency } from '../analysis/frequency.ts';
import { pairNumbers, placesBehind, quotesBehind } from '../analysis/quotes-behind.ts';
import type { Output } from '../contract/index.ts';
import type { PairPlace, QuoteRange } from '../domain/analysis.ts';
import { subtreeIds } from '../domain/code.ts';
import { contextOf, overlaps, type TextRange } from '../domain/text.ts';
import { listCodingsOf } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { getText, listInterviews } from '../store/interviews.ts';
import { gather, requireCode, type Scope, speakerAt, turnNumber } from './scope.ts';
import type { HandlersFor } from './session.ts';

const CONTEXT = 90;

export const analysisHandlers: HandlersFor<'analysis'> = {
  'analysis.frequency': ({ db }, { codes, rollup, ...asked }) => {
    const scope = gather(db, asked);
    const chosen = codes ? { codeIds: new Set(codes.map((path) => requireCode(db, scope, path).id)) } : {};
    return mutable(frequency({ ...scope, ...chosen, rollup }));
  },
  'analysis.cooccurrence': ({ db }, { rule, level, ...asked }) => mutable(cooccurrence({ ...gather(db, asked), rule, level })),
  'analysis.quotes': ({ db }, { group, code: path, rollup, ...asked }) => {
    const scope = gather(db, asked);
    const code = requireCode(db, scope, path);
    const ranges = quotesBehind({ ...scope, group, codeId: code.id, rollup });
    return {
      quotes: nameQuotes(db, scope, ranges, rollup),
      interviews: new Set(ranges.map((range) => range.interviewId)).size,
      of: scope.interviews.filter((interview) => group === null || interview.groups.includes(group)).length,
    };
  },
  'analysis.pairs': ({ db }, { group, a, b, rule, level, ...asked }) => {
    const scope = gather(db, asked);
    const query = { ...scope, group, a: requireCode(db, scope, a).id, b: requireCode(db, scope, b).id, rule, level };
    const { together: _together, ...numbers } = pairNumbers(query);
    return { places: namePlaces(db, scope, placesBehind(query)), ...numbers };
  },
};

/** The quotes of merged ranges with place, context and the codings they were merged from. */
export function nameQuotes(
  db: ReadableDb,
  scope: Scope,
  ranges: readonly QuoteRange[],
  rollup: boolean,
): Output<'analysis.quotes'>['quotes'] {
  const place = placer(db, scope);
  const paths = new Map(scope.placed.map((code) => [code.id, code.path]));
  const codeIds = new Set(ranges.flatMap((range) => (rollup ? [...subtreeIds(scope.placed, range.codeId)] : [range.codeId])));
  const codings = Map.groupBy(
    listCodingsOf(db, codeIds, new Set(ranges.map((range) => range.interviewId))).filter(
      (coding) => scope.coderId === null || coding.coderId === scope.coderId,
    ),
    (coding) => coding.interviewId,
  );
  return ranges.map((range) => {
    const from = (codings.get(range.interviewId) ?? []).filter((coding) => overlaps(coding, range));
    const text = place.text(range.interviewId);
    return {
      ...place.of(range.interviewId, range),
      code: paths.get(range.codeId) ?? '',
      text: text.slice(range.start, range.end),
      ...sentenceContext(text, range),
      key: from.some((coding) => coding.key),
      codingIds: from.map((coding) => coding.id),
    };
  });
}

function namePlaces(db: ReadableDb, scope: Scope, places: readonly PairPlace[]): Output<'analysis.pairs'>['places'] {
  const place = placer(db, scope);
  return places.map((pair) => ({
    ...place.of(pair.interviewId, shown(pair)),
    segments: segmentsOf(place.text(pair.interviewId), pair),
  }));
}

// A unit as long as an interview is not shown whole: from its first range to its last.
function shown({ unit, a, b }: PairPlace): TextRange {
  const ranges = [...a, ...b];
  if (ranges.length === 0) return unit;
  return { start: Math.min(...ranges.map((r) => r.start)), end: Math.max(...ranges.map((r) => r.end)) };
}

const LONGEST_GAP = 240;

function segmentsOf(text: string, pair: PairPlace): { text: string; a: boolean; b: boolean }[] {
  const within = shown(pair);
  const cuts = [
    ...new Set([within.start, within.end, ...[...pair.a, ...pair.b].flatMap((range) => [range.start, range.end])]),
  ].sort((x, y) => x - y);
  return cuts.slice(0, -1).map((start, n) => {
    const piece = { start, end: cuts[n + 1] ?? start };
    const own = { a: pair.a.some((range) => overlaps(range, piece)), b: pair.b.some((range) => overlaps(range, piece)) };
    const said = text.slice(piece.start, piece.end);
    const long = !own.a && !own.b && said.length > LONGEST_GAP;
    return { text: long ? `${said.slice(0, 60)} […] ${said.slice(-60)}` : said, ...own };
  });
}

type Placed = {
  interviewId: number;
  interview: string;
  set: string;
  participant: string;
  turn: number;
  start: number;
  end: number;
};

function placer(db: ReadableDb, scope: Scope): { text: (id: number) => string; of: (id: number, range: TextRange) => Placed } {
  const interviews = new Map(listInterviews(db).map((interview) => [interview.id, interview]));
  const rows = new Map(scope.interviews.map((row) => [row.id, row]));
  const speaker = speakerAt(db);
  const texts = new Map<number, string>();
  const text = (id: number): string => {
    const known = texts.get(id) ?? getText(db, id);
    texts.set(id, known);
    return known;
  };
  const of = (id: number, range: TextRange): Placed => ({
    interviewId: id,
    interview: interviews.get(id)?.name ?? '',
    set: interviews.get(id)?.set ?? '',
    participant: speaker(id, range.start),
    turn: turnNumber(rows.get(id)?.turns ?? [], range.start),
    start: range.start,
    end: range.end,
  });
  return { text, of };
}

// Context stays in the paragraph and begins at a word.
export function sentenceContext(text: string, range: TextRange): { before: string; after: string } {
  const { before, after } = contextOf(text, range, CONTEXT);
  const start = before.slice(before.lastIndexOf('\n') + 1);
  const end = after.split('\n')[0] ?? '';
  return {
    before: start.length === CONTEXT ? start.slice(start.indexOf(' ') + 1) : start,
    after: end.length === CONTEXT ? end.slice(0, Math.max(0, end.lastIndexOf(' '))) : end,
  };
}

type Mutable<T> = T extends readonly (infer U)[]
  ? Mutable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

// The answers of src/analysis are read-only; the contract's types, which follow from its schemas, are not.
export function mutable<T>(value: T): Mutable<T> {
  return value as Mutable<T>;
}
