// Codings whose text was corrected away: each can go back where its words stand now, get another place or go; none is dropped in silence.

import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ToCheckRow } from '../../src/contract/correction.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Mark } from './model.ts';
import './to-check.css';

type Props = {
  readonly interviewId: number;
  readonly marks: readonly Mark[];
  /** Text is selected that a coding can be put on. */
  readonly canPlace: boolean;
  /** False: the project can only be read. */
  readonly mayChange: boolean;
  /** Puts a coding on a range; on what is selected without one. */
  readonly onPlace: (id: number, range?: TextRange) => void;
  readonly onShow: (range: TextRange) => void;
  readonly onRemove: (id: number) => void;
};

export function ToCheck({ interviewId, marks, ...rest }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const found = useRead('toCheck.list', { interviewId }, { enabled: open && marks.length > 0, keep: true }).data?.codings;
  if (marks.length === 0) return null;
  return (
    <section className="to-check" aria-label={t('transcript.check.title', { count: marks.length })}>
      <button type="button" className="to-check-title" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon of={TriangleAlert} small />
        <b>{t('transcript.check.title', { count: marks.length })}</b>
        <Icon of={open ? ChevronDown : ChevronRight} small />
      </button>
      {open ? (
        <>
          <p className="t2">
            {t('transcript.check.why')} {rest.canPlace ? '' : t('transcript.check.placeHint')}
          </p>
          <ul>
            {marks.map((mark) => (
              <Lost key={mark.id} mark={mark} row={found?.find((row) => row.id === mark.id)} {...rest} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

type LostProps = Omit<Props, 'interviewId' | 'marks'> & { readonly mark: Mark; readonly row: ToCheckRow | undefined };

function Lost({ mark, row, canPlace, mayChange, onPlace, onShow, onRemove }: LostProps) {
  const { t } = useTexts();
  const [at, setAt] = useState(0);
  const places = row?.found ?? [];
  const place = places[at % Math.max(1, places.length)];
  const next = () => {
    const to = places[(at + 1) % places.length];
    setAt(at + 1);
    if (to) onShow(to);
  };
  return (
    <li>
      <Swatch colour={mark.colour} />
      <span className="nm">
        <b>{mark.name}</b> <span className="t2">{mark.coder}</span>
        <span className="read">{t('transcript.check.was', { quote: mark.quote })}</span>
        {row && !place ? <small className="t3">{t('transcript.check.nowhere')}</small> : null}
      </span>
      <span className="to-check-acts">
        {place ? (
          <>
            <button type="button" className="btn quiet" onClick={() => onShow(place)}>
              {t('transcript.check.show', { n: place.turn + 1 })}
            </button>
            {places.length > 1 ? (
              <button type="button" className="btn quiet" onClick={next}>
                {t('transcript.check.next', { now: (at % places.length) + 1, n: places.length })}
              </button>
            ) : null}
            <button type="button" className="btn" disabled={!mayChange} onClick={() => onPlace(mark.id, place)}>
              {t('transcript.check.back', { n: place.turn + 1 })}
            </button>
          </>
        ) : null}
        {/* Pressing a button must not take the selection away that it works on. */}
        <button
          type="button"
          className="btn"
          disabled={!canPlace || !mayChange}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPlace(mark.id)}
        >
          {t('transcript.check.place')}
        </button>
        <button type="button" className="btn quiet" disabled={!mayChange} onClick={() => onRemove(mark.id)}>
          {t('transcript.check.remove')}
        </button>
      </span>
    </li>
  );
}
