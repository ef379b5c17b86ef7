// Everything done in the project, to look back on. Undo and redo walk it from here too.

import { Redo2, Undo2 } from 'lucide-react';
import { useRead, useUndo } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { Waiting } from '../parts/progress.tsx';
import { stepTitle } from './step.ts';
import './lists.css';

const MOST = 500;

export function HistoryPanel({ onClose }: { readonly onClose: () => void }) {
  const { t, format } = useTexts();
  const { undo, redo, next } = useUndo();
  const entries = useRead('history.list', { limit: MOST }, { keep: true }).data?.entries;
  return (
    <Dialog
      size="side"
      title={t('shell.history')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" disabled={!next.undo} onClick={() => void undo()}>
            <Icon of={Undo2} small /> {t('shell.undo')}
          </button>
          <button type="button" className="btn" disabled={!next.redo} onClick={() => void redo()}>
            <Icon of={Redo2} small /> {t('shell.redo')}
          </button>
          <span className="sp" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      {!entries ? <Waiting /> : null}
      <p className="lead">{t(entries?.length === 0 ? 'shell.historyEmpty' : 'shell.historyHint')}</p>
      <ol className="lines">
        {entries?.map((entry) => (
          <li key={entry.id} className={entry.undone ? 'undone' : ''}>
            {stepTitle(t, entry)}
            <small className="num">
              {format.moment(entry.at)} · {entry.coder}
              {entry.undone ? <span>· {t('shell.historyUndone')}</span> : null}
            </small>
          </li>
        ))}
      </ol>
      {entries?.length === MOST ? <p className="t3">{t('shell.lastShown', { count: MOST })}</p> : null}
    </Dialog>
  );
}
