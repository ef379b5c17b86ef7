// Splitting a code: some of its codings go to a new code, beside it or below it. Both remember it.

import type { Output, Parsed } from '../contract/index.ts';
import { DraadError } from '../domain/error.ts';
import { listChildIds, updateCode } from '../store/codes.ts';
import { getCoding } from '../store/codings.ts';
import { noteChange } from './code-changes.ts';
import { existingCode, insertAt, named, pathOf, placeAmong } from './code-tree.ts';
import { moveCoding, UNDER_ANOTHER } from './merge.ts';
import type { ChangeCall } from './session.ts';

/**
 * The codings that go over keep that they were made under another code: whoever made them never saw the new one. The version of the
 * code they leave rises, as it means less from now on. Errors: `not-found`, `conflict` when a coding has another code by now, and
 * those of a new code.
 */
export function splitCode(call: ChangeCall, input: Parsed<'code.split'>): Output<'code.split'> {
  const { db, about } = call;
  const { id, name, where, definition, reason } = input;
  const code = existingCode(db, id);
  const codingIds = [...new Set(input.codingIds)];
  for (const codingId of codingIds) {
    const coding = getCoding(db, codingId);
    if (!coding) throw new DraadError('not-found', `There is no coding ${codingId}; it may have been removed meanwhile`);
    if (coding.codeId !== id) throw new DraadError('conflict', `Coding ${codingId} has another code`, 'codingIds');
  }
  const parentId = where === 'child' ? id : code.parentId;
  const newId = insertAt(db, parentId, name, { definition });
  if (where === 'sibling') placeAmong(db, { id: newId, parentId }, listChildIds(db, parentId).indexOf(id) + 1);
  for (const codingId of codingIds) moveCoding(db, codingId, newId, UNDER_ANOTHER);

  const after = { ...existingCode(db, id), version: code.version + 1 };
  updateCode(db, after);
  const codings = codingIds.length;
  const path = pathOf(db, newId);
  noteChange(call, after, 'split', { changes: [], side: 'into', other: path, codings }, reason);
  const changes = [{ field: 'path' as const, before: '', after: path }];
  noteChange(call, { id: newId, version: 1 }, 'split', { changes, side: 'from', other: pathOf(db, id), codings }, reason);
  about(named((nameOf) => `${nameOf(code)} → ${nameOf(existingCode(db, newId))}`));
  return { id: newId };
}
