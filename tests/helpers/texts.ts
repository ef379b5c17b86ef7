// Texts for property tests: everyday Dutch mixed with what breaks careless offsets. No lone surrogates unless asked for.

import fc from 'fast-check';

const PLAIN = ['ik', 'ben', ' ', ' ', '  ', 'nu', 'e', 'a', '.', ',', '"', '1', '-', '’', '(', '\n', '\t', 'Zo', 'B'];

/** Graphemes of more than one UTF-16 unit, and pieces that join with what stands beside them. */
const ODD = [
  'é', // composed
  'e\u0301', // decomposed
  'n\u0303\u0323', // two marks
  '\u0301', // a mark alone: it joins what comes before
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}', // a family of three
  '\u{1f44d}\u{1f3fd}', // with a skin tone
  '\u{1f1f3}\u{1f1f1}', // a flag
  '\u{1f1f3}', // half a flag: pairs with its neighbour
  '\u200d', // a joiner alone
  '1\ufe0f\u20e3', // keycap
  '\u0645\u064f\u062d', // Arabic with a vowel mark
  '\u200fשלום', // right to left
  'किं', // Devanagari
  '한', // Hangul, whole
  '\u1112\u1161\u11ab', // the same in parts
  '\u0600', // joins what comes after
  '\u00a0',
  '\u2028',
  '\u{1d465}', // a letter outside the first plane
];
const BROKEN = ['\ud83d', '\udc69', '\r\n', '\r', '\0'];

const ofPieces = (pieces: readonly string[], most: number) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: most }).map((chosen) => chosen.join(''));

/** As transcripts hold: well-formed. */
export const texts = (most = 40) => ofPieces([...PLAIN, ...ODD], most);

/** Also with lone surrogates, NUL and carriage returns, as a hostile file may have. */
export const brokenTexts = (most = 40) => ofPieces([...PLAIN, ...ODD, ...BROKEN], most);

/** A text, and a range `[start, end]` of it that may cut anything. */
export const textsWithRange = (from = texts()) =>
  from.chain((text) =>
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ text, range: { start: Math.min(a, b), end: Math.max(a, b) } })),
  );
