// Offsets, ranges and edits of a text, against second, naive versions that segment the whole text or count character by character.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applySplices,
  ceilToGrapheme,
  contextOf,
  countWithin,
  diffSplice,
  floorToGrapheme,
  followSplices,
  lowerBound,
  mergeRanges,
  overlaps,
  type Splice,
  type TextRange,
  trimRange,
  wordStarts,
  wordsAround,
} from '../../src/domain/text.ts';
import { runs } from '../helpers/runs.ts';
import { brokenTexts, texts, textsWithRange } from '../helpers/texts.ts';

const segmenter = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** Every offset where a grapheme of the whole text begins, and its end. */
function borders(text: string): number[] {
  return [...[...segmenter.segment(text)].map((segment) => segment.index), text.length];
}

const ranges = (most = 60) =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]): TextRange => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe('ranges', () => {
  it('overlap when they share a unit; touching ranges do not', () => {
    expect(overlaps({ start: 0, end: 5 }, { start: 5, end: 8 })).toBe(false);
    expect(overlaps({ start: 0, end: 5 }, { start: 4, end: 8 })).toBe(true);
    fc.assert(
      fc.property(ranges(), ranges(), (a, b) => {
        const share = Array.from({ length: 61 }, (_, at) => at).some(
          (at) => a.start <= at && at < a.end && b.start <= at && at < b.end,
        );
        if (a.start < a.end && b.start < b.end) expect(overlaps(a, b)).toBe(share);
      }),
      { numRuns: runs(500) },
    );
  });

  it('are merged where they overlap, and stay apart where they touch', () => {
    expect(
      mergeRanges([
        { start: 5, end: 8 },
        { start: 0, end: 5 },
      ]),
    ).toEqual([
      { start: 0, end: 5 },
      { start: 5, end: 8 },
    ]);
    const filled = ranges().filter((range) => range.start < range.end);
    fc.assert(
      fc.property(fc.array(filled, { maxLength: 12 }), (given) => {
        const merged = mergeRanges(given);
        expect(covered(merged)).toEqual(covered(given));
        for (const [at, range] of merged.entries()) expect(merged[at + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(range.end);
        // A border is in the merged ranges only where no range runs over it.
        for (const { start } of merged) expect(given.some((range) => range.start < start && start < range.end)).toBe(false);
        expect(mergeRanges(merged)).toEqual(merged);
        expect(mergeRanges(given.toReversed())).toEqual(merged);
      }),
      { numRuns: runs(500) },
    );
  });
});

function covered(list: readonly TextRange[]): number[] {
  const units = new Set<number>();
  for (const range of list) for (let at = range.start; at < range.end; at++) units.add(at);
  return [...units].sort((a, b) => a - b);
}

describe('graphemes', () => {
  it('are never cut: the offset moves to the border that the whole text has there', () => {
    fc.assert(
      fc.property(brokenTexts(), (text) => {
        const whole = borders(text);
        for (let offset = 0; offset <= text.length; offset++) {
          expect(floorToGrapheme(text, offset)).toBe(whole.findLast((border) => border <= offset) ?? 0);
          expect(ceilToGrapheme(text, offset)).toBe(whole.find((border) => border >= offset));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    ['flags without a space', '\u{1f1f3}\u{1f1f1}'.repeat(200)],
    ['a letter under three hundred marks', `a${'\u0301'.repeat(300)}b`],
    ['a chain of joined people', Array.from({ length: 90 }, () => '\u{1f469}').join('\u200d')],
    ['Arabic without ASCII', 'مُحَمَّد '.repeat(80)],
    ['a turn of one letter', `\n${'a'.repeat(2000)}\n`],
  ])('also in a long run of %s', (_what, text) => {
    const whole = borders(text);
    for (let offset = 0; offset <= text.length; offset += 7) {
      expect(floorToGrapheme(text, offset)).toBe(whole.findLast((border) => border <= offset) ?? 0);
      expect(ceilToGrapheme(text, offset)).toBe(whole.find((border) => border >= offset));
    }
  });

  it('offsets outside the text are brought inside', () => {
    expect([floorToGrapheme('ab', -1), floorToGrapheme('ab', 9), ceilToGrapheme('ab', -1), ceilToGrapheme('ab', 9)]).toEqual([
      0, 2, 0, 2,
    ]);
  });

  it('a trimmed range has no white space at its ends, cuts no grapheme, and holds all else it held', () => {
    fc.assert(
      fc.property(textsWithRange(brokenTexts()), ({ text, range }) => {
        const whole = borders(text);
        const trimmed = trimRange(text, range);
        const start = whole.findLast((border) => border <= range.start) ?? 0;
        const end = whole.find((border) => border >= range.end) ?? 0;
        const wide = text.slice(start, Math.max(start, end));
        const units = [...segmenter.segment(wide)].map((segment) => segment.segment);
        const first = units.findIndex((unit) => unit.trim() !== '');
        const last = units.findLastIndex((unit) => unit.trim() !== '');
        if (first < 0) {
          expect(trimmed).toBeNull();
          return;
        }
        const lead = units.slice(0, first).join('').length;
        expect(trimmed).toEqual({ start: start + lead, end: start + units.slice(0, last + 1).join('').length });
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('words', () => {
  it('begin at a letter or digit, and white space parts them', () => {
    expect(wordStarts('“Ja,” zei ze – zo’n 3 x in de baby-tijd…')).toEqual([1, 6, 10, 15, 20, 22, 24, 27, 30]);
    expect(wordStarts(' \n ')).toEqual([]);
  });

  it('are as many as a naive walk finds, in any range', () => {
    fc.assert(
      fc.property(textsWithRange(), ({ text, range }) => {
        const starts = wordStarts(text);
        const naive: number[] = [];
        let inside = false;
        let at = 0;
        for (const character of text) {
          if (/\s/.test(character)) inside = false;
          else if (!inside && /[\p{L}\p{N}]/u.test(character)) {
            naive.push(at);
            inside = true;
          }
          at += character.length;
        }
        expect(starts).toEqual(naive);
        expect(countWithin(starts, range)).toBe(naive.filter((start) => range.start <= start && start < range.end).length);
      }),
      { numRuns: runs(500) },
    );
  });

  it('are found in an ascending list by halving', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), fc.nat(32), (list, value) => {
        const sorted = list.toSorted((a, b) => a - b);
        const naive = sorted.findIndex((own) => own >= value);
        expect(lowerBound(sorted, value)).toBe(naive < 0 ? sorted.length : naive);
      }),
      { numRuns: runs(200) },
    );
  });
});

/** A text's length, a range in it, and ascending splices that do not overlap. */
const edits = fc.nat(30).chain((length) =>
  fc
    .tuple(
      fc.tuple(fc.nat(length), fc.nat(length)),
      fc.array(fc.nat(length), { maxLength: 8 }),
      fc.array(fc.constantFrom('', 'x', 'xyz'), { minLength: 4, maxLength: 4 }),
    )
    .map(([[a, b], cuts, inserted]) => {
      const sorted = cuts.toSorted((one, other) => one - other);
      const splices: Splice[] = [];
      for (let at = 0; at + 1 < sorted.length; at += 2) {
        splices.push({ at: sorted[at]!, del: sorted[at + 1]! - sorted[at]!, ins: inserted[at / 2] ?? '' });
      }
      return { length, range: { start: Math.min(a, b), end: Math.max(a, b) }, splices };
    }),
);

/** What stands where after the splices: the old offset of a unit that survived, or the number of the splice that brought it. */
type Unit = { readonly from: number } | { readonly splice: number };

function unitsAfter(length: number, splices: readonly Splice[]): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  for (const [n, splice] of splices.entries()) {
    for (; at < splice.at; at++) units.push({ from: at });
    for (let i = 0; i < splice.ins.length; i++) units.push({ splice: n });
    at = splice.at + splice.del;
  }
  for (; at < length; at++) units.push({ from: at });
  return units;
}

describe('a coding under an edit', () => {
  it('keeps every character that survives, and takes in no other but what replaced text inside it', () => {
    fc.assert(
      fc.property(edits, ({ length, range, splices }) => {
        const after = unitsAfter(length, splices);
        const followed = followSplices(range, splices);
        expect(followed.start).toBeLessThanOrEqual(followed.end);
        expect(followed.start).toBeGreaterThanOrEqual(0);
        expect(followed.end).toBeLessThanOrEqual(after.length);
        for (const [at, unit] of after.entries()) {
          const inside = followed.start <= at && at < followed.end;
          if ('from' in unit) expect(inside).toBe(range.start <= unit.from && unit.from < range.end);
          else {
            const splice = splices[unit.splice]!;
            const replacesInside = range.start <= splice.at && splice.at + splice.del <= range.end;
            const typedAtEdge = splice.del === 0 && (splice.at <= range.start || splice.at >= range.end);
            expect(inside).toBe(replacesInside && !typedAtEdge);
          }
        }
      }),
      { numRuns: runs(3000) },
    );
  });

  it('is empty exactly when nothing of it is left, and then stays where it was', () => {
    expect(followSplices({ start: 5, end: 9 }, [{ at: 5, del: 4, ins: '' }])).toEqual({ start: 5, end: 5 });
    expect(followSplices({ start: 5, end: 9 }, [{ at: 3, del: 8, ins: 'abc' }])).toEqual({ start: 3, end: 3 });
    expect(followSplices({ start: 5, end: 5 }, [{ at: 2, del: 1, ins: '' }])).toEqual({ start: 4, end: 4 });
  });
});

describe('what changed between two texts', () => {
  const pairs = fc.oneof(
    fc.tuple(texts(), texts()),
    textsWithRange().chain(({ text, range }) =>
      texts(6).map((ins): [string, string] => [text, text.slice(0, range.start) + ins + text.slice(range.end)]),
    ),
  );

  it('is one splice that makes the second of the first, at borders of graphemes; null when they are equal', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const splice = diffSplice(before, after);
        if (before === after) {
          expect(splice).toBeNull();
          return;
        }
        expect(splice).not.toBeNull();
        expect(applySplices(before, [splice!])).toBe(after);
        const whole = borders(before);
        // The beginning may have to move on to where the second text has a border too; it never cuts a surrogate pair.
        expect(whole).toContain(splice!.at + splice!.del);
        expect(/^[\udc00-\udfff]/.test(before.slice(splice!.at)) && /[\ud800-\udbff]$/.test(before.slice(0, splice!.at))).toBe(
          false,
        );
      }),
      { numRuns: runs(1000) },
    );
  });

  it('splices are applied in offsets of the text before', () => {
    expect(
      applySplices('goed gegaan', [
        { at: 0, del: 4, ins: 'slecht' },
        { at: 5, del: 0, ins: 'af' },
        { at: 11, del: 0, ins: '.' },
      ]),
    ).toBe('slecht afgegaan.');
  });
});

describe('the context of a hit', () => {
  it('is in whole words, unless one word is all there is', () => {
    const text = 'Ze vroeg hoe het ging en ik zei: goed.';
    const hit = { start: 17, end: 21 };
    expect(wordsAround(text, hit, 10)).toEqual({ before: 'hoe het ', after: ' en ik' });
    expect(wordsAround(text, hit, 100)).toEqual({ before: 'Ze vroeg hoe het ', after: ' en ik zei: goed.' });
    expect(wordsAround('onafscheidelijk', { start: 6, end: 9 }, 3)).toEqual({ before: 'fsc', after: 'del' });
    expect(wordsAround(text, { start: 0, end: text.length }, 5)).toEqual({ before: '', after: '' });
  });

  it('is a piece of the text next to the hit', () => {
    fc.assert(
      fc.property(textsWithRange(), fc.nat(12), ({ text, range }, size) => {
        const { before, after } = wordsAround(text, range, size);
        expect(text.slice(0, range.start).endsWith(before)).toBe(true);
        expect(text.slice(range.end).startsWith(after)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('the context of a quote', () => {
  it('joins the quote to a piece of the text, of at most the size asked for, and cuts no grapheme', () => {
    fc.assert(
      fc.property(textsWithRange(), fc.nat(12), ({ text, range }, size) => {
        const place = trimRange(text, range);
        if (!place) return;
        const { before, after } = contextOf(text, place, size);
        expect(text.slice(place.start - before.length, place.end + after.length)).toBe(
          before + text.slice(place.start, place.end) + after,
        );
        expect(before.length).toBeLessThanOrEqual(size);
        expect(after.length).toBeLessThanOrEqual(size);
        const whole = borders(text);
        expect(whole).toContain(place.start - before.length);
        expect(whole).toContain(place.end + after.length);
      }),
      { numRuns: runs(500) },
    );
  });
});
