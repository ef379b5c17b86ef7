// One line or a few lines of text with a label, a hint, and what is wrong with it.

import type { KeyboardEvent } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import './field.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly lines?: number;
  readonly type?: 'text' | 'date' | 'search';
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly lang?: string;
  /** Of one line: for keys that go elsewhere from the field. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

export function Field({
  label,
  value,
  onChange,
  hint,
  error,
  lines = 1,
  type = 'text',
  maxLength,
  autoFocus = false,
  required = false,
  lang,
  onKeyDown,
}: Props) {
  const length = maxLength === undefined ? {} : { maxLength };
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      isRequired={required}
      validationBehavior="aria"
      autoFocus={autoFocus}
      {...length}
    >
      <Label className="field-l">{label}</Label>
      {lines > 1 ? (
        <TextArea className="field-in" rows={lines} {...(lang ? { lang } : {})} />
      ) : (
        <Input className="field-in" type={type} {...(lang ? { lang } : {})} {...(onKeyDown ? { onKeyDown } : {})} />
      )}
      {hint && !error ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
