// Going to a turn or a line by its number.

import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { Segmented } from '../parts/segmented.tsx';

type What = 'turn' | 'line';

type Props = {
  /** Goes there; answers why it can't. */
  readonly onGo: (what: What, number: number) => string | null;
  readonly onClose: () => void;
};

export function GoToBar({ onGo, onClose }: Props) {
  const { t } = useTexts();
  const [what, setWhat] = useState<What>('turn');
  const [number, setNumber] = useState('');
  const [trouble, setTrouble] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && number !== '') setTrouble(onGo(what, Number(number)) ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className="find-bar go-to" onKeyDown={onKeyDown}>
      <Segmented
        label={t('transcript.goTo.title')}
        value={what}
        choices={[
          { value: 'turn', label: t('transcript.goTo.turn') },
          { value: 'line', label: t('transcript.goTo.line') },
        ]}
        onChange={setWhat}
      />
      <label className="in">
        <input
          ref={input}
          inputMode="numeric"
          aria-label={t(what === 'turn' ? 'transcript.goTo.turn' : 'transcript.goTo.line')}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value.replace(/\D/g, '').slice(0, 7));
            setTrouble('');
          }}
        />
      </label>
      <span className="t3" role="status">
        {trouble}
      </span>
      <IconButton small icon={X} label={t('common.close')} keys="esc" onPress={onClose} />
    </search>
  );
}
