// Changes the name of a code where it stands: Enter keeps it, Esc leaves it.

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { longTold, nameTold } from './name-told.ts';
import type { KeyQueue } from './use-key-queue.ts';

/** `shown` is the name in the language of the window; that is the one that is changed. Keys after Enter wait in `queue`. */
export function RenameField({
  code,
  shown,
  queue,
  onDone,
}: {
  readonly code: CodeRow;
  readonly shown: string;
  readonly queue: KeyQueue;
  readonly onDone: () => void;
}) {
  const { t } = useTexts();
  const id = useId();
  const update = useChange('code.update');
  const [name, setName] = useState(shown);
  const [wrong, setWrong] = useState<string | null>(null);
  /** The name as it was when writing began; null once the person has been told that it is another by now. */
  const [before, setBefore] = useState<string | null>(shown);
  const underway = useRef(false);
  const told = before === null && wrong === null ? t('codebook.renamedMeanwhile', { name: shown }) : (wrong ?? longTold(t, name));
  const keep = async () => {
    const next = name.trim();
    if (underway.current) return;
    if (next === shown) return onDone();
    const english = shown !== code.name;
    const trouble = english ? (longTold(t, next) ?? (next === '' ? t('codebook.nameBlank') : null)) : nameTold(t, next);
    if (trouble !== null) return setWrong(trouble);
    underway.current = true;
    const field = english ? 'labelEn' : 'name';
    const done = update.run(
      { id: code.id, [field]: next, ...(before === null ? {} : { before: { [field]: before } }) },
      {
        reread: true,
        onFailure: ({ code: failure, at }) => {
          if (failure !== 'conflict') return false;
          if (at === 'before') setBefore(null);
          else setWrong(t('codebook.taken'));
          return true;
        },
      },
    );
    queue.during(done);
    const kept = await done;
    underway.current = false;
    if (kept) onDone();
    else queue.drop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (underway.current && queue.takes(event)) return;
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void keep();
    if (event.key === 'Escape') onDone();
  };
  // Going elsewhere keeps the name too; one that can't be given stays as it was.
  const onBlur = () => (told !== null || name.trim() === '' ? onDone() : void keep());
  return (
    <span className="rename">
      <input
        aria-label={t('codebook.name')}
        aria-invalid={told !== null}
        aria-describedby={told === null ? undefined : `${id}-told`}
        value={name}
        ref={focusAndSelect}
        onChange={(event) => {
          setName(event.target.value);
          setWrong(null);
        }}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={onBlur}
      />
      {told === null ? null : (
        <span className="rename-wrong" id={`${id}-told`} role="alert">
          {told}
        </span>
      )}
    </span>
  );
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
