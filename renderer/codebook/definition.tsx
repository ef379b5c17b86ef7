// What the chosen code means: definition, when and when not, an example. In the language of the window where there is one.

import { PencilLine } from 'lucide-react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useTexts } from '../i18n/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { useCodeMemo } from './code-memo-dialog.tsx';
import type { Codebook } from './use-codebook.ts';

export function Definition({
  code,
  codebook,
  onEdit,
}: {
  readonly code: CodeRow;
  readonly codebook: Codebook;
  readonly onEdit: () => void;
}) {
  const { t, language } = useTexts();
  const memo = useCodeMemo(code.id);
  const definition = language === 'en' && code.definitionEn !== '' ? code.definitionEn : code.definition;
  return (
    <section className="def" aria-label={t('codebook.definitionOf')}>
      <h3>
        <Swatch colour={code.wears} />
        <span className="nm">{codebook.label(code)}</span>
        <IconButton label={t('codebook.edit')} icon={PencilLine} small onPress={onEdit} />
      </h3>
      <p>{definition || t('codebook.noDefinition')}</p>
      {code.use || code.not ? (
        <dl>
          {code.use ? (
            <div>
              <dt>{t('codebook.use')}</dt>
              <dd>{code.use}</dd>
            </div>
          ) : null}
          {code.not ? (
            <div>
              <dt>{t('codebook.not')}</dt>
              <dd>{code.not}</dd>
            </div>
          ) : null}
        </dl>
      ) : null}
      {memo ? (
        <p className="def-memo">
          <span>{t('codebook.memoShort')}</span> {memo}
        </p>
      ) : null}
      {code.example ? <p className="ex">‘{code.example}’</p> : null}
    </section>
  );
}
