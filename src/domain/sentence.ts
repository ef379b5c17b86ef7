// Sentences of a transcript, as ranges of its text.

import { lowerBound, type TextRange } from './text.ts';

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

/**
 * Tells of ranges the sentences they touch, and the turns, each from the first to the last; the range itself where it touches none. `turns`
 * ascend and do not overlap. Each turn is cut into sentences once, however many ranges are asked.
 */
export function aroundIn(
  text: string,
  turns: readonly TextRange[],
): (range: TextRange) => { readonly sentence: TextRange; readonly turn: TextRange } {
  const inTurns = finder(turns);
  const cut = new Map<TextRange, Finder>();
  const inSentences = (turn: TextRange): Finder => {
    const known = cut.get(turn) ?? finder(sentencesIn(text, turn));
    cut.set(turn, known);
    return known;
  };
  return (range) => {
    const touched = inTurns(range);
    const sentences = touched.flatMap((turn) => inSentences(turn)(range));
    return { sentence: hull(range, sentences), turn: hull(range, touched) };
  };
}

type Finder = (range: TextRange) => TextRange[];

/** Finds which of the parts, ascending and apart, overlap a range. */
function finder(parts: readonly TextRange[]): Finder {
  const ends = parts.map((part) => part.end);
  const starts = parts.map((part) => part.start);
  return ({ start, end }) => parts.slice(lowerBound(ends, start + 1), lowerBound(starts, end));
}

function hull(range: TextRange, parts: readonly TextRange[]): TextRange {
  return {
    start: Math.min(range.start, parts[0]?.start ?? range.start),
    end: Math.max(range.end, parts.at(-1)?.end ?? range.end),
  };
}
