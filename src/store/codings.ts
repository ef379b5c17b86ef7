// Codings and coders. A coding is a range plus the quote and a little context.

import { nameKey } from '../domain/code.ts';
import type { TextRange } from '../domain/text.ts';
import { all, driver, one, type ReadableDb, run, type WritableDb } from './database.ts';
import { nextId } from './numbers.ts';

export type Coding = TextRange & {
  readonly id: number;
  readonly interviewId: number;
  readonly codeId: number;
  readonly coderId: number;
  readonly at: string;
  readonly key: boolean;
  readonly quote: string;
  /** The version of the code's meaning it was made under; 0: it came here by merging. */
  readonly codeVersion: number;
};
export type NewCoding = Omit<Coding, 'id' | 'key' | 'codeVersion'> & { readonly before: string; readonly after: string };
export type Coder = { readonly id: number; readonly name: string; readonly codings: number };

type CodingRow = Omit<Coding, 'key'> & { readonly key: number };

const COLUMNS =
  'id, interview_id as interviewId, start, end, code_id as codeId, coder_id as coderId, at, key, quote, code_version as codeVersion';

/** Which codings of an interview: with these ids, or that touch these turns (from 0, both included; one without text counts where it was). */
export type Some = { readonly ids?: readonly number[] | undefined; readonly turns?: { from: number; to: number } | undefined };

/** From the start of the text. */
export function listCodings(db: ReadableDb, interviewId: number, { ids, turns }: Some = {}): Coding[] {
  const among = ids ? 'and id in (select value from json_each(?))' : '';
  const touching = turns
    ? `and start <= (select max(end) from turn where interview_id = ? and position between ? and ?)
       and end >= (select min(start) from turn where interview_id = ? and position between ? and ?)`
    : '';
  const within = turns ? [interviewId, turns.from, turns.to, interviewId, turns.from, turns.to] : [];
  return all<CodingRow>(
    db,
    `select ${COLUMNS} from coding where interview_id = ? ${among} ${touching} order by start, end, code_id, id`,
    interviewId,
    ...(ids ? [JSON.stringify(ids)] : []),
    ...within,
  ).map(toCoding);
}

export function getCoding(db: ReadableDb, id: number): Coding | undefined {
  const row = one<CodingRow>(db, `select ${COLUMNS} from coding where id = ?`, id);
  return row && toCoding(row);
}

/** The same code by the same coder on the same range, if it is there. */
export function findCoding(
  db: ReadableDb,
  coding: Pick<Coding, 'interviewId' | 'start' | 'end' | 'codeId' | 'coderId'>,
): number | null {
  return (
    one<{ id: number }>(
      db,
      'select id from coding where interview_id = ? and start = ? and end = ? and code_id = ? and coder_id = ?',
      coding.interviewId,
      coding.start,
      coding.end,
      coding.codeId,
      coding.coderId,
    )?.id ?? null
  );
}

/** Under the code as it is defined now. */
export function insertCoding(db: WritableDb, coding: NewCoding): number {
  return run(
    db,
    'insert into coding (id, interview_id, start, end, code_id, coder_id, at, quote, before, after, code_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select version from code where id = ?))',
    nextId(db, 'coding'),
    coding.interviewId,
    coding.start,
    coding.end,
    coding.codeId,
    coding.coderId,
    coding.at,
    coding.quote,
    coding.before,
    coding.after,
    coding.codeId,
  ).id;
}

/** A coding as another one is, on another place: by the same coder at the same moment, and a key quote if that one is. */
export function insertCodingLike(
  db: WritableDb,
  id: number,
  place: TextRange & { quote: string; before: string; after: string },
): number {
  return run(
    db,
    'insert into coding (id, interview_id, start, end, code_id, coder_id, at, key, quote, before, after, code_version) select ?, interview_id, ?, ?, code_id, coder_id, at, key, ?, ?, ?, code_version from coding where id = ?',
    nextId(db, 'coding'),
    place.start,
    place.end,
    place.quote,
    place.before,
    place.after,
    id,
  ).id;
}

export function updateCodingPlace(
  db: WritableDb,
  id: number,
  place: TextRange & { quote: string; before: string; after: string },
): void {
  run(
    db,
    'update coding set start = ?, end = ?, quote = ?, before = ?, after = ? where id = ?',
    place.start,
    place.end,
    place.quote,
    place.before,
    place.after,
    id,
  );
}

/** Moves the place of a coding whose text is gone; it keeps the quote and context by which it can be found again. */
export function updateLostPlace(db: WritableDb, id: number, at: number): void {
  run(db, 'update coding set start = ?, end = ? where id = ?', at, at, id);
}

export type LostCoding = Coding & { readonly before: string; readonly after: string };

/** The codings that wait to be checked, in one interview or in all; with the context they had. */
export function listLostCodings(db: ReadableDb, interviewId: number | null): LostCoding[] {
  return all<CodingRow & { before: string; after: string }>(
    db,
    `select ${COLUMNS}, before, after from coding where start = end and (? is null or interview_id = ?) order by interview_id, start, code_id, id`,
    interviewId,
    interviewId,
  ).map(toLost);
}

/** Gives a coding another code. `version` is that of the code it is judged by; 0 when it was made under another code. */
export function updateCodingCode(db: WritableDb, id: number, codeId: number, version: number): void {
  run(db, 'update coding set code_id = ?, code_version = ? where id = ? and code_id <> ?', codeId, version, id, codeId);
}

export function updateCodingKey(db: WritableDb, id: number, key: boolean): void {
  run(db, 'update coding set key = ? where id = ? and key <> ?', key ? 1 : 0, id, key ? 1 : 0);
}

export function deleteCoding(db: WritableDb, id: number): void {
  run(db, 'delete from memo where coding_id = ?', id);
  run(db, 'delete from coding where id = ?', id);
}

export function listCodingIdsOfCode(db: ReadableDb, codeId: number): number[] {
  return all<{ id: number }>(db, 'select id from coding where code_id = ? order by id', codeId).map((row) => row.id);
}

export function deleteCodingsOfCode(db: WritableDb, codeId: number): number {
  run(db, 'delete from memo where coding_id in (select id from coding where code_id = ?)', codeId);
  return run(db, 'delete from coding where code_id = ?', codeId).changes;
}

/** A coding as counting wants it. */
export type PlacedRange = TextRange & { readonly interviewId: number; readonly codeId: number; readonly coderId: number };

/** All codings with text under them, as analysis wants them: ordered by interview and place. */
export function listCodingRanges(db: ReadableDb): PlacedRange[] {
  return toRanges(driver(db).prepare(`${RANGES} where start < end ${BY_PLACE}`).raw().all());
}

/** All codings of some interviews, also those whose text is gone; in the same order. */
export function codingRangesIn(db: ReadableDb, interviewIds: readonly number[]): PlacedRange[] {
  const among = 'where interview_id in (select value from json_each(?))';
  return toRanges(driver(db).prepare(`${RANGES} ${among} ${BY_PLACE}`).raw().all(JSON.stringify(interviewIds)));
}

const RANGES = 'select interview_id, start, end, code_id, coder_id from coding';
const BY_PLACE = 'order by interview_id, start, end, code_id';

function toRanges(rows: readonly unknown[]): PlacedRange[] {
  return (rows as readonly [number, number, number, number, number][]).map(([interviewId, start, end, codeId, coderId]) => ({
    interviewId,
    start,
    end,
    codeId,
    coderId,
  }));
}

/** Every coding with its names, for export and for the quotes behind a number. */
export function listCodingsOf(db: ReadableDb, codeIds: ReadonlySet<number>, interviewIds: ReadonlySet<number>): Coding[] {
  return all<CodingRow>(
    db,
    `select ${COLUMNS} from coding where start < end and code_id in (select value from json_each(?)) and interview_id in (select value from json_each(?)) order by interview_id, start, end, id`,
    JSON.stringify([...codeIds]),
    JSON.stringify([...interviewIds]),
  ).map(toCoding);
}

/** The key quotes of the project: what was marked for the report. */
export function listKeyCodings(db: ReadableDb): Coding[] {
  return all<CodingRow>(db, `select ${COLUMNS} from coding where key = 1 and start < end order by id`).map(toCoding);
}

export function listCoderNames(db: ReadableDb): Map<number, string> {
  return new Map(all<Pick<Coder, 'id' | 'name'>>(db, 'select id, name from coder').map((coder) => [coder.id, coder.name]));
}

export function listCoders(db: ReadableDb): Coder[] {
  return all(
    db,
    'select r.id, r.name, count(c.id) as codings from coder r left join coding c on c.coder_id = r.id group by r.id order by r.id',
  );
}

export function getCoderByName(db: ReadableDb, name: string): { id: number; name: string } | undefined {
  return one(db, 'select id, name from coder where name_key = ?', nameKey(name));
}

export function ensureCoder(db: WritableDb, name: string): number {
  return getCoderByName(db, name)?.id ?? run(db, 'insert into coder (name, name_key) values (?, ?)', name, nameKey(name)).id;
}

export function updateCoderName(db: WritableDb, id: number, name: string): void {
  run(db, 'update coder set name = ?, name_key = ? where id = ?', name, nameKey(name), id);
}

function toCoding(row: CodingRow): Coding {
  return { ...row, key: row.key === 1 };
}

function toLost(row: CodingRow & { before: string; after: string }): LostCoding {
  return { ...toCoding(row), before: row.before, after: row.after };
}
