// Choosing one code in a dialog, or naming a new one: the rows of the code picker under a field.

import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { troubleTold } from '../codebook/name-told.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Swatch } from '../parts/swatch.tsx';
import { type Choice, choicesFor } from '../transcript/choices.ts';
import { Option } from '../transcript/picker-option.tsx';
import { newCodeTrouble } from '../transcript/ranking.ts';
import { usePickerCodes } from '../transcript/use-picker-codes.ts';
import { useRecent } from '../transcript/use-recent.ts';

type Props = {
  readonly codebook: Codebook;
  readonly chosen: Choice | null;
  readonly onChoose: (choice: Choice | null) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function CodeField({ codebook, chosen, onChoose }: Props) {
  const { t } = useTexts();
  const id = useId();
  const codes = usePickerCodes(codebook);
  const { recent } = useRecent(useMemo(() => new Set(codebook.byId.keys()), [codebook]));
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // The first thing to say in such a dialog.
  useEffect(() => input.current?.focus(), []);
  const choices = useMemo(() => choicesFor(codes, query, recent.recent, 'apply'), [codes, query, recent]);
  const trouble = useMemo(() => (choices.length > 0 ? null : newCodeTrouble(codes, query)), [choices, codes, query]);
  const pointed = Math.min(at, choices.length - 1);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${pointed}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, pointed]);

  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onChoose(choice);
    setQuery(nameOf(choice));
    setOpen(false);
  };
  /** Who goes on after typing a whole name meant that one; half a name, or one that several codes have, is nobody's. */
  const leave = () => {
    const meant = choices.filter((choice) => [nameOf(choice), choice.code.name].includes(query.trim()));
    if (open && meant.length === 1) choose(meant[0]);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      setOpen(true);
      setAt(open ? (pointed + step + choices.length) % Math.max(1, choices.length) : 0);
    } else if (event.key === 'Enter' && open) choose(choices[pointed]);
    else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="field many-code">
      <label className="field-l" htmlFor={`${id}-in`}>
        {t('transcript.many.code')}
      </label>
      <div className="many-code-in">
        {chosen?.kind === 'code' ? <Swatch colour={chosen.code.colour} /> : null}
        <input
          ref={input}
          id={`${id}-in`}
          className="field-in"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && choices.length > 0 ? `${id}-${pointed}` : undefined}
          aria-invalid={trouble !== null}
          aria-describedby={trouble ? `${id}-told` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('transcript.many.codeHint')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
            setOpen(true);
            onChoose(null);
          }}
          onBlur={leave}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
      </div>
      {trouble ? (
        <p className="field-error" id={`${id}-told`} role="alert">
          {troubleTold(t, trouble.trouble, trouble.name)}
        </p>
      ) : null}
      {open && choices.length > 0 ? (
        <div ref={list} role="listbox" id={`${id}-list`} aria-label={t('transcript.pick.list')} className="picker-list pop">
          {choices.map((choice, index) => (
            <Option
              key={choice.kind === 'code' ? `${choice.section}-${choice.code.id}` : 'new'}
              id={`${id}-${index}`}
              choice={choice}
              first={false}
              selected={index === pointed}
              quick={null}
              last={false}
              present={false}
              onPick={() => choose(choice)}
              onPoint={() => setAt(index)}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}

function nameOf(choice: Choice): string {
  if (choice.kind === 'new') return choice.code.path;
  return [...choice.code.parents, choice.code.name].join(' / ');
}
