// A list of codes to choose one from, with a filter above it.

import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { CodeRow } from '../../src/contract/code.ts';
import { foldText } from '../../src/domain/fold.ts';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../parts/field.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Codebook } from './use-codebook.ts';
import './target-list.css';

const TOP = 'top';

type Props = {
  readonly codebook: Codebook;
  readonly targets: readonly CodeRow[];
  /** A first choice "at the top", answered as null; null when there is none. */
  readonly top: string | null;
  readonly onTarget: (id: number | null) => void;
};

export function TargetList({ codebook, targets, top, onTarget }: Props) {
  const { t } = useTexts();
  const [filter, setFilter] = useState('');
  const wanted = foldText(filter.trim()).text;
  const shown = targets.filter((code) => foldText(`${code.name} ${code.labelEn}`).text.includes(wanted));
  return (
    <>
      <Field label={t('codebook.findTarget')} type="search" value={filter} onChange={setFilter} autoFocus />
      <ListBox
        className="targets"
        aria-label={t('codebook.chooseTarget')}
        selectionMode="single"
        escapeKeyBehavior="none"
        onSelectionChange={(keys) => {
          const key = keys === 'all' ? undefined : [...keys][0];
          if (key !== undefined) onTarget(key === TOP ? null : Number(key));
        }}
      >
        {top !== null && wanted === '' ? (
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
    </>
  );
}
