// The quotes behind one number of a frequency: as many as it says.

import { Star } from 'lucide-react';
import { type ReactNode, type Ref, useEffect } from 'react';
import type { QuoteRow } from '../../src/contract/analysis.ts';
import type { Input } from '../../src/contract/index.ts';
import { sentenceContext } from '../../src/domain/quote.ts';
import { useRead } from '../client/index.ts';
import { fragmentsBehind } from '../fragments/route.ts';
import { useTexts } from '../i18n/index.ts';
import { Waiting } from '../parts/progress.tsx';
import { LongList, Panel, SourceLink } from './panel.tsx';

type Props = {
  readonly title: ReactNode;
  readonly input: Input<'analysis.quotes'>;
  readonly knot?: boolean;
  readonly onClose: () => void;
  readonly onBack: () => void;
  /** After the quotes are drawn. */
  readonly onReady: () => void;
  readonly ref?: Ref<HTMLElement>;
};

export function QuotesPanel({ title, input, knot = false, onClose, onBack, onReady, ref }: Props) {
  const { t, format } = useTexts();
  const { data, pending } = useRead('analysis.quotes', input);
  useEffect(() => {
    if (data) onReady();
  });
  const codeId = useRead('code.list', {}).data?.codes.find((code) => code.path === input.code)?.id;
  const fragments = codeId === undefined ? null : fragmentsBehind(input, [codeId], input.rollup ?? false);
  const sum = data
    ? t('analysis.panel.of', {
        interviews: t('analysis.ofInterviews', { count: data.of, n: data.interviews, of: data.of }),
        quotes: t('common.quotes', { count: data.quotes.length }),
      })
    : ' ';
  return (
    <Panel title={title} knot={knot} sum={sum} fragments={fragments} onClose={onClose} onBack={onBack} {...(ref ? { ref } : {})}>
      {pending ? <Waiting /> : null}
      {data?.quotes.length === 0 ? <p className="t3">{t('analysis.panel.nothing')}</p> : null}
      {data ? (
        <LongList
          key={JSON.stringify(input)}
          rows={data.quotes}
          draw={(quote) => <Quote key={`${quote.interviewId} ${quote.start} ${quote.end}`} quote={quote} />}
          more={(left) => t('analysis.panel.more', { count: left, n: format.number(left) })}
        />
      ) : null}
    </Panel>
  );
}

function Quote({ quote }: { readonly quote: QuoteRow }) {
  const { t } = useTexts();
  const { before, text, after } = sentenceContext(quote);
  return (
    <li className="q">
      <blockquote dir="auto">
        {before === '' ? null : <span className="ctx">{before}</span>}
        {text}
        {after === '' ? null : <span className="ctx">{after}</span>}
      </blockquote>
      <div className="meta num">
        {quote.key ? <Star className="i s star" role="img" aria-label={t('analysis.panel.key')} /> : null}
        <SourceLink source={quote} />
        <span>{quote.participant}</span>
      </div>
    </li>
  );
}
