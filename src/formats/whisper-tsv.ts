// Whisper's table: a line per segment with tabs between start, end and text, times in ms; WhisperX may add a speaker.

import type { Speech } from '../domain/interview.ts';
import { cleanLabel, type LabelRules, labelledBy, NO_RULES, speakersIn } from './labels.ts';
import { joinPieces, type Piece } from './pieces.ts';
import { fromSeconds } from './times.ts';

const HEADER = /^start\tend\t(?:speaker\t)?text(?:\tspeaker)?[ \t]*(?:\r?\n|$)/i;

export function looksLikeWhisperTsv(start: string): boolean {
  return HEADER.test(start.slice(0, 100));
}

/** The speech in a table that `looksLikeWhisperTsv`. */
export function readWhisperTsv(text: string, rules: LabelRules = NO_RULES): Speech[] {
  const [header = '', ...lines] = text.trimStart().split(/\r\n?|\n/);
  const columns = header.trim().toLowerCase().split('\t');
  const rows = lines.map((line) => line.split('\t'));
  const column = (row: readonly string[], name: string): string => row[columns.indexOf(name)]?.trim() ?? '';
  // A time with a point in it is in seconds.
  const unit = rows.some((row) => /[.]/.test(column(row, 'start'))) ? 1 : 1000;
  const said = rows.map((row) => column(row, 'text'));
  const speakers = speakersIn(said, rules);
  const pieces = rows.flatMap((row): Piece[] => {
    const timeMs = timeOf(column(row, 'start'), unit);
    const labelled = labelledBy(column(row, 'text'), speakers);
    const speaker = cleanLabel(column(row, 'speaker')) ?? labelled?.label ?? null;
    const words = labelled?.rest ?? column(row, 'text');
    return [{ speaker, timeMs, endMs: timeOf(column(row, 'end'), unit), text: words, named: speaker !== null }];
  });
  return joinPieces(pieces);
}

function timeOf(value: string, unit: number): number | null {
  return /^\d{1,12}(?:\.\d{1,9})?$/.test(value) ? fromSeconds(Number(value) / unit) : null;
}
