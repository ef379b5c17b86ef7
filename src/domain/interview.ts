// An interview is one transcript: a plain text, with turns, speakers and times as ranges beside it. The text of the turns is
// joined by one line break; labels and times are not in the text.

import { cleanName, MAX_NAME, nameKey } from './code.ts';
import { floorToGrapheme, type TextRange } from './text.ts';

/** A turn: one speaker's uninterrupted speech. `timeMs` is from the start of the recording. */
export type Turn = TextRange & { readonly speaker: string | null; readonly timeMs: number | null };

/** A transcript as read from a file, before it is in a project. Turns ascend, do not overlap, and lie inside the text. */
export type Transcript = { readonly text: string; readonly turns: readonly Turn[] };

/** One spoken piece, as a reader finds it. */
export type Speech = { readonly speaker: string | null; readonly timeMs: number | null; readonly text: string };

/** The endings of the files that a transcript is read from. What a file is, its content says; this is for choosing files. */
export const TRANSCRIPT_ENDINGS: readonly string[] = 'docx odt rtf txt md vtt srt sbv json tsv otr html htm'.split(' ');

/** The same as words, for who came with something else. */
export const TRANSCRIPT_KINDS =
  'Word (.docx), OpenDocument (.odt), RTF (.rtf), text (.txt, .md), captions (.vtt, .srt, .sbv) and what transcription programs save (.json, .tsv, .otr, .html)';

/** True when the name of a file ends as that of a transcript. */
export function isTranscriptName(file: string): boolean {
  return TRANSCRIPT_ENDINGS.includes(/\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? '');
}

export const TURN_SEPARATOR = '\n';

/**
 * The transcript of spoken pieces in order: each becomes a turn, empty ones are left out. Line breaks inside a piece survive as
 * `\n`; spaces at the ends of lines, NUL and lone surrogates do not.
 */
export function toTranscript(speeches: readonly Speech[]): Transcript {
  const turns: Turn[] = [];
  let text = '';
  for (const speech of speeches) {
    const said = cleanText(speech.text);
    if (said === '') continue;
    if (text !== '') text += TURN_SEPARATOR;
    turns.push({ start: text.length, end: text.length + said.length, speaker: speech.speaker, timeMs: speech.timeMs });
    text += said;
  }
  return { text, turns };
}

/** Text as it is stored: LF, no NUL, no lone surrogates, no spaces at line ends, no white space around it. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/(?<![ \t\u00a0])[ \t\u00a0]+(?=\n|$)/g, '')
    .trim();
}

/** The name an interview gets from its file: without folders and ending, cut where it is too long for a name. */
export function nameFromFile(file: string): string {
  const base = cleanName(file.split(/[\\/]/).at(-1) ?? file);
  const name = base.replace(/\.[^.]+$/, '').trim() || base || 'interview';
  return name.slice(0, floorToGrapheme(name, MAX_NAME - 10)).trim(); // leaves room for ` (2)`
}

/** `name`, or `name (2)`, `name (3)` … when its key is among those taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(nameKey(name))) return name;
  let n = 2;
  while (taken.has(nameKey(`${name} (${n})`))) n++;
  return `${name} (${n})`;
}
