// Asks for one name: of the project, of a new project, of a code.

import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';

type Props = {
  readonly title: string;
  readonly label: string;
  readonly action: string;
  readonly first?: string;
  readonly hint?: string | undefined;
  /** Answers with what is wrong with the name, or null when it was done; the dialog then closes. */
  readonly onName: (name: string) => Promise<string | null>;
  readonly onClose: () => void;
};

export function NameDialog({ title, label, action, first = '', hint, onName, onClose }: Props) {
  const { t } = useTexts();
  const [name, setName] = useState(first);
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || pending) return;
    setPending(true);
    const wrong = await onName(name.trim());
    setPending(false);
    if (wrong === null) onClose();
    else setError(wrong);
  };
  return (
    <Dialog size="small" title={title} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Field
          label={label}
          value={name}
          hint={hint}
          error={error}
          maxLength={200}
          autoFocus
          onChange={(value) => {
            setName(value);
            setError(null);
          }}
        />
        <div className="dlg-row">
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={name.trim() === '' || pending}>
            {action}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** For `onFailure`: a failure that the name itself is to blame for, told beside the field instead of in the error dialog. */
export function isAboutName(failure: Failure): boolean {
  return failure.code === 'conflict' || (failure.code === 'refused' && failure.at === 'name');
}
