// How a selection grows and shrinks: word, sentence, turn; and how an end moves by a word. Pure; offsets in the stored text.

import { sentencesIn } from '../../src/domain/sentence.ts';
import { lowerBound, type TextRange } from '../../src/domain/text.ts';

const wordSegments = new Intl.Segmenter('nl', { granularity: 'word' });

/** The words inside a range of the text, without punctuation. */
export function wordsIn(text: string, range: TextRange): TextRange[] {
  const words: TextRange[] = [];
  for (const part of wordSegments.segment(text.slice(range.start, range.end))) {
    if (part.isWordLike) words.push({ start: range.start + part.index, end: range.start + part.index + part.segment.length });
  }
  return words;
}

/** The turn that holds an offset; between two turns the one before. -1 when there are no turns. */
export function turnAt(turns: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = turns.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((turns[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return turns.length === 0 ? -1 : low;
}

/** The next larger range: the word, then the sentence, then the turn around it. The same range when it can't grow. */
export function growRange(text: string, turns: readonly TextRange[], range: TextRange): TextRange {
  for (const units of [wordsIn, sentencesIn, wholeTurn]) {
    const grown = cover(text, turns, range, units);
    if (grown.start < range.start || grown.end > range.end) return grown;
  }
  return range;
}

/** The largest of turn, sentence and word around `origin` that is smaller than the range; at last the bare place `origin`. */
export function shrinkRange(text: string, turns: readonly TextRange[], range: TextRange, origin: number): TextRange {
  const place = Math.max(range.start, Math.min(origin, Math.max(range.start, range.end - 1)));
  for (const units of [wholeTurn, sentencesIn, wordsIn]) {
    const turn = turns[turnAt(turns, place)];
    const unit = turn && touched(units(text, turn), place, place);
    const inside = unit !== undefined && unit.start >= range.start && unit.end <= range.end;
    if (inside && unit.end - unit.start < range.end - range.start) return { start: unit.start, end: unit.end };
  }
  return { start: place, end: place };
}

/** The range with one end moved to the next word edge; an end never passes the other one or leaves the text. */
export function moveEnd(
  text: string,
  turns: readonly TextRange[],
  range: TextRange,
  end: 'start' | 'end',
  step: 1 | -1,
): TextRange {
  const at = turnAt(turns, end === 'start' ? range.start : Math.max(range.start, range.end - 1));
  const near = turns.slice(Math.max(0, at - 1), at + 2);
  const words = near.flatMap((turn) => wordsIn(text, turn));
  if (end === 'start') {
    const start = pick(
      words.map((word) => word.start),
      range.start,
      step,
    );
    return start !== undefined && start < range.end ? { start, end: range.end } : range;
  }
  const moved = pick(
    words.map((word) => withPunctuation(text, near, word).end),
    range.end,
    step,
  );
  return moved !== undefined && moved > range.start ? { start: range.start, end: moved } : range;
}

/** The offset, brought to the nearer edge of the word that it would otherwise cut; past the punctuation that hangs on a word before it. */
export function snapToWord(text: string, turns: readonly TextRange[], offset: number): number {
  const turn = turns[turnAt(turns, offset)];
  const word = turn && wordsIn(text, turn).find(({ start, end }) => start < offset && offset <= end);
  if (!turn || !word) return offset;
  const nearStart = offset < word.end && offset - word.start <= word.end - offset;
  return nearStart ? word.start : withPunctuation(text, turns, word).end;
}

type Units = (text: string, range: TextRange) => TextRange[];

function wholeTurn(_text: string, range: TextRange): TextRange[] {
  return [range];
}

/** The hull of the range and the units it touches, in the turns it touches. */
function cover(text: string, turns: readonly TextRange[], range: TextRange, units: Units): TextRange {
  const first = turns[turnAt(turns, range.start)];
  const last = turns[turnAt(turns, Math.max(range.start, range.end - 1))];
  if (!first || !last) return range;
  const head = touched(units(text, first), range.start, range.end);
  const tail = first === last && range.start === range.end ? head : touched(units(text, last), range.end, range.start);
  return { start: Math.min(range.start, head?.start ?? range.start), end: Math.max(range.end, tail?.end ?? range.end) };
}

/** The unit at an end of the selection: of two that touch, the one on the side of the other end; else the nearest. */
function touched(units: readonly TextRange[], at: number, other: number): TextRange | undefined {
  const after = units.find((unit) => unit.end > at);
  const before = units.findLast((unit) => unit.start < at);
  if (other < at) return before;
  if (other > at) return after;
  if (after && after.start <= at) return after;
  if (before && before.end >= at) return before;
  return after ?? before;
}

/** A word's end for a coding takes the punctuation that hangs on it, as people select it: up to the next white space. */
function withPunctuation(text: string, turns: readonly TextRange[], word: TextRange): TextRange {
  const turn = turns[turnAt(turns, word.start)];
  let end = word.end;
  while (turn && end < turn.end && /[^\s\p{L}\p{N}]/u.test(text[end] ?? ' ')) end++;
  return /[\p{L}\p{N}]/u.test(text[end] ?? ' ') ? word : { start: word.start, end };
}

function pick(edges: readonly number[], at: number, step: 1 | -1): number | undefined {
  const next = lowerBound(edges, step === 1 ? at + 1 : at);
  return step === 1 ? edges[next] : edges[next - 1];
}
