// Interviews: reading them in, and changing what is known of them.

import type { Output } from '../contract/index.ts';
import { DraadError } from '../domain/error.ts';
import { listCodes } from '../store/codes.ts';
import type { ReadableDb } from '../store/database.ts';
import {
  deleteInterview,
  deleteSet,
  ensureSet,
  getInterviewByName,
  getSet,
  getSetByName,
  getText,
  listInterviews,
  listSets,
  listTurns,
  updateInterview,
  updateSetName,
} from '../store/interviews.ts';
import { listAttributeValues, listParticipants, listPlaces } from '../store/participants.ts';
import { correctInterview } from './correction.ts';
import { existing } from './existing.ts';
import { importInterviews, previewFile, rememberedMends } from './imports.ts';
import type { HandlersFor } from './session.ts';
import { whoAsksIn } from './speakers.ts';
import { tally } from './tallies.ts';

export const interviewHandlers: HandlersFor<'interview' | 'interviewSet'> = {
  'interviewSet.list': ({ db }) => ({ sets: listSets(db) }),
  'interviewSet.rename': ({ db, about }, { id, name }) => {
    if (!getSet(db, id)) throw new DraadError('not-found', `There is no interview set ${id}`);
    const same = getSetByName(db, name);
    if (same && same.id !== id) throw new DraadError('conflict', `There is already an interview set ${same.name}`);
    updateSetName(db, id, name);
    about(name);
    return {};
  },
  'interviewSet.delete': ({ db, about }, { id }) => {
    const set = getSet(db, id);
    if (!set) throw new DraadError('not-found', `There is no interview set ${id}`);
    if (set.interviews > 0)
      throw new DraadError('refused', `${set.name} still has ${set.interviews} interviews; move or delete them first`);
    deleteSet(db, id);
    about(set.name);
    return {};
  },
  'interview.list': ({ db }) => ({ interviews: listRows(db) }),
  'interview.get': ({ db }, { id }) => {
    const interview = existing(db, id);
    const turns = listTurns(db, id);
    return {
      id,
      name: interview.name,
      textVersion: interview.textVersion,
      text: getText(db, id),
      turns,
      asking: [...whoAsksIn(db)(id, turns)],
    };
  },
  'interview.preview': previewFile,
  'interview.mends': ({ db }) => ({ mends: rememberedMends(db) }),
  'interview.import': importInterviews,
  'interview.update': ({ db, about }, { id, set, name, ...rest }) => {
    const interview = existing(db, id);
    const same = name === undefined ? undefined : getInterviewByName(db, name);
    if (same && same.id !== id) throw new DraadError('conflict', `There is already an interview ${same.name}`);
    updateInterview(db, id, { ...rest, name, setId: set === undefined ? undefined : ensureSet(db, set) });
    about(name ?? interview.name);
    return {};
  },
  'interview.delete': ({ db, about }, { id }) => {
    const interview = existing(db, id);
    deleteInterview(db, id);
    about(interview.name);
    return {};
  },
  'interview.correct': correctInterview,
};

function listRows(db: ReadableDb): Output<'interview.list'>['interviews'] {
  const tallies = tally(db, listCodes(db));
  const names = new Map(listParticipants(db).map((participant) => [participant.id, participant.name]));
  const attributes = listAttributeValues(db);
  const places = Map.groupBy(listPlaces(db), (place) => place.interviewId);
  return listInterviews(db).map(({ textVersion: _version, ...interview }) => ({
    ...interview,
    turns: tallies.get(interview.id)?.turns ?? 0,
    codings: tallies.get(interview.id)?.codings ?? 0,
    codedTurns: tallies.get(interview.id)?.codedTurns ?? 0,
    toCheck: tallies.get(interview.id)?.toCheck ?? 0,
    participants: (places.get(interview.id) ?? []).map((place) => ({
      id: place.participantId,
      name: names.get(place.participantId) ?? '',
      speaker: place.speaker,
      attributes: attributes.get(place.participantId) ?? {},
    })),
  }));
}
