// The one dialog: a title, content, and a row of buttons with at most one primary. Esc and a press outside close it; while it is
// busy only Esc does, which then means Stop.

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './dialog.css';

type Props = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'small' | 'normal' | 'wide' | 'wider' | 'side';
  /** Long work runs: a stray press outside must not end it. */
  readonly busy?: boolean;
  readonly alert?: boolean;
};

export function Dialog({ title, onClose, children, footer, size = 'normal', busy = false, alert = false }: Props) {
  return (
    <ModalOverlay className={`scrim ${size}`} isOpen isDismissable={!busy} onOpenChange={(open) => open || onClose()}>
      <Modal className={`dlg pop ${size}`}>
        <AriaDialog className="dlg-in" role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2} className="dlg-h">
            {title}
          </Heading>
          <div className="dlg-body">{children}</div>
          {footer ? <footer className="dlg-f">{footer}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
