// A list of codings to choose from with the keyboard: those of a turn, or those that a density bar stands for.

import { MessageSquareText, Star } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Mark } from './model.ts';
import './cards.css';

type Props = {
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly place: { readonly top: number; readonly left: number };
  readonly onPoint: (id: number | null) => void;
  readonly onSelect: (id: number) => void;
  readonly onClose: () => void;
};

export function CodingList({ label, marks, place, onPoint, onSelect, onClose }: Props) {
  const { t, format } = useTexts();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('button')?.focus({ preventScroll: true });
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const pointing = useRef(onPoint);
  pointing.current = onPoint;
  useEffect(() => () => pointing.current(null), []);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') return onClose();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <ul
      ref={list}
      className="coding-list pop"
      style={place}
      aria-label={label}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (document.hasFocus() && !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          onClose();
      }}
    >
      {marks.map((mark) => (
        <li key={mark.id}>
          <button
            type="button"
            onClick={() => onSelect(mark.id)}
            onFocus={() => onPoint(mark.id)}
            onPointerEnter={() => onPoint(mark.id)}
          >
            <Swatch colour={mark.colour} />
            <span className="nm">
              {mark.name}
              <small>{t('transcript.card.coded', { coder: mark.coder, when: format.when(mark.at) })}</small>
            </span>
            {mark.key ? <Icon of={Star} small className="star" /> : null}
            {mark.memo ? <Icon of={MessageSquareText} small /> : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
