// Which interviews hold the words of a question. Where in the text they are is found in the text itself, as the index keeps no UTF-16 offsets.

import { all, type ReadableDb } from './database.ts';

/** One part of a question: a phrase of words, the last of which may be the beginning of a word. */
export type Phrase = { readonly words: readonly string[]; readonly prefix: boolean };

/** The interviews that hold all phrases. */
export function findInterviews(db: ReadableDb, phrases: readonly Phrase[], interviewId: number | null): number[] {
  const match = phrases
    .map((phrase) => `"${phrase.words.join(' ').replaceAll('"', '""')}"${phrase.prefix ? '*' : ''}`)
    .join(' AND ');
  return all<{ id: number }>(
    db,
    'select rowid as id from interview_search where interview_search match ? and (? is null or rowid = ?) order by rowid',
    match,
    interviewId,
    interviewId,
  ).map((row) => row.id);
}
