// The interview an operation is about, or why it can't be.

import { DraadError } from '../domain/error.ts';
import type { ReadableDb } from '../store/database.ts';
import { getInterview, type Interview } from '../store/interviews.ts';

/** The interview with this id. Errors: `not-found`. */
export function existing(db: ReadableDb, id: number): Interview {
  const interview = getInterview(db, id);
  if (!interview) throw new DraadError('not-found', `There is no interview ${id}`);
  return interview;
}

/** Refuses to work on a text that has been corrected since the caller read it. Errors: `not-found`, `conflict`. */
export function existingVersion(db: ReadableDb, id: number, textVersion: number): Interview {
  const interview = existing(db, id);
  if (interview.textVersion !== textVersion)
    throw new DraadError('conflict', `The text of ${interview.name} has been corrected meanwhile; look at it again`);
  return interview;
}
