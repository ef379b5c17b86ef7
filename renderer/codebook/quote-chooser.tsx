// The codings of a code to choose from, by text and by interview: several (a split) or one (an example).

import { useId, useMemo, useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { foldText } from '../../src/domain/fold.ts';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../parts/field.tsx';
import './quote-chooser.css';

export type CodeQuote = Output<'code.codingsBefore'>['codings'][number];

/** How many are drawn at once; the filter, and the button under the list, give the others. */
const PAGE = 150;

/** The codings with this very code, by interview and place; undefined until they are read. */
export function useCodeQuotes(codeId: number, enabled = true): readonly CodeQuote[] | undefined {
  return useRead('code.codingsBefore', { id: codeId }, { enabled }).data?.codings;
}

type Props = {
  readonly label: string;
  readonly quotes: readonly CodeQuote[];
  readonly many: boolean;
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
};

export function QuoteChooser({ label, quotes, many, chosen, onChoose }: Props) {
  const { t } = useTexts();
  const [filter, setFilter] = useState('');
  const [interviewId, setInterviewId] = useState<number | null>(null);
  const [pages, setPages] = useState(1);
  const name = useId();
  const folded = useMemo(() => quotes.map((quote) => ({ quote, text: foldText(quote.quote).text })), [quotes]);
  const wanted = foldText(filter.trim()).text;
  const fitting = folded
    .filter(({ quote, text }) => text.includes(wanted) && (interviewId === null || quote.interviewId === interviewId))
    .map(({ quote }) => quote);
  const shown = fitting.slice(0, pages * PAGE);
  const all = fitting.length > 0 && fitting.every((quote) => chosen.has(quote.id));
  const set = (ids: readonly number[], on: boolean) => {
    const next = new Set(many ? chosen : []);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChoose(next);
  };
  return (
    <fieldset className="chooser" aria-label={label}>
      <div className="chooser-find">
        <Field label={t('codebook.quoteFind')} type="search" value={filter} onChange={setFilter} />
        <InterviewSelect quotes={quotes} value={interviewId} onChange={setInterviewId} />
      </div>
      {many ? (
        <label className="check chooser-all">
          <input
            type="checkbox"
            checked={all}
            disabled={fitting.length === 0}
            onChange={(event) =>
              set(
                fitting.map((quote) => quote.id),
                event.target.checked,
              )
            }
          />
          <span>{t('codebook.quoteAll', { count: fitting.length })}</span>
          <span className="t3 num" role="status">
            {t('codebook.quoteChosen', { n: chosen.size, of: quotes.length })}
          </span>
        </label>
      ) : null}
      <ul className="chooser-list">
        {shown.map((quote) => (
          <li key={quote.id}>
            <label className="chooser-quote">
              <input
                type={many ? 'checkbox' : 'radio'}
                name={name}
                checked={chosen.has(quote.id)}
                onChange={(event) => set([quote.id], event.target.checked)}
              />
              <span>
                <span className="said">{quote.quote}</span>
                <span className="meta">
                  {quote.interview} · {t('common.turn', { turn: quote.turn })} · {quote.coder}
                  {quote.toBeChecked ? ` · ${t('codebook.quoteLost')}` : ''}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {fitting.length === 0 ? <p className="t2 chooser-none">{t('codebook.quoteNone')}</p> : null}
      {fitting.length > shown.length ? (
        <button type="button" className="btn quiet" onClick={() => setPages(pages + 1)}>
          {t('codebook.quoteMore', { count: fitting.length - shown.length })}
        </button>
      ) : null}
    </fieldset>
  );
}

function InterviewSelect({
  quotes,
  value,
  onChange,
}: {
  readonly quotes: readonly CodeQuote[];
  readonly value: number | null;
  readonly onChange: (id: number | null) => void;
}) {
  const { t } = useTexts();
  const names = useMemo(() => new Map(quotes.map((quote) => [quote.interviewId, quote.interview])), [quotes]);
  return (
    <label className="field">
      <span className="field-l">{t('codebook.quoteFrom')}</span>
      <select
        className="field-in"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      >
        <option value="">{t('codebook.quoteFromAll')}</option>
        {[...names].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
