// Sentences of a transcript, as ranges of its text.

import { overlaps, type TextRange } from './text.ts';

const segmenter = new Intl.Segmenter('nl', { granularity: 'sentence' });

/** The sentences inside a range of the text, without the white space around them. */
export function sentencesIn(text: string, range: TextRange): TextRange[] {
  const found: TextRange[] = [];
  for (const part of segmenter.segment(text.slice(range.start, range.end))) {
    const said = part.segment.trim();
    const start = range.start + part.index + part.segment.indexOf(said);
    if (said !== '') found.push({ start, end: start + said.length });
  }
  return found;
}

/** The sentences that a range touches, and the turns, each from the first to the last. The range itself where it touches none. */
export function aroundOf(
  text: string,
  turns: readonly TextRange[],
  range: TextRange,
): { readonly sentence: TextRange; readonly turn: TextRange } {
  const touched = turns.filter((turn) => overlaps(turn, range));
  const hull = (parts: readonly TextRange[]): TextRange => ({
    start: Math.min(range.start, parts[0]?.start ?? range.start),
    end: Math.max(range.end, parts.at(-1)?.end ?? range.end),
  });
  const sentences = touched.flatMap((turn) => sentencesIn(text, turn)).filter((sentence) => overlaps(sentence, range));
  return { sentence: hull(sentences), turn: hull(touched) };
}
