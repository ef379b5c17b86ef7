// A memo on the chosen fragments: the same text on each, below what is there.

import { type FormEvent, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';

type Props = { readonly count: number; readonly onSave: (text: string) => Promise<boolean>; readonly onClose: () => void };

export function NoteDialog({ count, onSave, onClose }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return onClose();
    setBusy(true);
    const done = await onSave(text.trim());
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog title={t('fragments.noteTitle', { count })} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <Field
          label={t('fragments.noteText')}
          hint={t('fragments.noteHint')}
          value={text}
          onChange={setText}
          lines={6}
          maxLength={100_000}
          autoFocus
        />
        <div className="dlg-row">
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={busy}>
            {t('common.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
