// What stands in the window when drawing failed through a fault of ours.

import { useTexts } from '../i18n/index.ts';
import './fault-page.css';

export function FaultPage({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }) {
  const { t } = useTexts();
  return (
    <section className="fault">
      <h1 className="page-h">{t('shell.fault')}</h1>
      <p>{t('shell.faultWhy')}</p>
      <pre lang="en">{error.message}</pre>
      <button type="button" className="btn primary" onClick={onAgain}>
        {t('shell.faultAgain')}
      </button>
    </section>
  );
}
