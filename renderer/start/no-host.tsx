// The page when no host answers: most often an old address. Nothing is known of settings yet, so it follows the browser's language.

import { translator } from '../i18n/index.ts';
import '../shell/fault-page.css';

export function NoHost({ reason }: { readonly reason: string }) {
  const t = translator(navigator.language.startsWith('nl') ? 'nl' : 'en');
  return (
    <main className="fault">
      <h1 className="page-h">{t('start.noHost')}</h1>
      <p lang="en">{reason}</p>
    </main>
  );
}
