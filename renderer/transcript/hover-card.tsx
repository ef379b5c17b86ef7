// What a stripe says when it is pointed at: code, coder, date, memo, quote.

import { Star } from 'lucide-react';
import { plainMemo } from '../../src/domain/memo.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Mark } from './model.ts';
import './cards.css';

const QUOTE = 160;

export function HoverCard({ mark, top }: { readonly mark: Mark; readonly top: number }) {
  const { t, format } = useTexts();
  const quote = mark.quote.length > QUOTE ? `${mark.quote.slice(0, QUOTE).trimEnd()}…` : mark.quote;
  return (
    <div className="hover-card pop" style={{ top }} aria-hidden="true">
      <p className="card-code">
        <Swatch colour={mark.colour} />
        <b>{mark.name}</b>
        {mark.key ? <Icon of={Star} small className="star" /> : null}
      </p>
      <p className="card-meta">
        {mark.parents.length > 0 ? <span>{mark.parents.join(' / ')}</span> : null}
        <span>{t('transcript.card.coded', { coder: mark.coder, when: format.when(mark.at) })}</span>
      </p>
      <p className="hover-quote read">‘{quote}’</p>
      {mark.memo ? <p className="hover-memo">{plainMemo(mark.memo)}</p> : null}
    </div>
  );
}
