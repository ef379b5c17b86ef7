// What can be done with one interview or one set, as a menu.

import { Download, PencilLine, TextCursorInput, Trash2 } from 'lucide-react';
import { useChange } from '../client/index.ts';
import type { Translate } from '../i18n/index.ts';
import type { MenuEntry } from '../parts/menu.tsx';
import { useShell } from '../shell/shell-context.ts';
import type { InterviewDialogState } from './interview-dialogs.tsx';
import type { SetOfInterviews } from './names.ts';

type About = {
  readonly sets: readonly SetOfInterviews[];
  readonly menu: { readonly kind: 'set' | 'interview'; readonly id: number } | null;
  readonly t: Translate;
  readonly onDialog: (dialog: InterviewDialogState) => void;
};

export function useSetMenu({ sets, menu, t, onDialog }: About): MenuEntry[] {
  const removeSet = useChange('interviewSet.delete');
  const shell = useShell();
  if (!menu) return [];
  const { id } = menu;
  if (menu.kind === 'interview') {
    return [
      { id: 'details', label: t('interviews.details'), icon: PencilLine, onAction: () => onDialog({ kind: 'details', id }) },
      {
        id: 'delete',
        label: t('interviews.deleteDo'),
        icon: Trash2,
        danger: true,
        onAction: () => onDialog({ kind: 'delete', id }),
      },
    ];
  }
  const own = sets.find((set) => set.id === id);
  const empty = own?.interviews.length === 0;
  return [
    { id: 'import', label: t('interviews.importInto'), icon: Download, onAction: () => shell.importFiles([], own?.name) },
    {
      id: 'rename',
      label: t('interviews.renameSet'),
      icon: TextCursorInput,
      onAction: () => onDialog({ kind: 'rename-set', id }),
    },
    ...(empty
      ? [
          {
            id: 'remove',
            label: t('interviews.deleteSet'),
            icon: Trash2,
            danger: true,
            onAction: () => void removeSet.run({ id }),
          },
        ]
      : []),
  ];
}
