// Asks before an interview goes, and says what goes with it.

import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Confirm } from '../parts/confirm.tsx';

export function DeleteInterview({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const { t } = useTexts();
  const remove = useChange('interview.delete');
  const interview = useRead('interview.list', {}).data?.interviews.find((row) => row.id === id);
  if (!interview) return null;
  const confirm = async () => {
    if (await remove.run({ id })) onClose();
  };
  return (
    <Confirm
      title={t('interviews.deleteTitle', { name: interview.name })}
      action={t('common.delete')}
      pending={remove.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {t('interviews.deleteWhy', { codings: t('interviews.codings', { count: interview.codings }) })}
    </Confirm>
  );
}
