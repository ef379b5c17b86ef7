// Importing interviews: choose files, see what is in them and who speaks, mend that, say which set they belong to, and follow the work.
// Stop leaves all as it was.

import { useMemo, useRef, useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import type { Progress as Done } from '../bridge.ts';
import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FileDrop } from '../parts/file-drop.tsx';
import { useRoute } from '../shell/route.ts';
import { FilePicker } from './file-picker.tsx';
import { ImportFields, type ImportForm } from './import-fields.tsx';
import { ImportFiles } from './import-files.tsx';
import { inOrder, labelRows } from './import-labels.ts';
import { MOST_BYTES, MOST_FILES, readyFiles, withSkipped } from './import-list.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportRunning, ImportSummary } from './import-progress.tsx';
import { ImportSpeakers } from './import-speakers.tsx';
import { useImportList } from './use-import-list.ts';
import './import-dialog.css';

type Props = {
  readonly dropped: readonly File[];
  /** The set that was asked for; otherwise the one at hand is proposed. */
  readonly into?: string | undefined;
  readonly onClose: () => void;
};

export function ImportDialog({ dropped, into, onClose }: Props) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<number | null>(null);
  const list = useImportList(dropped, chosen);
  const change = useChange('interview.import');
  const setAtHand = useSetAtHand();
  const [typed, setTyped] = useState<ImportForm | null>(null);
  const [progress, setProgress] = useState<Done>({ done: 0, total: 0, note: '' });
  const [stopped, setStopped] = useState(false);
  const [summary, setSummary] = useState<Output<'interview.import'> | null>(null);
  const stop = useRef<AbortController | null>(null);
  const form = typed ?? { set: into ?? setAtHand, city: '', date: '', collector: '' };
  const ready = readyFiles(list.files);
  const shown = list.files.find((row) => row.key === chosen) ?? ready[0] ?? list.files[0];
  const ranked = useMemo(() => labelRows(readyFiles(list.files), list.mends), [list.files, list.mends]);
  const order = useRef<readonly string[]>([]);
  const rows = list.mended ? inOrder(ranked, order.current) : ranked;
  order.current = rows.map((row) => row.label);
  const tooHeavy = ready.reduce((sum, row) => sum + row.bytes, 0) > MOST_BYTES;
  const mayImport = ready.length > 0 && ready.length <= MOST_FILES && !tooHeavy && form.set.trim() !== '' && !list.reading;

  const run = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setStopped(false);
    setProgress({ done: 0, total: ready.length, note: '' });
    const files = ready.map(({ name, base64 }) => ({ name, base64 }));
    const said = { mends: [...list.mends], commentCode: t('interviews.commentCode') };
    const answer = await change.run({ ...form, set: form.set.trim(), files, ...said }, { signal, onProgress: setProgress });
    if (answer) setSummary(answer);
    else setStopped(signal.aborted);
  };
  if (change.pending) return <ImportRunning progress={progress} count={ready.length} onStop={() => stop.current?.abort()} />;
  if (summary) return <ImportSummary answer={withSkipped(summary, list.files)} set={form.set.trim()} onClose={onClose} />;
  return (
    <Dialog
      size={list.files.length > 0 ? 'wider' : 'wide'}
      title={t('interviews.importTitle')}
      onClose={onClose}
      footer={
        <>
          <span className="t3 sp" role="status">
            {stopped
              ? t('interviews.stopped')
              : tooHeavy
                ? t('interviews.tooHeavy')
                : ready.length > MOST_FILES
                  ? t('interviews.tooMany', { most: MOST_FILES })
                  : ready.length > 0 && form.set.trim() === ''
                    ? t('interviews.needsSet')
                    : t('interviews.nothingYet')}
          </span>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn primary" disabled={!mayImport} onClick={() => void run()}>
            {ready.length === 0 ? t('shell.import') : t('interviews.importDo', { count: ready.length })}
          </button>
        </>
      }
    >
      <FileDrop className="import" onFiles={list.add}>
        <FilePicker onFiles={list.add} />
        {list.files.length > 0 ? (
          <>
            <ImportFields form={form} onChange={setTyped} />
            <div className="imp-columns">
              <ImportFiles files={list.files} chosen={shown?.key ?? null} onChoose={setChosen} onRemove={list.remove} />
              <ImportPreview file={shown} />
            </div>
            {ready.length > 0 ? <ImportSpeakers rows={rows} files={ready.length} onMend={list.mend} /> : null}
          </>
        ) : null}
      </FileDrop>
    </Dialog>
  );
}

/** The set of the interview that is open, or the only one there is. Otherwise none: a set that happens to be last would be a guess. */
function useSetAtHand(): string {
  const route = useRoute();
  const sets = useRead('interviewSet.list', {}).data?.sets ?? [];
  const interviews = useRead('interview.list', {}).data?.interviews;
  const open = route.view === 'code' ? interviews?.find((row) => row.id === route.interviewId) : undefined;
  return open?.set ?? (sets.length === 1 ? (sets[0]?.name ?? '') : '');
}
