// What an analysis screen says while there is nothing to count yet, with the next step.

import { useTexts } from '../i18n/index.ts';
import { go } from '../shell/route.ts';
import { useShell } from '../shell/shell-context.ts';
import type { Known } from './use-known.ts';
import './analysis.css';

export type Lack = 'interviews' | 'codes' | 'codings';

/** What is missing first; null when there is something to count. */
export function lackOf(known: Pick<Known, 'interviews' | 'codes' | 'codings'>): Lack | null {
  if (known.interviews === 0) return 'interviews';
  if (known.codes.length === 0) return 'codes';
  return known.codings === 0 ? 'codings' : null;
}

export function EmptyAnalysis({ lack }: { readonly lack: Lack }) {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <div className="an-empty">
      <h1 className="page-h">{t(`analysis.empty.${lack}`)}</h1>
      <p>{t(`analysis.empty.${lack}Hint`)}</p>
      {lack === 'interviews' ? (
        <button type="button" className="btn primary" onClick={() => shell.show('import')}>
          {t('analysis.empty.import')}
        </button>
      ) : (
        <button type="button" className="btn primary" onClick={() => go({ view: 'code', interviewId: null, at: null })}>
          {t('analysis.empty.code')}
        </button>
      )}
    </div>
  );
}
