// The chosen coding: its code, who made it and when, its memo, and what can be done with it.

import { Replace, Scissors, Star, Trash2, X } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { useRead } from '../client/index.ts';
import { CommandKeys } from '../commands/command-keys.tsx';
import { useTexts } from '../i18n/index.ts';
import { MemoPad } from '../memos/memo-pad.tsx';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Mark } from './model.ts';
import './cards.css';

type Props = {
  readonly mark: Mark;
  readonly place: {
    readonly top: number /** From the bottom of the window to the bottom of the pane. */;
    readonly below: number;
  };
  readonly writing: boolean;
  readonly onRecode: () => void;
  readonly onKey: () => void;
  readonly onSplit: () => void;
  readonly onRemove: () => void;
  /** Back to the text; the coding stays chosen. */
  readonly onLeave: () => void;
  readonly onClose: () => void;
};

export function CodingCard({ mark, place, writing, onRecode, onKey, onSplit, onRemove, onLeave, onClose }: Props) {
  const { t, format } = useTexts();
  const box = useRef<HTMLElement>(null);
  const name = mark.name;
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  // It grows when one writes in it.
  useEffect(() => {
    if (writing) box.current?.scrollIntoView({ block: 'nearest' });
  }, [writing]);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onLeave();
  };
  const style: CSSProperties & Record<`--${string}`, string> = { '--top': `${place.top}px`, '--below': `${place.below}px` };
  return (
    <section ref={box} className="card pop" style={style} aria-label={t('transcript.card.title', { name })} onKeyDown={onKeyDown}>
      <header className="card-head">
        <button type="button" className="card-code" aria-label={t('transcript.card.change', { name })} onClick={onRecode}>
          <Swatch colour={mark.colour} />
          <b>{name}</b>
        </button>
        <IconButton icon={X} small label={t('transcript.card.close')} onPress={onClose} />
      </header>
      <p className="card-meta">
        {mark.parents.length > 0 ? <span>{mark.parents.join(' / ')}</span> : null}
        <span>{t('transcript.card.coded', { coder: mark.coder, when: format.when(mark.at) })}</span>
      </p>
      {/* A new coding has its own pad: what was typed for another one never lands on this one. */}
      {mark.provisional ? null : <CodingMemo key={mark.id} mark={mark} focused={writing} onLeave={onLeave} />}
      <footer className="card-acts">
        <button type="button" className="btn quiet" aria-pressed={mark.key} onClick={onKey}>
          <Icon of={Star} small className={mark.key ? 'star' : ''} /> {t('transcript.card.key')}{' '}
          <CommandKeys of="transcript.key" />
        </button>
        <button type="button" className="btn quiet" onClick={onRecode}>
          <Icon of={Replace} small /> {t('transcript.card.recode')} <CommandKeys of="transcript.recode" />
        </button>
        <button type="button" className="btn quiet" onClick={onSplit}>
          <Icon of={Scissors} small /> {t('transcript.card.split')} <CommandKeys of="transcript.split" />
        </button>
        <button type="button" className="btn quiet" onClick={onRemove}>
          <Icon of={Trash2} small /> {t('transcript.card.remove')} <CommandKeys of="transcript.removeSelected" />
        </button>
        <span className="card-ends t3" aria-hidden="true">
          <CommandKeys of="transcript.startEarlier" /> <CommandKeys of="transcript.endLater" /> {t('transcript.card.ends')}
        </span>
      </footer>
    </section>
  );
}

type MemoProps = { readonly mark: Mark; readonly focused: boolean; readonly onLeave: () => void };

function CodingMemo({ mark, focused, onLeave }: MemoProps) {
  const { t } = useTexts();
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) box.current?.querySelector<HTMLElement>('[role="textbox"]')?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <div className="card-memo" ref={box}>
      <MemoPad
        compact
        subject={{ on: 'coding', id: mark.id }}
        kept={mark.memo}
        label={t('transcript.card.memo')}
        hint={t('transcript.card.memoHint')}
        readOnly={readOnly}
        autoFocus={focused}
        onDone={onLeave}
      />
    </div>
  );
}
