// A text field that offers what is already in use, and takes anything else too.

import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { Icon } from './icon.tsx';
import './field.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly suggestions: readonly string[];
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly onLeave?: () => void;
};

export function Suggest({ label, value, onChange, suggestions, required = false, autoFocus = false, onLeave }: Props) {
  const items = [...new Set(suggestions)].filter(Boolean).map((name) => ({ name }));
  return (
    <ComboBox
      className="field"
      inputValue={value}
      onInputChange={onChange}
      allowsCustomValue
      menuTrigger="focus"
      isRequired={required}
      validationBehavior="aria"
      autoFocus={autoFocus}
      defaultItems={items}
      onBlur={() => onLeave?.()}
    >
      <Label className="field-l">{label}</Label>
      <div className="field-combo">
        <Input className="field-in" maxLength={200} />
        {items.length > 0 ? (
          <Button className="ib">
            <Icon of={ChevronDown} small />
          </Button>
        ) : null}
      </div>
      <Popover className="pop menu" offset={2}>
        <ListBox<{ name: string }> className="menu-in">
          {(item) => (
            <ListBoxItem id={item.name} textValue={item.name} className="menu-item">
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
