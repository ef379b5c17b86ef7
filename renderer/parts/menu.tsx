// Menus from data: behind a button, or beside any element (the context menu of a row).

import type { LucideIcon } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Button, Keyboard, Menu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import { useKeymap } from '../commands/keymap.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from './icon.tsx';
import { sayKeys } from './keys.tsx';
import './menu.css';

export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly icon?: LucideIcon;
      readonly keys?: string;
      /** The command whose key it shows. */
      readonly command?: string;
      readonly disabled?: boolean;
      readonly danger?: boolean;
      readonly onAction: () => void;
    }
  | { readonly id: string; readonly line: true };

export function MenuButton({
  label,
  entries,
  className = 'ib',
  children,
}: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <MenuTrigger>
      <Button className={className} aria-label={label}>
        {children}
      </Button>
      <Popover className="pop menu" placement="bottom start" offset={4}>
        <Entries label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

type ContextProps = {
  readonly label: string;
  readonly anchor: RefObject<Element | null>;
  readonly entries: readonly MenuEntry[];
  /** Which side of the element it lines up with, below it; or above it. */
  readonly side?: 'start' | 'end' | 'above';
  readonly onClose: () => void;
  /** What is being asked, above the entries. */
  readonly title?: string;
};

export function ContextMenu({ label, anchor, entries, side = 'end', onClose, title }: ContextProps) {
  return (
    <Popover
      className="pop menu"
      aria-label={label}
      triggerRef={anchor}
      isOpen
      placement={side === 'above' ? 'top' : `bottom ${side}`}
      offset={2}
      onOpenChange={(open) => open || onClose()}
    >
      {title ? <p className="menu-title">{title}</p> : null}
      <Entries label={label} entries={entries} onClose={onClose} autoFocus />
    </Popover>
  );
}

function Entries({
  label,
  entries,
  onClose,
  autoFocus = false,
}: {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose?: () => void;
  readonly autoFocus?: boolean;
}) {
  return (
    <Menu
      className="menu-in"
      aria-label={label}
      {...(onClose ? { onClose } : {})}
      {...(autoFocus ? { autoFocus: 'first' as const } : {})}
    >
      {entries.map((entry) =>
        'line' in entry ? (
          <Separator key={entry.id} className="menu-line" />
        ) : (
          <MenuItem
            key={entry.id}
            id={entry.id}
            className={entry.danger ? 'menu-item danger' : 'menu-item'}
            textValue={entry.label}
            isDisabled={entry.disabled ?? false}
            onAction={entry.onAction}
          >
            {entry.icon ? <Icon of={entry.icon} small /> : <span className="i s" />}
            <Text slot="label">{entry.label}</Text>
            <EntryKeys keys={entry.keys} command={entry.command} />
          </MenuItem>
        ),
      )}
    </Menu>
  );
}

/** Beside the name, as what describes the entry: it is no part of what the entry is called, so the sheet of styles writes it. */
function EntryKeys({ keys, command }: { readonly keys: string | undefined; readonly command: string | undefined }) {
  const { t } = useTexts();
  const keymap = useKeymap();
  const shown = keys ?? (command ? keymap.shown(command) : null);
  return shown ? <Keyboard data-keys={sayKeys(t, shown)} /> : null;
}
