// What the chosen code means: definition, when and when not, an example and where that was said. In the language of the window where
// there is one.

import { PencilLine } from 'lucide-react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useTexts } from '../i18n/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { go } from '../shell/route.ts';
import { useCodeMemo } from './code-memo-dialog.tsx';
import { useCodeQuotes } from './quote-chooser.tsx';
import type { Codebook } from './use-codebook.ts';

export function Definition({
  code,
  codebook,
  onEdit,
  onHistory,
}: {
  readonly code: CodeRow;
  readonly codebook: Codebook;
  readonly onEdit: () => void;
  readonly onHistory: () => void;
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
      {code.example ? <Example code={code} /> : null}
      <p className="foot">
        <button type="button" className="lk" onClick={onHistory}>
          {t('codebook.historyOf')}
        </button>
      </p>
    </section>
  );
}

/** The example, and where it was said when it is a quote that is coded with this code. */
function Example({ code }: { readonly code: CodeRow }) {
  const { t } = useTexts();
  const source = useCodeQuotes(code.id)?.find((quote) => quote.quote === code.example && !quote.toBeChecked);
  return (
    <p className="ex">
      ‘{code.example}’{' '}
      {source ? (
        <button
          type="button"
          className="lk src"
          onClick={() => go({ view: 'code', interviewId: source.interviewId, at: { start: source.start, end: source.end } })}
        >
          {source.interview}, {t('common.turn', { turn: source.turn })}
        </button>
      ) : null}
    </p>
  );
}
