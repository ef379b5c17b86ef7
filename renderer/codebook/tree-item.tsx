// One row of the tree: mark, name, counts, and its menu.

import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { RenameField } from './rename-field.tsx';
import type { TreeAct, TreeRow } from './tree-keys.ts';
import type { KeyQueue } from './use-key-queue.ts';
import type { Drop } from './use-tree-drag.ts';

type Props = {
  readonly row: TreeRow;
  /** Where it stands, in px, when only the rows in view are drawn; null when it follows the one above it. */
  readonly top: number | null;
  readonly selected: boolean;
  readonly focusable: boolean;
  /** The digit key that gives this code, when it has one. */
  readonly digit: number | null;
  readonly renaming: boolean;
  readonly drop: Drop | null;
  readonly onKeyDown: (id: number, event: KeyboardEvent) => void;
  readonly onAct: (act: TreeAct) => void;
  readonly queue: KeyQueue;
  readonly onRenamed: (id: number) => void;
};

/** Drawn again only when something of its own changes: a codebook may have thousands, and each coding changes the counts of a few. */
export const TreeItem = memo(DrawnItem, (before, now) => sameBut(before, now, 'row') && sameBut(before.row, now.row));

function DrawnItem({ row, top, selected, focusable, digit, renaming, drop, onKeyDown, onAct, queue, onRenamed }: Props) {
  const { t, format } = useTexts();
  const { code, label } = row;
  const theme = row.level === 1;
  const counts = t('codebook.countsOf', {
    quotes: t('common.quotes', { count: code.quotes }),
    interviews: t('common.interviews', { count: code.interviews }),
  });
  const openMenu = (event: MouseEvent) => {
    event.preventDefault();
    onAct({ kind: 'menu', id: code.id });
  };
  return (
    <div
      role="treeitem"
      className={`${theme ? 'th' : 'cd'}${drop ? ` drop-${drop.side === 'merge' ? 'merge-into' : drop.side}` : ''}`}
      style={{
        ...(theme ? {} : { paddingLeft: `calc(var(--tree-indent) + ${(row.level - 2) * 14}px)` }),
        ...(top === null ? {} : { position: 'absolute', insetInline: 0, top }),
      }}
      data-code={code.id}
      data-focus={`code-${code.id}`}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={selected}
      {...(digit ? { 'aria-keyshortcuts': String(digit) } : {})}
      {...(row.expandable ? { 'aria-expanded': row.expanded } : {})}
      {...(focusable ? { 'data-pane-focus': true } : {})}
      tabIndex={focusable ? 0 : -1}
      draggable={!renaming}
      onKeyDown={(event) => onKeyDown(code.id, event)}
      onClick={() => (renaming ? undefined : onAct({ kind: 'choose', id: code.id }))}
      onDoubleClick={() => onAct({ kind: 'rename', id: code.id })}
      onContextMenu={openMenu}
    >
      <Twist row={row} onAct={onAct} />
      {theme ? <Swatch colour={code.wears} /> : null}
      {renaming ? (
        <RenameField code={code} shown={label} queue={queue} onDone={() => onRenamed(code.id)} />
      ) : (
        <span className="nm">
          {label}
          <span className="vh">, {counts}</span>
        </span>
      )}
      {digit && !renaming ? (
        <span aria-hidden="true">
          <Keys of={String(digit)} />
        </span>
      ) : null}
      {drop?.side === 'under' || drop?.side === 'merge' ? (
        <span className="drop-merge" aria-hidden="true">
          {t('codebook.mergeShort')}
        </span>
      ) : null}
      {drop?.side === 'code' ? <span className="drop-hint">{drop.hint}</span> : null}
      <span className="n num" aria-hidden="true">
        {format.number(code.interviews)}
      </span>
      <span className="n num" aria-hidden="true">
        {format.number(code.quotes)}
      </span>
      {/* For the mouse; by keyboard the row itself opens its menu. Its dots are drawn by the style sheet: there are many rows. */}
      <button
        type="button"
        className="more"
        tabIndex={-1}
        aria-hidden="true"
        title={t('codebook.menuOf', { name: label })}
        onClick={(event) => {
          event.stopPropagation();
          openMenu(event);
        }}
      />
    </div>
  );
}

/** A double click renames a code; on the chevron it only opens and closes. */
function Twist({ row, onAct }: { readonly row: TreeRow; readonly onAct: (act: TreeAct) => void }) {
  if (!row.expandable) return row.level === 1 ? <span className="twist" /> : null;
  const toggle = (event: MouseEvent) => {
    event.stopPropagation();
    onAct({ kind: row.expanded ? 'close' : 'open', id: row.code.id });
  };
  return (
    // The keys → and ← do the same; for a screen reader it is the row's own `aria-expanded`.
    <span className="twist" aria-hidden="true" onClick={toggle} onDoubleClick={(event) => event.stopPropagation()}>
      <Icon of={row.expanded ? ChevronDown : ChevronRight} small />
    </span>
  );
}

/** The same fields with the same values, apart from the one named. */
function sameBut<T extends object>(one: T, other: T, but?: keyof T): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof T)[];
  return names.every((name) => name === but || Object.is(one[name], other[name]));
}
