// Text without case and accents, and the way back to the text it came from.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/domain/fold.ts';
import { runs } from '../helpers/runs.ts';
import { brokenTexts } from '../helpers/texts.ts';

const fold = (text: string): string => foldText(text).text;

describe('folded text', () => {
  it('has no case and no accents, composed or not', () => {
    expect(fold('FINANCIËLE zorgen')).toBe('financiele zorgen');
    expect(fold('Financie\u0308le')).toBe('financiele');
    expect(fold('İstanbul – “ja”')).toBe('istanbul – “ja”');
  });

  it('does not change when folded again', () => {
    fc.assert(
      fc.property(brokenTexts(), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: runs(300) },
    );
  });

  it('leads back: between the places of two offsets lies just the text that folds to what is between them', () => {
    fc.assert(
      fc.property(brokenTexts(), fc.nat(60), fc.nat(60), (original, one, other) => {
        const folded = foldText(original);
        const places = Array.from({ length: folded.text.length + 1 }, (_, at) => folded.toOriginal(at));
        expect(places.at(-1)).toBe(original.length);
        for (const [at, place] of places.entries()) expect(place).toBeGreaterThanOrEqual(places[at - 1] ?? 0);
        // Offsets inside what one character folds to have no place of their own.
        const begins = places.flatMap((place, at) => (place === places[at - 1] ? [] : [at]));
        const [from, to] = [begins[one % begins.length]!, begins[other % begins.length]!].sort((a, b) => a - b) as [
          number,
          number,
        ];
        expect(fold(original.slice(places[from], places[to]))).toBe(folded.text.slice(from, to));
      }),
      { numRuns: runs(500) },
    );
  });
});
