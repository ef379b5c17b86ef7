// Codings as people make them: one to four sentences of the participant, a few codes far more often than the rest, and about a
// fifth of them across another one.

import type { TextRange } from '../../../src/domain/text.ts';
import type { Random } from './random.ts';
import type { Talk } from './talk.ts';

export type Drawn = TextRange & { readonly code: string; readonly coder: string };

const OVERLAPPING = 0.11; // each makes two codings overlap

/** `count` different codings on one talk, in the order of the text. Throws when the talk is too short for so many. */
export function drawCodings(talk: Talk, count: number, code: () => string, coder: () => string, random: Random): Drawn[] {
  const free = random.shuffle(talk.sentences.map((_, at) => at));
  const taken = new Set<number>();
  const known = new Set<string>();
  const drawn: Drawn[] = [];
  for (let tries = 0; drawn.length < count; tries++) {
    if (tries > count * 50 + 1000) throw new Error(`${count} codings do not fit in ${talk.words} words; ask for fewer`);
    const last = random.chance(OVERLAPPING) ? drawn.at(-1) : undefined;
    const range = last ? across(last, random, talk) : apart(free, taken, random, talk);
    const coding = { ...range, code: code(), coder: coder() };
    const key = `${coding.start} ${coding.end} ${coding.code} ${coding.coder}`;
    if (known.has(key)) continue;
    known.add(key);
    drawn.push(coding);
  }
  return drawn.sort((a, b) => a.start - b.start || a.end - b.end);
}

// Sentences that nobody coded yet; when there are none left, any.
function apart(free: number[], taken: Set<number>, random: Random, talk: Talk): TextRange {
  let first = free.pop();
  while (first !== undefined && taken.has(first)) first = free.pop();
  first ??= random.whole(0, talk.sentences.length - 1);
  const turn = talk.sentences[first]?.turn;
  let last = first;
  for (let more = random.whole(0, 3); more > 0; more--) {
    if (talk.sentences[last + 1]?.turn !== turn || taken.has(last + 1)) break;
    last++;
  }
  for (let at = first; at <= last; at++) taken.add(at);
  return { start: talk.sentences[first]?.start ?? 0, end: talk.sentences[last]?.end ?? 0 };
}

/** The same text again, a part of it, or a part of it and what follows. */
function across(range: TextRange, random: Random, talk: Talk): TextRange {
  const how = random.next();
  if (how < 0.4) return { start: range.start, end: range.end };
  const middle = middleOf(range, talk.text);
  if (how < 0.7) return { start: middle, end: range.end };
  const next = talk.sentences.find((sentence) => sentence.start >= range.end);
  return { start: middle, end: next?.end ?? range.end };
}

// Where the second third of a range begins, at a word; the range's own start when it is one long word.
function middleOf(range: TextRange, text: string): number {
  const space = text.indexOf(' ', range.start + Math.floor((range.end - range.start) / 3));
  return space < 0 || space + 1 >= range.end ? range.start : space + 1;
}
