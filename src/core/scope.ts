// What an analysis is asked over: interviews with their groups, codes in codebook order, and codings, gathered from the store once.

import type { AnalysisScope } from '../contract/analysis.ts';
import type { CodeRow, CodingRow, InterviewRow } from '../domain/analysis.ts';
import { nameKey, type PlacedCode, parsePath, placeCodes } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { type TextRange, wordStarts } from '../domain/text.ts';
import { listCodes } from '../store/codes.ts';
import { getCoderByName, listCodingRanges } from '../store/codings.ts';
import { changeMark, type ReadableDb } from '../store/database.ts';
import { getSetByName, getText, type Interview, listInterviews, listSets, listTurns } from '../store/interviews.ts';
import { getAttributeByName, listAttributeValues, listParticipants, listPlaces, type Place } from '../store/participants.ts';
import { findPath } from './code-tree.ts';

export type Scope = {
  readonly interviews: readonly InterviewRow[];
  readonly groups: readonly string[];
  readonly placed: readonly PlacedCode[];
  readonly codes: readonly CodeRow[];
  readonly codings: readonly CodingRow[];
  readonly coderId: number | null;
};

/** The only group of `by: 'all'`. */
export const ALL = '';

/** Gathers a scope. Errors: `not-found` for a set, coder or attribute that isn't there. */
export function gather(db: ReadableDb, { by, sets, coder }: AnalysisScope): Scope {
  const wanted = sets?.map((name) => requireSet(db, name));
  const interviews = listInterviews(db).filter((interview) => wanted?.includes(interview.setId) ?? true);
  const groupsOf = grouping(db, by);
  const rows = interviews.map((interview) => toRow(db, interview, groupsOf(interview)));
  const placed = placeCodes(listCodes(db));
  return {
    interviews: rows,
    groups: orderGroups(db, by, rows),
    placed,
    codes: placed.map(({ id, parentId, path }) => ({ id, parentId, path })),
    codings: listCodingRanges(db),
    coderId: coder === undefined ? null : requireCoder(db, coder),
  };
}

/** The code that a path names. Errors: `not-found`. */
export function requireCode(db: ReadableDb, scope: Scope, path: string): PlacedCode {
  const id = findPath(db, parsePath(path));
  const code = scope.placed.find((c) => c.id === id);
  if (!code) throw new DraadError('not-found', `There is no code ${path}`, 'code');
  return code;
}

/** The number of the turn, from 1, that holds an offset. */
export function turnNumber(turns: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}

// Words and turns are read when they are asked for: most questions ask for one of them or for neither, and they are by far the
// most there is to read.
function toRow(db: ReadableDb, { id, name }: Interview, groups: readonly string[]): InterviewRow {
  let words: readonly number[] | null = null;
  let turns: InterviewRow['turns'] | null = null;
  return {
    id,
    name,
    groups,
    get wordStarts() {
      words ??= wordsOf(db, id);
      return words;
    },
    get turns() {
      turns ??= listTurns(db, id);
      return turns;
    },
  };
}

type Words = { mark: string; readonly text: string; readonly starts: readonly number[] };

// Finding words costs far more than reading the text, and texts change seldom: kept as long as the text is the same. The text is
// only read again when anything at all has been written since.
const words = new WeakMap<ReadableDb, Map<number, Words>>();

function wordsOf(db: ReadableDb, id: number): readonly number[] {
  const cache = words.get(db) ?? new Map<number, Words>();
  words.set(db, cache);
  const mark = changeMark(db);
  const known = cache.get(id);
  if (known?.mark === mark) return known.starts;
  const text = getText(db, id);
  if (known?.text === text) {
    known.mark = mark;
    return known.starts;
  }
  const starts = wordStarts(text);
  cache.set(id, { mark, text, starts });
  return starts;
}

function grouping(db: ReadableDb, by: string): (interview: Interview) => string[] {
  if (by === 'all') return () => [ALL];
  if (by === 'set') return (interview) => [interview.set];
  if (by === 'city') return (interview) => [interview.city];
  const attribute = getAttributeByName(db, by);
  if (!attribute)
    throw new DraadError(
      'not-found',
      `There is no attribute ${by}; group by set, city, all or an attribute of participants`,
      'by',
    );
  const values = listAttributeValues(db);
  const places = Map.groupBy(listPlaces(db), (place) => place.interviewId);
  return (interview) => {
    const own = (places.get(interview.id) ?? []).map((place) => values.get(place.participantId)?.[attribute.name] ?? '');
    return own.length === 0 ? [''] : [...new Set(own)];
  };
}

// Sets in the order they were made; other groups as people sort names, those without a value last.
function orderGroups(db: ReadableDb, by: string, interviews: readonly InterviewRow[]): string[] {
  const present = new Set(interviews.flatMap((interview) => interview.groups));
  if (by === 'all') return [ALL];
  if (by === 'set')
    return listSets(db)
      .map((set) => set.name)
      .filter((name) => present.has(name));
  const collator = new Intl.Collator('nl', { numeric: true });
  return [...present].sort((a, b) => Number(a === '') - Number(b === '') || collator.compare(a, b));
}

export function requireSet(db: ReadableDb, name: string): number {
  const set = getSetByName(db, name);
  if (!set) throw new DraadError('not-found', `There is no interview set ${name}`, 'sets');
  return set.id;
}

export function requireCoder(db: ReadableDb, name: string): number {
  const coder = getCoderByName(db, name);
  if (!coder) throw new DraadError('not-found', `There is no coder ${name}`, 'coder');
  return coder.id;
}

/**
 * The ids of the participants who speak where a range begins: those under the label of the turn. Everyone in the interview only where
 * labels can't tell: the turn has none, or no participant has one. Nobody where another speaks, such as the interviewer.
 */
export function speakersAt(db: ReadableDb): (interviewId: number, offset: number) => number[] {
  const places = Map.groupBy(listPlaces(db), (place) => place.interviewId);
  const turns = new Map<number, ReturnType<typeof listTurns>>();
  return (interviewId, offset) => {
    const known = turns.get(interviewId) ?? listTurns(db, interviewId);
    turns.set(interviewId, known);
    return speakingUnder(places.get(interviewId) ?? [], known[turnNumber(known, offset) - 1]?.speaker ?? null);
  };
}

/** The ids of those of the people in an interview who speak under a label, as `speakersAt` tells them. */
export function speakingUnder(places: readonly Place[], label: string | null): number[] {
  const labelled = label !== null && places.some((place) => place.speaker !== '');
  const speaking = labelled ? places.filter((place) => nameKey(place.speaker) === nameKey(label)) : places;
  return speaking.map((place) => place.participantId);
}

/** The same as pseudonyms; empty where no participant speaks. */
export function speakerAt(db: ReadableDb): (interviewId: number, offset: number) => string {
  const names = new Map(listParticipants(db).map((participant) => [participant.id, participant.name]));
  const ids = speakersAt(db);
  return (interviewId, offset) =>
    ids(interviewId, offset)
      .map((id) => names.get(id) ?? '')
      .join(', ');
}
