// A word in a sentence that can be changed: a button in the line, with its other values in a menu.

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, type Selection, Text } from 'react-aria-components';
import { Icon } from '../parts/icon.tsx';
import './word-menu.css';

export type Choice<T extends string> = { readonly value: T; readonly label: string; readonly section?: string };

type Props<T extends string> = {
  /** What the word decides, for who can't see the sentence. */
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChange: (value: T) => void;
  /** The word as it stands in the sentence, when that is another form than in the menu. */
  readonly shown?: string;
};

/** One of several. */
export function WordMenu<T extends string>({ label, value, choices, onChange, shown }: Props<T>) {
  const current = choices.find((choice) => choice.value === value);
  const choose = (selection: Selection) => {
    const [key] = selection === 'all' ? [] : [...selection];
    const chosen = choices.find((choice) => id(choice.value) === key);
    if (chosen) onChange(chosen.value);
  };
  return (
    <Word label={label} shown={shown ?? current?.label ?? value}>
      <Menu
        className="menu-in"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[id(value)]}
        onSelectionChange={choose}
      >
        <Sections choices={choices} />
      </Menu>
    </Word>
  );
}

type ManyProps = {
  readonly label: string;
  readonly shown: string;
  /** The choice that stands for all of them. */
  readonly all: string;
  readonly names: readonly string[];
  /** [] is all. */
  readonly chosen: readonly string[];
  readonly onToggle: (name: string) => void;
  readonly onAll: () => void;
};

/** Any of several, or all. The menu stays open while choosing. */
export function WordsMenu({ label, shown, all, names, chosen, onToggle, onAll }: ManyProps) {
  const keys = chosen.length === 0 ? [id('')] : chosen.map(id);
  const choose = (selection: Selection) => {
    const now = selection === 'all' ? new Set(names.map(id)) : selection;
    const toggled = names.find((name) => now.has(id(name)) !== chosen.includes(name));
    if (toggled === undefined) onAll();
    else onToggle(toggled);
  };
  return (
    <Word label={label} shown={shown}>
      <Menu
        className="menu-in"
        aria-label={label}
        selectionMode="multiple"
        selectedKeys={keys}
        onSelectionChange={choose}
        shouldCloseOnSelect={false}
      >
        <Item value="" label={all} />
        {names.map((name) => (
          <Item key={name} value={name} label={name} />
        ))}
      </Menu>
    </Word>
  );
}

function Word({ label, shown, children }: { readonly label: string; readonly shown: string; readonly children: ReactNode }) {
  return (
    <MenuTrigger>
      <Button className="word" aria-label={`${label}: ${shown}`}>
        {shown}
      </Button>
      <Popover className="pop menu" placement="bottom start" offset={4}>
        {children}
      </Popover>
    </MenuTrigger>
  );
}

function Sections<T extends string>({ choices }: { readonly choices: readonly Choice<T>[] }) {
  const sections = [...Map.groupBy(choices, (choice) => choice.section ?? '')];
  return sections.map(([title, own]) => (
    <MenuSection key={title} aria-label={title}>
      {title === '' ? null : <Header className="menu-head">{title}</Header>}
      {own.map((choice) => (
        <Item key={choice.value} value={choice.value} label={choice.label} />
      ))}
    </MenuSection>
  ));
}

function Item({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <MenuItem id={id(value)} className="menu-item" textValue={label}>
      {({ isSelected }) => (
        <>
          {isSelected ? <Icon of={Check} small /> : <span className="i s" />}
          <Text slot="label">{label}</Text>
        </>
      )}
    </MenuItem>
  );
}

/** A key that is never empty, as values may be. */
function id(value: string): string {
  return `=${value}`;
}
