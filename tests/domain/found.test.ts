// A quote found again: by its words, by what stood around it, and never inside a character.

import { expect, test } from 'vitest';
import { findAgain } from '../../src/domain/found.ts';

const around = { before: '', after: '', at: 0 };

test('one place is sure; without any there is none', () => {
  expect(findAgain('Ik slaap slecht.', { quote: 'slecht', ...around })).toEqual({ ranges: [{ start: 9, end: 15 }], sure: true });
  expect(findAgain('Ik slaap goed.', { quote: 'slecht', ...around })).toEqual({ ranges: [], sure: false });
  expect(findAgain('Ik slaap goed.', { quote: ' ', ...around })).toEqual({ ranges: [], sure: false });
});

test('among several it is the one with the same words around it; with none of them, nothing is sure', () => {
  const text = 'Ja, moe. Nee, moe. Heel erg moe.';
  const found = findAgain(text, { quote: 'moe', before: 'Nee, ', after: '. Heel', at: 30 });
  expect(found).toMatchObject({ ranges: [{ start: 14 }, { start: 4 }, { start: 28 }], sure: true });
  expect(findAgain(text, { quote: 'moe', ...around })).toMatchObject({ sure: false });
});

test('other white space is the same quote, half a character is not', () => {
  expect(findAgain('hij was\ner  altijd', { quote: 'was er altijd', ...around }).ranges).toEqual([{ start: 4, end: 18 }]);
  expect(findAgain('zoe\u0308t', { quote: 'zoe', ...around }).ranges).toEqual([]);
  expect(findAgain('(a+b)? [x]', { quote: '(a+b)?', ...around }).ranges).toEqual([{ start: 0, end: 6 }]);
});

test('a word is not found inside another word, unless it was part of one', () => {
  const text = 'Dat was jaren geleden, bijna.';
  expect(findAgain(text, { quote: 'ja', before: 'Nou, ', after: '. Goed', at: 0 })).toEqual({ ranges: [], sure: false });
  expect(findAgain('Veel 𝔧𝔞ren.', { quote: '𝔧𝔞', before: '', after: '', at: 0 }).ranges).toEqual([]);
  expect(findAgain(text, { quote: 'ja', before: 'Dat was ', after: 'ren gel', at: 0 })).toMatchObject({
    ranges: [{ start: 8 }],
    sure: true,
  });
});

test('a short quote with none of its old words around it may be somebody else’s: it is told, not sure', () => {
  const gone = { quote: 'Ja.', before: 'Had u daar hulp bij? ', after: ' Van mijn zus.', at: 0 };
  expect(findAgain('Slaapt hij door? Ja. Heel goed zelfs.', gone)).toEqual({ ranges: [{ start: 17, end: 20 }], sure: false });
  expect(findAgain('Had u daar hulp bij? Ja. Soms.', gone)).toMatchObject({ sure: true });
  const long = { ...gone, quote: 'Mijn zus kwam elke dag om te koken en te wassen.' };
  expect(findAgain(`Ander verhaal. ${long.quote} Anders.`, long)).toMatchObject({ sure: true });
  // One comma more alike is chance.
  expect(findAgain('Nou, ja. En toen, ja.', { ...gone, quote: 'ja', before: 'Dus x, ', after: '! Y' })).toMatchObject({
    sure: false,
  });
});
