// The filters above the list of memos, and how many are left.

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { MemoRow } from '../../src/contract/memo.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { MEMO_KINDS, type MemoFilter, type Mode } from './use-memo-filter.ts';

type Props = {
  readonly mode: Mode;
  readonly filter: MemoFilter;
  /** All there are, narrowed or not. */
  readonly all: readonly MemoRow[];
  readonly found: number;
};

export function MemoFilters({ mode, filter, all, found }: Props) {
  const { t } = useTexts();
  const { fields, change } = filter;
  const coders = [...new Set([...all.map((memo) => memo.coder), fields.coder])].filter(Boolean).sort();
  return (
    <search className="memo-filters">
      <div className="in">
        <Icon of={Search} small />
        <Words label={t('memos.filter.text')} value={fields.text} onChange={(text) => change({ text })} />
      </div>
      <div className="memo-filter-grid">
        {mode === 'all' ? (
          <Choice
            label={t('memos.filter.on')}
            value={fields.on}
            none={t('memos.filter.anything')}
            choices={MEMO_KINDS.map((kind) => [kind, t(`memos.groups.${kind}`)])}
            onChange={(on) => change({ on })}
          />
        ) : null}
        <Choice
          label={t('memos.filter.coder')}
          value={fields.coder}
          none={t('memos.filter.anybody')}
          choices={coders.map((name) => [name, name])}
          onChange={(coder) => change({ coder })}
        />
        <Day label={t('memos.filter.from')} value={fields.from} onChange={(from) => change({ from })} />
        <Day label={t('memos.filter.to')} value={fields.to} onChange={(to) => change({ to })} />
      </div>
      <p className="memo-count num" aria-live="polite">
        {filter.narrowed
          ? t('memos.foundOf', {
              n: found,
              all: mode === 'all' ? all.length : all.filter((memo) => memo.on === 'journal').length,
            })
          : t('memos.found', { count: found })}
        {filter.narrowed ? (
          <button type="button" className="lk" onClick={filter.clear}>
            {t('memos.filter.clear')}
          </button>
        ) : null}
      </p>
    </search>
  );
}

type WordsProps = { readonly label: string; readonly value: string; readonly onChange: (words: string) => void };

/** Holds what is typed itself: the remembered value comes back a moment later, and would take letters away. */
function Words({ label, value, onChange }: WordsProps) {
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(value);
  }, [value]);
  const type = (words: string) => {
    setTyped(words);
    onChange(words);
  };
  return (
    <input
      ref={input}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => type(event.target.value)}
    />
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly none: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
};

function Choice({ label, value, none, choices, onChange }: ChoiceProps) {
  return (
    <label className="memo-filter">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{none}</option>
        {choices.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  return (
    <label className="memo-filter">
      <span>{label}</span>
      <input type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
