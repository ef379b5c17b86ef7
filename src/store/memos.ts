// Memos: a note on the project, or on one interview, code, coding or participant; and the research journal, of which a day may have several.

import type { MEMO_ON } from '../domain/memo.ts';
import { all, one, type ReadableDb, run, type WritableDb } from './database.ts';

export type MemoOn = (typeof MEMO_ON)[number];
/** `date`: of an entry of the journal. What is of its coding is empty for another memo. */
export type Memo = {
  readonly id: number;
  readonly on: MemoOn | 'journal';
  readonly targetId: number | null;
  readonly date: string | null;
  readonly text: string;
  readonly coder: string;
  readonly at: string;
  readonly coding: {
    readonly interviewId: number;
    readonly codeId: number;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  } | null;
};

type MemoRow = {
  id: number;
  interviewId: number | null;
  codeId: number | null;
  codingId: number | null;
  participantId: number | null;
  date: string | null;
  text: string;
  coder: string;
  at: string;
  inInterview: number;
  withCode: number;
  start: number;
  end: number;
  quote: string;
};

const WHERE: Record<MemoOn, string> = {
  project:
    'interview_id is null and code_id is null and coding_id is null and participant_id is null and journal_date is null and ? is null',
  interview: 'interview_id = ?',
  code: 'code_id = ?',
  coding: 'coding_id = ?',
  participant: 'participant_id = ?',
};

/** All of them, newest first. */
export function listMemos(db: ReadableDb): Memo[] {
  const rows = all<MemoRow>(
    db,
    `select m.id, m.interview_id as interviewId, m.code_id as codeId, m.coding_id as codingId, m.participant_id as participantId,
       m.journal_date as date, m.text, r.name as coder, m.at,
       c.interview_id as inInterview, c.code_id as withCode, c.start, c.end, c.quote
     from memo m join coder r on r.id = m.coder_id left join coding c on c.id = m.coding_id
     order by m.at desc, m.id desc`,
  );
  return rows.map(toMemo);
}

/** The memo texts of the codings of one interview, by coding. */
export function listCodingMemos(db: ReadableDb, interviewId: number): Map<number, string> {
  const rows = all<{ id: number; text: string }>(
    db,
    'select m.coding_id as id, m.text from memo m join coding c on c.id = m.coding_id where c.interview_id = ?',
    interviewId,
  );
  return new Map(rows.map((row) => [row.id, row.text]));
}

/** The text of the memo on a target; empty when there is none. */
export function getMemoText(db: ReadableDb, on: MemoOn, targetId: number | null): string {
  return one<{ text: string }>(db, `select text from memo where ${WHERE[on]}`, targetId)?.text ?? '';
}

/** Writes the memo on a target; an empty text removes it. `coderOf` is asked only when there is something to write. */
export function setMemo(
  db: WritableDb,
  on: MemoOn,
  targetId: number | null,
  text: string,
  coderOf: () => number,
  at: string,
): void {
  const now = one<{ id: number; text: string }>(db, `select id, text from memo where ${WHERE[on]}`, targetId);
  if (now?.text === text || (!now && text === '')) return;
  if (text === '') deleteMemo(db, now?.id ?? 0);
  else if (now) updateMemo(db, now.id, text, coderOf(), at);
  else {
    const target = (kind: MemoOn): number | null => (kind === on ? targetId : null);
    run(
      db,
      'insert into memo (interview_id, code_id, coding_id, participant_id, text, coder_id, at) values (?, ?, ?, ?, ?, ?, ?)',
      target('interview'),
      target('code'),
      target('coding'),
      target('participant'),
      text,
      coderOf(),
      at,
    );
  }
}

export function getEntry(db: ReadableDb, id: number): { readonly text: string; readonly date: string } | undefined {
  return one(db, 'select text, journal_date as date from memo where id = ? and journal_date is not null', id);
}

export function insertEntry(db: WritableDb, date: string, text: string, coderId: number, at: string): number {
  return run(db, 'insert into memo (journal_date, text, coder_id, at) values (?, ?, ?, ?)', date, text, coderId, at).id;
}

export function updateEntry(db: WritableDb, id: number, date: string, text: string, coderId: number, at: string): void {
  run(db, 'update memo set journal_date = ?, text = ?, coder_id = ?, at = ? where id = ?', date, text, coderId, at, id);
}

export function updateMemo(db: WritableDb, id: number, text: string, coderId: number, at: string): void {
  run(db, 'update memo set text = ?, coder_id = ?, at = ? where id = ?', text, coderId, at, id);
}

export function deleteMemo(db: WritableDb, id: number): void {
  run(db, 'delete from memo where id = ?', id);
}

/** Moves the memo of one code, coding or participant to another: appended when that one has a memo already. */
export function moveMemo(db: WritableDb, on: 'code' | 'coding' | 'participant', fromId: number, intoId: number): void {
  const from = one<{ id: number; text: string }>(db, `select id, text from memo where ${WHERE[on]}`, fromId);
  const into = one<{ id: number; text: string }>(db, `select id, text from memo where ${WHERE[on]}`, intoId);
  if (!from) return;
  if (!into) {
    run(db, `update memo set ${on}_id = ? where id = ?`, intoId, from.id);
    return;
  }
  run(db, 'update memo set text = ? where id = ?', `${into.text}\n\n${from.text}`, into.id);
  deleteMemo(db, from.id);
}

/** Links in memos to a code or coding that becomes one with another lead to that one from now on. */
export function moveLinks(db: WritableDb, kind: 'code' | 'quote', fromId: number, intoId: number): void {
  const link = (id: number): string => `](${kind}:${id})`;
  run(db, 'update memo set text = replace(text, ?, ?) where instr(text, ?) > 0', link(fromId), link(intoId), link(fromId));
}

function toMemo(row: MemoRow): Memo {
  const { id, date, text, coder, at } = row;
  const memo = (on: Memo['on'], targetId: number | null, coding: Memo['coding'] = null): Memo => ({
    id,
    on,
    targetId,
    date,
    text,
    coder,
    at,
    coding,
  });
  if (row.interviewId !== null) return memo('interview', row.interviewId);
  if (row.codeId !== null) return memo('code', row.codeId);
  if (row.participantId !== null) return memo('participant', row.participantId);
  if (row.date !== null) return memo('journal', null);
  if (row.codingId === null) return memo('project', null);
  const { inInterview: interviewId, withCode: codeId, start, end, quote } = row;
  return memo('coding', row.codingId, { interviewId, codeId, start, end, quote });
}
