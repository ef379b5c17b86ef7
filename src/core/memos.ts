// Memos and coders.

import { placeCodes } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { listCodes } from '../store/codes.ts';
import { ensureCoder, getCoderByName, getCoding, listCoders, updateCoderName } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { getInterview } from '../store/interviews.ts';
import { listMemos, type MemoOn, setMemo } from '../store/memos.ts';
import { getProjectName } from '../store/project.ts';
import type { HandlersFor } from './session.ts';

export const memoHandlers: HandlersFor<'memo' | 'coder'> = {
  'memo.set': ({ db, coder, at, about }, { on, id, text }) => {
    const subject = subjectOf(db, on, id);
    if (subject === null) throw new DraadError('not-found', `There is no ${on} ${id ?? ''}`.trim());
    setMemo(
      db,
      on,
      on === 'project' ? null : id,
      text.toWellFormed().replaceAll('\0', '').trim(),
      () => ensureCoder(db, coder),
      at,
    );
    about(subject);
    return {};
  },
  'memo.list': ({ db }) => ({
    memos: listMemos(db).map((memo) => ({ ...memo, subject: subjectOf(db, memo.on, memo.targetId) ?? '' })),
  }),
  'coder.list': ({ db }) => ({ coders: listCoders(db) }),
  'coder.rename': ({ db, about }, { id, name }) => {
    const same = getCoderByName(db, name);
    if (same && same.id !== id) throw new DraadError('conflict', `There is already a coder ${same.name}`);
    if (!listCoders(db).some((coder) => coder.id === id)) throw new DraadError('not-found', `There is no coder ${id}`);
    updateCoderName(db, id, name);
    about(name);
    return {};
  },
};

/** What a memo is on, in words: the project's name, the interview's, the code's path, or the coding's quote. Null when it isn't there. */
function subjectOf(db: ReadableDb, on: MemoOn, id: number | null): string | null {
  if (on === 'project') return getProjectName(db);
  if (id === null) return null;
  if (on === 'interview') return getInterview(db, id)?.name ?? null;
  if (on === 'code') return placeCodes(listCodes(db)).find((code) => code.id === id)?.path ?? null;
  const coding = getCoding(db, id);
  return coding ? coding.quote.slice(0, 120) : null;
}
