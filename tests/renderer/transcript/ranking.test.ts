// The code picker: what it offers, in which order, and which new code typed words would make.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choicesFor } from '../../../renderer/transcript/choices.ts';
import { inVivoName, newCodeFor, newCodeTrouble, rankBelow, rankCodes } from '../../../renderer/transcript/ranking.ts';
import { afterUse, keepExisting, NOTHING_RECENT } from '../../../renderer/transcript/recent.ts';
import { MAX_NAME, parsePath } from '../../../src/domain/code.ts';

const tree: [string, string[], string?][] = [
  ['Vertrouwen', [], 'Trust'],
  ['durven vertellen', ['Vertrouwen']],
  ['vast gezicht', ['Vertrouwen'], 'familiar face'],
  ['De weg vinden', []],
  ['vastlopen bij het loket', ['De weg vinden']],
  ['steeds opnieuw vertellen', ['De weg vinden']],
  ['één loket', ['De weg vinden']],
  ['Vader', []],
];
const codes = tree.map(([name, parents, other], i) => ({
  id: i + 1,
  name,
  parents,
  path: [...parents, name].join(' / '),
  other: other ?? '',
}));
const names = (query: string, recent: number[] = []) => rankCodes(codes, query, recent).map(({ code }) => code.name);

describe('ranking', () => {
  test('the beginning of the name, then of its words, then of its path', () => {
    expect(names('vast')).toEqual(['vast gezicht', 'vastlopen bij het loket']);
    expect(names('ver')).toEqual(['Vertrouwen', 'durven vertellen', 'steeds opnieuw vertellen', 'vast gezicht']);
    expect(names('loket')).toEqual(['vastlopen bij het loket', 'één loket']);
  });

  test('accents and case don’t count; words may be typed by halves; first letters do', () => {
    expect(names('EEN')).toEqual(['één loket']);
    expect(names('va ge')[0]).toBe('vast gezicht');
    expect(names('vbhl')).toEqual(['vastlopen bij het loket']);
    expect(names('trust')[0]).toBe('Vertrouwen');
    expect(names('vst')[0]).toBe('vast gezicht');
    expect(names('xyz')).toEqual([]);
    expect(names('vastgzcht')).toEqual([]);
  });

  test('what was used last comes first among equals', () => {
    expect(names('vast', [5])).toEqual(['vastlopen bij het loket', 'vast gezicht']);
  });

  test('bold is what was typed', () => {
    const [first] = rankCodes(codes, 'ee lo');
    expect(first?.bold.map(({ start, end }) => first.code.name.slice(start, end))).toEqual(['éé', 'lo']);
  });

  test('nothing typed: all, as in the codebook', () => {
    expect(names(' ')).toEqual(codes.map((code) => code.name));
  });

  test('any whole name comes first for itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), (code) => {
        expect(names(code.name.toUpperCase())[0]).toBe(code.name);
      }),
    );
  });
});

describe('a new code', () => {
  test('is offered unless it is there', () => {
    expect(newCodeFor(codes, '  nieuw   woord ')).toMatchObject({ path: 'nieuw woord', parent: null });
    expect(newCodeFor(codes, 'VADER')).toBeNull();
    expect(newCodeFor(codes, 'vertrouwen / vast gezicht')).toBeNull();
    expect(newCodeFor(codes, '')).toBeNull();
    expect(newCodeFor(codes, ' / ')).toBeNull();
  });

  test('that can’t be called so is not offered, and it is told which name is at fault', () => {
    const long = 'x'.repeat(MAX_NAME + 1);
    expect(newCodeTrouble(codes, `Vertrouwen / ${long}`)).toEqual({ trouble: 'tooLong', name: long });
    expect(newCodeTrouble(codes, '/')).toEqual({ trouble: 'path', name: '/' });
    expect(newCodeTrouble(codes, Array.from({ length: 11 }, (_, n) => `laag ${n}`).join(' / '))).toMatchObject({
      trouble: 'tooDeep',
    });
    for (const query of [long, `${long} / kind`, '/']) expect(newCodeFor(codes, query)).toBeNull();
    // On the way to a sub-code, and what is there already.
    for (const query of ['', 'vertrouwen', 'vertrouwen /', 'vertrouwen / ', 'VADER', 'en/of', '\u200b'])
      expect(newCodeTrouble(codes, query)).toBeNull();
    // Enter must not take a code that merely was used last.
    const rows = codes.map((code) => ({ ...code, colour: { hue: 1, form: 'solid' } as const, pin: null }));
    expect(choicesFor(rows, long, [1, 2], 'apply')).toEqual([]);
    expect(choicesFor(rows, '\u200b', [], 'new')).toEqual([]);
  });

  test('goes under the parent that was typed, whole or in part', () => {
    expect(newCodeFor(codes, 'vertr / niet liegen')).toMatchObject({ path: 'Vertrouwen / niet liegen', name: 'niet liegen' });
    expect(newCodeFor(codes, 'de weg vinden / één loket / balie')).toMatchObject({ path: 'De weg vinden / één loket / balie' });
    expect(newCodeFor(codes, 'Onbekend / iets')).toMatchObject({ path: 'Onbekend / iets', parent: null, under: ['Onbekend'] });
  });

  test('in another language it stands under the code itself, not under its translation', () => {
    const english = [{ id: 1, name: 'Trust', parents: [], path: 'Vertrouwen', other: 'Vertrouwen' }];
    expect(newCodeFor(english, 'trust / being open')).toMatchObject({ path: 'Vertrouwen / being open', under: ['Trust'] });
    expect(newCodeFor(english, 'vertrouwen')).toBeNull();
  });

  test('after the slash only what is below the parent is offered', () => {
    expect(rankBelow(codes, 'vertr / ').map(({ code }) => code.name)).toEqual(['durven vertellen', 'vast gezicht']);
    expect(rankBelow(codes, 'vertr / va').map(({ code }) => code.name)).toEqual(['vast gezicht']);
  });

  test('in vivo: the words themselves, one line, never a path', () => {
    expect(inVivoName('  Dat zij mij\nnog kende, ', MAX_NAME)).toBe('Dat zij mij nog kende');
    expect(inVivoName('‘ja / nee’', MAX_NAME)).toBe('ja/nee’');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (quote) => {
        const name = inVivoName(quote, MAX_NAME);
        expect(name.length).toBeLessThanOrEqual(MAX_NAME);
        expect(parsePath(name)).toHaveLength(1);
      }),
    );
  });
});

describe('what was used last', () => {
  test('is latest first, once each, without what is gone; codes on one range are together the last ones', () => {
    let now = afterUse(afterUse(NOTHING_RECENT, [7], false), [8], true);
    expect(now).toEqual({ recent: [8, 7], last: [7, 8] });
    now = afterUse(keepExisting(now, new Set([8])), [9, 8], false);
    expect(now).toEqual({ recent: [9, 8], last: [9, 8] });
    // A new code that was being made while these were used.
  });

  test('never twice, and never without end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 90 }), (ids) => {
        const { recent } = ids.reduce((now, id) => afterUse(now, [id], false), NOTHING_RECENT);
        expect(new Set(recent).size).toBe(recent.length);
        expect(recent.length).toBeLessThanOrEqual(30);
        expect(recent[0]).toBe(ids.at(-1));
      }),
    );
  });
});
