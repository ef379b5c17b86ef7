// Text without case and accents, for finding, with the way back to offsets of the text it came from.

export type FoldedText = {
  readonly text: string;
  /** The offset in the original of an offset in the folded text, both in UTF-16 units. */
  readonly toOriginal: (offset: number) => number;
};

/** "Financiële" is found by "financiele": decomposed, without combining marks, in lower case. */
export function foldText(original: string): FoldedText {
  const plain = original.toLowerCase();
  // Mostly nothing changes length, and then offsets are the same.
  if (plain.length === original.length && /^[\p{ASCII}\u2018-\u201f\u2013\u2014\u2026\s]*$/u.test(plain))
    return { text: plain, toOriginal: (offset) => offset };
  const back: number[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    const folded = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    for (let n = 0; n < folded.length; n++) back.push(at);
    text += folded;
    at += character.length;
  }
  back.push(original.length);
  return { text, toOriginal: (offset) => back[offset] ?? original.length };
}
