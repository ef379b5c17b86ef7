// A list of codes to choose one from, with a filter above it.

import { type KeyboardEvent, useRef, useState } from 'react';
import { type Key, ListBox, ListBoxItem } from 'react-aria-components';
import type { CodeRow } from '../../src/contract/code.ts';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../parts/field.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { fittingCodes } from './tree-keys.ts';
import type { Codebook } from './use-codebook.ts';
import './target-list.css';

const TOP = 'top';
/** What a list can show at once; who looks for one of more types a few letters. */
const MOST = 100;

type Props = {
  readonly codebook: Codebook;
  readonly targets: readonly CodeRow[];
  /** A first choice "at the top", answered as null; null when there is none. */
  readonly top: string | null;
  /** Chosen to begin with. */
  readonly chosen: number | null;
  readonly onTarget: (id: number | null) => void;
};

export function TargetList({ codebook, targets, top, chosen, onTarget }: Props) {
  const { t } = useTexts();
  const [filter, setFilter] = useState('');
  const [chosenFirst] = useState(chosen);
  const [selected, setSelected] = useState<Key | null>(chosen);
  const list = useRef<HTMLDivElement>(null);
  const fitting = fittingCodes(targets, filter, false) ?? targets;
  // What was chosen by dragging is in sight.
  const first = filter.trim() === '' ? fitting.filter((code) => code.id === chosenFirst) : [];
  const shown = [...first, ...fitting.filter((code) => !first.includes(code))].slice(0, MOST);
  const choose = (key: Key) => {
    setSelected(key);
    onTarget(key === TOP ? null : Number(key));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
    else if (event.key === 'Enter' && filter.trim() !== '' && shown[0]) choose(shown[0].id);
    else return;
    event.preventDefault();
  };
  return (
    <>
      {/* From the field: ↓ goes into the list, Enter takes the first that fits. */}
      <Field label={t('codebook.findTarget')} type="search" value={filter} onChange={setFilter} onKeyDown={onKeyDown} autoFocus />
      <ListBox
        ref={list}
        className="targets"
        aria-label={t('codebook.chooseTarget')}
        selectionMode="single"
        selectedKeys={selected === null ? [] : [selected]}
        escapeKeyBehavior="none"
        onSelectionChange={(keys) => {
          const key = keys === 'all' ? undefined : [...keys][0];
          if (key !== undefined) choose(key);
        }}
      >
        {top !== null && filter.trim() === '' ? (
          <ListBoxItem id={TOP} textValue={top} className="menu-item">
            {top}
          </ListBoxItem>
        ) : null}
        {shown.map((code) => (
          <ListBoxItem key={code.id} id={code.id} textValue={codebook.label(code)} className="menu-item">
            <Swatch colour={code.wears} />
            <span className={code.depth === 0 ? 'b' : ''}>{codebook.label(code)}</span>
            <small>{codebook.parentLabels(code).join(' / ')}</small>
          </ListBoxItem>
        ))}
      </ListBox>
      {fitting.length > shown.length ? (
        <p className="targets-more">{t('codebook.targetsMore', { count: fitting.length - shown.length })}</p>
      ) : null}
    </>
  );
}
