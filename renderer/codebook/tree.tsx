// The tree of codes. One row has the focus; arrows walk, F2 renames, Alt with arrows moves (up, down, in and out), Enter or a click
// chooses the code.

import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import type { Failure, Output } from '../../src/contract/index.ts';
import { useChange, useClient, useCoding, useSelectedCode } from '../client/index.ts';
import { fragmentsRoute } from '../fragments/route.ts';
import { useTexts } from '../i18n/index.ts';
import { ContextMenu } from '../parts/menu.tsx';
import { useSteady } from '../parts/use-steady.ts';
import { go } from '../shell/route.ts';
import type { CodeDialogState } from './code-dialogs.tsx';
import { codeMenu } from './code-menu.ts';
import { DragGhost } from './drag-ghost.tsx';
import { type Place, placeBeside, placeLevel } from './places.ts';
import { TreeItem } from './tree-item.tsx';
import { type TreeAct, treeAct, typeAhead, visibleRows } from './tree-keys.ts';
import type { Closed } from './use-closed.ts';
import type { Codebook } from './use-codebook.ts';
import { type HeldKey, useKeyQueue } from './use-key-queue.ts';
import { useTreeDrag } from './use-tree-drag.ts';
import { rowElement, useFocusRow, useKeptFocus, useShowSelected, useTyped } from './use-tree-focus.ts';
import { useTreeWindow } from './use-tree-window.ts';
import './tree.css';

type Props = {
  readonly codebook: Codebook;
  readonly closed: Closed;
  readonly filter: string;
  /** The filter looks at what codes mean as well. */
  readonly deep: boolean;
  readonly onDialog: (dialog: CodeDialogState) => void;
};

/** Drawn again only when something of it changes, so that typing in the filter is not held up by it. */
export const CodeTree = memo(function CodeTree({ codebook, closed, filter, deep, onDialog }: Props) {
  const { t } = useTexts();
  const client = useClient();
  const coding = useCoding();
  const move = useChange('code.move');
  const pin = useChange('code.pin');
  const [selectedId, select] = useSelectedCode();
  const [focusId, setFocusId] = useState<number | null>(null);
  const [renaming, setRenaming] = useState<number | null>(null);
  const [menuOf, setMenuOf] = useState<number | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const menuAt = useRef<HTMLElement>(null);
  const menuCode = menuOf === null ? undefined : codebook.byId.get(menuOf);
  const typed = useTyped();
  const [refused, setRefused] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(closed.ids);
  latest.current = closed.ids;
  const rows = useMemo(
    () => visibleRows({ codes: codebook.codes, label: codebook.label, closed: closed.ids, filter, deep }),
    [codebook, closed.ids, filter, deep],
  );
  const current = rows.find((row) => row.code.id === focusId) ?? rows.find((row) => row.code.id === selectedId) ?? rows[0];
  const returnTo = useFocusRow(tree);
  const inView = useTreeWindow(rows, [current?.code.id, renaming], scroller);
  useShowSelected(codebook, closed, tree, inView.reveal);
  useKeptFocus(rows, focusId, tree, (id) => act({ kind: 'focus', id }));

  const queue = useKeyQueue(
    tree,
    () => client.queries.getQueryData<Output<'code.list'>>(['code.list', {}])?.codes === codebook.codes,
    (key) => onHeldKey(key),
  );
  const put = (id: number, place: Place | null) => {
    if (!place) return;
    const onFailure = ({ code }: Failure) => {
      const told = code === 'conflict' ? t('codebook.taken') : code === 'refused' ? t('codebook.tooDeep') : null;
      setRefused(told);
      return told !== null;
    };
    if (place.parentId !== null && closed.ids.has(place.parentId)) closed.open([place.parentId]);
    queue.during(move.run({ id, ...place }, { onFailure, reread: true }));
  };
  const drag = useTreeDrag(codebook, { onMove: put, onMerge: (id, intoId) => onDialog({ kind: 'merge', id, intoId }) });
  const act = useSteady((what: TreeAct) => {
    setRefused(null);
    switch (what.kind) {
      case 'focus':
        setFocusId(what.id);
        return returnTo(what.id);
      case 'open':
      case 'close':
        closed.set(what.id, what.kind === 'close');
        return queue.until(() => latest.current.has(what.id) === (what.kind === 'close'));
      case 'choose':
        select(what.id);
        setFocusId(what.id);
        if (coding().selection) void coding().applyCodes([what.id]);
        return;
      case 'quotes':
        return go(fragmentsRoute({ all: [what.id] }));
      case 'rename':
        return setRenaming(what.id);
      case 'delete':
        return onDialog({ kind: 'delete', id: what.id });
      case 'menu':
        menuAt.current = rowElement(tree.current, what.id);
        setFocusId(what.id);
        return setMenuOf(what.id);
      case 'pin': {
        const now = codebook.byId.get(what.id)?.pin ?? null;
        return queue.during(pin.run({ id: what.id, digit: now === what.digit ? null : what.digit }, { reread: true }));
      }
      case 'move':
        return put(what.id, placeBeside(codebook.codes, what.id, what.by));
      case 'level':
        return put(what.id, placeLevel(codebook.codes, what.id, what.to));
    }
  });
  /** Answers whether it was a key of the tree. */
  const pressed = (id: number, key: HeldKey): boolean => {
    const what = treeAct(rows, id, key);
    const letter = key.key.length === 1 && /[\p{L}\p{N}]/u.test(key.key) && !key.ctrlKey && !key.metaKey && !key.altKey;
    const found = what || !letter ? null : typeAhead(rows, id, typed.add(key.key));
    if (what) typed.end();
    if (!what && found === null) return false;
    act(what ?? { kind: 'focus', id: found ?? id });
    return true;
  };
  const onKeyDown = useSteady((id: number, event: KeyboardEvent) => {
    // A key typed in the rename field bubbles up to its row.
    if (event.target !== event.currentTarget || queue.takes(event) || !pressed(id, event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  const onHeldKey = (key: HeldKey) => {
    const row = document.activeElement?.closest<HTMLElement>('[data-code]');
    if (row) pressed(Number(row.dataset.code), key);
  };
  const onRenamed = useSteady((id: number) => {
    setRenaming(null);
    returnTo(id);
  });

  if (codebook.ready && rows.length === 0) return <p className="pad t2">{t('codebook.nothingFound')}</p>;
  return (
    <div className="scroll" ref={scroller}>
      {refused ? (
        <p className="tree-refused" role="alert">
          {refused}
        </p>
      ) : null}
      <div
        className="tree"
        role="tree"
        aria-label={t('codebook.treeLabel')}
        aria-description={t('codebook.quotesWhy')}
        ref={tree}
        {...(inView.height === null ? {} : { style: { height: inView.height } })}
        {...drag.tree}
      >
        {inView.rows.map(({ row, top }) => (
          <TreeItem
            key={row.code.id}
            row={row}
            top={top}
            selected={row.code.id === selectedId}
            focusable={row === current}
            renaming={renaming === row.code.id}
            drop={drag.drop?.targetId === row.code.id ? drag.drop : null}
            digit={row.code.pin}
            onKeyDown={onKeyDown}
            onAct={act}
            queue={queue}
            onRenamed={onRenamed}
          />
        ))}
      </div>
      {drag.dragged ? <DragGhost name={codebook.label(drag.dragged)} hint={drag.hint} /> : null}
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
});
