// Brings in a participants sheet from CSV: who was interviewed, with their attributes.

import { useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { CsvDialog, RefusedLines } from '../parts/csv-dialog.tsx';
import '../shell/lists.css';

export function ImportParticipantsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, format } = useTexts();
  const change = useChange('participant.import');
  const [answer, setAnswer] = useState<Output<'participant.import'> | null>(null);
  const run = async (csv: string) => setAnswer(await change.run({ csv }));
  const result = answer ? (
    <>
      <p>
        {t('interviews.participantsDone', {
          count: answer.participants,
          attributes: format.list(answer.attributes) || t('common.none'),
        })}
      </p>
      <RefusedLines title={t('interviews.refusedLines')} lines={answer.refused} />
    </>
  ) : null;
  return (
    <CsvDialog
      title={t('interviews.participantsTitle')}
      hint={t('interviews.participantsHint')}
      pending={change.pending}
      result={result}
      onText={(csv) => void run(csv)}
      onClose={onClose}
    />
  );
}
