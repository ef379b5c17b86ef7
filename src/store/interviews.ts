// Interviews, their sets, texts and turns.

import { nameKey } from '../domain/code.ts';
import type { Transcript, Turn } from '../domain/interview.ts';
import { all, driver, one, type ReadableDb, run, type WritableDb } from './database.ts';
import { nextId } from './numbers.ts';

export type InterviewSet = { readonly id: number; readonly name: string; readonly interviews: number };
export type Interview = {
  readonly id: number;
  readonly setId: number;
  readonly set: string;
  readonly name: string;
  readonly city: string;
  readonly date: string;
  readonly collector: string;
  readonly file: string;
  readonly words: number;
  readonly textVersion: number;
};
export type NewInterview = Omit<Interview, 'id' | 'set'> & {
  readonly sha256: string;
  readonly transcript: Transcript;
};

export function listSets(db: ReadableDb): InterviewSet[] {
  return all(
    db,
    'select s.id, s.name, count(i.id) as interviews from interview_set s left join interview i on i.set_id = s.id group by s.id order by s.id',
  );
}

/** The set of this name, compared without case; made when it isn't there. */
export function ensureSet(db: WritableDb, name: string): number {
  const key = nameKey(name);
  return (
    one<{ id: number }>(db, 'select id from interview_set where name_key = ?', key)?.id ??
    run(db, 'insert into interview_set (name, name_key) values (?, ?)', name, key).id
  );
}

export function getSet(db: ReadableDb, id: number): InterviewSet | undefined {
  return listSets(db).find((set) => set.id === id);
}

export function getSetByName(db: ReadableDb, name: string): { id: number; name: string } | undefined {
  return one(db, 'select id, name from interview_set where name_key = ?', nameKey(name));
}

export function updateSetName(db: WritableDb, id: number, name: string): void {
  run(db, 'update interview_set set name = ?, name_key = ? where id = ?', name, nameKey(name), id);
}

export function deleteSet(db: WritableDb, id: number): void {
  run(db, 'delete from interview_set where id = ?', id);
}

const COLUMNS =
  'i.id, i.set_id as setId, s.name as "set", i.name, i.city, i.date, i.collector, i.file, i.words, i.text_version as textVersion';
const FROM = 'from interview i join interview_set s on s.id = i.set_id';

/** In the order of their sets, then by name as people sort names (DH-2 before DH-10). */
export function listInterviews(db: ReadableDb): Interview[] {
  const rows = all<Interview>(db, `select ${COLUMNS} ${FROM}`);
  const collator = new Intl.Collator('nl', { numeric: true });
  return rows.sort((a, b) => a.setId - b.setId || collator.compare(a.name, b.name) || a.id - b.id);
}

export function getInterview(db: ReadableDb, id: number): Interview | undefined {
  return one(db, `select ${COLUMNS} ${FROM} where i.id = ?`, id);
}

export function getInterviewByName(db: ReadableDb, name: string): Interview | undefined {
  return one(db, `select ${COLUMNS} ${FROM} where i.name_key = ?`, nameKey(name));
}

export function getInterviewNameByHash(db: ReadableDb, sha256: string): string | null {
  return one<{ name: string }>(db, 'select name from interview where sha256 = ?', sha256)?.name ?? null;
}

export function listInterviewNameKeys(db: ReadableDb): Set<string> {
  return new Set(all<{ key: string }>(db, 'select name_key as key from interview').map((row) => row.key));
}

export function insertInterview(db: WritableDb, interview: NewInterview): number {
  const { id } = run(
    db,
    'insert into interview (id, set_id, name, name_key, city, date, collector, file, sha256, words, text_version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    nextId(db, 'interview'),
    interview.setId,
    interview.name,
    nameKey(interview.name),
    interview.city,
    interview.date,
    interview.collector,
    interview.file,
    interview.sha256,
    interview.words,
    interview.textVersion,
  );
  run(db, 'insert into interview_text (interview_id, text) values (?, ?)', id, interview.transcript.text);
  replaceTurns(db, id, interview.transcript.turns);
  return id;
}

export type InterviewChange = {
  readonly name?: string | undefined;
  readonly setId?: number | undefined;
  readonly city?: string | undefined;
  readonly date?: string | undefined;
  readonly collector?: string | undefined;
};

export function updateInterview(db: WritableDb, id: number, change: InterviewChange): void {
  const now = getInterview(db, id);
  if (!now) return;
  const next = {
    name: change.name ?? now.name,
    setId: change.setId ?? now.setId,
    city: change.city ?? now.city,
    date: change.date ?? now.date,
    collector: change.collector ?? now.collector,
  };
  run(
    db,
    'update interview set name = ?, name_key = ?, set_id = ?, city = ?, date = ?, collector = ? where id = ?',
    next.name,
    nameKey(next.name),
    next.setId,
    next.city,
    next.date,
    next.collector,
    id,
  );
}

/** Removes the interview with its text, turns, participants' places, codings and memos; row by row, so that the history can put all back. */
export function deleteInterview(db: WritableDb, id: number): void {
  run(db, 'delete from memo where interview_id = ? or coding_id in (select id from coding where interview_id = ?)', id, id);
  run(db, 'delete from coding where interview_id = ?', id);
  run(db, 'delete from interview_participant where interview_id = ?', id);
  run(db, 'delete from turn where interview_id = ?', id);
  run(db, 'delete from interview_text where interview_id = ?', id);
  run(db, 'delete from interview where id = ?', id);
}

/** The stored text: what offsets count in. */
export function getText(db: ReadableDb, id: number): string {
  return one<{ text: string }>(db, 'select text from interview_text where interview_id = ?', id)?.text ?? '';
}

/** The number, from 1, of the turn at an offset: the last that begins there or before; null when there is none. */
export function getTurnNumber(db: ReadableDb, interviewId: number, offset: number): number | null {
  const sql = 'select count(*) as n from turn where interview_id = ? and start <= ?';
  return one<{ n: number }>(db, sql, interviewId, offset)?.n || null;
}

export function listTurns(db: ReadableDb, id: number): Turn[] {
  return all(db, 'select start, end, speaker, time_ms as timeMs from turn where interview_id = ? order by position', id);
}

/** Replaces text and turns, and counts the version up: whoever still holds the old version is told so by `conflict`. */
export function replaceTranscript(db: WritableDb, id: number, transcript: Transcript, words: number): void {
  run(db, 'update interview_text set text = ? where interview_id = ?', transcript.text, id);
  run(db, 'update interview set words = ?, text_version = text_version + 1 where id = ?', words, id);
  replaceTurns(db, id, transcript.turns);
}

/** Writes the turns that are other than they were; the history notes no others. */
export function replaceTurns(db: WritableDb, id: number, turns: readonly Turn[]): void {
  const before = listTurns(db, id);
  turns.forEach((turn, position) => {
    const now = before[position];
    if (!now) insertTurn(db, id, position, turn);
    else if (!isSameTurn(now, turn)) updateTurn(db, id, position, turn);
  });
  if (before.length > turns.length) run(db, 'delete from turn where interview_id = ? and position >= ?', id, turns.length);
}

function isSameTurn(a: Turn, b: Turn): boolean {
  return a.start === b.start && a.end === b.end && a.speaker === b.speaker && a.timeMs === b.timeMs;
}

function updateTurn(db: WritableDb, id: number, position: number, turn: Turn): void {
  run(
    db,
    'update turn set start = ?, end = ?, speaker = ?, time_ms = ? where interview_id = ? and position = ?',
    turn.start,
    turn.end,
    turn.speaker,
    turn.timeMs,
    id,
    position,
  );
}

export function listInterviewIds(db: ReadableDb): number[] {
  return all<{ id: number }>(db, 'select id from interview order by id').map((row) => row.id);
}

const AMONG = 'interview_id in (select value from json_each(?))';

export function countTurns(db: ReadableDb, interviewIds: readonly number[]): Map<number, number> {
  const sql = `select interview_id as id, count(*) as n from turn where ${AMONG} group by 1`;
  return new Map(all<{ id: number; n: number }>(db, sql, JSON.stringify(interviewIds)).map((row) => [row.id, row.n]));
}

/** Per interview the turns that at least one coding touches. One walk along both: a query would hold every coding to every turn. */
export function countCodedTurns(db: ReadableDb, interviewIds: readonly number[]): Map<number, number> {
  type Row = [interviewId: number, start: number, end: number];
  const ids = JSON.stringify(interviewIds);
  const rows = (sql: string): Row[] => driver(db).prepare(sql).raw().all(ids) as Row[];
  const codings = rows(`select interview_id, start, end from coding where start < end and ${AMONG} order by interview_id, start`);
  const turns = `select interview_id, start, end from turn where ${AMONG} order by interview_id, position`;
  const counts = new Map<number, number>();
  let interview = 0;
  let reach = 0;
  let at = 0;
  for (const [id, start, end] of rows(turns)) {
    if (id !== interview) reach = 0;
    interview = id;
    for (let coding = codings[at]; coding && (coding[0] < id || (coding[0] === id && coding[1] < end)); coding = codings[++at]) {
      if (coding[0] === id) reach = Math.max(reach, coding[2]);
    }
    if (reach > start) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function insertTurn(db: WritableDb, id: number, position: number, turn: Turn): void {
  run(
    db,
    'insert into turn (interview_id, position, start, end, speaker, time_ms) values (?, ?, ?, ?, ?, ?)',
    id,
    position,
    turn.start,
    turn.end,
    turn.speaker,
    turn.timeMs,
  );
}
