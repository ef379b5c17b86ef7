// The speakers of a project: who they are by their labels, another label for one of them, and who asks the questions.

import type { SpeakerRow } from '../contract/correction.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { nameKey } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import type { Turn } from '../domain/interview.ts';
import { askingLabels, type SpeakerMarks } from '../domain/speakers.ts';
import { countWithin, wordStarts } from '../domain/text.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { getText, listTurns } from '../store/interviews.ts';
import { listParticipants, listPlaces, type Place, setPlaceSpeaker } from '../store/participants.ts';
import { countSpeakers, listSpeakerMarks, renameSpeaker, setSpeakerMark } from '../store/speakers.ts';
import { existing } from './existing.ts';
import type { ChangeCall, HandlersFor } from './session.ts';

export const speakerHandlers: HandlersFor<'speaker'> = {
  'speaker.list': ({ db }) => ({ speakers: listSpeakers(db) }),
  'speaker.rename': rename,
  'speaker.setAsks': ({ db, about }, { speaker, asks }) => {
    if (!countSpeakers(db).some((row) => row.speaker === speaker))
      throw new DraadError('not-found', `There is no speaker ${speaker}`);
    setSpeakerMark(db, speaker, asks);
    about(speaker);
    return {};
  },
};

/** Tells which labels of an interview are the interviewer's; to be asked of many interviews in one go. */
export function whoAsksIn(db: ReadableDb): (interviewId: number, turns: readonly Pick<Turn, 'speaker'>[]) => Set<string> {
  const places = Map.groupBy(listPlaces(db), (place) => place.interviewId);
  const marks = marksOf(db);
  return (interviewId, turns) => {
    const labels = turns.map((turn) => turn.speaker);
    return new Set(askingLabels(labels, placeLabels(places.get(interviewId) ?? []), marks));
  };
}

function placeLabels(places: readonly Place[]): string[] {
  return places.map((place) => place.speaker);
}

function marksOf(db: ReadableDb): SpeakerMarks {
  return new Map(listSpeakerMarks(db).map(({ label, asks }) => [nameKey(label), asks]));
}

function listSpeakers(db: ReadableDb): SpeakerRow[] {
  const counts = countSpeakers(db);
  const places = Map.groupBy(listPlaces(db), (place) => place.interviewId);
  const names = new Map(listParticipants(db).map((participant) => [participant.id, participant.name]));
  const marks = marksOf(db);
  const asks = whoAsksIn(db);
  const asking = new Map<string | null, number>();
  for (const [id, own] of Map.groupBy(counts, (row) => row.interviewId)) {
    for (const label of asks(id, own)) asking.set(label, (asking.get(label) ?? 0) + 1);
  }
  const words = countWords(db, [...new Set(counts.map((row) => row.interviewId))]);
  return [...Map.groupBy(counts, (row) => row.speaker)]
    .map(([speaker, rows]): SpeakerRow => {
      const key = speaker === null ? null : nameKey(speaker);
      const under = rows.flatMap((row) =>
        (places.get(row.interviewId) ?? []).filter((place) => key !== null && nameKey(place.speaker) === key),
      );
      return {
        speaker,
        interviewIds: rows.map((row) => row.interviewId),
        turns: rows.reduce((sum, row) => sum + row.turns, 0),
        words: words.get(speaker) ?? 0,
        participants: [...new Set(under.map((place) => names.get(place.participantId) ?? ''))],
        // What it is in most of its interviews.
        asks: (asking.get(speaker) ?? 0) * 2 > rows.length,
        said: key !== null && marks.has(key),
      };
    })
    .sort((a, b) => b.interviewIds.length - a.interviewIds.length || b.turns - a.turns);
}

function countWords(db: ReadableDb, interviewIds: readonly number[]): Map<string | null, number> {
  const words = new Map<string | null, number>();
  for (const id of interviewIds) {
    const starts = wordStarts(getText(db, id));
    for (const turn of listTurns(db, id)) words.set(turn.speaker, (words.get(turn.speaker) ?? 0) + countWithin(starts, turn));
  }
  return words;
}

function rename({ db, about }: ChangeCall, { from, to, interviewIds }: Parsed<'speaker.rename'>): Output<'speaker.rename'> {
  for (const id of interviewIds ?? []) existing(db, id);
  const chosen = interviewIds && new Set(interviewIds);
  const before = countSpeakers(db);
  const touched = before.filter((row) => row.speaker === from && (chosen?.has(row.interviewId) ?? true));
  if (touched.length === 0) throw new DraadError('not-found', `Nobody speaks as ${from ?? 'nobody'} there`);
  const wasThere = before.some((row) => row.speaker !== null && nameKey(row.speaker) === nameKey(to));
  const asked = from === null ? [] : asksIn(db, from, touched);
  let turns = 0;
  for (const { interviewId } of touched) turns += renameSpeaker(db, interviewId, from, to);
  const ids = new Set(touched.map((row) => row.interviewId));
  const participants = from === null ? 0 : moveParticipants(db, from, to, ids);
  if (from !== null) moveMark(db, from, to, wasThere);
  // Who asked by the sound of a label alone must not become a participant by losing it.
  if (!wasThere && asksIn(db, to, asked).length < asked.length) setSpeakerMark(db, to, true);
  about(`${from ?? '–'} → ${to}`);
  return { turns, interviews: touched.length, participants };
}

/** Those of the interviews in which this is the label of who asks. */
function asksIn<T extends { readonly interviewId: number }>(db: ReadableDb, label: string, interviews: readonly T[]): T[] {
  const labels = Map.groupBy(countSpeakers(db), (row) => row.interviewId);
  const asks = whoAsksIn(db);
  return interviews.filter(({ interviewId }) => asks(interviewId, labels.get(interviewId) ?? []).has(label));
}

/** Participants go along with their label where no turn has it any more; answers how many places that were. */
function moveParticipants(db: WritableDb, from: string, to: string, interviewIds: ReadonlySet<number>): number {
  const still = new Set(countSpeakers(db).flatMap((row) => (sameLabel(row.speaker, from) ? [row.interviewId] : [])));
  const own = listPlaces(db).filter(
    (place) =>
      interviewIds.has(place.interviewId) &&
      sameLabel(place.speaker, from) &&
      (!still.has(place.interviewId) || sameLabel(from, to)),
  );
  for (const place of own) setPlaceSpeaker(db, { ...place, speaker: to });
  return own.length;
}

/** What was said of a label goes along with it, unless the other label was there already: then that one's counts. */
function moveMark(db: WritableDb, from: string, to: string, wasThere: boolean): void {
  const mark = listSpeakerMarks(db).find((row) => sameLabel(row.label, from));
  if (!mark || sameLabel(from, to)) return;
  const isGone = !countSpeakers(db).some((row) => sameLabel(row.speaker, from));
  if (isGone) setSpeakerMark(db, from, null);
  if (!wasThere) setSpeakerMark(db, to, mark.asks);
}

function sameLabel(a: string | null, b: string): boolean {
  return a !== null && nameKey(a) === nameKey(b);
}
