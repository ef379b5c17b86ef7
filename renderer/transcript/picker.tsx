// The code picker: type to filter, Enter applies. It hangs below the selection, so what was just read stays in view.

import { Check, Plus, Tag } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { type Choice, choicesFor, type PickerCode } from './choices.ts';
import { digitOf, type Recent } from './recent.ts';
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
  readonly place: {
    readonly left: number;
    readonly top: number /** From the bottom of the window to the bottom of the pane. */;
    readonly below: number;
  };
  readonly onPick: (choice: Choice, stay: boolean) => void;
  readonly onClose: () => void;
};

export function Picker({ mode, text, codes, recent, present, place, onPick, onClose }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [query, setQuery] = useState(text);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLElement>(null);
  const choices = useMemo(() => choicesFor(codes, query, recent.recent, mode), [codes, query, recent, mode]);
  const chosen = Math.min(at, choices.length - 1);
  const newChoice = choices.find((choice) => choice.kind === 'new');

  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    box.current?.querySelector(`#${CSS.escape(`${id}-${chosen}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);

  const pick = (choice: Choice | undefined, stay: boolean) => {
    if (!choice) return;
    onPick(choice, stay);
    if (!stay) return;
    setQuery('');
    setAt(0);
    input.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    const step = STEPS[event.key];
    if (event.key === 'Escape') onClose();
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
          aria-activedescendant={choices.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={label}
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
      <div role="listbox" id={`${id}-list`} aria-label={t('transcript.pick.list')} className="picker-list">
        {choices.map((choice, index) => (
          <Option
            key={keyOf(choice)}
            id={`${id}-${index}`}
            choice={choice}
            first={isFirstOf(choices, index)}
            selected={index === chosen}
            recent={recent}
            present={present}
            onPick={(stay) => pick(choice, stay)}
            onPoint={() => setAt(index)}
          />
        ))}
      </div>
      {choices.length === 0 ? (
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
          <Keys of="esc" />
        </span>
      </p>
    </section>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

type OptionProps = {
  readonly id: string;
  readonly choice: Choice;
  /** It opens a section with a title of its own. */
  readonly first: boolean;
  readonly selected: boolean;
  readonly recent: Recent;
  readonly present: ReadonlySet<number>;
  readonly onPick: (stay: boolean) => void;
  readonly onPoint: () => void;
};

function Option({ id, choice, first, selected, recent, present, onPick, onPoint }: OptionProps) {
  const { t } = useTexts();
  return (
    <>
      {first && choice.kind === 'code' && choice.section !== 'found' ? (
        <div className="picker-part" role="presentation">
          {t(`transcript.pick.${choice.section}`)}
        </div>
      ) : null}
      {/* The keys of a list box live on its input (aria-activedescendant). */}
      <div
        role="option"
        id={id}
        tabIndex={-1}
        aria-selected={selected}
        className={choice.kind === 'new' ? 'picker-option new' : 'picker-option'}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={onPoint}
        onClick={(event) => onPick(event.shiftKey)}
        onKeyDown={() => {}}
      >
        {choice.kind === 'code' ? (
          <CodeOption
            choice={choice}
            digit={digitOf(recent, choice.code.id)}
            last={recent.recent[0] === choice.code.id}
            present={present.has(choice.code.id)}
            selected={selected}
          />
        ) : (
          <NewOption choice={choice} />
        )}
      </div>
    </>
  );
}

function CodeOption({
  choice,
  digit,
  last,
  present,
  selected,
}: {
  readonly choice: Extract<Choice, { kind: 'code' }>;
  readonly digit: number | null;
  readonly last: boolean;
  readonly present: boolean;
  readonly selected: boolean;
}) {
  const { t } = useTexts();
  const { code, bold } = choice;
  return (
    <>
      <Swatch colour={code.colour} />
      <span className="nm">
        <Bold text={code.name} bold={bold} />
        {code.parents.length > 0 ? <small>{code.parents.join(' / ')}</small> : null}
      </span>
      {present ? (
        <span className="picker-there">
          <Icon of={Check} small />
          <span className="vh">{t('transcript.pick.already')}</span>
        </span>
      ) : null}
      {selected ? <Keys of="enter" /> : last ? <Keys of="q" /> : digit ? <Keys of={String(digit)} /> : null}
    </>
  );
}

function NewOption({ choice }: { readonly choice: Extract<Choice, { kind: 'new' }> }) {
  const { t } = useTexts();
  const { name, under } = choice.code;
  return (
    <>
      <Icon of={Plus} small />
      <span className="nm">
        <Rich
          text={
            under.length > 0
              ? t('transcript.pick.newUnder', { name, parent: under.join(' / ') })
              : t('transcript.pick.new', { name })
          }
        />
      </span>
      <Keys of="mod+enter" />
    </>
  );
}

function Bold({ text, bold }: { readonly text: string; readonly bold: readonly TextRange[] }) {
  let at = 0;
  const parts = bold.flatMap((range) => {
    const before = text.slice(at, range.start);
    at = range.end;
    return [<span key={`${range.start}-`}>{before}</span>, <b key={range.start}>{text.slice(range.start, range.end)}</b>];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

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
