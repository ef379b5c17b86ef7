// The tree of codes as rows on the screen, and what each key does in it. Pure: no React, no DOM.

import type { CodeRow } from '../../src/contract/code.ts';
import { foldText } from '../../src/domain/fold.ts';
import type { Level } from './places.ts';

export type TreeRow = {
  readonly code: CodeRow;
  readonly label: string;
  /** From 1, as `aria-level` counts. */
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly expandable: boolean;
  readonly expanded: boolean;
};

type Shown = {
  readonly codes: readonly CodeRow[];
  readonly label: (code: CodeRow) => string;
  readonly closed: ReadonlySet<number>;
  readonly filter: string;
  /** The filter looks at what codes mean as well, not at their names only. */
  readonly deep?: boolean;
};

/** The rows in view. With a filter: the codes that fit, in either language, their parents opened above them. */
export function visibleRows({ codes, label, closed, filter, deep = false }: Shown): TreeRow[] {
  const fit = fittingCodes(codes, filter, deep);
  const kept = fit ? withParents(codes, fit) : null;
  const inTree = kept ? codes.filter((code) => kept.has(code.id)) : codes;
  const children = Map.groupBy(inTree, (code) => code.parentId);
  const rows: TreeRow[] = [];
  const visit = (parentId: number | null, level: number): void => {
    const siblings = children.get(parentId) ?? [];
    siblings.forEach((code, index) => {
      const expandable = children.has(code.id);
      const expanded = expandable && (kept !== null || !closed.has(code.id));
      rows.push({ code, label: label(code), level, position: index + 1, siblings: siblings.length, expandable, expanded });
      if (expanded) visit(code.id, level + 1);
    });
  };
  visit(null, 1);
  return rows;
}

/** The codes that fit a filter by themselves; null without a filter. */
export function fittingCodes(codes: readonly CodeRow[], filter: string, deep: boolean): CodeRow[] | null {
  const wanted = foldText(filter.trim()).text;
  if (wanted === '') return null;
  return codes.filter((code) => {
    const { names, meaning } = foldedOf(code);
    return names.includes(wanted) || (deep && meaning().includes(wanted));
  });
}

function withParents(codes: readonly CodeRow[], fit: readonly CodeRow[]): Set<number> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const kept = new Set<number>();
  for (const code of fit) {
    for (
      let at: CodeRow | undefined = code;
      at && !kept.has(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    )
      kept.add(at.id);
  }
  return kept;
}

type Folded = { readonly names: string; readonly meaning: () => string };
const foldedCodes = new WeakMap<CodeRow, Folded>();

// Folding thousands of names at each letter typed is what would make the filter slow, so each code is folded once.
function foldedOf(code: CodeRow): Folded {
  const known = foldedCodes.get(code);
  if (known) return known;
  let meaning: string | null = null;
  const folded: Folded = {
    names: foldText(`${code.name}\n${code.labelEn}`).text,
    meaning: () => {
      meaning ??= foldText([code.definition, code.definitionEn, code.use, code.not, code.example].join('\n')).text;
      return meaning;
    },
  };
  foldedCodes.set(code, folded);
  return folded;
}

export type TreeAct =
  | { readonly kind: 'focus' | 'open' | 'close'; readonly id: number }
  | { readonly kind: 'choose' | 'rename' | 'delete' | 'menu' | 'quotes'; readonly id: number }
  | { readonly kind: 'move'; readonly id: number; readonly by: -1 | 1 }
  | { readonly kind: 'level'; readonly id: number; readonly to: Level }
  /** Puts it under a digit; under none when it is there already. */
  | { readonly kind: 'pin'; readonly id: number; readonly digit: number };

type Key = {
  readonly key: string;
  /** The key's place on the keyboard: with Alt a digit may give another sign. */
  readonly code?: string;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
};

/** What a key does on the row of code `id`; null when it is not a key of the tree. */
export function treeAct(rows: readonly TreeRow[], id: number, key: Key): TreeAct | null {
  const at = rows.findIndex((row) => row.code.id === id);
  const row = rows[at];
  if (!row || key.ctrlKey || key.metaKey) return null;
  const digit = /^Digit([1-9])$/.exec(key.code ?? '')?.[1];
  if (key.altKey && digit) return { kind: 'pin', id, digit: Number(digit) };
  if (key.altKey) return altAct(id, key.key);
  const focus = (to: TreeRow | undefined): TreeAct | null => (to ? { kind: 'focus', id: to.code.id } : null);
  switch (key.key) {
    case 'ArrowDown':
      return focus(rows[at + 1]);
    case 'ArrowUp':
      return focus(rows[at - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      return !row.expandable ? null : row.expanded ? focus(rows[at + 1]) : { kind: 'open', id };
    case 'ArrowLeft':
      return row.expanded ? { kind: 'close', id } : focus(rows.find((other) => other.code.id === row.code.parentId));
    case 'Enter':
    case ' ':
      return { kind: 'choose', id };
    // With Caps Lock, Shift makes it small.
    case 'F':
    case 'f':
      return key.shiftKey ? { kind: 'quotes', id } : null;
    case 'F2':
      return { kind: 'rename', id };
    case 'Delete':
      return { kind: 'delete', id };
    case 'ContextMenu':
      return { kind: 'menu', id };
    case 'F10':
      return key.shiftKey ? { kind: 'menu', id } : null;
    default:
      return null;
  }
}

function altAct(id: number, key: string): TreeAct | null {
  switch (key) {
    case 'ArrowUp':
      return { kind: 'move', id, by: -1 };
    case 'ArrowDown':
      return { kind: 'move', id, by: 1 };
    case 'ArrowRight':
      return { kind: 'level', id, to: 'in' };
    case 'ArrowLeft':
      return { kind: 'level', id, to: 'out' };
    default:
      return null;
  }
}

/** The next row, around, whose label begins with what was typed. */
export function typeAhead(rows: readonly TreeRow[], id: number, typed: string): number | null {
  const wanted = foldText(typed).text;
  const at = rows.findIndex((row) => row.code.id === id);
  // One letter goes on to the next; more letters may still be the row one is on.
  const from = at + (typed.length > 1 ? 0 : 1);
  const around = [...rows.slice(from), ...rows.slice(0, from)];
  return around.find((row) => foldText(row.label).text.startsWith(wanted))?.code.id ?? null;
}
