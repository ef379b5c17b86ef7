// Brings in a codebook from CSV.

import { useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { CsvDialog } from '../parts/csv-dialog.tsx';

export function ImportCodebookDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const change = useChange('codebook.import');
  const [answer, setAnswer] = useState<Output<'codebook.import'> | null>(null);
  const run = async (csv: string) => setAnswer(await change.run({ csv }));
  return (
    <CsvDialog
      title={t('codebook.importTitle')}
      hint={t('codebook.importHint')}
      pending={change.pending}
      result={answer ? <p>{t('codebook.imported', answer)}</p> : null}
      onText={(csv) => void run(csv)}
      onClose={onClose}
    />
  );
}
