// Participants, under their pseudonyms, with attributes that each project names itself.

import { nameKey } from '../domain/code.ts';
import { all, one, type ReadableDb, run, type WritableDb } from './database.ts';
import { nextId } from './numbers.ts';

export type Participant = { readonly id: number; readonly name: string };
export type Place = { readonly interviewId: number; readonly participantId: number; readonly speaker: string };

export function listParticipants(db: ReadableDb): Participant[] {
  return all(db, 'select id, name from participant order by name_key, id');
}

export function getParticipant(db: ReadableDb, id: number): Participant | undefined {
  return one(db, 'select id, name from participant where id = ?', id);
}

export function getParticipantByName(db: ReadableDb, name: string): Participant | undefined {
  return one(db, 'select id, name from participant where name_key = ?', nameKey(name));
}

export function insertParticipant(db: WritableDb, name: string): number {
  return run(db, 'insert into participant (id, name, name_key) values (?, ?, ?)', nextId(db, 'participant'), name, nameKey(name))
    .id;
}

export function updateParticipantName(db: WritableDb, id: number, name: string): void {
  run(db, 'update participant set name = ?, name_key = ? where id = ?', name, nameKey(name), id);
}

/** Who was in which interview, and under which label they speak there. */
export function listPlaces(db: ReadableDb): Place[] {
  return all(
    db,
    'select interview_id as interviewId, participant_id as participantId, speaker from interview_participant order by interview_id, participant_id',
  );
}

/** Puts a participant in an interview; an empty speaker leaves the label that is known. */
export function setPlace(db: WritableDb, place: Place): void {
  run(
    db,
    "insert into interview_participant (interview_id, participant_id, speaker) values (?, ?, ?) on conflict do update set speaker = excluded.speaker where excluded.speaker not in (speaker, '')",
    place.interviewId,
    place.participantId,
    place.speaker,
  );
}

/** Gives a participant in an interview another label. */
export function setPlaceSpeaker(db: WritableDb, { interviewId, participantId, speaker }: Place): void {
  run(
    db,
    'update interview_participant set speaker = ? where interview_id = ? and participant_id = ?',
    speaker,
    interviewId,
    participantId,
  );
}

export function listAttributes(db: ReadableDb): { id: number; name: string }[] {
  return all(db, 'select id, name from attribute order by id');
}

export function getAttributeByName(db: ReadableDb, name: string): { id: number; name: string } | undefined {
  return one(db, 'select id, name from attribute where name_key = ?', nameKey(name));
}

export function ensureAttribute(db: WritableDb, name: string): number {
  return (
    getAttributeByName(db, name)?.id ?? run(db, 'insert into attribute (name, name_key) values (?, ?)', name, nameKey(name)).id
  );
}

/** Per participant the values by attribute name. */
export function listAttributeValues(db: ReadableDb): Map<number, Record<string, string>> {
  const rows = all<{ id: number; name: string; value: string }>(
    db,
    'select v.participant_id as id, a.name, v.value from participant_attribute v join attribute a on a.id = v.attribute_id order by v.participant_id, a.id',
  );
  const values = new Map<number, Record<string, string>>();
  for (const row of rows) {
    const own = values.get(row.id) ?? Object.create(null); // an attribute may be called `constructor`
    own[row.name] = row.value;
    values.set(row.id, own);
  }
  return values;
}

/** Sets a value; an empty one removes it. */
export function setAttributeValue(db: WritableDb, participantId: number, attributeId: number, value: string): void {
  if (value === '') {
    run(db, 'delete from participant_attribute where participant_id = ? and attribute_id = ?', participantId, attributeId);
    return;
  }
  run(
    db,
    'insert into participant_attribute (participant_id, attribute_id, value) values (?, ?, ?) on conflict do update set value = excluded.value where value <> excluded.value',
    participantId,
    attributeId,
    value,
  );
}
