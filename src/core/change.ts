// Every change runs here: one transaction, in which the rows, their inverse and the history entry are written together.

import { DraadError } from '../domain/error.ts';
import { driver, type ReadableDb, type WritableDb } from '../store/database.ts';
import {
  beginEntry,
  doAgain,
  endEntry,
  getEntry,
  getRedoEntry,
  getUndoEntry,
  type HistoryEntry,
  stopRecording,
  takeBack,
} from '../store/history.ts';
import { getInterview, getTurnNumber } from '../store/interviews.ts';
import type { About, Place } from './session.ts';

export type ChangeInfo = { readonly operation: string; readonly coder: string; readonly at: string };

/** Runs `body` as one step in the history. When it throws, everything is as before. Answers the nouns it touched. */
export async function change<T>(
  db: WritableDb,
  info: ChangeInfo,
  body: (about: About) => T | Promise<T>,
): Promise<{ value: T; nouns: string[] }> {
  return transact(db, async () => {
    let told = { subject: '', subjectEn: '', ...inWords(db, undefined) };
    const entry = beginEntry(db, info.operation, info.coder, info.at);
    const value = await body((subject, place) => {
      told = { ...(typeof subject === 'string' ? { subject, subjectEn: '' } : subject), ...inWords(db, place) };
    });
    return { value, nouns: endEntry(db, entry, told) };
  });
}

/** Said while the place is still there: a later step may take the interview away. */
function inWords(db: ReadableDb, place: Place | undefined): { interview: string; turn: number | null } {
  if (!place) return { interview: '', turn: null };
  const turn = place.offset === undefined ? null : getTurnNumber(db, place.interviewId, place.offset);
  return { interview: getInterview(db, place.interviewId)?.name ?? '', turn };
}

/** Takes the last step back; null when there is none. */
export async function undo(db: WritableDb): Promise<{ entry: HistoryEntry | null; nouns: string[] }> {
  return transact(db, () => {
    const entry = getUndoEntry(db);
    return entry ? { entry: { ...entry, undone: true }, nouns: takeBack(db, entry.id) } : { entry: null, nouns: [] };
  });
}

/** Does the step again that was taken back last; null when there is none. */
export async function redo(db: WritableDb): Promise<{ entry: HistoryEntry | null; nouns: string[] }> {
  return transact(db, () => {
    const entry = getRedoEntry(db);
    return entry ? { entry: { ...entry, undone: false }, nouns: doAgain(db, entry.id) } : { entry: null, nouns: [] };
  });
}

export type Walk = { readonly entry: HistoryEntry | null; readonly steps: number; readonly nouns: string[] };
const BREATH = 20;

/**
 * Steps back or forward until `entryId` is the last step that stands (null: none does), all in one transaction. `steps` is how many,
 * below zero when back. `onStep` hears after every few steps how far it is, and stops all by throwing. Errors: `not-found`.
 */
export async function goTo(
  db: WritableDb,
  entryId: number | null,
  onStep: (done: number) => void | Promise<void> = () => {},
): Promise<Walk> {
  return transact(db, async () => {
    const target = entryId === null ? null : getEntry(db, entryId);
    if (entryId !== null && !target) throw new DraadError('not-found', `The history has no step ${entryId} any more`);
    const forward = target?.undone === true;
    const nouns = new Set<string>();
    let steps = 0;
    for (;;) {
      const next = forward ? getRedoEntry(db) : getUndoEntry(db);
      if (!next || (forward ? next.id > target.id : next.id <= (target?.id ?? 0))) break;
      for (const noun of forward ? doAgain(db, next.id) : takeBack(db, next.id)) nouns.add(noun);
      steps += forward ? 1 : -1;
      if (steps % BREATH === 0) await onStep(Math.abs(steps));
    }
    return { entry: target && { ...target, undone: false }, steps, nouns: [...nouns].sort() };
  });
}

/** Runs `body` in a transaction that the history does not follow. */
export async function transact<T>(db: WritableDb, body: () => T | Promise<T>): Promise<T> {
  const handle = driver(db);
  handle.exec('begin immediate');
  try {
    const result = await body();
    handle.exec('commit');
    return result;
  } catch (error) {
    if (handle.inTransaction) handle.exec('rollback');
    stopRecording(db);
    throw error;
  }
}
