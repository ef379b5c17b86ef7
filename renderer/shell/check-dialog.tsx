// Checks the project file and everything that must hold in it, and says what came of it.

import { useEffect } from 'react';
import { useClient, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Waiting } from '../parts/progress.tsx';
import './lists.css';

export function CheckDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const client = useClient();
  const check = useRead('project.check', {});
  // An old answer says nothing about the file now.
  useEffect(() => () => client.queries.removeQueries({ queryKey: ['project.check', {}] }), [client]);
  const answer = check.data;
  const title = !answer
    ? t('shell.checking')
    : answer.ok
      ? t('shell.checkGood')
      : t('shell.checkBroken', { count: answer.broken.length });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <button type="button" className="btn primary" onClick={onClose}>
          {t('common.close')}
        </button>
      }
    >
      {!answer ? <Waiting label={t('shell.checking')} /> : null}
      {answer?.ok ? <p>{t('shell.checkGoodWhy')}</p> : null}
      {answer && !answer.ok ? (
        <>
          <p className="lead">{t('shell.checkBrokenWhy')}</p>
          <ul className="lines" lang="en">
            {answer.broken.map((broken) => (
              <li key={`${broken.rule} ${broken.detail}`}>
                <b>{broken.rule}</b> <span>{broken.detail}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  );
}
