// Brings in codings from CSV; lines that don't fit the project are named, the others go in.

import { useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { CsvDialog, RefusedLines } from '../parts/csv-dialog.tsx';
import './lists.css';

export function ImportCodingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const change = useChange('codings.import');
  const [createCodes, setCreateCodes] = useState(false);
  const [answer, setAnswer] = useState<Output<'codings.import'> | null>(null);
  const run = async (csv: string) => setAnswer(await change.run({ csv, createCodes }));
  return (
    <CsvDialog
      title={t('shell.importCodings')}
      hint={t('shell.codingsColumns')}
      pending={change.pending}
      result={answer ? <Result answer={answer} /> : null}
      onText={(csv) => void run(csv)}
      onClose={onClose}
    >
      <label className="check">
        <input type="checkbox" checked={createCodes} onChange={(event) => setCreateCodes(event.target.checked)} />
        {t('shell.makeCodes')}
      </label>
    </CsvDialog>
  );
}

function Result({ answer }: { readonly answer: Output<'codings.import'> }) {
  const { t } = useTexts();
  return (
    <>
      <p>{t('shell.codingsImported', { imported: answer.imported, present: answer.present })}</p>
      {answer.unknownCodes.length > 0 ? (
        <>
          <p className="lead">{t('shell.codingsUnknown')}</p>
          <ul className="lines">
            {answer.unknownCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
        </>
      ) : null}
      <RefusedLines title={t('shell.codingsRefused')} lines={answer.refused} />
    </>
  );
}
