// How the list is shown: grouped, sorted, with how much around each quote; and the counts, always together.

import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components';
import type { Output } from '../../src/contract/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Explained } from '../parts/explained.tsx';
import { Icon } from '../parts/icon.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { CONTEXTS, GROUPS, type Query, SORTS } from './query.ts';

type Props = {
  readonly total: Output<'quote.list'>['total'] | undefined;
  readonly query: Query;
  readonly attributes: readonly string[];
  readonly onChange: (query: Query) => void;
};

export function LookBar({ total, query, attributes, onChange }: Props) {
  const { t } = useTexts();
  const groups = [
    ...GROUPS.map((value) => ({ value, label: t(`fragments.groups.${value as 'none'}`) })),
    ...attributes.map((name) => ({ value: `attribute:${name}`, label: name })),
  ];
  return (
    <div className="fx-sum">
      <Counts total={total} />
      <div className="fx-look">
        <Choose
          label={t('fragments.groupBy')}
          value={query.group}
          choices={groups}
          onChange={(group) => onChange({ ...query, group })}
        />
        <Choose
          label={t('fragments.sortBy')}
          value={query.sort}
          choices={SORTS.map((value) => ({ value, label: t(`fragments.sorts.${value}`) }))}
          onChange={(value) => onChange({ ...query, sort: SORTS.find((sort) => sort === value) ?? query.sort })}
        />
        <span className="lbl" aria-hidden="true">
          {t('fragments.context')}
        </span>
        <Segmented
          label={t('fragments.context')}
          value={query.context}
          choices={CONTEXTS.map((value) => ({ value, label: t(`fragments.contexts.${value}`) }))}
          onChange={(context) => onChange({ ...query, context })}
        />
      </div>
    </div>
  );
}

function Counts({ total }: { readonly total: Props['total'] }) {
  const { t, format } = useTexts();
  if (!total) return <p className="num"> </p>;
  return (
    <p className="num" role="status">
      <Explained why={t('fragments.why')}>
        <b>{format.number(total.fragments)}</b> {t('fragments.fragments', { count: total.fragments })}
      </Explained>
      {total.participants > 0 ? (
        <>
          {' · '}
          <b>{format.number(total.participants)}</b> {t('fragments.participants', { count: total.participants })}
        </>
      ) : null}
      <span className="t3"> {t('fragments.inInterviews', { count: total.of, n: total.interviews, of: total.of })}</span>
    </p>
  );
}

type ChooseProps = {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
};

function Choose({ label, value, choices, onChange }: ChooseProps) {
  const shown = choices.find((choice) => choice.value === value)?.label ?? value;
  return (
    <>
      <span className="lbl" aria-hidden="true">
        {label}
      </span>
      <MenuTrigger>
        <Button className="sel" aria-label={`${label}: ${shown}`}>
          {shown} <Icon of={ChevronDown} small />
        </Button>
        <Popover className="pop menu" placement="bottom end" offset={4}>
          <Menu
            className="menu-in"
            aria-label={label}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[value]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : [...keys];
              if (key !== undefined) onChange(String(key));
            }}
          >
            <MenuSection aria-label={label}>
              {choices.map((choice) => (
                <MenuItem key={choice.value} id={choice.value} className="menu-item" textValue={choice.label}>
                  <Text slot="label">{choice.label}</Text>
                </MenuItem>
              ))}
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  );
}
