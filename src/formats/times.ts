// Times as transcripts write them: `[00:00:12]`, `00:00:12`, `(00:12)`, `#00:01:23-4#`, `[00:00:12.340]`. All in ms from the
// start of the recording.

const SHORT = String.raw`\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?`;
const LONG = String.raw`\d{1,3}:[0-5]\d:[0-5]\d(?:[.,]\d{1,3})?`;
const EITHER = `(?:${LONG}|${SHORT})`;
const HASH = `#${EITHER}(?:-\\d)?#`;

/** A time between marks, which can't be taken for anything else. A range (`[00:01 --> 00:04]`) counts by its start. */
export const MARKED_TIME = String.raw`(?:\[${EITHER}(?:\s*(?:-->|[-–])\s*${EITHER})?\]|\(${EITHER}\)|${HASH})`;

/** A time without marks is only believed with hours: `14:30` may well be what is said. */
export const BARE_TIME = LONG;

/** Any time, for places where nothing but a time is expected. */
export const LOOSE_TIME = `(?:${MARKED_TIME}|${EITHER})`;

const AT_START = new RegExp(`^(?:${MARKED_TIME}|${BARE_TIME}(?![^\\s]))`);
const END_STAMP = new RegExp(`${HASH}$`);
const ONLY = new RegExp(`^${LOOSE_TIME}$`);
const CLOCK = /(?:(\d+):)?(\d+):(\d+)(?:[.,-](\d{1,3}))?/;

/** The first time in a text, in ms; NaN when there is none. */
export function readTime(text: string): number {
  const match = CLOCK.exec(text);
  if (!match) return Number.NaN;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}

/** The time a line begins with, and the rest of the line. */
export function takeTime(text: string): { timeMs: number | null; rest: string } {
  const found = AT_START.exec(text)?.[0];
  return found === undefined ? { timeMs: null, rest: text } : { timeMs: readTime(found), rest: text.slice(found.length).trim() };
}

/** The `#00:01:23-4#` a line ends with, as f4 and MAXQDA put at the end of a turn, and the line without it. */
export function takeEndStamp(text: string): { endMs: number | null; rest: string } {
  const match = END_STAMP.exec(text);
  // A line that is only a time says when the next turn begins; that is takeTime's.
  if (!match || match.index === 0) return { endMs: null, rest: text };
  return { endMs: readTime(match[0]), rest: text.slice(0, match.index).trimEnd() };
}

// Before a colon it is part of a label: `S01 [00:00:12]: …`.
const INSIDE = new RegExp(`(?=(?:\\[${EITHER}\\]|${HASH})(?!\\s*:))`);

/** The text cut before each `[00:12:30]` and `#00:12:30-4#` in it, so that each piece but the first begins with its time. */
export function cutAtTimes(text: string): string[] {
  return text.split(INSIDE);
}

/** Seconds as whole ms; null when they can't be a place in a recording. */
export function fromSeconds(seconds: unknown): number | null {
  return typeof seconds === 'number' && seconds >= 0 && seconds <= MOST_SECONDS ? Math.round(seconds * 1000) : null;
}

// Longer than any recording: a thousand hours.
const MOST_SECONDS = 3_600_000;

/** The time of a text that holds nothing else, as a table cell does; null when it holds anything else. */
export function timeOnly(text: string): number | null {
  return ONLY.test(text.trim()) ? readTime(text) : null;
}
