// The memo on a code: why it is there, what changed in it, what to think of next time.

import type { CodeRow } from '../../src/contract/code.ts';
import { plainMemo } from '../../src/domain/memo.ts';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { MemoDialog } from '../memos/memo-dialog.tsx';
import type { Codebook } from './use-codebook.ts';

type Props = { readonly code: CodeRow; readonly codebook: Codebook; readonly onClose: () => void };

export function CodeMemoDialog({ code, codebook, onClose }: Props) {
  const { t } = useTexts();
  const title = t('codebook.memoTitle', { name: codebook.label(code) });
  return <MemoDialog subject={{ on: 'code', id: code.id }} title={title} onClose={onClose} />;
}

/** In plain words. Undefined until it is read; empty when there is none. */
export function useCodeMemo(codeId: number): string | undefined {
  const memos = useRead('memo.list', {}).data?.memos;
  return memos && plainMemo(memos.find((memo) => memo.on === 'code' && memo.targetId === codeId)?.text ?? '');
}
