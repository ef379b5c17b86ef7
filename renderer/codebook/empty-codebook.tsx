// What the codebook says as long as there is no code.

import { Plus } from 'lucide-react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { useShell } from '../shell/shell-context.ts';

export function EmptyCodebook({ onCreate }: { readonly onCreate: () => void }) {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <div className="cb-empty">
      <h3>{t('codebook.emptyTitle')}</h3>
      <p>{t('codebook.emptyWhy')}</p>
      <button type="button" className="btn" onClick={onCreate} data-pane-focus>
        <Icon of={Plus} small /> {t('codebook.makeTheme')}
      </button>
      <button type="button" className="btn quiet" onClick={() => shell.show('import-codebook')}>
        {t('codebook.importCsv')}
      </button>
    </div>
  );
}
