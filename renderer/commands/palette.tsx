// The palette: type what you want to do or where you want to go. Commands by their Dutch or English name, interviews, codes,
// participants and turns; what is typed can always be looked for in all interviews.

import { ArrowRight, CornerDownRight, FileText, Search, Tag } from 'lucide-react';
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { type Choice, choicesFor, type Mode } from './choices.ts';
import { useKeymap } from './keymap.ts';
import { useKnown, useKnownAlone } from './use-known.ts';
import { useTarget, useTargetAlone } from './use-target.ts';
import '../transcript/picker.css';
import './palette.css';

type Props = { readonly mode: Mode; readonly first?: string; readonly onClose: () => void };

export function Palette({ mode, first = '', onClose }: Props) {
  return (
    <Frame mode={mode} onClose={onClose}>
      <InProject mode={mode} first={first} onClose={onClose} />
    </Frame>
  );
}

/** The palette of the start screen: what can be done without a project. */
export function StartPalette({ onClose }: { readonly onClose: () => void }) {
  return (
    <Frame mode="do" onClose={onClose}>
      <Alone onClose={onClose} />
    </Frame>
  );
}

function InProject(props: Required<Props>) {
  return <Field {...props} {...useKnown()} target={useTarget()} />;
}

function Alone({ onClose }: { readonly onClose: () => void }) {
  return <Field mode="do" first="" onClose={onClose} known={useKnownAlone()} remember={nothing} target={useTargetAlone()} />;
}

function nothing(): void {}

function Frame({ mode, onClose, children }: Omit<Props, 'first'> & { readonly children: ReactNode }) {
  const { t } = useTexts();
  return (
    <ModalOverlay className="scrim palette-scrim" isOpen isDismissable onOpenChange={(open) => open || onClose()}>
      <Modal className="palette pop">
        <AriaDialog className="palette-in" aria-label={t(mode === 'go' ? 'commands.names.goTo.any' : 'commands.find')}>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type FieldProps = Required<Props> & ReturnType<typeof useKnown> & { readonly target: ReturnType<typeof useTarget> };

function Field({ mode, first, onClose, known, remember, target }: FieldProps) {
  const { t } = useTexts();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(first);
  const [at, setAt] = useState(0);
  const label = t(known.alone ? 'commands.labelAlone' : mode === 'go' ? 'commands.goLabel' : 'commands.label');
  const choices = useMemo(() => choicesFor(known, typed, mode), [known, typed, mode]);
  const chosen = Math.min(at, choices.length - 1);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${chosen}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    if (choice.target.kind === 'command') remember(choice.target.id);
    onClose();
    target.run(choice.target);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (event.key === 'Enter') choose(choices[chosen]);
    else if (step !== undefined) setAt((chosen + step + choices.length) % Math.max(1, choices.length));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <label className="picker-in">
        <Icon of={mode === 'go' ? ArrowRight : Search} small />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          spellCheck={false}
          ref={input}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div role="listbox" id={`${id}-list`} aria-label={t('commands.list')} className="picker-list palette-list" ref={list}>
        {choices.map((choice, index) => (
          <Fragment key={keyOf(choice)}>
            {startsSection(choices, index) ? <Heading choice={choice} /> : null}
            <Option
              id={`${id}-${index}`}
              choice={choice}
              selected={index === chosen}
              turnIn={target.interview}
              onPick={() => choose(choice)}
              onPoint={() => setAt(index)}
            />
          </Fragment>
        ))}
      </div>
      {choices.length === 0 ? (
        <p className="picker-none">{t(typed.trimStart().startsWith(':') ? 'commands.noTurn' : 'commands.nothing')}</p>
      ) : null}
      <p className="vh" role="status">
        {typed === '' ? '' : t('commands.found', { count: choices.length })}
      </p>
      <p className="picker-keys" aria-hidden="true">
        {known.alone ? null : (
          <>
            <span>
              <kbd>#</kbd> {t('commands.hint.code')}
            </span>
            <span>
              <kbd>@</kbd> {t('commands.hint.participant')}
            </span>
            <span>
              <kbd>:</kbd> {t('commands.hint.turn')}
            </span>
          </>
        )}
        <span>
          <Keys of="esc" />
        </span>
      </p>
    </>
  );
}

function Heading({ choice }: { readonly choice: Choice }) {
  const { t } = useTexts();
  const titled = { recent: 'commands.recent', interviews: 'commands.interviews', codes: 'commands.codes' } as const;
  const key = choice.section in titled ? titled[choice.section as keyof typeof titled] : null;
  return key ? (
    <div className="picker-part" role="presentation">
      {t(key)}
    </div>
  ) : (
    <div className="palette-line" role="presentation" />
  );
}

type OptionProps = {
  readonly id: string;
  readonly choice: Choice;
  readonly selected: boolean;
  readonly turnIn: string;
  readonly onPick: () => void;
  readonly onPoint: () => void;
};

function Option({ id, choice, selected, turnIn, onPick, onPoint }: OptionProps) {
  const keymap = useKeymap();
  const { target } = choice;
  const keys = target.kind === 'command' ? keymap.shown(target.id) : null;
  return (
    // The keys of a list box live on its input (aria-activedescendant).
    <div
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className="picker-option palette-option"
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={onPoint}
      onClick={onPick}
      onKeyDown={() => {}}
    >
      <Icon of={ICONS[target.kind]} small />
      <span className="palette-n">
        <Name choice={choice} turnIn={turnIn} />
      </span>
      <span className="palette-b">{choice.beside}</span>
      {keys ? <Keys of={keys} /> : selected ? <Keys of="enter" /> : null}
    </div>
  );
}

function Name({ choice, turnIn }: { readonly choice: Choice; readonly turnIn: string }) {
  const { t } = useTexts();
  const { target, name, bold } = choice;
  if (target.kind === 'search') return <Rich text={t('commands.searchFor', { query: name })} />;
  if (target.kind === 'turn') return t('commands.turnOf', { turn: target.turn, interview: turnIn });
  if (bold.length === 0) return name;
  let from = 0;
  const parts = bold.flatMap(({ start, end }) => {
    const own = [<span key={`s${from}`}>{name.slice(from, start)}</span>, <b key={`b${start}`}>{name.slice(start, end)}</b>];
    from = end;
    return own;
  });
  return [...parts, <span key="rest">{name.slice(from)}</span>];
}

const ICONS = { command: CornerDownRight, interview: FileText, code: Tag, turn: ArrowRight, search: Search } as const;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

function keyOf({ section, target, beside, name }: Choice): string {
  return `${section} ${JSON.stringify(target)} ${name} ${beside}`;
}

function startsSection(choices: readonly Choice[], index: number): boolean {
  const section = choices[index]?.section;
  const before = choices[index - 1]?.section;
  return section !== before && (index > 0 || section === 'recent');
}
