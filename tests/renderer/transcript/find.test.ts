// Finding in an interview: without regard to case and accents, with offsets of the text as it is stored.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll, fold, foldWithOffsets } from '../../../renderer/transcript/fold.ts';

const find = (text: string, query: string) =>
  findAll(foldWithOffsets(text), text, query).map(({ start, end }) => text.slice(start, end));

test('finds without case and accents, and answers the text as it stands', () => {
  expect(find('Financiële zorgen, FINANCIELE hulp', 'financiele')).toEqual(['Financiële', 'FINANCIELE']);
  expect(find('cafe\u0301s en cafés', 'CAFES')).toEqual(['cafe\u0301s', 'cafés']);
  expect(find('een eé', 'ee')).toEqual(['ee', 'eé']);
});

test('white space in the question matches a break in the line', () => {
  expect(find('drie\nuur en drie  uur', 'drie uur')).toEqual(['drie\nuur', 'drie  uur']);
});

test('signs of a pattern are signs, and nothing finds nothing', () => {
  expect(find('kost € 3.50 (drie vijftig)', '3.50 (')).toEqual(['3.50 (']);
  expect(find('3x50', '3.50')).toEqual([]);
  expect(find('alles', '   ')).toEqual([]);
});

const unit = fc.constantFrom('a', 'B', 'é', 'e\u0301', '👩‍👧', '𝄞', 'ש', ' ', '\n', 'ß', 'ﬁ', 'Ĳ');

test('what is found folds to what was asked, never cuts a grapheme, and every plain occurrence is found', () => {
  const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 40 }), fc.string({ unit, minLength: 1, maxLength: 3 }), (text, query) => {
      const edges = new Set([...graphemes.segment(text)].map((segment) => segment.index)).add(text.length);
      const wanted = fold(query).trim().replace(/\s+/g, ' ');
      for (const range of findAll(foldWithOffsets(text), text, query)) {
        expect(edges.has(range.end)).toBe(true);
        expect(fold(text.slice(range.start, range.end)).replace(/\s+/g, ' ')).toContain(wanted);
      }
      if (wanted !== '' && text.includes(query.trim())) expect(find(text, query).length).toBeGreaterThan(0);
    }),
  );
});
