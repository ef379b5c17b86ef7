// The codes that are on the text already, above the list of the picker: each can be taken off again.

import { X } from 'lucide-react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { PickerCode } from './choices.ts';

export function PickerChips({
  codes,
  onTakeOff,
}: {
  readonly codes: readonly PickerCode[];
  readonly onTakeOff: (codeId: number) => void;
}) {
  const { t } = useTexts();
  if (codes.length === 0) return null;
  return (
    <ul className="picker-chips" aria-label={t('transcript.pick.onText')}>
      {codes.map((code) => (
        <li key={code.id}>
          {/* Backspace in the empty field takes the last one off; the focus stays there. */}
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('transcript.pick.takeOff', { name: code.name })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTakeOff(code.id)}
          >
            <Swatch colour={code.colour} />
            <span className="nm">{code.name}</span>
            <Icon of={X} small />
          </button>
        </li>
      ))}
    </ul>
  );
}
