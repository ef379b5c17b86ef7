// Where the focus is in the tree: which row has it, keeps it and gets it, and which row is shown.

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useSelectedCode } from '../client/index.ts';
import type { TreeRow } from './tree-keys.ts';
import type { Closed } from './use-closed.ts';
import { ancestorsOf, type Codebook } from './use-codebook.ts';

/** A code chosen elsewhere (a memo, a chart) is opened up to and brought into view. */
export function useShowSelected(
  codebook: Codebook,
  closed: Closed,
  tree: RefObject<HTMLElement | null>,
  reveal: (id: number) => void,
): void {
  const [selectedId] = useSelectedCode();
  const shown = useRef<number | null>(null);
  useEffect(() => {
    const code = selectedId === null ? undefined : codebook.byId.get(selectedId);
    if (!code || shown.current === code.id) return;
    shown.current = code.id;
    const above = ancestorsOf(code, codebook.byId).filter((parent) => closed.ids.has(parent.id));
    if (above.length > 0) closed.open(above.map((parent) => parent.id));
    requestAnimationFrame(() => {
      const row = rowElement(tree.current, code.id);
      if (row) row.scrollIntoView({ block: 'nearest' });
      else reveal(code.id);
    });
  }, [selectedId, codebook, closed, tree, reveal]);
}

/** When the row that had the focus goes (deleted, merged, undone), the one in its place gets it. */
export function useKeptFocus(
  rows: readonly TreeRow[],
  focusId: number | null,
  tree: RefObject<HTMLElement | null>,
  focus: (id: number) => void,
): void {
  const before = useRef(rows);
  useEffect(() => {
    const at = before.current.findIndex((row) => row.code.id === focusId);
    before.current = rows;
    if (at < 0 || rows.some((row) => row.code.id === focusId)) return;
    const next = rows[Math.min(at, rows.length - 1)];
    const inTree = document.activeElement === document.body || tree.current?.contains(document.activeElement);
    if (next && inTree) focus(next.code.id);
  });
}

/** Puts the focus on a row after it has been drawn. */
export function useFocusRow(tree: RefObject<HTMLElement | null>): (id: number) => void {
  const [wanted, setWanted] = useState<{ readonly id: number } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const row = rowElement(tree.current, wanted.id);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [wanted, tree]);
  return (id) => setWanted({ id });
}

export function rowElement(tree: HTMLElement | null, id: number): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-code="${id}"]`) ?? null;
}

/** Letters typed shortly after each other are one word; any other key ends it. */
export function useTyped(): { readonly add: (letter: string) => string; readonly end: () => void } {
  const state = useRef({ text: '', at: 0 });
  return {
    add: (letter) => {
      const now = performance.now();
      const text = now - state.current.at < 700 ? state.current.text + letter : letter;
      state.current = { text, at: now };
      return text;
    },
    end: () => {
      state.current = { text: '', at: 0 };
    },
  };
}
