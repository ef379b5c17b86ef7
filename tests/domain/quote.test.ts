// A quote with as much around it as makes its sentence whole.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceContext } from '../../src/domain/quote.ts';

const inText = (before: string, text: string, after: string) => sentenceContext({ before, text, after });

describe('sentenceContext', () => {
  test('keeps the part of the sentence before the quote and drops earlier sentences', () => {
    expect(inText('Dat was in maart. En toen, ', 'dacht ik', '').before).toBe('En toen, ');
    expect(inText('Ze zei: ‘Kom maar.’ Ik zei ', 'nee', '').before).toBe('Ik zei ');
    expect(inText('Alles ging goed. ', 'En toen niet.', '').before).toBe('');
  });

  test('keeps the part of the sentence after the quote and drops later sentences', () => {
    expect(inText('', 'Ik dacht', ' dat het goed zat. Maar nee.').after).toBe(' dat het goed zat.');
    expect(inText('', 'Ik dacht dat het goed zat.', ' Maar nee.').after).toBe('');
    expect(inText('', 'Wat nu?’', ' vroeg ze.').after).toBe('');
  });

  test('says where the context breaks off inside a sentence', () => {
    expect(inText('van de dokter kreeg ik ', 'niets', ' dan een folder met').before).toBe('… van de dokter kreeg ik ');
    expect(inText('', 'niets', ' dan een folder met').after).toBe(' dan een folder met …');
    expect(inText('Van de dokter kreeg ik ', 'niets', '').before).toBe('Van de dokter kreeg ik ');
  });

  test('never crosses a paragraph', () => {
    expect(inText('Vraag?\nik ging ', 'weg', ' en toen\nEn nu?')).toEqual({
      before: '… ik ging ',
      text: 'weg',
      after: ' en toen …',
    });
  });

  test('leaves the quote as it is, and adds no words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, text, after) => {
        const whole = inText(before, text, after);
        expect(whole.text).toBe(text);
        expect(before).toContain(whole.before.replace(/^… /, '').trimEnd());
        expect(after).toContain(whole.after.replace(/ …$/, '').trimStart());
      }),
    );
  });
});
