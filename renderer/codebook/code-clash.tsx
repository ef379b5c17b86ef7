// Another window changed the same of a code: what it says there now, and the choice. What is written here stays in its field meanwhile.

import { TriangleAlert } from 'lucide-react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { ColourWords } from './colour-words.tsx';
import type { Clash } from './use-code-form.ts';

type Props = { readonly clashes: readonly Clash[]; readonly onSettle: (which: 'mine' | 'theirs') => void };

export function CodeClash({ clashes, onSettle }: Props) {
  const { t } = useTexts();
  return (
    <div className="note code-clash" role="alert">
      <Icon of={TriangleAlert} />
      <div>
        <p>
          <b>{t('codebook.clash.title')}</b> {t('codebook.clash.why')}
        </p>
        <dl>
          {clashes.map(({ field, theirs }) => (
            <div key={field}>
              <dt>{t(`codebook.history.field.${field}`)}</dt>
              <dd>
                {theirs === '' || theirs === null ? (
                  t('codebook.history.nothing')
                ) : typeof theirs === 'string' ? (
                  theirs
                ) : (
                  <ColourWords colour={theirs} />
                )}
              </dd>
            </div>
          ))}
        </dl>
        <div className="code-clash-acts">
          <button type="button" className="btn" onClick={() => onSettle('mine')}>
            {t('codebook.clash.mine')}
          </button>
          <button type="button" className="btn" onClick={() => onSettle('theirs')}>
            {t('codebook.clash.theirs')}
          </button>
        </div>
      </div>
    </div>
  );
}
