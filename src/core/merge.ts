// Merging a code into another: what it would touch, and doing it. What the code meant stays readable in the history of the other.

import type { Output, Parsed } from '../contract/index.ts';
import { type Code, formatPath, placeCodes, subtreeIds } from '../domain/code.ts';
import { MEANING_FIELDS } from '../domain/code-change.ts';
import { fitsDepth, type MergeStep, mergeSteps } from '../domain/code-merge.ts';
import { DraadError } from '../domain/error.ts';
import { countInterviewsOf, countMemosOf, countMerging, moveCodeChanges } from '../store/code-history.ts';
import { deleteCode, listCodes, nextPosition, updateCode } from '../store/codes.ts';
import { deleteCoding, findCoding, getCoding, listCodingIdsOfCode, updateCodingCode, updateCodingKey } from '../store/codings.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { getMemoText, moveLinks, moveMemo } from '../store/memos.ts';
import { movePin } from '../store/pins.ts';
import { noteChange } from './code-changes.ts';
import { existingCode, named, pathOf } from './code-tree.ts';
import type { ChangeCall, ReadCall } from './session.ts';

/** The version of a coding's code when the coding was made under another code. */
export const UNDER_ANOTHER = 0;

export function previewMerge({ db }: ReadCall, { id, intoId }: Parsed<'code.mergePreview'>): Output<'code.mergePreview'> {
  const { code, into, steps } = plan(db, id, intoId);
  const paths = new Map(placeCodes(listCodes(db)).map((placed) => [placed.id, placed.path]));
  const path = (own: number): string => paths.get(own) ?? '';
  const merging = steps.filter((step) => step.kind === 'merge');
  const ids = merging.map((step) => step.id);
  const counts = merging.map((step) => countMerging(db, step.id, step.intoId));
  return {
    codings: counts.reduce((sum, each) => sum + each.codings, 0),
    doubles: counts.reduce((sum, each) => sum + each.doubles, 0),
    interviews: countInterviewsOf(db, ids),
    memos: countMemosOf(db, ids),
    merging: merging.slice(1).map((step) => ({ path: path(step.id), into: path(step.intoId) })),
    moving: steps.filter((step) => step.kind === 'move').map((step) => path(step.id)),
    from: meaningOf(code, path(id)),
    into: meaningOf(into, path(intoId)),
  };
}

export function mergeCode(call: ChangeCall, { id, intoId, reason }: Parsed<'code.merge'>): Output<'code.merge'> {
  const { db, about } = call;
  const { code, into, steps } = plan(db, id, intoId);
  const paths = new Map(placeCodes(listCodes(db)).map((placed) => [placed.id, placed.path]));
  // A code below it may bear the same name and come to stand where it stood, so from here on it has a name that no code can have.
  updateCode(db, { ...code, name: formatPath([code.name, String(code.id)]) });
  let codings = 0;
  for (const step of steps) {
    const formerly = paths.get(step.id) ?? '';
    if (step.kind === 'merge') codings += giveAll(call, step, formerly, reason);
    else moveUnder(call, step, formerly, reason);
  }
  // Children first: what was merged has nothing below it any more only when those have gone.
  for (const step of [...steps].reverse()) if (step.kind === 'merge') deleteCode(db, step.id);
  about(named((nameOf) => `${nameOf(code)} → ${nameOf(into)}`));
  return { codings };
}

/** Errors: `not-found`; `refused` when it would merge into itself or below itself, or make the tree too deep. */
function plan(db: ReadableDb, id: number, intoId: number): { code: Code; into: Code; steps: MergeStep[] } {
  const code = existingCode(db, id);
  const into = existingCode(db, intoId);
  const codes = listCodes(db);
  if (subtreeIds(codes, id).has(intoId)) throw new DraadError('refused', 'A code can’t be merged into itself or a code below it');
  const steps = mergeSteps(codes, id, intoId);
  if (!fitsDepth(codes, steps)) throw new DraadError('refused', 'The sub-codes would come too deep in the tree');
  return { code, into, steps };
}

// All of one code but its sub-codes: codings, memo, key and history. Its row is deleted by the caller, after its sub-codes.
function giveAll(call: ChangeCall, { id, intoId }: MergeStep, formerly: string, reason: string): number {
  const { db } = call;
  const code = existingCode(db, id);
  const into = existingCode(db, intoId);
  const memo = getMemoText(db, 'code', id);
  const ids = listCodingIdsOfCode(db, id);
  for (const codingId of ids) moveCoding(db, codingId, intoId, UNDER_ANOTHER);
  moveMemo(db, 'code', id, intoId);
  moveLinks(db, 'code', id, intoId);
  movePin(db, id, intoId);
  moveCodeChanges(db, id, intoId, formerly);
  const after = { ...into, version: into.version + 1 };
  updateCode(db, after);
  const changes = MEANING_FIELDS.flatMap((field) =>
    code[field] === '' ? [] : [{ field, before: code[field], after: into[field] }],
  );
  noteChange(call, after, 'merged', { changes, other: formerly, codings: ids.length, memo }, reason);
  return ids.length;
}

function moveUnder(call: ChangeCall, { id, intoId }: MergeStep, formerly: string, reason: string): void {
  const { db } = call;
  const code = { ...existingCode(db, id), parentId: intoId, position: nextPosition(db, intoId) };
  updateCode(db, code);
  noteChange(call, code, 'moved', { changes: [{ field: 'path', before: formerly, after: pathOf(db, id) }] }, reason);
}

/**
 * Gives a coding another code, judged by `version` of it (as it is now, unless said); where the same coder has that code on the very
 * same range already, the two become one, with both memos.
 */
export function moveCoding(
  db: WritableDb,
  codingId: number,
  codeId: number,
  version: number = existingCode(db, codeId).version,
): void {
  const coding = getCoding(db, codingId);
  if (!coding || coding.codeId === codeId) return;
  const twin = coding.start < coding.end ? findCoding(db, { ...coding, codeId }) : null;
  if (twin === null) {
    updateCodingCode(db, codingId, codeId, version);
    return;
  }
  if (coding.key) updateCodingKey(db, twin, true);
  moveMemo(db, 'coding', codingId, twin);
  moveLinks(db, 'quote', codingId, twin);
  deleteCoding(db, codingId);
}

function meaningOf({ labelEn, definition, definitionEn, use, not, example }: Code, path: string) {
  return { path, labelEn, definition, definitionEn, use, not, example };
}
