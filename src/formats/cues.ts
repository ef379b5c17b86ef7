// The captions in a caption file: WebVTT, SRT and the SBV of YouTube. YouTube's automatic captions roll: each shows the line before
// it once more. Here every line is there once.

import { readTime } from './times.ts';

/** A caption: times in ms, and its text with its markup, lines joined by `\n`. */
export type Cue = { readonly startMs: number; readonly endMs: number; readonly text: string };

const CLOCK = String.raw`(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,]\d{1,3})?`;
const SBV_CLOCK = String.raw`\d{1,3}:\d\d:\d\d\.\d{3}`;
const TIMING = new RegExp(`^\\s*(${CLOCK})\\s*-->\\s*(${CLOCK})(?:\\s|$)`);
const SBV_TIMING = new RegExp(`^(${SBV_CLOCK}),(${SBV_CLOCK})\\s*$`);
const SRT_OPENING = new RegExp(`^(?:\\d+\\s*\\n\\s*)?${CLOCK}\\s*-->\\s*${CLOCK}`);
const SBV_OPENING = new RegExp(`^${SBV_CLOCK},${SBV_CLOCK}\\s*\\n`);

/** The kind of caption file that a text begins as; null when it is none. */
export function captionsKind(start: string): 'vtt' | 'srt' | 'sbv' | null {
  const opening = start.slice(0, 300);
  if (/^WEBVTT(?:\s|$)/.test(opening)) return 'vtt';
  if (SRT_OPENING.test(opening)) return 'srt';
  return SBV_OPENING.test(opening) ? 'sbv' : null;
}

export function cuesOf(text: string): Cue[] {
  return withoutRolling(cuesIn(text.split(/\r\n?|\n/)));
}

function cuesIn(lines: readonly string[]): Cue[] {
  const cues: { startMs: number; endMs: number; lines: string[] }[] = [];
  let place: 'between' | 'cue' | 'comment' = 'between';
  for (const line of lines) {
    const timing = place === 'comment' ? null : (TIMING.exec(line) ?? SBV_TIMING.exec(line));
    if (timing) {
      // Without a blank line before it, a number above the times is the name of this cue, not speech of the last.
      if (place === 'cue' && /^\d+$/.test(cues.at(-1)?.lines.at(-1)?.trim() ?? '')) cues.at(-1)?.lines.pop();
      cues.push({ startMs: readTime(timing[1] ?? ''), endMs: readTime(timing[2] ?? ''), lines: [] });
      place = 'cue';
    } else if (line === '') {
      place = 'between';
    } else if (place === 'between' && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) {
      place = 'comment';
    } else if (place === 'cue') {
      // A line of only spaces is a line of the caption: YouTube begins with one.
      cues.at(-1)?.lines.push(line);
    }
  }
  return cues.map(({ startMs, endMs, lines: said }) => ({ startMs, endMs, text: said.join('\n') }));
}

/** Captions roll when this part of them, and at least two, begin with the last line of the one before and add a line to it. */
const ROLLING_PART = 1 / 4;

function withoutRolling(cues: readonly Cue[]): Cue[] {
  const shown = cues.map((cue) => cue.text.split('\n').filter((line) => line.trim() !== ''));
  const repeated = shown.map((lines, index) => repeatedLines(shown[index - 1] ?? [], lines));
  const rolling = shown.filter((lines, index) => (repeated[index] ?? 0) > 0 && lines.length > (repeated[index] ?? 0)).length;
  if (rolling < 2 || rolling < cues.length * ROLLING_PART) return [...cues];
  return cues.map((cue, index) => ({ ...cue, text: (shown[index] ?? []).slice(repeated[index]).join('\n') }));
}

/** How many lines at the start of a caption are the last ones of the caption before it. */
function repeatedLines(before: readonly string[], lines: readonly string[]): number {
  // A screen shows a few lines; more are not compared.
  for (let count = Math.min(before.length, lines.length, 4); count > 0; count--) {
    const tail = before.slice(-count);
    if (tail.every((line, index) => plain(line) === plain(lines[index] ?? ''))) return count;
  }
  return 0;
}

function plain(line: string): string {
  return line.replace(/<[^<>]*>/g, '').trim();
}
