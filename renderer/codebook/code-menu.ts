// What can be done with one code, as a menu.

import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  FolderInput,
  History,
  Merge,
  NotebookPen,
  PencilLine,
  Pin,
  PinOff,
  Plus,
  Split,
  TextCursorInput,
  TextQuote,
  Trash2,
} from 'lucide-react';
import type { CodeRow } from '../../src/contract/code.ts';
import type { Translate } from '../i18n/index.ts';
import type { MenuEntry } from '../parts/menu.tsx';
import type { CodeDialogState } from './code-dialogs.tsx';
import { placeBeside, placeLevel } from './places.ts';
import type { TreeAct } from './tree-keys.ts';
import type { Codebook } from './use-codebook.ts';

type About = {
  readonly code: CodeRow;
  readonly codebook: Codebook;
  readonly t: Translate;
  readonly onAct: (act: TreeAct) => void;
  readonly onDialog: (dialog: CodeDialogState) => void;
};

export function codeMenu({ code, codebook, t, onAct, onDialog }: About): MenuEntry[] {
  const { id } = code;
  const { codes } = codebook;
  return [
    {
      id: 'quotes',
      label: t('fragments.showOf'),
      icon: TextQuote,
      keys: 'shift+f',
      onAction: () => onAct({ kind: 'quotes', id }),
    },
    {
      id: 'rename',
      label: t('codebook.rename'),
      icon: TextCursorInput,
      keys: 'f2',
      onAction: () => onAct({ kind: 'rename', id }),
    },
    { id: 'edit', label: t('codebook.edit'), icon: PencilLine, onAction: () => onDialog({ kind: 'edit', id }) },
    { id: 'history', label: t('codebook.historyOf'), icon: History, onAction: () => onDialog({ kind: 'history', id }) },
    { id: 'memo', label: t('codebook.memo'), icon: NotebookPen, onAction: () => onDialog({ kind: 'memo', id }) },
    pinEntry({ code, codebook, t, onAct }),
    { id: 'sub', label: t('codebook.addSub'), icon: Plus, onAction: () => onDialog({ kind: 'create', parentId: id }) },
    { id: 'l1', line: true },
    {
      id: 'up',
      label: t('codebook.moveUp'),
      icon: ArrowUp,
      keys: 'alt+up',
      disabled: !placeBeside(codes, id, -1),
      onAction: () => onAct({ kind: 'move', id, by: -1 }),
    },
    {
      id: 'down',
      label: t('codebook.moveDown'),
      icon: ArrowDown,
      keys: 'alt+down',
      disabled: !placeBeside(codes, id, 1),
      onAction: () => onAct({ kind: 'move', id, by: 1 }),
    },
    {
      id: 'in',
      label: t('codebook.moveIn'),
      icon: ArrowRight,
      keys: 'alt+right',
      disabled: !placeLevel(codes, id, 'in'),
      onAction: () => onAct({ kind: 'level', id, to: 'in' }),
    },
    {
      id: 'out',
      label: t('codebook.moveOut'),
      icon: ArrowLeft,
      keys: 'alt+left',
      disabled: !placeLevel(codes, id, 'out'),
      onAction: () => onAct({ kind: 'level', id, to: 'out' }),
    },
    { id: 'move', label: t('codebook.moveTo'), icon: FolderInput, onAction: () => onDialog({ kind: 'move', id }) },
    {
      id: 'merge',
      label: t('codebook.mergeInto'),
      icon: Merge,
      disabled: codes.length < 2,
      onAction: () => onDialog({ kind: 'merge', id, intoId: null }),
    },
    {
      id: 'split',
      label: t('codebook.split'),
      icon: Split,
      disabled: code.codings === 0,
      onAction: () => onDialog({ kind: 'split', id }),
    },
    { id: 'l2', line: true },
    {
      id: 'delete',
      label: t('codebook.delete'),
      icon: Trash2,
      keys: 'del',
      danger: true,
      onAction: () => onAct({ kind: 'delete', id }),
    },
  ];
}

/** Under the first free digit, or off the one it has; Alt with a digit chooses which. */
function pinEntry({ code, codebook, t, onAct }: Pick<About, 'code' | 'codebook' | 't' | 'onAct'>): MenuEntry {
  const taken = new Set(codebook.codes.map((other) => other.pin));
  const free = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((digit) => !taken.has(digit));
  const digit = code.pin ?? free;
  return {
    id: 'pin',
    label: t(code.pin === null ? 'codebook.pin' : 'codebook.unpin', { digit: digit ?? '' }),
    icon: code.pin === null ? Pin : PinOff,
    keys: `alt+${digit ?? 1}`,
    disabled: digit === undefined,
    onAction: () => digit !== undefined && onAct({ kind: 'pin', id: code.id, digit }),
  };
}
