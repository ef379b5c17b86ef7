// What a question about fragments is asked over: names become ids, and conditions become the tests that `retrieve` runs.

import { type Fragment, type QuoteCoding, type RetrieveQuery, retrieve } from '../analysis/retrieve.ts';
import type { ParsedScope } from '../contract/quote.ts';
import { nameKey, type PlacedCode, parsePath, placeCodes, subtreeIds } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { lowerBound } from '../domain/text.ts';
import { listCodes } from '../store/codes.ts';
import type { ReadableDb } from '../store/database.ts';
import { type Interview, listInterviews } from '../store/interviews.ts';
import { getAttributeByName, listAttributeValues, listPlaces } from '../store/participants.ts';
import {
  contentMark,
  listCodingIdsWithMemo,
  listPlacedCodings,
  listQuotes,
  listTurnLabels,
  type TurnLabels,
} from '../store/quotes.ts';
import { findPath } from './code-tree.ts';
import { requireCoder, requireSet, speakingUnder } from './scope.ts';
import { holdsAll, parseQuery } from './search.ts';
import { whoAsksIn } from './speakers.ts';

export type QuoteScope = ParsedScope;

/** What is known of a project before anything is asked of it. */
export type Field = {
  readonly interviews: readonly Interview[];
  readonly placed: readonly PlacedCode[];
  readonly codings: readonly QuoteCoding[];
  readonly byInterview: ReadonlyMap<number, readonly QuoteCoding[]>;
  readonly voiceAt: (interviewId: number, offset: number) => Voice;
  /** Per participant the values by attribute name. */
  readonly values: ReadonlyMap<number, Readonly<Record<string, string>>>;
  readonly turns: ReadonlyMap<number, TurnLabels>;
};

/** Who speaks in a turn. `turn`: its number, from 1. `interviewer`: it is who asks the questions. */
export type Voice = {
  readonly turn: number;
  readonly label: string | null;
  readonly participants: readonly number[];
  readonly interviewer: boolean;
};

const fields = new WeakMap<ReadableDb, { readonly mark: string; readonly field: Field }>();

/** Gathered once, and again when anything was changed since: a list is asked page by page. */
export function gatherField(db: ReadableDb): Field {
  const mark = contentMark(db);
  const known = fields.get(db);
  if (known?.mark === mark) return known.field;
  const field = readField(db);
  fields.set(db, { mark, field });
  return field;
}

function readField(db: ReadableDb): Field {
  const codings = readCodings(db);
  const turns = listTurnLabels(db);
  return {
    interviews: listInterviews(db),
    placed: placeCodes(listCodes(db)),
    codings,
    byInterview: Map.groupBy(codings, (coding) => coding.interviewId),
    voiceAt: voices(db, turns),
    values: listAttributeValues(db),
    turns,
  };
}

function readCodings(db: ReadableDb): QuoteCoding[] {
  const memos = listCodingIdsWithMemo(db);
  const rows = listPlacedCodings(db);
  const lost = listQuotes(
    db,
    rows.filter((row) => row.start === row.end).map((row) => row.id),
  );
  return rows.map((row) => {
    const coding = { ...row, memo: memos.has(row.id) };
    return row.start < row.end ? coding : { ...coding, lost: lost.get(row.id) ?? '' };
  });
}

/** Who speaks where. Each turn that is asked for is looked up once. */
function voices(db: ReadableDb, turns: ReadonlyMap<number, TurnLabels>): Field['voiceAt'] {
  const places = Map.groupBy(listPlaces(db), (place) => place.interviewId);
  const known = new Map<number, Voice[]>();
  const labels = new Map<string, readonly number[]>();
  const speaking = (interviewId: number, label: string | null): readonly number[] => {
    const key = `${interviewId} ${label === null ? '' : `:${label}`}`;
    const ids = labels.get(key) ?? speakingUnder(places.get(interviewId) ?? [], label);
    labels.set(key, ids);
    return ids;
  };
  const whoAsks = whoAsksIn(db);
  const asking = new Map<number, ReadonlySet<string>>();
  const asks = (interviewId: number, label: string): boolean => {
    const own =
      asking.get(interviewId) ??
      whoAsks(
        interviewId,
        (turns.get(interviewId)?.speakers ?? []).map((speaker) => ({ speaker })),
      );
    asking.set(interviewId, own);
    return own.has(label);
  };
  const voiceOf = (interviewId: number, turn: number): Voice => {
    const label = turns.get(interviewId)?.speakers[turn - 1] ?? null;
    const participants = speaking(interviewId, label);
    return { turn, label, participants, interviewer: label !== null && asks(interviewId, label) };
  };
  return (interviewId, offset) => {
    const turn = Math.max(1, lowerBound(turns.get(interviewId)?.starts ?? [], offset + 1));
    const own = known.get(interviewId) ?? [];
    known.set(interviewId, own);
    const voice = own[turn] ?? voiceOf(interviewId, turn);
    own[turn] = voice;
    return voice;
  };
}

export type Found = { readonly fragments: readonly Fragment[]; readonly of: number };

/** The fragments of a scope by interview and place, and `of`: the interviews it could have them from. Errors: `not-found` for a name or id that isn't there. */
export function findFragments(db: ReadableDb, field: Field, scope: QuoteScope): Found {
  const interviews = interviewsIn(db, field, scope);
  const query: RetrieveQuery = {
    codings: field.codings,
    interviews: new Set(interviews.map((interview) => interview.id)),
    coderId: scope.coder === undefined ? null : requireCoder(db, scope.coder),
    ...codesAsked(db, field, scope.codes),
    toBeChecked: scope.toBeChecked,
    fits: codingTest(db, field, scope),
    holds: voiceTest(db, field, scope),
  };
  return { fragments: holding(db, retrieve(query), scope.text), of: interviews.length };
}

function interviewsIn(db: ReadableDb, field: Field, scope: QuoteScope): Interview[] {
  const sets = scope.sets && new Set(scope.sets.map((name) => requireSet(db, name)));
  const cities = scope.cities && new Set(scope.cities.map(nameKey));
  const ids = scope.interviews && new Set(scope.interviews);
  const missing = scope.interviews?.find((id) => !field.interviews.some((interview) => interview.id === id));
  if (missing !== undefined) throw new DraadError('not-found', `There is no interview ${missing}`, 'interviews');
  const hasVoice = attributeTest(db, field, scope);
  const people = scope.attributes?.length ? Map.groupBy(listPlaces(db), (place) => place.interviewId) : null;
  return field.interviews.filter(
    (interview) =>
      (sets?.has(interview.setId) ?? true) &&
      (cities?.has(nameKey(interview.city)) ?? true) &&
      (ids?.has(interview.id) ?? true) &&
      (people === null || hasVoice((people.get(interview.id) ?? []).map((place) => place.participantId))),
  );
}

function codesAsked(db: ReadableDb, field: Field, codes: QuoteScope['codes']): Pick<RetrieveQuery, 'lead' | 'beside' | 'none'> {
  const wide = (code: number | string): Set<number> => {
    const id = requireCodeId(db, field, code);
    return codes.withSubcodes ? subtreeIds(field.placed, id) : new Set([id]);
  };
  const union = (list: readonly (number | string)[]): Set<number> => new Set(list.flatMap((code) => [...wide(code)]));
  const [first, ...others] = codes.all;
  const any = union(codes.any);
  const lead = first !== undefined ? wide(first) : codes.any.length > 0 ? any : null;
  const beside = others.map(wide);
  if (first !== undefined && codes.any.length > 0) beside.push(any);
  return { lead, beside, none: union(codes.none) };
}

function requireCodeId(db: ReadableDb, field: Field, code: number | string): number {
  const id = typeof code === 'number' ? code : findPath(db, parsePath(code));
  if (id === null || !field.placed.some((placed) => placed.id === id))
    throw new DraadError('not-found', `There is no code ${code}`, 'codes');
  return id;
}

function codingTest(db: ReadableDb, field: Field, { key, withMemo, madeBefore }: QuoteScope): (coding: QuoteCoding) => boolean {
  if (madeBefore) requireCodeId(db, field, madeBefore.codeId);
  return (coding) =>
    (!key || coding.key) &&
    (!withMemo || coding.memo) &&
    (madeBefore === undefined || (coding.codeId === madeBefore.codeId && coding.version < madeBefore.version));
}

function voiceTest(db: ReadableDb, field: Field, scope: QuoteScope): (fragment: Fragment) => boolean {
  const speakers = scope.speakers && new Set(scope.speakers.map(nameKey));
  const speaks = attributeTest(db, field, scope);
  const { who } = scope;
  if (!speakers && who === undefined && !scope.attributes?.length) return () => true;
  return ({ interviewId, start }) => {
    const voice = field.voiceAt(interviewId, start);
    return (
      (speakers?.has(nameKey(voice.label ?? '')) ?? true) &&
      (who === undefined || (who === 'interviewer') === voice.interviewer) &&
      speaks(voice.participants)
    );
  };
}

/** Whether one of the participants has a value that is asked for of every attribute that is asked for. */
function attributeTest(db: ReadableDb, field: Field, { attributes }: QuoteScope): (participants: readonly number[]) => boolean {
  if (!attributes?.length) return () => true;
  const wanted = attributes.map(({ name, values }) => ({
    name: requireAttribute(db, name, 'attributes'),
    values: new Set(values.map(nameKey)),
  }));
  return (participants) =>
    participants.some((id) => wanted.every(({ name, values }) => values.has(nameKey(field.values.get(id)?.[name] ?? ''))));
}

/** The name of an attribute as it is stored. Errors: `not-found`. */
export function requireAttribute(db: ReadableDb, name: string, at: string): string {
  const attribute = getAttributeByName(db, name);
  if (!attribute) throw new DraadError('not-found', `There is no attribute ${name}`, at);
  return attribute.name;
}

/** Those whose quote holds all the words. */
function holding(db: ReadableDb, fragments: readonly Fragment[], text: string): readonly Fragment[] {
  if (text.trim() === '') return fragments;
  const phrases = parseQuery(text);
  if (phrases.length === 0) return [];
  const holds = holdsAll(phrases);
  const quotes = listQuotes(
    db,
    fragments.flatMap(({ codings }) => codings[0]?.id ?? []),
  );
  return fragments.filter(({ codings }) => holds(quotes.get(codings[0]?.id ?? 0) ?? ''));
}

/** The scope once without each of its conditions, by the name of what was left out. */
export function withoutEach(scope: QuoteScope): { condition: string; scope: QuoteScope }[] {
  const { codes } = scope;
  const less: (readonly [string, boolean, Partial<QuoteScope>])[] = [
    ['codes.all', codes.all.length > 0, { codes: { ...codes, all: [] } }],
    ['codes.any', codes.any.length > 0, { codes: { ...codes, any: [] } }],
    ['codes.none', codes.none.length > 0, { codes: { ...codes, none: [] } }],
    ['sets', scope.sets !== undefined, { sets: undefined }],
    ['cities', scope.cities !== undefined, { cities: undefined }],
    ['interviews', scope.interviews !== undefined, { interviews: undefined }],
    ...(scope.attributes ?? []).map(
      ({ name }) =>
        [`attribute:${name}`, true, { attributes: scope.attributes?.filter((other) => other.name !== name) }] as const,
    ),
    ['speakers', scope.speakers !== undefined, { speakers: undefined }],
    ['who', scope.who !== undefined, { who: undefined }],
    ['coder', scope.coder !== undefined, { coder: undefined }],
    ['text', scope.text.trim() !== '', { text: '' }],
    ['key', scope.key, { key: false }],
    ['withMemo', scope.withMemo, { withMemo: false }],
    ['toBeChecked', scope.toBeChecked, { toBeChecked: false }],
    ['madeBefore', scope.madeBefore !== undefined, { madeBefore: undefined }],
  ];
  return less.flatMap(([condition, given, change]) => (given ? [{ condition, scope: { ...scope, ...change } }] : []));
}
