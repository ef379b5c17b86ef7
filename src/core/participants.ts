// Participants: read from a sheet, changed one by one.

import { cleanName } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { type ParticipantEntry, readParticipants } from '../formats/participants-csv.ts';
import type { WritableDb } from '../store/database.ts';
import { getInterviewByName, listInterviews } from '../store/interviews.ts';
import {
  ensureAttribute,
  getAttributeByName,
  getParticipant,
  getParticipantByName,
  insertParticipant,
  listAttributes,
  listAttributeValues,
  listParticipants,
  listPlaces,
  setAttributeValue,
  setPlace,
  updateParticipantName,
} from '../store/participants.ts';
import type { HandlersFor } from './session.ts';

export const participantHandlers: HandlersFor<'participant'> = {
  'participant.list': ({ db }) => {
    const values = listAttributeValues(db);
    const interviews = new Map(listInterviews(db).map((interview) => [interview.id, interview.name]));
    const places = Map.groupBy(listPlaces(db), (place) => place.participantId);
    return {
      attributes: listAttributes(db)
        .map(({ name }) => ({ name, values: distinct([...values.values()].flatMap((own) => own[name] ?? [])) }))
        .filter((attribute) => attribute.values.length > 0),
      participants: listParticipants(db).map(({ id, name }) => ({
        id,
        name,
        interviews: (places.get(id) ?? []).map((place) => interviews.get(place.interviewId) ?? ''),
        attributes: values.get(id) ?? {},
      })),
    };
  },
  'participant.import': ({ db, about }, { csv }) => {
    const refused: { line: number; reason: string }[] = [];
    const touched = new Set<number>();
    for (const entry of readParticipants(csv)) {
      const interview = getInterviewByName(db, entry.interview);
      if (interview) touched.add(placeParticipant(db, interview.id, entry));
      else refused.push({ line: entry.line, reason: `There is no interview ${entry.interview}` });
    }
    about(String(touched.size));
    return { participants: touched.size, attributes: listAttributes(db).map((attribute) => attribute.name), refused };
  },
  'participant.update': ({ db, about }, { id, name, attributes }) => {
    const participant = getParticipant(db, id);
    if (!participant) throw new DraadError('not-found', `There is no participant ${id}`);
    if (name !== undefined && name !== participant.name) {
      const same = getParticipantByName(db, name);
      if (same && same.id !== id) throw new DraadError('conflict', `There is already a participant ${same.name}`);
      updateParticipantName(db, id, cleanName(name));
    }
    for (const [attribute, value] of Object.entries(attributes ?? {})) setAttribute(db, id, attribute, value);
    about(name ?? participant.name);
    return {};
  },
};

function placeParticipant(db: WritableDb, interviewId: number, entry: ParticipantEntry): number {
  const id = getParticipantByName(db, entry.participant)?.id ?? insertParticipant(db, cleanName(entry.participant));
  setPlace(db, { interviewId, participantId: id, speaker: entry.speaker ?? '' });
  for (const [attribute, value] of Object.entries(entry.attributes)) {
    if (value !== '') setAttribute(db, id, attribute, value);
  }
  return id;
}

// An empty value for an attribute that nobody has does not bring it about.
function setAttribute(db: WritableDb, participantId: number, name: string, value: string): void {
  const known = getAttributeByName(db, name);
  if (known || value !== '') setAttributeValue(db, participantId, known?.id ?? ensureAttribute(db, cleanName(name)), value);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort(new Intl.Collator('nl', { numeric: true }).compare);
}
