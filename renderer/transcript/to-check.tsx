// Codings whose text was corrected away: each can get another place or go, none is dropped in silence.

import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Mark } from './model.ts';
import './to-check.css';

type Props = {
  readonly marks: readonly Mark[];
  /** Text is selected that a coding can be put on. */
  readonly canPlace: boolean;
  readonly onPlace: (id: number) => void;
  readonly onRemove: (id: number) => void;
};

export function ToCheck({ marks, canPlace, onPlace, onRemove }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
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
            {t('transcript.check.why')} {canPlace ? '' : t('transcript.check.placeHint')}
          </p>
          <ul>
            {marks.map((mark) => (
              <li key={mark.id}>
                <Swatch colour={mark.colour} />
                <span className="nm">
                  <b>{mark.name}</b> <span className="t2">{mark.coder}</span>
                  <span className="read">{t('transcript.check.was', { quote: mark.quote })}</span>
                </span>
                {/* Pressing a button must not take the selection away that it works on. */}
                <button
                  type="button"
                  className="btn"
                  disabled={!canPlace}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onPlace(mark.id)}
                >
                  {t('transcript.check.place')}
                </button>
                <button type="button" className="btn quiet" onClick={() => onRemove(mark.id)}>
                  {t('transcript.check.remove')}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
