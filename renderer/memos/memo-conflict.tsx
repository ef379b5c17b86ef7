// Another window wrote in the same memo: what it wrote, and the choice. What is typed here stays in the editor meanwhile.

import { TriangleAlert } from 'lucide-react';
import { plainMemo } from '../../src/domain/memo.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';

type Props = { readonly theirs: string; readonly onSettle: (which: 'theirs' | 'mine' | 'both') => void };

export function MemoConflict({ theirs, onSettle }: Props) {
  const { t } = useTexts();
  return (
    <div className="note memo-conflict" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <p>
          <b>{t('memos.conflict.title')}</b> {t('memos.conflict.why')}
        </p>
        <blockquote className="read">{theirs === '' ? t('memos.conflict.removed') : plainMemo(theirs)}</blockquote>
        <div className="memo-conflict-acts">
          <button type="button" className="btn" onClick={() => onSettle('both')}>
            {t('memos.conflict.both')}
          </button>
          <button type="button" className="btn" onClick={() => onSettle('mine')}>
            {t('memos.conflict.mine')}
          </button>
          <button type="button" className="btn" onClick={() => onSettle('theirs')}>
            {t('memos.conflict.theirs')}
          </button>
        </div>
      </div>
    </div>
  );
}
