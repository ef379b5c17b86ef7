// The tree of codes: which rows are in view, what keys do, and where a code can go. Pure functions, over trees of any shape.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAt, placeBeside, placeLevel, possibleTargets, sideAt } from '../../renderer/codebook/places.ts';
import { fittingCodes, type TreeRow, treeAct, typeAhead, visibleRows } from '../../renderer/codebook/tree-keys.ts';
import type { CodeRow } from '../../src/contract/code.ts';
import { placeCodes, subtreeIds } from '../../src/domain/code.ts';

const NO_KEY = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };
const press = (key: string, more: Partial<typeof NO_KEY> = {}) => ({ ...NO_KEY, ...more, key });

/** Codes with the parents given by index (-1: a theme), in reading order as `code.list` gives them. */
function codebook(parents: readonly number[], names: readonly string[] = []): CodeRow[] {
  const codes = parents.map((parent, index) => ({
    id: index + 1,
    parentId: parent < 0 ? null : parent + 1,
    position: index,
    version: 1,
    name: names[index] ?? `code ${index + 1}`,
    labelEn: '',
    definition: '',
    definitionEn: '',
    use: '',
    not: '',
    example: '',
    colour: null,
  }));
  return placeCodes(codes).map((code) => ({ ...code, codings: 0, interviews: 0, quotes: 0, pin: null }));
}

const anyCodebook = fc
  .array(fc.integer({ min: -1, max: 11 }), { minLength: 1, maxLength: 12 })
  .map((parents) => codebook(parents.map((parent, index) => (index === 0 ? -1 : Math.min(parent, index - 1)))));
const rowsOf = (codes: readonly CodeRow[], closed: readonly number[] = [], filter = '') =>
  visibleRows({ codes, label: (code) => code.name, closed: new Set(closed), filter });
const ids = (rows: readonly TreeRow[]) => rows.map((row) => row.code.id);

const small = codebook([-1, 0, 0, -1, 3], ['Vertrouwen', 'durven vertellen', 'vast gezicht', 'Schaamte', 'je groot houden']);

describe('rows in view', () => {
  test('all of them, in reading order, when nothing is closed', () => {
    fc.assert(
      fc.property(anyCodebook, (codes) => {
        expect(ids(rowsOf(codes))).toEqual(codes.map((code) => code.id));
      }),
    );
  });

  test('a closed code hides exactly what is below it', () => {
    fc.assert(
      fc.property(anyCodebook, fc.nat(), (codes, pick) => {
        const closed = codes[pick % codes.length]!.id;
        const below = subtreeIds(codes, closed);
        below.delete(closed);
        expect(ids(rowsOf(codes, [closed]))).toEqual(codes.map((code) => code.id).filter((id) => !below.has(id)));
      }),
    );
  });

  test('say their level and their place among their siblings', () => {
    const row = rowsOf(small).find((one) => one.code.name === 'vast gezicht');
    expect(row).toMatchObject({ level: 2, position: 2, siblings: 2, expandable: false });
  });

  test('a filter finds without accents and capitals, and opens the parents of what it finds', () => {
    expect(ids(rowsOf(small, [1], 'GEZICHT'))).toEqual([1, 3]);
    const financial = codebook([-1, 0], ['Geld', 'financiële zorgen']);
    expect(ids(rowsOf(financial, [], 'financiele'))).toEqual([1, 2]);
    expect(rowsOf(small, [], 'niets hiervan')).toEqual([]);
  });

  test('a filter fits both languages, and what a code means only when asked', () => {
    const codes = small.map((code) =>
      code.id === 3 ? { ...code, labelEn: 'a familiar face', definition: 'Steeds dezelfde verpleegkundige.' } : code,
    );
    const found = (filter: string, deep = false) =>
      ids(visibleRows({ codes, label: (code) => code.name, closed: new Set(), filter, deep }));
    expect(found('familiar')).toEqual([1, 3]);
    expect(found('verpleegkundige')).toEqual([]);
    expect(found('VERPLEEGKUNDIGE', true)).toEqual([1, 3]);
    expect(fittingCodes(codes, 'ver', false)?.map((code) => code.id)).toEqual([1, 2]);
    expect(fittingCodes(codes, '  ', true)).toBeNull();
  });

  test('a filter over 2,000 codes finds exactly those whose own name has it, and what is above them', () => {
    const parents = Array.from({ length: 2000 }, (_, at) => (at % 40 === 0 ? -1 : at - (at % 40)));
    const many = codebook(
      parents,
      parents.map((_, at) => `${'vertrouwen in iets of iemand '.repeat(6)}${at}`),
    );
    for (const filter of ['v', 'iemand 19', 'iemand 199', 'IEMAND 7', 'nergens']) {
      const fit = many.filter((code) => code.name.includes(filter.toLowerCase()));
      const wanted = new Set(fit.flatMap((code) => [code.id, ...(code.parentId === null ? [] : [code.parentId])]));
      expect(ids(rowsOf(many, [], filter))).toEqual(many.map((code) => code.id).filter((id) => wanted.has(id)));
    }
  });
});

describe('keys', () => {
  const rows = rowsOf(small);

  test('Shift+F asks for the fragments, also with Caps Lock, when Shift makes it small', () => {
    for (const key of ['F', 'f']) expect(treeAct(rows, 3, { ...press(key), shiftKey: true })).toEqual({ kind: 'quotes', id: 3 });
    for (const key of ['F', 'f']) expect(treeAct(rows, 3, press(key))).toBeNull();
  });

  test('down and up walk all rows and stop at the ends', () => {
    fc.assert(
      fc.property(anyCodebook, (codes) => {
        const shown = rowsOf(codes);
        let at = shown[0]!.code.id;
        const walked = [at];
        for (;;) {
          const act = treeAct(shown, at, press('ArrowDown'));
          if (act?.kind !== 'focus') break;
          at = act.id;
          walked.push(at);
        }
        expect(walked).toEqual(ids(shown));
        expect(treeAct(shown, at, press('Home'))).toEqual({ kind: 'focus', id: walked[0] });
      }),
    );
  });

  test('right opens, then goes in; left closes, then goes to the parent', () => {
    const closed = rowsOf(small, [1]);
    expect(treeAct(closed, 1, press('ArrowRight'))).toEqual({ kind: 'open', id: 1 });
    expect(treeAct(rows, 1, press('ArrowRight'))).toEqual({ kind: 'focus', id: 2 });
    expect(treeAct(rows, 2, press('ArrowRight'))).toBeNull();
    expect(treeAct(rows, 2, press('ArrowLeft'))).toEqual({ kind: 'focus', id: 1 });
    expect(treeAct(rows, 1, press('ArrowLeft'))).toEqual({ kind: 'close', id: 1 });
    expect(treeAct(closed, 1, press('ArrowLeft'))).toBeNull();
  });

  test('choose, rename, delete, menu and move', () => {
    expect(treeAct(rows, 3, press('Enter'))).toEqual({ kind: 'choose', id: 3 });
    expect(treeAct(rows, 3, press('F2'))).toEqual({ kind: 'rename', id: 3 });
    expect(treeAct(rows, 3, press('Delete'))).toEqual({ kind: 'delete', id: 3 });
    expect(treeAct(rows, 3, press('F10', { shiftKey: true }))).toEqual({ kind: 'menu', id: 3 });
    expect(treeAct(rows, 3, press('F10'))).toBeNull();
    expect(treeAct(rows, 3, press('ArrowUp', { altKey: true }))).toEqual({ kind: 'move', id: 3, by: -1 });
    expect(treeAct(rows, 3, press('ArrowRight', { altKey: true }))).toEqual({ kind: 'level', id: 3, to: 'in' });
    expect(treeAct(rows, 3, press('ArrowLeft', { altKey: true }))).toEqual({ kind: 'level', id: 3, to: 'out' });
  });

  test('with Ctrl or ⌘ a key belongs to the window', () => {
    expect(treeAct(rows, 3, press('ArrowDown', { ctrlKey: true }))).toBeNull();
    expect(treeAct(rows, 3, press('Enter', { metaKey: true }))).toBeNull();
  });

  test('letters go to the next row that begins with them, around', () => {
    expect(typeAhead(rows, 1, 'v')).toBe(3);
    expect(typeAhead(rows, 3, 'v')).toBe(1);
    expect(typeAhead(rows, 3, 'va')).toBe(3);
    expect(typeAhead(rows, 1, 'x')).toBeNull();
  });
});

describe('places', () => {
  /** What the core does with a move: take out, put in. */
  function moved(codes: readonly CodeRow[], id: number, parentId: number | null, position: number): number[] {
    const siblings = codes.filter((code) => code.parentId === parentId && code.id !== id).map((code) => code.id);
    siblings.splice(position, 0, id);
    return siblings;
  }

  test('before and after a code come out right beside it', () => {
    fc.assert(
      fc.property(anyCodebook, fc.nat(), fc.nat(), fc.constantFrom('before' as const, 'after' as const), (codes, a, b, side) => {
        const id = codes[a % codes.length]!.id;
        const target = codes[b % codes.length]!.id;
        const place = placeAt(codes, id, target, side);
        if (subtreeIds(codes, id).has(target)) {
          expect(place).toBeNull();
          return;
        }
        const order = moved(codes, id, place!.parentId, place!.position);
        expect(order.indexOf(id) - order.indexOf(target)).toBe(side === 'before' ? -1 : 1);
      }),
    );
  });

  test('under a code is last among what is below it', () => {
    expect(placeAt(small, 5, 1, 'under')).toEqual({ parentId: 1, position: 2 });
    expect(placeAt(small, 3, 1, 'under')).toEqual({ parentId: 1, position: 1 });
  });

  test('never under itself or what is below it', () => {
    expect(placeAt(small, 1, 2, 'under')).toBeNull();
    expect(placeAt(small, 1, 1, 'before')).toBeNull();
    expect(possibleTargets(small, 1).map((code) => code.id)).toEqual([4, 5]);
  });

  test('one up and one down, until the end', () => {
    expect(placeBeside(small, 3, -1)).toEqual({ parentId: 1, position: 0 });
    expect(placeBeside(small, 2, 1)).toEqual({ parentId: 1, position: 1 });
    expect(placeBeside(small, 2, -1)).toBeNull();
    expect(placeBeside(small, 4, 1)).toBeNull();
  });

  test('one level in is last below the one above, one level out right after the parent', () => {
    expect(placeLevel(small, 3, 'in')).toEqual({ parentId: 2, position: 0 });
    expect(placeLevel(small, 4, 'in')).toEqual({ parentId: 1, position: 2 });
    expect(placeLevel(small, 2, 'in')).toBeNull();
    expect(placeLevel(small, 3, 'out')).toEqual({ parentId: null, position: 1 });
    expect(placeLevel(small, 1, 'out')).toBeNull();
  });

  test('in and then out comes back to the level it was on', () => {
    fc.assert(
      fc.property(anyCodebook, fc.nat(), (codes, pick) => {
        const code = codes[pick % codes.length]!;
        const inside = placeLevel(codes, code.id, 'in');
        if (!inside) return;
        const after = codes.map((own) => (own.id === code.id ? { ...own, parentId: inside.parentId } : own));
        expect(placeLevel(after, code.id, 'out')?.parentId).toBe(code.parentId);
      }),
    );
  });

  test('the middle of a row means under it, its end merging', () => {
    expect([0, 0.1, 0.5, 0.9, 1].map((down) => sideAt(down))).toEqual(['before', 'before', 'under', 'after', 'after']);
    expect([0, 0.5, 0.9].map((down) => sideAt(down, 0.9))).toEqual(['before', 'merge', 'after']);
  });
});
