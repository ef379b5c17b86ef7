// The middle of a project without interviews: what will be here, and the first step.

import { Download } from 'lucide-react';
import { CommandKeys } from '../commands/command-keys.tsx';
import { useTexts } from '../i18n/index.ts';
import { FileDrop } from '../parts/file-drop.tsx';
import { Icon } from '../parts/icon.tsx';
import { useShell } from '../shell/shell-context.ts';
import './empty-project.css';

export function EmptyProject() {
  const { t } = useTexts();
  const shell = useShell();
  const toCodebook = () => document.querySelector<HTMLElement>('[data-pane="codebook"] [data-pane-focus]')?.focus();
  return (
    <FileDrop className="empty-frame" onFiles={shell.importFiles}>
      <div className="empty">
        <svg width="210" height="60" viewBox="0 0 210 60" fill="none" aria-hidden="true">
          <path className="l" d="M0 12h210M0 30h170M0 48h194" />
          <path className="thr" d="M0 30h62c16 0 24-6 24-14 0-6-4-9-9-9s-9 4-9 9c0 8 8 14 24 14h36" />
        </svg>
        <h1>{t('interviews.emptyTitle')}</h1>
        <p>{t('interviews.emptyWhy')}</p>
        <div className="empty-do">
          <button type="button" className="btn primary" data-pane-focus onClick={() => shell.show('import')}>
            <Icon of={Download} small />
            {t('interviews.chooseFiles')} <CommandKeys of="interview.import" />
          </button>
          <button type="button" className="btn" onClick={toCodebook}>
            {t('interviews.startWithCodebook')}
          </button>
        </div>
      </div>
    </FileDrop>
  );
}
