// Values to choose from, several or one; what is chosen is shown in the list behind at once.

import { Check } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { foldText } from '../../src/domain/fold.ts';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';

export type Value = { readonly value: string; readonly label: string; readonly note?: string };

type Props = {
  readonly values: readonly Value[];
  readonly chosen: readonly string[];
  /** One holds at a time. */
  readonly one?: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
  readonly onAway?: (() => void) | undefined;
};

/** From so many on, a field above the list narrows it. */
const MANY = 12;

export function ValueList({ values, chosen, one = false, onChange, onAway }: Props) {
  const { t } = useTexts();
  const [filter, setFilter] = useState('');
  const wanted = foldText(filter.trim()).text;
  const shown = values.filter(({ label, note = '' }) => foldText(`${label} ${note}`).text.includes(wanted));
  const order = values.map(({ value }) => value);
  return (
    <>
      {values.length > MANY ? (
        <div className="fx-find">
          <Field label={t('fragments.findValue')} type="search" value={filter} onChange={setFilter} autoFocus />
        </div>
      ) : null}
      {values.length > 0 ? (
        <ListBox
          className="menu-in fx-values"
          aria-label={t('fragments.findValue')}
          selectionMode={one ? 'single' : 'multiple'}
          escapeKeyBehavior="none"
          disallowEmptySelection={one}
          selectedKeys={chosen.map(keyOf)}
          autoFocus={values.length > MANY ? false : chosen.length > 0 ? true : 'first'}
          onSelectionChange={(keys) => {
            const now = keys === 'all' ? new Set(order.map(keyOf)) : keys;
            const kept = order.filter((value) => now.has(keyOf(value)));
            onChange(kept);
          }}
        >
          {shown.map(({ value, label, note }) => (
            <ListBoxItem key={keyOf(value)} id={keyOf(value)} className="menu-item" textValue={label || t('fragments.noValue')}>
              {({ isSelected }) => (
                <>
                  {isSelected ? <Icon of={Check} small /> : <span className="i s" />}
                  <Text slot="label">{label || t('fragments.noValue')}</Text>
                  {note ? <small>{note}</small> : null}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      ) : null}
      {onAway ? (
        <div className="fx-foot">
          <button type="button" className="btn quiet" onClick={onAway}>
            {t('fragments.away')}
          </button>
        </div>
      ) : null}
    </>
  );
}

/** A key that is never empty, as values may be. */
function keyOf(value: string): string {
  return `=${value}`;
}
