// The codebook's rules: names and paths, the tree in reading order, the look of themes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Code,
  cleanName,
  defaultColour,
  FORMS,
  formatColour,
  formatPath,
  HUES,
  MAX_NAME,
  nameKey,
  nameTrouble,
  parseColour,
  parsePath,
  placeCodes,
  readsAsPath,
  subtreeIds,
} from '../../src/domain/code.ts';
import { runs } from '../helpers/runs.ts';
import { brokenTexts } from '../helpers/texts.ts';

describe('a name', () => {
  it('is one line, composed, with single spaces and no lone surrogate', () => {
    expect(cleanName(' zoe\u0308 \n\t  vraagt\0 ')).toBe('zoë vraagt');
    fc.assert(
      fc.property(brokenTexts(), (text) => {
        const name = cleanName(text);
        expect(cleanName(name)).toBe(name);
        expect(name).toBe(name.trim());
        expect(name.isWellFormed()).toBe(true);
        expect(/[\n\r\0]|\s\s/.test(name)).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });

  it('can’t be nothing to see, longer than two hundred signs, or a path', () => {
    for (const blank of ['', ' \t\n', '\u200b', '\u00a0\u200e\u0000']) expect(nameTrouble(blank)).toBe('blank');
    expect(nameTrouble('x'.repeat(MAX_NAME))).toBeNull();
    expect(nameTrouble('x'.repeat(MAX_NAME + 1))).toBe('tooLong');
    for (const path of ['a / b', '/', 'a /', '/ b']) expect(nameTrouble(path)).toBe('path');
    for (const fine of ['en/of', '👩‍👩‍👧', 'ثقة', '…', '<b>', '\u0301e']) expect(nameTrouble(fine)).toBeNull();
    fc.assert(
      fc.property(brokenTexts(), (text) => {
        if (nameTrouble(text) === null) expect(parsePath(cleanName(text))).toEqual([cleanName(text)]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('is the same for people with other case, spaces or composition', () => {
    expect(nameKey('Fina\u0301l  CODE')).toBe(nameKey(' finál code'));
    expect(nameKey('vader')).not.toBe(nameKey('vaders'));
  });
});

describe('a path', () => {
  it('parts at a slash with white space on both sides only', () => {
    expect(parsePath('Zorg  /  en/of hulp /\twij')).toEqual(['Zorg', 'en/of hulp', 'wij']);
  });

  it('comes back as the names it was made of, unless a name reads as a path', () => {
    const part = fc.constantFrom('a', 'B', '/', ' ', 'en/of', '  ', 'é', '/ ', ' /');
    const name = fc
      .array(part, { minLength: 1, maxLength: 5 })
      .map((parts) => cleanName(parts.join('')))
      .filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), (names) => {
        fc.pre(!names.some(readsAsPath));
        expect(parsePath(formatPath(names))).toEqual(names);
      }),
      { numRuns: runs(500) },
    );
  });

  it.each(['a / b', '/ b', 'a /', '/'])('could not be told from the name %j', (name) => expect(readsAsPath(name)).toBe(true));
  it.each(['a/b', 'a/ b', 'a', 'en/of', '/b', 'a/'])('can be told from the name %j', (name) =>
    expect(readsAsPath(name)).toBe(false),
  );
});

const codes = fc.array(fc.tuple(fc.nat(30), fc.nat(3), fc.boolean()), { maxLength: 25 }).map((drawn) =>
  drawn.map(([parent, position, theme], at): Code => {
    const parentId = at === 0 || theme ? null : (parent % at) + 1;
    return {
      id: at + 1,
      parentId,
      position,
      version: 1,
      name: `c${at + 1}`,
      labelEn: '',
      definition: '',
      definitionEn: '',
      use: '',
      not: '',
      example: '',
      colour: parentId === null && position === 1 ? { hue: (at % HUES) + 1, form: 'dashed' } : null,
    };
  }),
);

describe('the tree', () => {
  it('is listed parents first and siblings by position, each code once, with path, depth, theme and look', () => {
    fc.assert(
      fc.property(codes, (given) => {
        const byId = new Map(given.map((code) => [code.id, code]));
        const line = (id: number): Code[] => {
          const code = byId.get(id)!;
          return code.parentId === null ? [code] : [...line(code.parentId), code];
        };
        const order = (a: Code, b: Code): number => {
          const [left, right] = [line(a.id), line(b.id)];
          for (const [at, one] of left.entries()) {
            const other = right[at];
            if (!other) return 1;
            if (one.id !== other.id) return one.position - other.position || one.id - other.id;
          }
          return -1;
        };
        const placed = placeCodes(given.toReversed());
        expect(placed.map((code) => code.id)).toEqual(given.toSorted(order).map((code) => code.id));
        for (const code of placed) {
          const own = line(code.id);
          expect(code.path).toBe(own.map((c) => c.name).join(' / '));
          expect(code.depth).toBe(own.length - 1);
          expect(code.themeId).toBe(own[0]!.id);
          const theme = placed.find((c) => c.id === code.themeId)!;
          expect(code.wears).toEqual(theme.wears);
          if (theme.colour) expect(theme.wears).toEqual(theme.colour);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('below a code are exactly the codes that it is above', () => {
    fc.assert(
      fc.property(codes, fc.nat(25), (given, id) => {
        const above = (at: number | null): number[] =>
          at === null ? [] : [at, ...above(given.find((code) => code.id === at)?.parentId ?? null)];
        const below = given.filter((code) => above(code.id).includes(id)).map((code) => code.id);
        expect([...subtreeIds(given, id)].sort((a, b) => a - b)).toEqual([...new Set([...below, id])].sort((a, b) => a - b));
      }),
      { numRuns: runs(300) },
    );
  });

  it('that is broken, with codes above each other, is still walked to an end', () => {
    const broken = [
      { id: 1, parentId: 2 },
      { id: 2, parentId: 1 },
    ];
    expect([...subtreeIds(broken, 1)].sort()).toEqual([1, 2]);
  });
});

describe('the look of a theme', () => {
  it('is written and read', () => {
    for (let hue = 1; hue <= HUES; hue++) {
      for (const form of FORMS) expect(parseColour(formatColour({ hue, form }))).toEqual({ hue, form });
    }
    expect(formatColour(null)).toBe('');
  });

  it.each(['', 't0 solid', 't11 solid', 't1', 't1 striped', 'red', 't1  solid', 't01x solid'])('is not read from %j', (text) => {
    expect(parseColour(text)).toBeNull();
  });

  it('differs among the first ten themes', () => {
    const looks = Array.from({ length: HUES }, (_, n) => formatColour(defaultColour(n)));
    expect(new Set(looks).size).toBe(HUES);
    expect(looks.map(parseColour)).not.toContain(null);
  });
});
