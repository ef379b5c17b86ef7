// Asks before something goes: a question, what it touches, and a button that says what it does.

import type { ReactNode } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from './dialog.tsx';

type Props = {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly pending?: boolean;
};

export function Confirm({ title, children, action, onConfirm, onClose, pending = false }: Props) {
  const { t } = useTexts();
  return (
    <Dialog
      alert
      size="small"
      title={title}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn danger" disabled={pending} onClick={onConfirm}>
            {action}
          </button>
        </>
      }
    >
      <div className="lead">{children}</div>
    </Dialog>
  );
}
