// An import that runs, with its Stop button, and what came of it.

import { useEffect, useRef, useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import type { Progress as Done } from '../bridge.ts';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Keys } from '../parts/keys.tsx';
import { Progress, useLate } from '../parts/progress.tsx';
import { go } from '../shell/route.ts';
import { refusalText } from './refusal.ts';

export function ImportRunning({
  progress,
  count,
  onStop,
}: {
  readonly progress: Done;
  readonly count: number;
  readonly onStop: () => void;
}) {
  const { t, format } = useTexts();
  const [stopping, setStopping] = useState(false);
  const long = useLate(3000);
  const seconds = useSecondsLeft(progress);
  const { done, total, note } = progress;
  const share = format.percent(total > 0 ? done / total : 0);
  const stop = () => {
    setStopping(true);
    onStop();
  };
  return (
    <Dialog
      busy
      title={t('interviews.importing', { count })}
      onClose={stop}
      footer={
        <>
          <span className="t3 sp">{t('interviews.nothingYet')}</span>
          <button type="button" className="btn" disabled={stopping} onClick={stop}>
            {t(stopping ? 'interviews.stopping' : 'common.stop')} <Keys of="esc" />
          </button>
        </>
      }
    >
      <Progress label={t('interviews.importTitle')} done={done} total={total} />
      <p className="num t2" role="status">
        {t(long ? 'interviews.progressShare' : 'interviews.progress', { done, total, share })}{' '}
        {long && seconds !== null ? t('interviews.progressLeft', { count: seconds }) : ''}
      </p>
      <p className="t3 file-name">{note}</p>
    </Dialog>
  );
}

/** An estimate from how long what is done took; null as long as nothing is. */
function useSecondsLeft({ done, total }: Done): number | null {
  const began = useRef(0);
  useEffect(() => {
    began.current = performance.now();
  }, []);
  if (done === 0 || began.current === 0) return null;
  return Math.max(1, Math.round((((performance.now() - began.current) / done) * (total - done)) / 1000));
}

export function ImportSummary({
  answer,
  set,
  onClose,
}: {
  readonly answer: Output<'interview.import'>;
  readonly set: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const { imported, present, refused } = answer;
  const interviews = useRead('interview.list', {}).data?.interviews;
  const first = interviews?.find((row) => row.name === imported[0]?.interview);
  const open = () => {
    if (first) go({ view: 'code', interviewId: first.id, at: null });
    onClose();
  };
  return (
    <Dialog
      title={t('interviews.doneTitle')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
          {first ? (
            <button type="button" className="btn primary" onClick={open}>
              {t('interviews.openFirst')}
            </button>
          ) : null}
        </>
      }
    >
      <p>
        {imported.length > 0 ? (
          <Rich text={t('interviews.doneImported', { count: imported.length, set })} />
        ) : (
          t('interviews.doneNone')
        )}
      </p>
      {present.length > 0 ? <p>{t('interviews.donePresent', { count: present.length })}</p> : null}
      {refused.length > 0 ? (
        <>
          <p>{t('interviews.doneRefused', { count: refused.length })}</p>
          <ul className="files">
            {refused.map(({ file, reason }) => (
              <li key={file} className="w">
                <span className="file-name">{file}</span>
                <span className="file-says">{refusalText(t, reason, file)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  );
}
