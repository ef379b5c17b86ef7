// Transcripts from caption files: WebVTT of Teams (`<v Name>`), Zoom (`Name: text`) and others, noScribe
// (`<v S01>`), YouTube, and SRT. A caption is cut to fit
// a screen, so it is not a turn: what one speaker says in captions that follow each other becomes one turn.

import type { Speech } from '../domain/interview.ts';
import { type Cue, cuesOf } from './cues.ts';
import { decodeEntities } from './entities.ts';
import { type LabelRules, labelledBy, NO_RULES, speakersIn } from './labels.ts';
import { voiceAndWords } from './noscribe.ts';
import { joinPieces, oneLine, type Piece } from './pieces.ts';

/** The speech in the text of a .vtt, .srt or .sbv file. */
export function readVttTranscript(text: string, rules: LabelRules = NO_RULES): Speech[] {
  const voices = cuesOf(text).flatMap(piecesOf);
  return joinPieces(withLabels(voices, rules));
}

// The markup WebVTT knows. Anything else between angle brackets was typed by a person, `<lacht>`, and stays.
const TAG =
  /<(?:(\/?v)(?:\.[^\s<>]*)?(?:\s([^<>]*))?|\/?(?:c|i|b|u|ruby|rt|lang|font)(?:\.[^\s<>]*)?(?:\s[^<>]*)?|\d[\d:.]*)>|\{\\an\d\}/gi;

function piecesOf(cue: Cue): Piece[] {
  const pieces: Piece[] = [];
  let speaker: string | null = null;
  let from = 0;
  let said = '';
  const push = (): void => {
    const spoken = decodeEntities(said);
    said = '';
    if (spoken.trim() === '') return;
    const words = speaker === null ? { speaker, text: spoken } : voiceAndWords(speaker, spoken);
    pieces.push({ ...words, timeMs: cue.startMs, endMs: cue.endMs, named: speaker !== null });
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
function withLabels(pieces: readonly Piece[], rules: LabelRules): Piece[] {
  const unnamed = pieces.filter((piece) => !piece.named);
  const lines = unnamed.flatMap((piece) => piece.text.split('\n'));
  const speakers = speakersIn(lines, rules);
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
