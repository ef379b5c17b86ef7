// Deletes a code, after saying what goes with it.

import type { CodeRow } from '../../src/contract/code.ts';
import { subtreeIds } from '../../src/domain/code.ts';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Confirm } from '../parts/confirm.tsx';
import type { Codebook } from './use-codebook.ts';

export function DeleteDialog({ code, codebook, onClose }: { readonly code: CodeRow; readonly codebook: Codebook; readonly onClose: () => void }) {
  const { t } = useTexts();
  const remove = useChange('code.delete');
  const subs = subtreeIds(codebook.codes, code.id).size - 1;
  const bare = subs === 0 && code.quotes === 0;
  const confirm = async () => {
    if (await remove.run({ id: code.id })) onClose();
  };
  return (
    <Confirm title={t('codebook.deleteTitle', { name: codebook.label(code) })} action={t('common.delete')} pending={remove.pending} onClose={onClose} onConfirm={() => void confirm()}>
      {bare ? t('codebook.deleteBare') : t('codebook.deleteWhy', { codings: t('codebook.codings', { count: code.quotes }), subs: t('codebook.subs', { count: subs }) })}
    </Confirm>
  );
}
