// Deletes a code, after saying what goes with it.

import { useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Field } from '../parts/field.tsx';
import type { Codebook } from './use-codebook.ts';
import { whatHangs } from './what-hangs.ts';

export function DeleteDialog({
  code,
  codebook,
  onClose,
}: {
  readonly code: CodeRow;
  readonly codebook: Codebook;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const remove = useChange('code.delete');
  const [reason, setReason] = useState('');
  const what = whatHangs(code, codebook, texts);
  const confirm = async () => {
    if (await remove.run({ id: code.id, reason })) onClose();
  };
  return (
    <Confirm
      title={t('codebook.deleteTitle', { name: codebook.label(code) })}
      action={t('common.delete')}
      pending={remove.pending}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{what === '' ? t('codebook.deleteBare') : t('codebook.deleteWhy', { what })}</p>
      <div className="move-why">
        <Field label={t('codebook.reason')} value={reason} onChange={setReason} maxLength={1000} />
      </div>
    </Confirm>
  );
}
