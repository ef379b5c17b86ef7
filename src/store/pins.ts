// Pins: the codes under the digits 1-9.

import { all, one, type ReadableDb, run, type WritableDb } from './database.ts';

/** The digit of each code that has one, by code. */
export function listPins(db: ReadableDb): Map<number, number> {
  const rows = all<{ id: number; digit: number }>(db, 'select code_id as id, digit from pin order by digit');
  return new Map(rows.map((row) => [row.id, row.digit]));
}

export function getPin(db: ReadableDb, codeId: number): number | null {
  return one<{ digit: number }>(db, 'select digit from pin where code_id = ?', codeId)?.digit ?? null;
}

/** Puts a code under a digit, in the place of the one that is there. */
export function setPin(db: WritableDb, codeId: number, digit: number): void {
  if (getPin(db, codeId) === digit) return;
  deletePin(db, codeId);
  run(db, 'delete from pin where digit = ?', digit);
  run(db, 'insert into pin (digit, code_id) values (?, ?)', digit, codeId);
}

export function deletePin(db: WritableDb, codeId: number): void {
  run(db, 'delete from pin where code_id = ?', codeId);
}

/** Gives the digit of one code to another, which keeps its own if it has one. */
export function movePin(db: WritableDb, fromId: number, intoId: number): void {
  const digit = getPin(db, fromId);
  if (digit === null) return;
  deletePin(db, fromId);
  if (getPin(db, intoId) === null) setPin(db, intoId, digit);
}
