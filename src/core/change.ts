// Every change runs here: one transaction, in which the rows, their inverse and the history entry are written together.

import { driver, type WritableDb } from '../store/database.ts';
import {
  beginEntry,
  doAgain,
  endEntry,
  getRedoEntry,
  getUndoEntry,
  type HistoryEntry,
  stopRecording,
  takeBack,
} from '../store/history.ts';

export type ChangeInfo = { readonly operation: string; readonly coder: string; readonly at: string };

/** Runs `body` as one step in the history. When it throws, everything is as before. Answers the nouns it touched. */
export async function change<T>(
  db: WritableDb,
  info: ChangeInfo,
  body: (about: (subject: string) => void) => T | Promise<T>,
): Promise<{ value: T; nouns: string[] }> {
  return transact(db, async () => {
    let subject = '';
    const entry = beginEntry(db, info.operation, info.coder, info.at);
    const value = await body((text) => {
      subject = text;
    });
    return { value, nouns: endEntry(db, entry, subject) };
  });
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
