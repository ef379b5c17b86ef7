// Interviews: reading them in, and changing what is known of them.

import { createHash } from 'node:crypto';
import type { Output, Parsed } from '../contract/index.ts';
import { nameKey } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { freeName, nameFromFile, TRANSCRIPT_KINDS, type Transcript } from '../domain/interview.ts';
import { wordStarts } from '../domain/text.ts';
import { listCodes } from '../store/codes.ts';
import type { ReadableDb } from '../store/database.ts';
import {
  deleteInterview,
  deleteSet,
  ensureSet,
  getInterviewByName,
  getInterviewNameByHash,
  getSet,
  getSetByName,
  getText,
  insertInterview,
  listInterviewNameKeys,
  listInterviews,
  listSets,
  listTurns,
  updateInterview,
  updateSetName,
} from '../store/interviews.ts';
import { listAttributeValues, listParticipants, listPlaces } from '../store/participants.ts';
import { correctInterview } from './correction.ts';
import type { SourceFile } from './effects.ts';
import { existing } from './existing.ts';
import type { Call, ChangeCall, HandlersFor } from './session.ts';
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
  'interview.preview': async (call, { file }) => {
    const source = toSource(file);
    const present = getInterviewNameByHash(call.db, hashOf(source.bytes));
    const read = await tryRead(call, source);
    if (typeof read === 'string')
      return { file: file.name, turns: 0, words: 0, speakers: [], times: false, present, refused: read };
    const speakers = [...new Set(read.turns.flatMap((turn) => (turn.speaker === null ? [] : [turn.speaker])))];
    return {
      file: file.name,
      turns: read.turns.length,
      words: wordStarts(read.text).length,
      speakers,
      times: read.turns.some((turn) => turn.timeMs !== null),
      present,
      refused: null,
    };
  },
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

async function importInterviews(call: ChangeCall, input: Parsed<'interview.import'>): Promise<Output<'interview.import'>> {
  const answer: { [K in keyof Output<'interview.import'>]: Output<'interview.import'>[K][number][] } = {
    imported: [],
    present: [],
    refused: [],
  };
  const { db } = call;
  const taken = listInterviewNameKeys(db);
  for (const [index, file] of input.files.entries()) {
    call.signal?.throwIfAborted();
    call.progress({ done: index, total: input.files.length, note: file.name });
    const source = toSource(file);
    const sha256 = hashOf(source.bytes);
    const present = getInterviewNameByHash(db, sha256);
    if (present !== null) {
      answer.present.push({ interview: present, file: file.name });
      continue;
    }
    const read = await tryRead(call, source);
    if (typeof read === 'string') {
      answer.refused.push({ file: file.name, reason: read });
      continue;
    }
    const name = freeName(nameFromFile(file.name), taken);
    taken.add(nameKey(name));
    const words = wordStarts(read.text).length;
    const { city, date, collector } = input;
    insertInterview(db, {
      setId: ensureSet(db, input.set),
      name,
      city,
      date,
      collector,
      file: file.name,
      sha256,
      words,
      transcript: read,
      textVersion: call.effects.newTextVersion(),
    });
    answer.imported.push({ interview: name, file: file.name, turns: read.turns.length, words });
  }
  call.progress({ done: input.files.length, total: input.files.length, note: '' });
  call.about(answer.imported.length === 1 ? (answer.imported[0]?.interview ?? '') : `${answer.imported.length} · ${input.set}`);
  return answer;
}

// Text that is clearly no talk: a codebook or codings dropped among the transcripts would become an interview of nonsense.
const OTHER_KINDS = /\.(csv|xml|draad)$/i;

/** The transcript, or why the file is refused. Errors: `cancelled`. */
async function tryRead(call: Call, file: SourceFile): Promise<Transcript | string> {
  if (OTHER_KINDS.test(file.name)) return `This is not a transcript: ${TRANSCRIPT_KINDS} can be read`;
  try {
    return await call.effects.readTranscript(file, call.signal);
  } catch (error) {
    if (error instanceof DraadError && error.code === 'refused') return error.message;
    throw error;
  }
}

function toSource(file: { name: string; base64: string }): SourceFile {
  return { name: file.name, bytes: new Uint8Array(Buffer.from(file.base64, 'base64')) };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
