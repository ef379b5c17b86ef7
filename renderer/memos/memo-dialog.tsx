// A memo to write without leaving the screen. It keeps itself; closing keeps the last words too.

import type { ReactNode } from 'react';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Waiting } from '../parts/progress.tsx';
import { go } from '../shell/route.ts';
import { MemoPad } from './memo-pad.tsx';
import { type MemoSubject, memoOf, subjectKey } from './subject.ts';

type Props = {
  readonly subject: MemoSubject;
  readonly title: string;
  readonly onClose: () => void;
  /** What belongs to it, below. */
  readonly children?: ReactNode;
};

export function MemoDialog({ subject, title, onClose, children }: Props) {
  const { t } = useTexts();
  const memos = useRead('memo.list', {}).data?.memos;
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const toAll = () => {
    onClose();
    go({ view: 'memos', open: subjectKey(subject) });
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn quiet" onClick={toAll}>
            {t('memos.all')}
          </button>
          <span className="sp" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      {memos ? (
        <MemoPad
          subject={subject}
          kept={memoOf(memos, subject)?.text ?? ''}
          label={title}
          hint={t('memos.hint')}
          readOnly={readOnly}
          autoFocus={!readOnly}
          onDone={onClose}
          onFollowed={onClose}
        />
      ) : (
        <Waiting />
      )}
      {children}
    </Dialog>
  );
}
