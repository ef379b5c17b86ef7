// A button that is only an icon: it always has a name, shown on hover and focus, with its key when it has one.

import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { useKeymap } from '../commands/keymap.ts';
import { Icon } from './icon.tsx';
import { ariaKeys, Keys } from './keys.tsx';

type Props = {
  readonly label: string;
  readonly icon: LucideIcon;
  /** A key of its own, or the command whose key it shows. */
  readonly keys?: string;
  readonly command?: string;
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  /** The keyboard reaches it another way. */
  readonly skipTab?: boolean;
  readonly onPress?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
};

export function IconButton({
  label,
  icon,
  keys: own,
  command,
  small = false,
  disabled = false,
  pressed,
  skipTab = false,
  onPress,
  ref,
}: Props) {
  const keymap = useKeymap();
  const keys = (command === undefined ? null : keymap.shown(command)) ?? own;
  return (
    <TooltipTrigger delay={500}>
      <Button
        {...(ref ? { ref } : {})}
        className="ib"
        aria-label={label}
        isDisabled={disabled}
        excludeFromTabOrder={skipTab}
        {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onPress={() => onPress?.()}
      >
        <Icon of={icon} small={small} />
      </Button>
      <Tooltip className="tip" offset={6}>
        {label} {keys ? <Keys of={keys} /> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
