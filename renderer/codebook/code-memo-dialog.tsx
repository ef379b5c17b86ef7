// The memo on a code: why it is there, what changed in it, what to think of next time.

import { type FormEvent, useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import type { Codebook } from './use-codebook.ts';

type Props = { readonly code: CodeRow; readonly codebook: Codebook; readonly onClose: () => void };

export function CodeMemoDialog({ code, codebook, onClose }: Props) {
  const { t } = useTexts();
  const set = useChange('memo.set');
  const kept = useCodeMemo(code.id);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? kept ?? '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === kept || (await set.run({ on: 'code', id: code.id, text: text.trim() }))) onClose();
  };
  return (
    <Dialog title={t('codebook.memoTitle', { name: codebook.label(code) })} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={t('shell.memoText')} value={text} onChange={setTyped} lines={7} maxLength={100_000} autoFocus />
        <div className="dlg-row">
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={set.pending || kept === undefined}>
            {t('common.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Undefined until it is read; empty when there is none. */
export function useCodeMemo(codeId: number): string | undefined {
  const memos = useRead('memo.list', {}).data?.memos;
  return memos && (memos.find((memo) => memo.on === 'code' && memo.targetId === codeId)?.text ?? '');
}
