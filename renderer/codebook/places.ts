// Where a code can go in the tree, for dragging and for the keys. Pure. A position counts among the new siblings without the code itself.

import type { CodeRow } from '../../src/contract/code.ts';
import { subtreeIds } from '../../src/domain/code.ts';

export type Place = { readonly parentId: number | null; readonly position: number };
export type Side = 'before' | 'under' | 'after';
/** One level in: last below the code above it; one level out: right after its parent. */
export type Level = 'in' | 'out';

/** The place that dropping on a side of a row means; null where it can't go: on itself, or under a code below it. */
export function placeAt(codes: readonly CodeRow[], id: number, targetId: number, side: Side): Place | null {
  const target = codes.find((code) => code.id === targetId);
  if (!target || subtreeIds(codes, id).has(targetId)) return null;
  if (side === 'under') return { parentId: targetId, position: siblings(codes, targetId, id).length };
  const others = siblings(codes, target.parentId, id);
  const at = others.findIndex((code) => code.id === targetId);
  return { parentId: target.parentId, position: side === 'before' ? at : at + 1 };
}

/** One place up or down among its siblings; null at the end. */
export function placeBeside(codes: readonly CodeRow[], id: number, by: -1 | 1): Place | null {
  const code = codes.find((own) => own.id === id);
  if (!code) return null;
  const all = codes.filter((other) => other.parentId === code.parentId);
  const at = all.findIndex((own) => own.id === id) + by;
  return at < 0 || at >= all.length ? null : { parentId: code.parentId, position: at };
}

/** One level in or out; null where there is no code above it among its siblings, or where it is a theme already. */
export function placeLevel(codes: readonly CodeRow[], id: number, level: Level): Place | null {
  const code = codes.find((own) => own.id === id);
  if (!code) return null;
  const all = codes.filter((other) => other.parentId === code.parentId);
  if (level === 'in') {
    const above = all[all.findIndex((own) => own.id === id) - 1];
    return above ? { parentId: above.id, position: siblings(codes, above.id, id).length } : null;
  }
  const parent = codes.find((other) => other.id === code.parentId);
  return parent ? placeAt(codes, id, parent.id, 'after') : null;
}

/** What a pointer over a row means: its upper and lower edge beside it, its middle under it, and the end of the middle merging. */
export function sideAt(down: number, along = 0): Side | 'merge' {
  if (down < 0.28) return 'before';
  if (down > 0.72) return 'after';
  return along > MERGE_FROM ? 'merge' : 'under';
}

/** From this share of a row's width on; the row shows it while something is dragged over it. */
const MERGE_FROM = 0.68;

/** The codes that a code can be moved under or merged into: not itself, not below it. */
export function possibleTargets(codes: readonly CodeRow[], id: number): CodeRow[] {
  const below = subtreeIds(codes, id);
  return codes.filter((code) => !below.has(code.id));
}

function siblings(codes: readonly CodeRow[], parentId: number | null, without: number): CodeRow[] {
  return codes.filter((code) => code.parentId === parentId && code.id !== without);
}
