// Which dialog about codes is open.

import { CodeDialog } from './code-dialog.tsx';
import { CodeMemoDialog } from './code-memo-dialog.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { Codebook } from './use-codebook.ts';

export type CodeDialogState =
  | { readonly kind: 'create'; readonly parentId: number | null }
  | { readonly kind: 'edit' | 'history' | 'memo' | 'move' | 'split' | 'delete'; readonly id: number }
  | { readonly kind: 'merge'; readonly id: number; readonly intoId: number | null };

type Props = { readonly dialog: CodeDialogState; readonly codebook: Codebook; readonly onClose: () => void };

export function CodeDialogs({ dialog, codebook, onClose }: Props) {
  if (dialog.kind === 'create')
    return <CodeDialog code={null} parentId={dialog.parentId} codebook={codebook} onClose={onClose} />;
  const code = codebook.byId.get(dialog.id);
  // Deleted meanwhile, by an undo or in another window.
  if (!code) return null;
  switch (dialog.kind) {
    case 'edit':
      return <CodeDialog code={code} parentId={code.parentId} codebook={codebook} onClose={onClose} />;
    case 'history':
      return <CodeDialog code={code} parentId={code.parentId} codebook={codebook} tab="history" onClose={onClose} />;
    case 'memo':
      return <CodeMemoDialog code={code} codebook={codebook} onClose={onClose} />;
    case 'move':
      return <MoveDialog code={code} codebook={codebook} onClose={onClose} />;
    case 'merge':
      return <MergeDialog code={code} intoId={dialog.intoId} codebook={codebook} onClose={onClose} />;
    case 'split':
      return <SplitDialog code={code} codebook={codebook} onClose={onClose} />;
    case 'delete':
      return <DeleteDialog code={code} codebook={codebook} onClose={onClose} />;
  }
}
