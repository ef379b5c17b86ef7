// What keys do in the transcript, and which coding they mean.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyAct } from '../../../renderer/transcript/keys.ts';
import { stepFocus } from '../../../renderer/transcript/place-acts.ts';
import { markMeant, marksAt, neighbour, nextOver } from '../../../renderer/transcript/walk.ts';
import { toTranscript } from '../../../src/domain/interview.ts';

const press = (key: string, held: string = '') =>
  keyAct({
    key,
    ctrlKey: held.includes('c'),
    metaKey: held.includes('m'),
    altKey: held.includes('a'),
    shiftKey: held.includes('s'),
  });

describe('keys', () => {
  test('letters, digits and brackets', () => {
    expect(press('c')).toEqual({ kind: 'pick' });
    expect(press('J')).toEqual({ kind: 'turn', step: 1 });
    expect(press('7')).toEqual({ kind: 'digit', digit: 7 });
    expect(press('0')).toEqual({ kind: 'again' });
    expect(press('[')).toEqual({ kind: 'resize', end: 'start', step: -1 });
    expect(press('{', 's')).toEqual({ kind: 'resize', end: 'start', step: 1 });
    expect(press('}', 's')).toEqual({ kind: 'resize', end: 'end', step: -1 });
  });

  test('with Alt and Shift', () => {
    expect(press('ArrowRight', 'as')).toEqual({ kind: 'grow' });
    expect(press('ArrowLeft', 'as')).toEqual({ kind: 'shrink' });
    expect(press('ArrowDown', 'a')).toEqual({ kind: 'coding', step: 1, sameCode: false });
    expect(press('ArrowUp', 'as')).toEqual({ kind: 'coding', step: -1, sameCode: true });
    expect(press('ArrowRight', 'cs')).toEqual({ kind: 'extend', by: 'word', way: 'forward' });
  });

  test('what belongs to the browser or the window stays there', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      expect(press(letter, 'c')).toBeNull();
      expect(press(letter, 'm')).toBeNull();
    }
    expect(press('?', 's')).toBeNull();
    expect(press('Tab')).toBeNull();
    expect(press('F6')).toBeNull();
    expect(press('PageDown')).toBeNull();
  });
});

const mark = (id: number, start: number, end: number, codeId = 1) => ({ id, start, end, codeId });

describe('the coding that is meant', () => {
  const outer = mark(1, 0, 50);
  const inner = mark(2, 10, 20, 2);
  const later = mark(3, 60, 70, 2);
  const marks = [outer, inner, later];

  test('the innermost at the caret, the exact one for a selection, the newest of two that are the same', () => {
    expect(markMeant(marks, { start: 12, end: 12 })).toBe(inner);
    expect(markMeant(marks, { start: 0, end: 50 })).toBe(outer);
    const twin = mark(9, 10, 20, 3);
    const coming = mark(-4, 10, 20, 4);
    expect(markMeant([...marks, twin], { start: 10, end: 20 })).toBe(twin);
    expect(markMeant([...marks, coming, twin], { start: 10, end: 20 })).toBe(coming);
    expect(markMeant(marks, { start: 55, end: 55 })).toBeUndefined();
  });

  test('at the end of a coding it is that one, unless another begins there', () => {
    expect(marksAt(marks, { start: 50, end: 50 })).toEqual([outer]);
    expect(marksAt([mark(1, 0, 5), mark(2, 5, 9)], { start: 5, end: 5 }).map((m) => m.id)).toEqual([2]);
  });

  test('O goes round those over the same text', () => {
    const at = { start: 12, end: 12 };
    expect(nextOver(marks, at, null)).toBe(outer);
    expect(nextOver(marks, at, 1)).toBe(inner);
    expect(nextOver(marks, at, 2)).toBe(outer);
    expect(nextOver(marks, { start: 55, end: 55 }, null)).toBeUndefined();
  });

  test('the next and the one before, of one code or of all', () => {
    expect(neighbour(marks, { start: 0, end: 0 }, null, 1, null)).toBe(outer);
    expect(neighbour(marks, { start: 0, end: 0 }, 1, 1, null)).toBe(inner);
    expect(neighbour(marks, { start: 0, end: 0 }, 2, 1, 2)).toBe(later);
    expect(neighbour(marks, { start: 0, end: 0 }, 3, 1, null)).toBeUndefined();
    expect(neighbour(marks, { start: 65, end: 65 }, null, -1, null)).toBe(later);
  });

  test('walking on and on meets every coding once', () => {
    const some = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(some, (ranges) => {
        const all = ranges.map(([start, length], i) => mark(i + 1, start, start + length));
        const met: number[] = [];
        let now = neighbour(all, { start: 0, end: 0 }, null, 1, null);
        while (now && met.length <= all.length) {
          met.push(now.id);
          now = neighbour(all, now, now.id, 1, null);
        }
        expect(met.toSorted((a, b) => a - b)).toEqual(all.map((m) => m.id));
      }),
    );
  });
});

test('extending by keys reaches every end and comes back, a grapheme or a word at a time', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'é', 'e\u0301', '👩‍👧', ' ', '.', 'ש'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 3 }),
      fc.constantFrom('character' as const, 'word' as const),
      (said, by) => {
        const page = toTranscript(said.map((text) => ({ speaker: null, timeMs: null, text })));
        fc.pre(page.turns.length > 0);
        let at = 0;
        for (let i = 0; i <= page.text.length && at < page.text.length; i++) {
          const next = stepFocus(page, at, by, 'forward');
          expect(next).toBeGreaterThan(at);
          at = next;
        }
        expect(at).toBe(page.text.length);
        for (let i = 0; i <= page.text.length && at > 0; i++) {
          const next = stepFocus(page, at, by, 'backward');
          expect(next).toBeLessThan(at);
          at = next;
        }
        expect(at).toBe(0);
      },
    ),
  );
});
