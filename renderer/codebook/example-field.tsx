// The example of a code: written, or chosen from what was said and coded with it.

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Waiting } from '../parts/progress.tsx';
import { QuoteChooser, useCodeQuotes } from './quote-chooser.tsx';

type Props = { readonly code: CodeRow | null; readonly value: string; readonly onChange: (text: string) => void };

const MOST = 5000;

export function ExampleField({ code, value, onChange }: Props) {
  const { t } = useTexts();
  const [picking, setPicking] = useState(false);
  return (
    <>
      <div className="example">
        <Field label={t('codebook.example')} value={value} onChange={onChange} lines={2} maxLength={MOST} />
        {code && code.codings > 0 ? (
          <button type="button" className="btn quiet pick" aria-expanded={picking} onClick={() => setPicking(!picking)}>
            <Icon of={picking ? ChevronDown : ChevronRight} small />
            {t('codebook.examplePick')}
          </button>
        ) : null}
      </div>
      {picking && code ? <Quotes code={code} value={value} onChange={onChange} /> : null}
    </>
  );
}

function Quotes({ code, value, onChange }: Props & { readonly code: CodeRow }) {
  const { t } = useTexts();
  const quotes = useCodeQuotes(code.id);
  if (!quotes) return <Waiting />;
  const chosen = new Set(quotes.filter((quote) => quote.quote === value).map((quote) => quote.id));
  return (
    <div className="example-quotes">
      <QuoteChooser
        label={t('codebook.exampleQuotes')}
        quotes={quotes.filter((quote) => quote.quote.length <= MOST)}
        many={false}
        chosen={chosen}
        onChoose={(ids) => {
          const quote = quotes.find((one) => ids.has(one.id));
          if (quote) onChange(quote.quote);
        }}
      />
    </div>
  );
}
