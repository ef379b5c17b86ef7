// Typing kept as splices: one after the other they give the text that was typed, and no surviving character leaves its coding.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeSplices, savedDraft, startDraft, typeDraft } from '../../../renderer/editor/splices.ts';
import { applySplices, followSplices, type Splice } from '../../../src/domain/text.ts';

// Each place of the text before has a character of its own, so that who survived can be read off.
const before = Array.from({ length: 60 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
const step = fc.record({ at: fc.nat(100), del: fc.nat(8), ins: fc.stringMatching(/^[a-z]{0,5}$/) });

function run(steps: readonly Splice[]): { text: string; splices: Splice[] } {
  let text = before;
  let splices: Splice[] = [];
  for (const wild of steps) {
    const at = Math.min(wild.at, text.length);
    const next = { at, del: Math.min(wild.del, text.length - at), ins: wild.ins };
    text = applySplices(text, [next]);
    splices = composeSplices(splices, next);
  }
  return { text, splices };
}

describe('composeSplices', () => {
  test('gives the typed text, ascending and apart', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const { text, splices } = run(steps);
        expect(applySplices(before, splices)).toBe(text);
        splices.slice(1).forEach((splice, i) => {
          const last = splices[i]!;
          expect(splice.at).toBeGreaterThan(last.at + last.del);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps every surviving character in its coding, and takes no other in', () => {
    const range = fc.tuple(fc.nat(59), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), range, (steps, [start, length]) => {
        const { text, splices } = run(steps);
        const coded = { start, end: Math.min(60, start + length) };
        const now = followSplices(coded, splices);
        const survivors = [...before.slice(coded.start, coded.end)].filter((character) => text.includes(character));
        const inside = [...text.slice(now.start, now.end)].filter((character) => before.includes(character));
        expect(inside).toEqual(survivors);
      }),
      { numRuns: 2000 },
    );
  });

  test('two places in one sentence stay two splices, and the words between keep their coding', () => {
    const text = 'Zij was er altijd en dat hielp mij.';
    const first = composeSplices([], { at: 0, del: 3, ins: 'Hij' });
    const both = composeSplices(first, { at: 31, del: 3, ins: 'ons' });
    expect(both).toEqual([
      { at: 0, del: 3, ins: 'Hij' },
      { at: 31, del: 3, ins: 'ons' },
    ]);
    expect(applySplices(text, both)).toBe('Hij was er altijd en dat hielp ons.');
    expect(followSplices({ start: 11, end: 17 }, both)).toEqual({ start: 11, end: 17 });
  });

  test('typed and taken back leaves nothing', () => {
    const typed = composeSplices([], { at: 4, del: 0, ins: 'abc' });
    expect(composeSplices(typed, { at: 4, del: 3, ins: '' })).toEqual([]);
  });
});

describe('a draft', () => {
  const type = (...texts: string[]) => texts.slice(1).reduce(typeDraft, startDraft(texts[0]!));

  test('what comes back keeps its codings, as it was or with a word in it', () => {
    expect(type('Zij was er altijd.', '', 'Zij was er altijd.').splices).toEqual([]);
    expect(type('Zij was er altijd.', 'Zij.', 'Zij was er bijna altijd.').splices).toEqual([{ at: 11, del: 0, ins: 'bijna ' }]);
    const both = type('Zij was er.', 'Hij was er.', 'Hij was weg.');
    expect(typeDraft(typeDraft(both, ''), 'Hij was weg.').splices).toEqual(both.splices);
  });

  test('its splices always make its text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', 'e\u0301', '👩‍👧', '\n'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
        const draft = type(...texts);
        expect(applySplices(draft.saved, draft.splices)).toBe(texts.at(-1));
      }),
    );
  });

  test('after saving, what was typed meanwhile stays typed', () => {
    const sent = type('Een zin.', 'Een lange zin.');
    const meanwhile = typeDraft(sent, 'Een lange zin. En meer.');
    expect(savedDraft(meanwhile, sent.splices)).toMatchObject({
      saved: 'Een lange zin.',
      text: 'Een lange zin. En meer.',
      splices: [{ at: 14, del: 0, ins: ' En meer.' }],
    });
    expect(savedDraft(sent, sent.splices).splices).toEqual([]);
  });
});
