// The code picker: type to filter, Enter applies. It hangs below the selection, so what was just read stays in view.

import { Tag } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { troubleTold } from '../codebook/name-told.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { type Choice, choicesFor, numbered, type PickerCode } from './choices.ts';
import { PickerChips } from './picker-chips.tsx';
import { Option } from './picker-option.tsx';
import { newCodeTrouble } from './ranking.ts';
import type { Recent } from './recent.ts';
import './picker.css';

export type PickerMode = 'apply' | 'recode' | 'new';

type Props = {
  readonly mode: PickerMode;
  /** What the field holds at first, selected. */
  readonly text: string;
  readonly codes: readonly PickerCode[];
  readonly recent: Recent;
  /** Codes that are on this very range. */
  readonly present: ReadonlySet<number>;
  /** Puts a code under a digit; under none when it is there already. Not where nothing can be changed. */
  readonly onPin: (code: PickerCode, digit: number) => void;
  /** Takes a code off this very range. */
  readonly onTakeOff: (codeId: number) => void;
  readonly place: {
    readonly left: number;
    readonly top: number /** From the bottom of the window to the bottom of the pane. */;
    readonly below: number;
  };
  /** `typed`: what stood in the field. */
  readonly onPick: (choice: Choice, stay: boolean, typed: string) => void;
  readonly onClose: () => void;
};

export function Picker({ mode, text, codes, recent, present, place, onPick, onPin, onTakeOff, onClose }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [query, setQuery] = useState(text);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLElement>(null);
  const choices = useMemo(() => choicesFor(codes, query, recent.recent, mode), [codes, query, recent, mode]);
  const chosen = Math.min(at, choices.length - 1);
  const newChoice = choices.find((choice) => choice.kind === 'new');
  const quick = mode === 'apply' ? numbered(choices, query) : 0;
  const applied = useMemo(() => (mode === 'recode' ? [] : codes.filter((code) => present.has(code.id))), [mode, codes, present]);

  const trouble = useMemo(() => (choices.length > 0 ? null : newCodeTrouble(codes, query)), [choices, codes, query]);
  const gone = useKeptPoint(choices, query, chosen, setAt);
  const told = trouble
    ? troubleTold(t, trouble.trouble, trouble.name)
    : gone === null
      ? null
      : t('transcript.pick.codeGone', { name: gone });
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  // It stays whole in view when what is on the quote is added above the list, or the list grows again.
  useEffect(() => {
    if (applied.length + choices.length + place.top > 0) box.current?.scrollIntoView({ block: 'nearest' });
  }, [applied.length, choices.length, place.top]);
  useEffect(() => {
    box.current?.querySelector(`#${CSS.escape(`${id}-${chosen}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  const pick = (choice: Choice | undefined, stay: boolean) => {
    if (!choice) return;
    onPick(choice, stay, query);
    if (!stay) return;
    setQuery('');
    setAt(0);
    input.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const step = STEPS[event.key];
    const digit = Number(/^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] ?? 0);
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const pointed = choices[chosen];
    if (event.altKey && plain && digit > 0) {
      if (pointed?.kind === 'code') onPin(pointed.code, digit);
    } else if (plain && !event.altKey && /^[1-9]$/.test(event.key) && Number(event.key) <= quick)
      pick(choices[Number(event.key) - 1], false);
    else if (event.key === 'Backspace' && query === '' && applied.length > 0) onTakeOff(applied.at(-1)?.id ?? 0);
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab') onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) pick(newChoice, event.shiftKey);
    else if (event.key === 'Enter') pick(choices[chosen], event.shiftKey);
    else if (step !== undefined) setAt((chosen + step + choices.length) % Math.max(1, choices.length));
    else return;
    event.preventDefault();
  };
  const label = t(
    mode === 'new' ? 'transcript.pick.newLabel' : mode === 'recode' ? 'transcript.pick.recodeLabel' : 'transcript.pick.label',
  );

  const style: CSSProperties & Record<`--${string}`, string> = {
    '--left': `${place.left}px`,
    '--top': `${place.top}px`,
    '--below': `${place.below}px`,
  };

  return (
    <section
      ref={box}
      className="picker pop"
      aria-label={t('transcript.pick.title')}
      style={style}
      onBlur={(event) => leaves(event.currentTarget, event.relatedTarget) && onClose()}
    >
      <label className="picker-in">
        <Icon of={Tag} small />
        <input
          ref={input}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={chosen >= 0 ? `${id}-${chosen}` : undefined}
          aria-label={label}
          aria-invalid={trouble !== null}
          aria-describedby={told === null ? undefined : `${id}-told`}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {told === null ? null : (
        <p className="picker-told" id={`${id}-told`} role="alert">
          {told}
        </p>
      )}
      <PickerChips codes={applied} onTakeOff={onTakeOff} />
      <div role="listbox" id={`${id}-list`} aria-label={t('transcript.pick.list')} className="picker-list">
        {choices.map((choice, index) => (
          <Option
            key={keyOf(choice)}
            id={`${id}-${index}`}
            choice={choice}
            first={isFirstOf(choices, index)}
            selected={index === chosen}
            quick={index < quick ? index + 1 : null}
            last={mode !== 'recode' && choice.kind === 'code' && recent.recent[0] === choice.code.id}
            present={choice.kind === 'code' && present.has(choice.code.id)}
            onPick={(stay) => pick(choice, stay)}
            onPoint={() => setAt(index)}
          />
        ))}
      </div>
      {choices.length === 0 && told === null ? (
        <p className="picker-none">{t(query.trim() === '' ? 'transcript.pick.typeName' : 'transcript.pick.nothing')}</p>
      ) : null}
      <p className="vh" role="status">
        {query === '' ? '' : t('transcript.pick.found', { count: choices.filter((choice) => choice.kind === 'code').length })}
      </p>
      <p className="picker-keys" aria-hidden="true">
        <span>
          <Keys of="shift+enter" /> {t('transcript.pick.stays')}
        </span>
        <span>
          <kbd>/</kbd> {t('transcript.pick.sub')}
        </span>
        <span>
          <Keys of="alt+1" />
          {'–'}
          <kbd>9</kbd> {t('transcript.pick.pin')}
        </span>
        <span>
          <Keys of="esc" />
        </span>
      </p>
    </section>
  );
}

/**
 * Keeps pointing at the same choice when the list changes by itself, as when another window makes or deletes a code: Enter must never
 * apply a code that came in the place of the one that was read. At nothing (-1) when that one is gone; answers its name then.
 */
function useKeptPoint(choices: readonly Choice[], query: string, chosen: number, setAt: (at: number) => void): string | null {
  type Last = { readonly choices: readonly Choice[]; readonly query: string; readonly choice: Choice | undefined };
  const last = useRef<Last | null>(null);
  const [gone, setGone] = useState<{ readonly name: string; readonly query: string } | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    const read = before?.choice;
    last.current = { choices, query, choice: choices[chosen] };
    if (!read || before.choices === choices || before.query !== query) return;
    const kept = placeOf(choices, read);
    if (kept === chosen) return;
    last.current = { choices, query, choice: choices[kept] };
    setAt(kept);
    if (kept < 0 && read.kind === 'code') setGone({ name: read.code.name, query });
  }, [choices, query, chosen, setAt]);
  return chosen < 0 && gone?.query === query ? gone.name : null;
}

/** Where a choice is in another list: the same row, the same code elsewhere in it, or the code that another window has made by then; or -1. */
function placeOf(choices: readonly Choice[], read: Choice): number {
  const key = keyOf(read);
  const same = choices.findIndex((choice) => keyOf(choice) === key);
  if (same >= 0) return same;
  return choices.findIndex(
    ({ kind, code }) => kind === 'code' && (read.kind === 'code' ? code.id === read.code.id : code.path === read.code.path),
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

function keyOf(choice: Choice): string {
  return choice.kind === 'code' ? `${choice.section}-${choice.code.id}` : 'new';
}

function isFirstOf(choices: readonly Choice[], index: number): boolean {
  const [own, before] = [choices[index], choices[index - 1]];
  return own?.kind === 'code' && (before?.kind !== 'code' || before.section !== own.section);
}

function leaves(box: Element, to: EventTarget | null): boolean {
  // Another window came to the front: the picker waits.
  return document.hasFocus() && !(to instanceof Node && box.contains(to));
}
