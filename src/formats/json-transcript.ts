// Transcripts as JSON: of Amberscript, Whisper, whisper.cpp, WhisperX, Deepgram and oTranscribe. Each is known by the fields that
// only it has.

import type { Speech } from '../domain/interview.ts';
import { readDeepgram } from './deepgram.ts';
import { type JsonObject, objectOf, objectsIn, parseJson, textOf } from './json.ts';
import { cleanLabel, type LabelRules, NO_RULES } from './labels.ts';
import { readOtr } from './otr.ts';
import { joinPieces, type Piece } from './pieces.ts';
import { fromSeconds } from './times.ts';

/** What a JSON file holds, and the program that wrote it. */
export type JsonTalk = { readonly speeches: readonly Speech[]; readonly maker: string };

/** The speech in JSON text; null when it holds something else. Throws `refused` when it is damaged. */
export function readJsonTranscript(text: string, rules: LabelRules = NO_RULES): JsonTalk | null {
  const value = parseJson(text);
  const file = objectOf(Array.isArray(value) ? { segments: value } : value);
  const maker = makerOf(file);
  const speeches = maker && READERS[maker](file, rules);
  return speeches && { speeches, maker };
}

type Maker = keyof typeof READERS;

const READERS = {
  Deepgram: (file: JsonObject) => readDeepgram(objectOf(file.results)),
  'whisper.cpp': (file: JsonObject) => readWhisperCpp(objectsIn(file.transcription)),
  Amberscript: (file: JsonObject) => readAmberscript(file, objectsIn(file.segments)),
  WhisperX: (file: JsonObject) => readSegments(objectsIn(file.segments)),
  Whisper: (file: JsonObject) => readSegments(objectsIn(file.segments)),
  oTranscribe: (file: JsonObject, rules: LabelRules) => readOtr(textOf(file.text) ?? '', rules),
} satisfies Record<string, (file: JsonObject, rules: LabelRules) => Speech[] | null>;

function makerOf(file: JsonObject): Maker | null {
  if ('results' in file) return 'Deepgram';
  if ('transcription' in file) return 'whisper.cpp';
  const segments = objectsIn(file.segments);
  if (segments.some((segment) => !('text' in segment) && 'words' in segment)) return 'Amberscript';
  if (segments.length > 0) return segments.some((segment) => 'speaker' in segment) ? 'WhisperX' : 'Whisper';
  return typeof file.text === 'string' && ('media' in file || 'media-time' in file) ? 'oTranscribe' : null;
}

/** Amberscript: segments of words, by speakers whose names stand in a list. A segment is a paragraph, and so a turn. */
function readAmberscript(file: JsonObject, segments: readonly JsonObject[]): Speech[] {
  const names = new Map(objectsIn(file.speakers).map((speaker) => [speaker.spkid, textOf(speaker.name)]));
  return segments.map((segment) => {
    const words = objectsIn(segment.words);
    const text = words.flatMap((word) => textOf(word.text)?.trim() ?? []).join(' ');
    return {
      speaker: speakerOf(names.get(segment.speaker) ?? segment.speaker),
      timeMs: fromSeconds(segment.start ?? words[0]?.start),
      text: text.replace(/ (?=[.,?!:;…](?: |$))/g, ''), // a full stop may be a word of its own
    };
  });
}

/** Whisper and WhisperX: segments with a text, times in seconds, and with WhisperX a speaker. */
function readSegments(segments: readonly JsonObject[]): Speech[] | null {
  const pieces = segments.flatMap((segment) => pieceOf(segment, fromSeconds(segment.start), fromSeconds(segment.end)));
  // A list of other things may have texts too; only speech has times.
  return pieces.some((piece) => piece.timeMs !== null) ? joinPieces(pieces) : null;
}

/** whisper.cpp: offsets in ms, and with `--diarize` the number of a speaker. */
function readWhisperCpp(segments: readonly JsonObject[]): Speech[] | null {
  const ms = (value: unknown): number | null => (typeof value === 'number' ? fromSeconds(value / 1000) : null);
  const pieces = segments.flatMap((segment) => {
    const { from, to } = objectOf(segment.offsets);
    return pieceOf(segment, ms(from), ms(to));
  });
  return pieces.length > 0 ? joinPieces(pieces) : null;
}

function pieceOf(segment: JsonObject, timeMs: number | null, endMs: number | null): Piece[] {
  const text = textOf(segment.text);
  const speaker = speakerOf(segment.speaker);
  return text === null ? [] : [{ speaker, timeMs, endMs, text, named: speaker !== null }];
}

/** A speaker as a label: a name as it is, a number as `Speaker 1`. */
export function speakerOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return `Speaker ${value}`;
  const text = textOf(value);
  if (text === null || text === '?') return null;
  return /^\d{1,3}$/.test(text) ? `Speaker ${text}` : cleanLabel(text);
}
