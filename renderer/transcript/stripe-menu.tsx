// Which stripes stand beside the text. It says so when some are hidden.

import { Check, Rows3 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, type Selection, Text } from 'react-aria-components';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { STRIPE_FILTERS, type StripeFilter } from './use-stripe-filter.ts';

export function StripeMenu({ filter }: { readonly filter: StripeFilter }) {
  const { t } = useTexts();
  const { kind, shown, all } = filter;
  const said =
    kind === 'density'
      ? t('transcript.stripes.density')
      : shown < all
        ? t('transcript.stripes.some', { shown, all })
        : t('transcript.stripes.all');
  const choose = (selection: Selection) => {
    const [key] = selection === 'all' ? [] : [...selection];
    const chosen = STRIPE_FILTERS.find((name) => name === key);
    if (chosen) filter.set(chosen);
  };
  return (
    <MenuTrigger>
      <Button className="btn quiet stripe-menu" aria-label={`${t('transcript.stripes.title')}: ${said}`} data-focus="stripe-menu">
        <Icon of={Rows3} small />
        {kind === 'all' ? t('transcript.stripes.title') : <b className="num">{said}</b>}
      </Button>
      <Popover className="pop menu" placement="bottom end" offset={4}>
        <Menu
          className="menu-in"
          aria-label={t('transcript.stripes.title')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[kind]}
          onSelectionChange={choose}
        >
          {STRIPE_FILTERS.map((name) => (
            <MenuItem key={name} id={name} className="menu-item" textValue={t(`transcript.stripes.${name}`)}>
              {({ isSelected }) => (
                <>
                  {isSelected ? <Icon of={Check} small /> : <span className="i s" />}
                  <Text slot="label">{t(`transcript.stripes.${name}`)}</Text>
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
