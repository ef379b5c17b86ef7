// The name under which one codes: typed, or chosen from those who coded in this project.

import { type FormEvent, useState } from 'react';
import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Suggest } from '../parts/suggest.tsx';

export function CoderDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { name, setName, names, keep, pending } = useCoderName(true);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await keep()) onClose();
  };
  return (
    <Dialog size="small" title={t('settings.coderTitle')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p className="lead">{t('settings.coderHint')}</p>
        <Suggest label={t('settings.coder')} value={name} suggestions={names} required autoFocus onChange={setName} />
        <div className="dlg-row">
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={name.trim() === '' || pending}>
            {t('common.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The same in the settings, kept when the field is left. */
export function CoderField() {
  const { t } = useTexts();
  const open = useRead('workbench.get', {}).data?.open ?? null;
  const { name, setName, names, keep } = useCoderName(open !== null);
  return (
    <div>
      <Suggest label={t('settings.coder')} value={name} suggestions={names} onChange={setName} onLeave={() => void keep()} />
      <p className="field-hint">{t('settings.coderHint')}</p>
    </div>
  );
}

function useCoderName(inProject: boolean) {
  const change = useChange('workbench.settings');
  const coder = useRead('workbench.get', {}).data?.settings.coder ?? '';
  const names = useRead('coder.list', {}, { enabled: inProject }).data?.coders.map((row) => row.name) ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? coder;
  const keep = async (): Promise<boolean> => {
    if (name.trim() === '' || name.trim() === coder) return name.trim() !== '';
    return (await change.run({ coder: name.trim() })) !== null;
  };
  return { name, setName: setTyped, names, keep, pending: change.pending };
}
