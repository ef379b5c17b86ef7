// Interviews: reading them in, changing what is known of them, correcting their text.

import { createHash } from 'node:crypto';
import type { Output, Parsed } from '../contract/index.ts';
import { nameKey } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { cleanText, freeName, nameFromFile, type Transcript, type Turn } from '../domain/interview.ts';
import {
  applySplices,
  ceilToGrapheme,
  contextOf,
  floorToGrapheme,
  followSplices,
  type Splice,
  wordStarts,
} from '../domain/text.ts';
import { countByInterview, listCodings, updateCodingPlace } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import {
  countCodedTurns,
  countTurns,
  deleteInterview,
  deleteSet,
  ensureSet,
  getInterview,
  getInterviewByName,
  getInterviewNameByHash,
  getSet,
  getSetByName,
  getText,
  type Interview,
  insertInterview,
  listInterviewNameKeys,
  listInterviews,
  listSets,
  listTurns,
  replaceTranscript,
  updateInterview,
  updateSetName,
} from '../store/interviews.ts';
import { listAttributeValues, listParticipants, listPlaces } from '../store/participants.ts';
import type { SourceFile } from './effects.ts';
import type { Call, ChangeCall, HandlersFor } from './session.ts';

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
    return { id, name: interview.name, textVersion: interview.textVersion, text: getText(db, id), turns: listTurns(db, id) };
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

function listRows(db: ReadableDb): Output<'interview.list'>['interviews'] {
  const turns = countTurns(db);
  const coded = countCodedTurns(db);
  const codings = countByInterview(db);
  const names = new Map(listParticipants(db).map((participant) => [participant.id, participant.name]));
  const attributes = listAttributeValues(db);
  const places = Map.groupBy(listPlaces(db), (place) => place.interviewId);
  return listInterviews(db).map(({ textVersion: _version, ...interview }) => ({
    ...interview,
    turns: turns.get(interview.id) ?? 0,
    codings: codings.get(interview.id) ?? 0,
    codedTurns: coded.get(interview.id) ?? 0,
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
const OTHER_KINDS = /\.(csv|tsv|json|xml|html?|draad)$/i;

/** The transcript, or why the file is refused. Errors: `cancelled`. */
async function tryRead(call: Call, file: SourceFile): Promise<Transcript | string> {
  if (OTHER_KINDS.test(file.name)) return 'This is not a transcript: Word (.docx), text (.txt) and subtitles (.vtt) can be read';
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

function correctInterview(
  { db, about }: ChangeCall,
  { id, textVersion, splices }: Parsed<'interview.correct'>,
): Output<'interview.correct'> {
  const interview = existingVersion(db, id, textVersion);
  const before = getText(db, id);
  const turns = listTurns(db, id);
  const clean = splices.map((splice) => ({ ...splice, ins: cleanInsertion(splice.ins) }));
  assertSplices(before, turns, clean);
  const text = applySplices(before, clean);
  if (!text.isWellFormed()) throw new DraadError('invalid-input', 'A correction can’t cut a character in two', 'splices');
  if (text === before) return { textVersion, toBeChecked: 0 };
  replaceTranscript(db, id, { text, turns: turns.map((turn) => followTurn(turn, clean)) }, wordStarts(text).length);
  const toBeChecked = followCodings(db, id, text, clean);
  about(interview.name);
  return { textVersion: textVersion + 1, toBeChecked };
}

function cleanInsertion(text: string): string {
  const cleaned = cleanText(`|${text}|`);
  return cleaned.slice(1, -1);
}

// Turns keep their borders: a splice lies inside one turn and never empties it. Splitting and joining turns are operations of their own.
function assertSplices(text: string, turns: readonly Turn[], splices: readonly Splice[]): void {
  let last = -1;
  for (const splice of splices) {
    const end = splice.at + splice.del;
    if (splice.at < last || end > text.length)
      throw new DraadError('invalid-input', 'Splices must ascend and lie inside the text', 'splices');
    const turn = turns.find((t) => t.start <= splice.at && end <= t.end);
    if (!turn) throw new DraadError('refused', 'A correction stays inside one turn');
    last = end;
  }
  for (const turn of turns) {
    const own = splices.filter((splice) => turn.start <= splice.at && splice.at + splice.del <= turn.end);
    if (own.length === 0) continue;
    const said = applySplices(
      text.slice(turn.start, turn.end),
      own.map((splice) => ({ ...splice, at: splice.at - turn.start })),
    );
    if (said.trim() === '') throw new DraadError('refused', 'A correction can’t leave a turn empty');
  }
}

// Unlike a coding, a turn takes in what is typed at its edges.
function followTurn(turn: Turn, splices: readonly Splice[]): Turn {
  const shift = (offset: number, includes: (splice: Splice) => boolean): number =>
    splices.reduce((sum, splice) => (includes(splice) ? sum + splice.ins.length - splice.del : sum), offset);
  return {
    ...turn,
    start: shift(turn.start, (s) => s.at + s.del <= turn.start && s.at < turn.start),
    end: shift(turn.end, (s) => s.at + s.del <= turn.end),
  };
}

/** Moves the codings along with the text; answers how many have lost their text by this correction. */
function followCodings(db: ChangeCall['db'], id: number, text: string, splices: readonly Splice[]): number {
  let lost = 0;
  for (const coding of listCodings(db, id)) {
    const followed = followSplices(coding, splices);
    const start = floorToGrapheme(text, followed.start);
    const range = { start, end: followed.start < followed.end ? ceilToGrapheme(text, followed.end) : start };
    const quote = text.slice(range.start, range.end);
    const gone = quote.trim() === '';
    if (gone && coding.start < coding.end) lost++;
    if (range.start === coding.start && range.end === coding.end && (gone || quote === coding.quote)) continue;
    // What lost its text keeps its old quote, so that a person can find it a place.
    const place = gone ? { start: range.start, end: range.start } : range;
    updateCodingPlace(db, coding.id, { ...place, quote: gone ? coding.quote : quote, ...contextOf(text, place) });
  }
  return lost;
}
