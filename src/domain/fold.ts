// Text without case and accents, for finding, with the way back to offsets of the text it came from.

export type FoldedText = {
  readonly text: string;
  /** The offset in the original of an offset in the folded text, both in UTF-16 units. */
  readonly toOriginal: (offset: number) => number;
};

// What folds to its lower case, unit for unit. Only what is between it needs a look, and in Dutch that is little.
const OTHER = /[^\p{ASCII}\u2018-\u201f\u2013\u2014\u2026\s]/gu;

/** "Financiële" is found by "financiele": decomposed, without combining marks, in lower case. */
export function foldText(original: string): FoldedText {
  const steps: Step[] = [];
  let text = '';
  let at = 0;
  for (const { 0: character, index } of original.matchAll(OTHER)) {
    text += original.slice(at, index).toLowerCase();
    const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const begin = text.length;
    text += folded;
    at = index + character.length;
    if (folded.length === 1 && character.length === 1) continue;
    for (let unit = begin; unit < text.length; unit++) steps.push({ folded: unit, original: index });
    steps.push({ folded: text.length, original: at });
  }
  text += original.slice(at).toLowerCase();
  return { text, toOriginal: (offset) => Math.min(original.length, stepBack(steps, offset)) };
}

/** From this folded offset on, until the next step, offsets go along with those of the original. */
type Step = { readonly folded: number; readonly original: number };

// The last step at or before the offset; of several at one offset (a combining mark leaves nothing) the last.
function stepBack(steps: readonly Step[], offset: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.folded ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const step = steps[low - 1];
  return step ? step.original + offset - step.folded : offset;
}
