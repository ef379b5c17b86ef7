// The changes of codes, and the codings made before one. SQL only.

import type { CodeChangeDetail, CodeChangeKind } from '../domain/code-change.ts';
import { all, one, type ReadableDb, run, type WritableDb } from './database.ts';

export type NewCodeChange = {
  readonly codeId: number;
  readonly kind: CodeChangeKind;
  /** Of the code, after this change. */
  readonly version: number;
  readonly detail: CodeChangeDetail;
  readonly reason: string;
  readonly coderId: number;
  readonly at: string;
};
export type CodeChange = Omit<NewCodeChange, 'coderId' | 'codeId'> & { readonly id: number; readonly coder: string };

/** A coding with its names, as the list of codings made before a change shows it. */
export type EarlierCoding = {
  readonly id: number;
  readonly interviewId: number;
  readonly interview: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly coder: string;
  readonly at: string;
  readonly codeVersion: number;
};

export function insertCodeChange(db: WritableDb, change: NewCodeChange): void {
  run(
    db,
    'insert into code_change (code_id, kind, version, detail, reason, coder_id, at) values (?, ?, ?, ?, ?, ?, ?)',
    change.codeId,
    change.kind,
    change.version,
    JSON.stringify(change.detail),
    change.reason,
    change.coderId,
    change.at,
  );
}

/** Oldest first; those of codes that were merged into it stand among them by their time. */
export function listCodeChanges(db: ReadableDb, codeId: number): CodeChange[] {
  const rows = all<Omit<CodeChange, 'detail'> & { detail: string }>(
    db,
    `select h.id, h.kind, h.version, h.detail, h.reason, r.name as coder, h.at
     from code_change h join coder r on r.id = h.coder_id where h.code_id = ? order by h.id`,
    codeId,
  );
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as CodeChangeDetail }));
}

/** The changes of a code go over to the code it is merged into, with the path it had. */
export function moveCodeChanges(db: WritableDb, fromId: number, intoId: number, formerly: string): void {
  run(
    db,
    `update code_change set code_id = ?, detail = iif(json_extract(detail, '$.formerly') is null, json_set(detail, '$.formerly', ?), detail)
     where code_id = ?`,
    intoId,
    formerly,
    fromId,
  );
}

/** How many codings of a code were made under each version; 0 is under another code. */
export function countByVersion(db: ReadableDb, codeId: number): Map<number, number> {
  const rows = all<{ version: number; n: number }>(
    db,
    'select code_version as version, count(*) as n from coding where code_id = ? group by 1',
    codeId,
  );
  return new Map(rows.map((row) => [row.version, row.n]));
}

/** The codings of a code that were made under a version before this one, by place in each interview. */
export function listCodingsBefore(db: ReadableDb, codeId: number, version: number): EarlierCoding[] {
  return all(
    db,
    `select c.id, c.interview_id as interviewId, i.name as interview, c.start, c.end, c.quote, r.name as coder, c.at,
       c.code_version as codeVersion
     from coding c join interview i on i.id = c.interview_id join coder r on r.id = c.coder_id
     where c.code_id = ? and c.code_version < ? order by c.interview_id, c.start, c.end, c.id`,
    codeId,
    version,
  );
}

/** What would happen to the codings of a code when it is merged: how many there are, and how many are there already. */
export function countMerging(db: ReadableDb, fromId: number, intoId: number): { codings: number; doubles: number } {
  const counts = one<{ codings: number; doubles: number | null }>(
    db,
    `select count(*) as codings, sum(a.start < a.end and exists (
       select 1 from coding b where b.interview_id = a.interview_id and b.start = a.start and b.end = a.end
         and b.coder_id = a.coder_id and (b.code_id = ? or (b.code_id = a.code_id and b.id < a.id)))) as doubles
     from coding a where a.code_id = ?`,
    intoId,
    fromId,
  );
  return { codings: counts?.codings ?? 0, doubles: counts?.doubles ?? 0 };
}

/** The interviews that hold a coding with one of these codes. */
export function countInterviewsOf(db: ReadableDb, codeIds: readonly number[]): number {
  return (
    one<{ n: number }>(
      db,
      'select count(distinct interview_id) as n from coding where code_id in (select value from json_each(?))',
      JSON.stringify(codeIds),
    )?.n ?? 0
  );
}

/** The memos on these codes and on their codings. */
export function countMemosOf(db: ReadableDb, codeIds: readonly number[]): number {
  const ids = JSON.stringify(codeIds);
  return (
    one<{ n: number }>(
      db,
      `select count(*) as n from memo where code_id in (select value from json_each(?))
         or coding_id in (select id from coding where code_id in (select value from json_each(?)))`,
      ids,
      ids,
    )?.n ?? 0
  );
}
