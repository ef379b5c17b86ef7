// Merging in a tree of any shape: nothing is lost, no two siblings share a name, and nothing hangs in the air.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey, subtreeIds } from '../../src/domain/code.ts';
import { fitsDepth, mergeSteps } from '../../src/domain/code-merge.ts';
import { runs } from '../helpers/runs.ts';

type TreeCode = { readonly id: number; readonly parentId: number | null; readonly name: string; readonly position: number };

/** Few names, so that many sub-codes have a namesake; never two the same below one parent. */
const trees = fc
  .array(fc.tuple(fc.nat(40), fc.constantFrom('a', 'A', 'b', 'c', 'd'), fc.boolean()), { minLength: 2, maxLength: 30 })
  .map((drawn) => {
    const codes: TreeCode[] = [];
    drawn.forEach(([parent, name, top], at) => {
      const parentId = at === 0 || top ? null : (codes[parent % codes.length]?.id ?? null);
      const taken = codes.some((code) => code.parentId === parentId && nameKey(code.name) === nameKey(name));
      codes.push({ id: at + 1, parentId, name: taken ? `${name}${at}` : name, position: at });
    });
    return codes;
  });

describe('merging', () => {
  it('leaves a tree in which every other code stands, under a parent that is there, with a name of its own', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (codes, a, b) => {
        const id = codes[a % codes.length]?.id ?? 0;
        const intoId = codes[b % codes.length]?.id ?? 0;
        fc.pre(!subtreeIds(codes, id).has(intoId));
        const steps = mergeSteps(codes, id, intoId);
        expect(steps[0]).toEqual({ kind: 'merge', id, intoId });
        const gone = new Set(steps.filter((step) => step.kind === 'merge').map((step) => step.id));
        const moved = new Map(steps.filter((step) => step.kind === 'move').map((step) => [step.id, step.intoId]));
        const after = codes
          .filter((code) => !gone.has(code.id))
          .map((code) => ({ ...code, parentId: moved.get(code.id) ?? code.parentId }));
        const ids = new Set(after.map((code) => code.id));
        for (const code of after) expect(code.parentId === null || ids.has(code.parentId)).toBe(true);
        for (const step of steps) expect(ids.has(step.intoId)).toBe(true);
        const keys = after.map((code) => `${code.parentId} ${nameKey(code.name)}`);
        expect(new Set(keys).size).toBe(keys.length);
        // Each hangs on a theme: there is no ring.
        const reached = after.filter((code) => code.parentId === null).flatMap((top) => [...subtreeIds(after, top.id)]);
        expect(new Set(reached)).toEqual(ids);
        // Names only go where they were already, below the same names.
        expect(new Set([...gone, ...moved.keys()]).size).toBe(steps.length);
      }),
      { numRuns: runs(500) },
    );
  });

  it('says when it would be too deep', () => {
    const chain = Array.from({ length: 10 }, (_, at) => ({
      id: at + 1,
      parentId: at === 0 ? null : at,
      name: `${at}`,
      position: 0,
    }));
    const pair = [
      { id: 20, parentId: null, name: 'x', position: 1 },
      { id: 21, parentId: 20, name: 'y', position: 0 },
    ];
    const codes = [...chain, ...pair];
    expect(fitsDepth(codes, mergeSteps(codes, 20, 10))).toBe(false);
    expect(fitsDepth(codes, mergeSteps(codes, 20, 9))).toBe(true);
    expect(fitsDepth(codes, mergeSteps(codes, 21, 10))).toBe(true);
  });
});
