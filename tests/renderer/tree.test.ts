// The tree of codes: which rows are in view, what keys do, and where a code can go. Pure functions, over trees of any shape.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeAt, placeBeside, possibleTargets, sideAt } from '../../renderer/codebook/places.ts';
import { type TreeRow, treeAct, typeAhead, visibleRows } from '../../renderer/codebook/tree-keys.ts';
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
});

describe('keys', () => {
  const rows = rowsOf(small);

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

  test('the middle of a row means under it', () => {
    expect([0, 0.1, 0.5, 0.9, 1].map(sideAt)).toEqual(['before', 'before', 'under', 'after', 'after']);
  });
});
