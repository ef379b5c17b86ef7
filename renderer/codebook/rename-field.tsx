// Changes the name of a code where it stands: Enter keeps it, Esc leaves it.

import { type KeyboardEvent, useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';

/** `shown` is the name in the language of the window; that is the one that is changed. */
export function RenameField({
  code,
  shown,
  onDone,
}: {
  readonly code: CodeRow;
  readonly shown: string;
  readonly onDone: () => void;
}) {
  const { t } = useTexts();
  const update = useChange('code.update');
  const [name, setName] = useState(shown);
  const [wrong, setWrong] = useState<string | null>(null);
  const keep = async () => {
    const next = name.trim();
    if (next === '' || next === shown) return onDone();
    const texts = shown === code.name ? { name: next } : { labelEn: next };
    const done = await update.run(
      { id: code.id, ...texts },
      {
        onFailure: ({ code: failure }) => {
          if (failure === 'conflict') setWrong(t('codebook.taken'));
          if (failure === 'refused') setWrong(t('codebook.noSlash'));
          return failure === 'conflict' || failure === 'refused';
        },
      },
    );
    if (done) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void keep();
    if (event.key === 'Escape') onDone();
  };
  return (
    <span className="rename">
      <input
        aria-label={t('codebook.name')}
        aria-invalid={wrong !== null}
        value={name}
        maxLength={200}
        ref={focusAndSelect}
        onChange={(event) => {
          setName(event.target.value);
          setWrong(null);
        }}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => (wrong ? onDone() : void keep())}
      />
      {wrong ? (
        <span className="rename-wrong" role="alert">
          {wrong}
        </span>
      ) : null}
    </span>
  );
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
