// Speaker labels at the start of a line: `Name: text`, with a time before, inside or after the label, or `Name  00:13` on a line
// of its own. What only looks like a label (a clock, an address, "Ik zei: …") stays text.

import type { PassedLabel } from '../domain/interview.ts';
import { BARE_TIME, LOOSE_TIME, MARKED_TIME, readTime, takeTime } from './times.ts';

export const MAX_LABEL = 63;

/** A label is a speaker only when it occurs this often: `Datum: 3 maart` at the top of a file is not one. */
export const MIN_OCCURRENCES = 2;

/** A line that begins like a turn. `rest` is what is said on that line. */
export type Labelled = { readonly label: string; readonly timeMs: number | null; readonly rest: string };

/** Speakers of a file, by label without case, spelled as they were first written. */
export type Speakers = ReadonlyMap<string, string>;

/** What a reader goes by. `said`: by key of a label, whether it is a speaker whatever the count. `passed` hears of what was not taken for one. */
export type LabelRules = {
  readonly said: ReadonlyMap<string, boolean>;
  readonly passed: (label: PassedLabel) => void;
};

export const NO_RULES: LabelRules = { said: new Map(), passed: () => {} };

/** The labels that occur often enough in these lines, or of which it was said that they are speakers. */
export function speakersIn(lines: Iterable<string>, rules: LabelRules): Speakers {
  const seen = new Map<string, { label: string; count: number; line: string }>();
  for (const line of lines) {
    const label = readLabel(line)?.label;
    if (label === undefined) continue;
    const entry = seen.get(keyOf(label));
    if (entry) entry.count++;
    else seen.set(keyOf(label), { label, count: 1, line });
  }
  const speakers = new Map<string, string>();
  for (const [key, entry] of seen) {
    if (rules.said.get(key) ?? entry.count >= MIN_OCCURRENCES) speakers.set(key, entry.label);
    else rules.passed(entry);
  }
  return speakers;
}

/** The line as the start of a turn of one of these speakers; null when it is not. */
export function labelledBy(line: string, speakers: Speakers): Labelled | null {
  const found = speakers.size > 0 ? readLabel(line) : null;
  const label = found && speakers.get(keyOf(found.label));
  return found && label !== null && label !== undefined ? { ...found, label } : null;
}

/** A label as it is stored: one line, single spaces, composed, without the colon that may end it. Null when it can't be one. */
export function cleanLabel(text: string): string | null {
  const label = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/\s*:\s*$/, '')
    .trim()
    .replace(/^\[([^[\]]+)\]$/, '$1'); // `[SPEAKER_00]: …`, as WhisperX writes
  return isLabel(label) ? label : null;
}

// The label of a line is in its first part; further on nobody needs to look.
const HEAD = 160;
const NAME = String.raw`([^\s:][^:\n]{0,${MAX_LABEL * 2}}?)`;
// `14:30` and `https://` are no labels: after the colon comes white space, or at least a word.
const COLON = String.raw`(?:\s*:(?=\s|$)|:(?=[\p{L}"'“‘(\[]))`;
const WITH_COLON = new RegExp(String.raw`^(?:[-–—•]\s+)?${NAME}(?:\s+(${MARKED_TIME}|${BARE_TIME}))?${COLON}`, 'u');
const WITH_TIME_ONLY = new RegExp(`^${NAME}(?:\\s{2,}|\\t)(${LOOSE_TIME})$`);
const BOLD = /^\*\*([^*:\n]+)(?::\s*\*\*|\*\*\s*:)/;

function readLabel(line: string): Labelled | null {
  const { timeMs: before, rest } = takeTime(line.trim());
  const plain = rest.replace(BOLD, '$1:');
  const head = plain.slice(0, HEAD);
  const match = WITH_COLON.exec(head) ?? (plain.length < HEAD ? WITH_TIME_ONLY.exec(head) : null);
  const label = match && cleanLabel(match[1] ?? '');
  if (!match || !label) return null;
  const after = takeTime(plain.slice(match[0].length).trim());
  const inside = match[2] === undefined ? null : readTime(match[2]);
  return { label, timeMs: before ?? inside ?? after.timeMs, rest: after.rest };
}

// Words a sentence begins with and a name does not, and words for saying: `Mijn moeder zei altijd: …` quotes, it does not label.
const OPENERS = new Set(
  (
    'jij je hij zij ze wij we jullie het dat dit die er en maar dus want of toen als nou ja nee ' +
    'he she they it you that this there and but so because or then when if well yes no'
  ).split(' '),
);
const SAYING = new Set(
  'zei zeg zegt zeiden vroeg vraagt dacht denkt denk vertelde antwoordde riep said says asked thought told replied'.split(' '),
);
const PRONOUN_AND_WORD = /^(?:ik|i) \p{Ll}/u;

function isLabel(label: string): boolean {
  if (label.length > MAX_LABEL || !/\p{L}/u.test(label) || /[?!;|<>="“”„…]|\/\//u.test(label)) return false;
  const words = label.toLowerCase().split(' ');
  return !OPENERS.has(words[0] ?? '') && !words.some((word) => SAYING.has(word)) && !PRONOUN_AND_WORD.test(label.toLowerCase());
}

/** Labels are one when they differ in nothing but case. */
export function keyOf(label: string): string {
  return label.toLowerCase();
}
