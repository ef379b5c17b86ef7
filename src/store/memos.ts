// Memos: a note on the project, or on one interview, code or coding.

import { all, one, type ReadableDb, run, type WritableDb } from './database.ts';

export type MemoOn = 'project' | 'interview' | 'code' | 'coding';
export type Memo = {
  readonly id: number;
  readonly on: MemoOn;
  readonly targetId: number | null;
  readonly text: string;
  readonly coder: string;
  readonly at: string;
};

type MemoRow = {
  id: number;
  interviewId: number | null;
  codeId: number | null;
  codingId: number | null;
  text: string;
  coder: string;
  at: string;
};

const WHERE: Record<MemoOn, string> = {
  project: 'interview_id is null and code_id is null and coding_id is null and ? is null',
  interview: 'interview_id = ?',
  code: 'code_id = ?',
  coding: 'coding_id = ?',
};

export function listMemos(db: ReadableDb): Memo[] {
  const rows = all<MemoRow>(
    db,
    'select m.id, m.interview_id as interviewId, m.code_id as codeId, m.coding_id as codingId, m.text, r.name as coder, m.at from memo m join coder r on r.id = m.coder_id order by m.at desc, m.id desc',
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
  if (text === '') run(db, 'delete from memo where id = ?', now?.id ?? 0);
  else if (now) run(db, 'update memo set text = ?, coder_id = ?, at = ? where id = ?', text, coderOf(), at, now.id);
  else {
    const target = (kind: MemoOn): number | null => (kind === on ? targetId : null);
    run(
      db,
      'insert into memo (interview_id, code_id, coding_id, text, coder_id, at) values (?, ?, ?, ?, ?, ?)',
      target('interview'),
      target('code'),
      target('coding'),
      text,
      coderOf(),
      at,
    );
  }
}

/** Moves the memo of one code or coding to another: appended when that one has a memo already. */
export function moveMemo(db: WritableDb, on: 'code' | 'coding', fromId: number, intoId: number): void {
  const from = one<{ id: number; text: string }>(db, `select id, text from memo where ${WHERE[on]}`, fromId);
  const into = one<{ id: number; text: string }>(db, `select id, text from memo where ${WHERE[on]}`, intoId);
  if (!from) return;
  if (!into) {
    run(db, `update memo set ${on}_id = ? where id = ?`, intoId, from.id);
    return;
  }
  run(db, 'update memo set text = ? where id = ?', `${into.text}\n\n${from.text}`, into.id);
  run(db, 'delete from memo where id = ?', from.id);
}

function toMemo(row: MemoRow): Memo {
  const rest = { id: row.id, text: row.text, coder: row.coder, at: row.at };
  if (row.interviewId !== null) return { ...rest, on: 'interview', targetId: row.interviewId };
  if (row.codeId !== null) return { ...rest, on: 'code', targetId: row.codeId };
  if (row.codingId !== null) return { ...rest, on: 'coding', targetId: row.codingId };
  return { ...rest, on: 'project', targetId: null };
}
