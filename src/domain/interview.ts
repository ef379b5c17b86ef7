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

/** How a file is read. What a file is, its content says; a person may say otherwise. */
export const TRANSCRIPT_FORMATS = [
  'docx',
  'odt',
  'rtf',
  'pdf',
  'vtt',
  'srt',
  'sbv',
  'noscribe',
  'tsv',
  'json',
  'otr',
  'text',
] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

/** A comment that stood beside the text of a file, on a range of the transcript; null when its place is not in the transcript. */
export type FileComment = {
  readonly range: TextRange | null;
  readonly author: string;
  readonly at: string;
  readonly text: string;
};

/** What of a file is not in the transcript. `changes`: pieces of text that were deleted with changes tracked. `blank`: pages without text. */
export const LEFT_KINDS = ['pictures', 'notes', 'changes', 'hidden', 'comments', 'furniture', 'blank'] as const;
export type LeftKind = (typeof LEFT_KINDS)[number];
export type Left = { readonly kind: LeftKind; readonly count: number };

/** A label at the start of lines that was not taken for a speaker: how often, and the first of these lines. */
export type PassedLabel = { readonly label: string; readonly count: number; readonly line: string };

/** A file as it was read. `maker` is the program that wrote it, when it shows. */
export type ReadFile = {
  readonly transcript: Transcript;
  readonly format: TranscriptFormat;
  readonly maker: string | null;
  readonly passed: readonly PassedLabel[];
  readonly comments: readonly FileComment[];
  readonly left: readonly Left[];
};

/** The endings of the files that a transcript is read from. What a file is, its content says; this is for choosing files. */
export const TRANSCRIPT_ENDINGS: readonly string[] = 'docx odt rtf pdf txt md vtt srt sbv json tsv otr html htm'.split(' ');

/** The same as words, for who came with something else. */
export const TRANSCRIPT_KINDS =
  'Word (.docx), OpenDocument (.odt), RTF (.rtf), PDF (.pdf), text (.txt, .md), captions (.vtt, .srt, .sbv) and what transcription programs save (.json, .tsv, .otr, .html)';

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
