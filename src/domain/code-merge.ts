// What merging one code into another does to the tree, worked out before anything is touched. Pure.

import { type Code, MAX_DEPTH, nameKey } from './code.ts';

type TreeCode = Pick<Code, 'id' | 'parentId' | 'name' | 'position'>;

/** `merge`: `id` gives all it has to `intoId` and is gone. `move`: `id` keeps what it has, and comes to stand last under `intoId`. */
export type MergeStep = { readonly kind: 'merge' | 'move'; readonly id: number; readonly intoId: number };

/**
 * The steps of merging a code into another that is not itself or below it, the code itself first: sub-codes with the same name are
 * merged too, the others move over.
 */
export function mergeSteps(codes: readonly TreeCode[], id: number, intoId: number): MergeStep[] {
  const children = Map.groupBy(codes, (code) => code.parentId);
  const named = new Map<string, number>();
  // The code itself has no name from here on: a sub-code that bears the same may come to stand where it stood.
  for (const code of codes) if (code.id !== id) named.set(keyOf(code.parentId, code.name), code.id);
  const steps: MergeStep[] = [];
  const merge = (from: number, into: number): void => {
    steps.push({ kind: 'merge', id: from, intoId: into });
    for (const child of [...(children.get(from) ?? [])].sort((a, b) => a.position - b.position || a.id - b.id)) {
      named.delete(keyOf(from, child.name));
      const same = named.get(keyOf(into, child.name));
      if (same !== undefined) merge(child.id, same);
      else {
        named.set(keyOf(into, child.name), child.id);
        steps.push({ kind: 'move', id: child.id, intoId: into });
      }
    }
  };
  merge(id, intoId);
  return steps;
}

/** Whether the tree is no deeper than it may be once the steps are done. */
export function fitsDepth(codes: readonly TreeCode[], steps: readonly MergeStep[]): boolean {
  const gone = new Set(steps.filter((step) => step.kind === 'merge').map((step) => step.id));
  const parents = new Map<number, number | null>(
    codes.filter((code) => !gone.has(code.id)).map((code) => [code.id, code.parentId]),
  );
  for (const step of steps) if (step.kind === 'move') parents.set(step.id, step.intoId);
  const depthOf = (at: number | null | undefined): number => (at == null ? 0 : 1 + depthOf(parents.get(at)));
  return [...parents.keys()].every((at) => depthOf(at) <= MAX_DEPTH);
}

function keyOf(parentId: number | null, name: string): string {
  return `${parentId ?? 0}\n${nameKey(name)}`;
}
