// Which dialog about interviews is open.

import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { isAboutName, NameDialog } from '../shell/name-dialog.tsx';
import { DeleteInterview } from './delete-dialog.tsx';
import { DetailsDialog } from './details-dialog.tsx';

export type InterviewDialogState = { readonly kind: 'details' | 'delete' | 'rename-set'; readonly id: number };

type Props = { readonly dialog: InterviewDialogState; readonly onClose: () => void };

export function InterviewDialogs({ dialog, onClose }: Props) {
  switch (dialog.kind) {
    case 'details':
      return <DetailsDialog id={dialog.id} onClose={onClose} />;
    case 'delete':
      return <DeleteInterview id={dialog.id} onClose={onClose} />;
    case 'rename-set':
      return <RenameSet id={dialog.id} onClose={onClose} />;
  }
}

function RenameSet({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { t } = useTexts();
  const rename = useChange('interviewSet.rename');
  const set = useRead('interviewSet.list', {}).data?.sets.find((row) => row.id === id);
  if (!set) return null;
  const onName = async (name: string) => {
    let wrong = '';
    const done = await rename.run(
      { id, name },
      {
        onFailure: (failure) => {
          if (isAboutName(failure)) wrong = t('interviews.setTaken');
          return isAboutName(failure);
        },
      },
    );
    return done ? null : wrong;
  };
  return (
    <NameDialog
      title={t('interviews.renameSet')}
      label={t('interviews.setName')}
      action={t('common.save')}
      first={set.name}
      onName={onName}
      onClose={onClose}
    />
  );
}
