// Transcripts from caption files: WebVTT of Teams (`<v Name>`), Zoom (`Name: text`) and others, and SRT. A caption is cut to fit
// a screen, so it is not a turn: what one speaker says in captions that follow each other becomes one turn.

import { type Speech, type Transcript, toTranscript } from '../domain/interview.ts';
import { labelledBy, speakersIn } from './labels.ts';
import { readTime } from './times.ts';

/** A caption: times in ms, and its text with its markup, lines joined by `\n`. */
type Cue = { readonly startMs: number; readonly endMs: number; readonly text: string };

/** Speech inside a cue. `named` is false when the file does not say who speaks. */
type Piece = Speech & { readonly endMs: number; readonly named: boolean };

/** The transcript in the text of a .vtt or .srt file. */
export function readVttTranscript(text: string): Transcript {
  const voices = cuesOf(text).flatMap(piecesOf);
  return toTranscript(joinPieces(withLabels(voices)));
}

const CLOCK = String.raw`(?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?`;
const TIMING = new RegExp(`^\\s*(${CLOCK})\\s*-->\\s*(${CLOCK})(?:\\s|$)`);

function cuesOf(text: string): Cue[] {
  const cues: { startMs: number; endMs: number; lines: string[] }[] = [];
  let place: 'between' | 'cue' | 'comment' = 'between';
  for (const line of text.split(/\r\n?|\n/)) {
    const timing = place === 'comment' ? null : TIMING.exec(line);
    if (timing) {
      // Without a blank line before it, a number above the times is the name of this cue, not speech of the last.
      if (place === 'cue' && /^\d+$/.test(cues.at(-1)?.lines.at(-1)?.trim() ?? '')) cues.at(-1)?.lines.pop();
      cues.push({ startMs: readTime(timing[1] ?? ''), endMs: readTime(timing[2] ?? ''), lines: [] });
      place = 'cue';
    } else if (line.trim() === '') {
      place = 'between';
    } else if (place === 'between' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) {
      place = 'comment';
    } else if (place === 'cue') {
      cues.at(-1)?.lines.push(line);
    }
  }
  return cues.map(({ startMs, endMs, lines }) => ({ startMs, endMs, text: lines.join('\n') }));
}

// The markup WebVTT knows. Anything else between angle brackets was typed by a person, `<lacht>`, and stays.
const TAG = /<(?:(\/?v)(?:\.[^\s<>]*)?(?:\s([^<>]*))?|\/?(?:c|i|b|u|ruby|rt|lang)(?:\.[^\s<>]*)?(?:\s[^<>]*)?|\d[\d:.]*)>/gi;

function piecesOf(cue: Cue): Piece[] {
  const pieces: Piece[] = [];
  let speaker: string | null = null;
  let from = 0;
  let said = '';
  const push = (): void => {
    if (said.trim() !== '')
      pieces.push({ speaker, timeMs: cue.startMs, endMs: cue.endMs, named: speaker !== null, text: decodeEntities(said) });
    said = '';
  };
  for (const tag of cue.text.matchAll(TAG)) {
    said += cue.text.slice(from, tag.index);
    from = tag.index + tag[0].length;
    if (tag[1] === undefined) continue;
    push();
    const name = tag[1].startsWith('/') ? '' : oneLine(decodeEntities(tag[2] ?? ''));
    speaker = name === '' ? null : name;
  }
  said += cue.text.slice(from);
  push();
  return pieces;
}

/** The pieces, split where a line without a voice begins with a speaker's label, as Zoom writes them. */
function withLabels(pieces: readonly Piece[]): Piece[] {
  const unnamed = pieces.filter((piece) => !piece.named);
  const speakers = speakersIn(unnamed.flatMap((piece) => piece.text.split('\n')));
  if (speakers.size === 0) return [...pieces];
  let speaker: string | null = null;
  return pieces.flatMap((piece) => {
    if (piece.named) return [piece];
    return piece.text.split('\n').map((line) => {
      const labelled = labelledBy(line, speakers);
      speaker = labelled?.label ?? speaker;
      return { ...piece, speaker, named: speaker !== null, text: labelled?.rest ?? line };
    });
  });
}

/** A silence this long, in ms, ends a turn when nobody is named; so does the end of a sentence. */
const PAUSE_MS = 2_000;
const SENTENCE_END = /[.?!…]["'”’)\]]*$/;

function joinPieces(pieces: readonly Piece[]): Speech[] {
  const turns: (Speech & { endMs: number })[] = [];
  const anyNamed = pieces.some((piece) => piece.named);
  for (const { speaker, timeMs, endMs, text } of pieces) {
    const said = oneLine(text);
    const last = turns.at(-1);
    if (said === '') continue;
    const goesOn = last && last.speaker === speaker && (anyNamed || !isBreak(last, timeMs ?? 0));
    if (goesOn) turns[turns.length - 1] = { ...last, text: `${last.text} ${said}`, endMs };
    else turns.push({ speaker, timeMs, text: said, endMs });
  }
  return turns.map(({ speaker, timeMs, text }) => ({ speaker, timeMs, text }));
}

// Captions that never say who speaks would be one turn of an hour; sentences keep their times.
function isBreak(last: Speech & { endMs: number }, nextMs: number): boolean {
  return SENTENCE_END.test(last.text) || nextMs - last.endMs >= PAUSE_MS;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lrm: '',
  rlm: '',
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
