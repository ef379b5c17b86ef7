// The tree of codes. One row has the focus; arrows walk, F2 renames, Alt with arrows moves, Enter or a click chooses the code.

import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useChange, useCoding, useSelectedCode } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { ContextMenu } from '../parts/menu.tsx';
import { digitOf } from '../transcript/recent.ts';
import { useRecent } from '../transcript/use-recent.ts';
import type { CodeDialogState } from './code-dialogs.tsx';
import { codeMenu } from './code-menu.ts';
import { placeBeside } from './places.ts';
import { TreeItem } from './tree-item.tsx';
import { type TreeAct, type TreeRow, treeAct, typeAhead, visibleRows } from './tree-keys.ts';
import type { Closed } from './use-closed.ts';
import { ancestorsOf, type Codebook } from './use-codebook.ts';
import { useTreeDrag } from './use-tree-drag.ts';
import './tree.css';

type Props = {
  readonly codebook: Codebook;
  readonly closed: Closed;
  readonly filter: string;
  readonly onDialog: (dialog: CodeDialogState) => void;
};

export function CodeTree({ codebook, closed, filter, onDialog }: Props) {
  const { t } = useTexts();
  const coding = useCoding();
  const move = useChange('code.move');
  const [selectedId, select] = useSelectedCode();
  const [focusId, setFocusId] = useState<number | null>(null);
  const [renaming, setRenaming] = useState<number | null>(null);
  const [menuOf, setMenuOf] = useState<number | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const menuAt = useRef<HTMLElement>(null);
  const menuCode = menuOf === null ? undefined : codebook.byId.get(menuOf);
  const typed = useTyped();
  const drag = useTreeDrag(codebook);
  const rows = useMemo(
    () => visibleRows({ codes: codebook.codes, label: codebook.label, closed: closed.ids, filter }),
    [codebook, closed.ids, filter],
  );
  const current = rows.find((row) => row.code.id === focusId) ?? rows.find((row) => row.code.id === selectedId) ?? rows[0];
  const returnTo = useFocusRow(tree);
  const { recent } = useRecent(useMemo(() => new Set(codebook.byId.keys()), [codebook]));
  useShowSelected(codebook, closed, tree);
  useKeptFocus(rows, focusId, tree, (id) => act({ kind: 'focus', id }));

  const act = (what: TreeAct) => {
    switch (what.kind) {
      case 'focus':
        setFocusId(what.id);
        return returnTo(what.id);
      case 'open':
      case 'close':
        return closed.set(what.id, what.kind === 'close');
      case 'choose':
        select(what.id);
        setFocusId(what.id);
        if (coding.selection) void coding.applyCodes([what.id]);
        return;
      case 'rename':
        return setRenaming(what.id);
      case 'delete':
        return onDialog({ kind: 'delete', id: what.id });
      case 'menu':
        menuAt.current = rowElement(tree.current, what.id);
        setFocusId(what.id);
        return setMenuOf(what.id);
      case 'move': {
        const place = placeBeside(codebook.codes, what.id, what.by);
        if (place) void move.run({ id: what.id, ...place });
        return;
      }
    }
  };
  const onKeyDown = (id: number, event: KeyboardEvent) => {
    // A key typed in the rename field bubbles up to its row.
    if (event.target !== event.currentTarget) return;
    const what = treeAct(rows, id, event);
    const letter = event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    const found = what || !letter ? null : typeAhead(rows, id, typed(event.key));
    if (!what && found === null) return;
    event.preventDefault();
    event.stopPropagation();
    act(what ?? { kind: 'focus', id: found ?? id });
  };

  if (codebook.ready && rows.length === 0) return <p className="pad t2">{t('codebook.nothingFound')}</p>;
  return (
    <div className="scroll">
      <div className="tree" role="tree" aria-label={t('codebook.treeLabel')} ref={tree} {...drag.tree}>
        {rows.map((row) => (
          <TreeItem
            key={row.code.id}
            row={row}
            selected={row.code.id === selectedId}
            focusable={row === current}
            renaming={renaming === row.code.id}
            drop={drag.drop?.targetId === row.code.id ? drag.drop : null}
            digit={digitOf(recent, row.code.id)}
            onKeyDown={(event) => onKeyDown(row.code.id, event)}
            onAct={act}
            onRenamed={() => {
              setRenaming(null);
              returnTo(row.code.id);
            }}
          />
        ))}
      </div>
      {menuCode ? (
        <ContextMenu
          label={codebook.label(menuCode)}
          anchor={menuAt}
          entries={codeMenu({ code: menuCode, codebook, t, onAct: act, onDialog })}
          onClose={() => setMenuOf(null)}
        />
      ) : null}
    </div>
  );
}

/** A code chosen elsewhere (a memo, a chart) is opened up to and brought into view. */
function useShowSelected(codebook: Codebook, closed: Closed, tree: RefObject<HTMLElement | null>): void {
  const [selectedId] = useSelectedCode();
  const shown = useRef<number | null>(null);
  useEffect(() => {
    const code = selectedId === null ? undefined : codebook.byId.get(selectedId);
    if (!code || shown.current === code.id) return;
    shown.current = code.id;
    const above = ancestorsOf(code, codebook.byId).filter((parent) => closed.ids.has(parent.id));
    if (above.length > 0) closed.open(above.map((parent) => parent.id));
    requestAnimationFrame(() => rowElement(tree.current, code.id)?.scrollIntoView({ block: 'nearest' }));
  }, [selectedId, codebook, closed, tree]);
}

/** When the row that had the focus goes (deleted, merged, undone), the one in its place gets it. */
function useKeptFocus(
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
function useFocusRow(tree: RefObject<HTMLElement | null>): (id: number) => void {
  const [wanted, setWanted] = useState<{ readonly id: number } | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const row = rowElement(tree.current, wanted.id);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }, [wanted, tree]);
  return (id) => setWanted({ id });
}

function rowElement(tree: HTMLElement | null, id: number): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-code="${id}"]`) ?? null;
}

/** Letters typed shortly after each other are one word. */
function useTyped(): (letter: string) => string {
  const state = useRef({ text: '', at: 0 });
  return (letter) => {
    const now = performance.now();
    const text = now - state.current.at < 700 ? state.current.text + letter : letter;
    state.current = { text, at: now };
    return text;
  };
}
