// Correcting a transcript: its words, and its turns. Codings follow the text; one whose text is gone waits to be checked.

import type { Output, Parsed } from '../contract/index.ts';
import { DraadError } from '../domain/error.ts';
import type { Transcript, Turn } from '../domain/interview.ts';
import {
  applySplices,
  ceilToGrapheme,
  contextOf,
  floorToGrapheme,
  followSplices,
  type Splice,
  wordStarts,
} from '../domain/text.ts';
import { type Corrected, cleanInsertion, correctTurns, joinTurns, splitTurns } from '../domain/turns.ts';
import { listCodings, updateCodingPlace, updateLostPlace } from '../store/codings.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { getText, listTurns, replaceTranscript, replaceTurns } from '../store/interviews.ts';
import { existingVersion } from './existing.ts';
import type { ChangeCall, HandlersFor } from './session.ts';

export const turnHandlers: HandlersFor<'turn'> = {
  'turn.split': ({ db, about }, { interviewId, textVersion, at }) => {
    const interview = existingVersion(db, interviewId, textVersion);
    const before = transcriptOf(db, interviewId);
    for (const offset of at) {
      if (offset > before.text.length) throw new DraadError('invalid-input', 'The place lies outside the text', 'at');
      if (floorToGrapheme(before.text, offset) !== offset)
        throw new DraadError('invalid-input', 'A turn can’t be split inside a character', 'at');
    }
    const after = splitTurns(before, at);
    if (!after) throw new DraadError('refused', 'A turn can’t be empty: there is no text on one side of this place');
    keep(db, interviewId, after);
    about(interview.name);
    return { textVersion: textVersion + 1, turns: after.turns.length };
  },
  'turn.join': ({ db, about }, { interviewId, textVersion, turn }) => {
    const interview = existingVersion(db, interviewId, textVersion);
    const before = transcriptOf(db, interviewId);
    existingTurn(before.turns, turn, 'turn');
    const after = joinTurns(before, turn);
    if (!after) throw new DraadError('refused', 'This is the last turn: there is none to join it with');
    keep(db, interviewId, after);
    about(interview.name);
    return { textVersion: textVersion + 1, turns: after.turns.length };
  },
  'turn.setSpeaker': ({ db, about }, { interviewId, textVersion, turns, speaker }) => {
    existingVersion(db, interviewId, textVersion);
    const before = listTurns(db, interviewId);
    for (const turn of turns) existingTurn(before, turn, 'turns');
    const chosen = new Set(turns);
    replaceTurns(
      db,
      interviewId,
      before.map((turn, index) => (chosen.has(index) ? { ...turn, speaker } : turn)),
    );
    about(speaker ?? '–');
    return {};
  },
  'turn.setTime': ({ db, about }, { interviewId, textVersion, turn, timeMs }) => {
    const interview = existingVersion(db, interviewId, textVersion);
    const before = listTurns(db, interviewId);
    existingTurn(before, turn, 'turn');
    replaceTurns(
      db,
      interviewId,
      before.map((own, index) => (index === turn ? { ...own, timeMs } : own)),
    );
    about(interview.name);
    return {};
  },
};

export function correctInterview(
  { db, about }: ChangeCall,
  { id, textVersion, splices }: Parsed<'interview.correct'>,
): Output<'interview.correct'> {
  const interview = existingVersion(db, id, textVersion);
  const before = transcriptOf(db, id);
  const clean = splices.map((splice) => ({ ...splice, ins: cleanInsertion(splice.ins) }));
  assertSplices(before, clean);
  const after = correctTurns(before, clean);
  if (!after.text.isWellFormed()) throw new DraadError('invalid-input', 'A correction can’t cut a character in two', 'splices');
  if (after.text === before.text) return { textVersion, toBeChecked: 0 };
  const toBeChecked = keep(db, id, after);
  about(interview.name);
  return { textVersion: textVersion + 1, toBeChecked };
}

function transcriptOf(db: ReadableDb, id: number): Transcript {
  return { text: getText(db, id), turns: listTurns(db, id) };
}

function existingTurn(turns: readonly Turn[], turn: number, field: string): void {
  if (turn >= turns.length) throw new DraadError('invalid-input', `There is no turn ${turn}`, field);
}

/** Writes the transcript and moves the codings along; answers how many have lost their text by it. */
function keep(db: WritableDb, id: number, { text, turns, splices }: Corrected): number {
  replaceTranscript(db, id, { text, turns }, wordStarts(text).length);
  return followCodings(db, id, text, splices);
}

// Turns keep their borders: a splice lies inside one turn and never empties it. Splitting and joining turns are operations of their own.
function assertSplices({ text, turns }: Transcript, splices: readonly Splice[]): void {
  const touched = new Map<Turn, Splice[]>();
  let last = 0;
  let at = 0;
  for (const splice of splices) {
    const end = splice.at + splice.del;
    if (splice.at < last || end > text.length)
      throw new DraadError('invalid-input', 'Splices must ascend and lie inside the text', 'splices');
    while ((turns[at]?.end ?? Number.POSITIVE_INFINITY) < splice.at) at++;
    const turn = turns[at];
    if (!turn || splice.at < turn.start || end > turn.end) throw new DraadError('refused', 'A correction stays inside one turn');
    const own = touched.get(turn);
    if (own) own.push(splice);
    else touched.set(turn, [splice]);
    last = end;
  }
  for (const [turn, own] of touched) {
    const inTurn = own.map((splice) => ({ ...splice, at: splice.at - turn.start }));
    if (applySplices(text.slice(turn.start, turn.end), inTurn).trim() === '')
      throw new DraadError('refused', 'A correction can’t leave a turn empty');
  }
}

function followCodings(db: WritableDb, id: number, text: string, splices: readonly Splice[]): number {
  let lost = 0;
  for (const coding of listCodings(db, id)) {
    const followed = followSplices(coding, splices);
    const start = floorToGrapheme(text, followed.start);
    const range = { start, end: followed.start < followed.end ? ceilToGrapheme(text, followed.end) : start };
    const quote = text.slice(range.start, range.end);
    if (quote.trim() === '') {
      if (coding.start < coding.end) lost++;
      // What lost its text keeps its old quote and the words around it, so that it can be found again.
      updateLostPlace(db, coding.id, range.start);
    } else if (range.start !== coding.start || range.end !== coding.end || quote !== coding.quote) {
      updateCodingPlace(db, coding.id, { ...range, quote, ...contextOf(text, range) });
    }
  }
  return lost;
}
