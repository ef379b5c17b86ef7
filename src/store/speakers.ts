// The labels that turns carry, over the whole project, and what the researcher says of them.

import { nameKey } from '../domain/code.ts';
import type { LabelMend } from '../domain/speakers.ts';
import { all, type ReadableDb, run, type WritableDb } from './database.ts';

/** What is said of a label: `asks` tells whether it is the interviewer's. */
export type SpeakerMark = { readonly label: string; readonly asks: boolean };

/** How many turns each label has in each interview. `speaker` null: turns without a label. */
export function countSpeakers(db: ReadableDb): { interviewId: number; speaker: string | null; turns: number }[] {
  return all(
    db,
    'select interview_id as interviewId, speaker, count(*) as turns from turn group by 1, 2 order by interview_id, min(position)',
  );
}

export function listSpeakerMarks(db: ReadableDb): SpeakerMark[] {
  return all<{ label: string; asks: number }>(db, 'select label, asks from speaker order by label_key').map((row) => ({
    label: row.label,
    asks: row.asks === 1,
  }));
}

/** Says who a label is; null takes back what was said. */
export function setSpeakerMark(db: WritableDb, label: string, asks: boolean | null): void {
  if (asks === null) {
    run(db, 'delete from speaker where label_key = ?', nameKey(label));
    return;
  }
  run(
    db,
    'insert into speaker (label_key, label, asks) values (?, ?, ?) on conflict do update set label = excluded.label, asks = excluded.asks',
    nameKey(label),
    label,
    asks ? 1 : 0,
  );
}

/** What was said of labels while importing, in no order that says anything. */
export function listLabelMends(db: ReadableDb): Omit<LabelMend, 'asks'>[] {
  return all<{ label: string; speaker: number; as: string | null }>(
    db,
    'select label, speaker, same_as as "as" from label_mend order by label_key',
  ).map((row) => ({ ...row, speaker: row.speaker === 1 }));
}

/** From here on these are what was said. */
export function replaceLabelMends(db: WritableDb, mends: readonly Omit<LabelMend, 'asks'>[]): void {
  const kept = new Set(mends.map((mend) => nameKey(mend.label)));
  for (const { label } of listLabelMends(db))
    if (!kept.has(nameKey(label))) run(db, 'delete from label_mend where label_key = ?', nameKey(label));
  for (const { label, speaker, as } of mends) {
    run(
      db,
      `insert into label_mend (label_key, label, speaker, same_as) values (?, ?, ?, ?)
       on conflict do update set label = excluded.label, speaker = excluded.speaker, same_as = excluded.same_as
       where label <> excluded.label or speaker <> excluded.speaker or same_as is not excluded.same_as`,
      nameKey(label),
      label,
      speaker ? 1 : 0,
      as,
    );
  }
}

/** Gives turns with one label another, in one interview; answers how many. */
export function renameSpeaker(db: WritableDb, interviewId: number, from: string | null, to: string): number {
  return run(db, 'update turn set speaker = ? where interview_id = ? and speaker is ?', to, interviewId, from).changes;
}
