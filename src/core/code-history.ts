// What has happened to a code, and which of its codings were made before.

import type { Output, Parsed } from '../contract/index.ts';
import { changesMeaning } from '../domain/code-change.ts';
import { countByVersion, listCodeChanges, listCodingsBefore } from '../store/code-history.ts';
import { listInterviews, listTurns } from '../store/interviews.ts';
import { existingCode } from './code-tree.ts';
import { turnNumber } from './scope.ts';
import type { ReadCall } from './session.ts';

export function codeHistory({ db }: ReadCall, { id }: Parsed<'code.history'>): Output<'code.history'> {
  existingCode(db, id);
  const byVersion = [...countByVersion(db, id)];
  const madeBefore = (version: number) => byVersion.reduce((sum, [made, n]) => sum + (made < version ? n : 0), 0);
  const entries = listCodeChanges(db, id).map(({ detail, ...change }) => {
    const { formerly = null, side = null, other = null, codings = 0, memo = '' } = detail;
    // What happened to another code, before it was merged into this one, is no change of what this one means.
    const codingsBefore = formerly === null && changesMeaning(change.kind) ? madeBefore(change.version) : 0;
    return { ...change, formerly, changes: [...detail.changes], other, side, codings, memo, codingsBefore };
  });
  return { entries };
}

export function codingsBefore({ db }: ReadCall, { id, version }: Parsed<'code.codingsBefore'>): Output<'code.codingsBefore'> {
  existingCode(db, id);
  const rank = new Map(listInterviews(db).map((interview, at) => [interview.id, at]));
  const codings = listCodingsBefore(db, id, version ?? Number.MAX_SAFE_INTEGER).sort(
    (a, b) => (rank.get(a.interviewId) ?? 0) - (rank.get(b.interviewId) ?? 0),
  );
  const turns = new Map([...new Set(codings.map((coding) => coding.interviewId))].map((own) => [own, listTurns(db, own)]));
  return {
    codings: codings.map((coding) => ({
      ...coding,
      turn: turnNumber(turns.get(coding.interviewId) ?? [], coding.start),
      toBeChecked: coding.start === coding.end,
    })),
  };
}
