// The bar below: when the last change was saved, what undo would take back, that all stays here, and who codes.

import { Check, HardDrive, Lock, Undo2 } from 'lucide-react';
import { useRead, useUndo } from '../client/index.ts';
import { useKeymap } from '../commands/keymap.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Explained } from '../parts/explained.tsx';
import { Icon } from '../parts/icon.tsx';
import { ariaKeys } from '../parts/keys.tsx';
import { useShell } from './shell-context.ts';
import { stepName } from './step.ts';
import './status-bar.css';

export function StatusBar({ interviewId }: { readonly interviewId: number | null }) {
  const texts = useTexts();
  const { t } = texts;
  const shell = useShell();
  const { undo, next } = useUndo();
  const keys = useKeymap().shown('undo');
  const coder = useRead('workbench.get', {}).data?.settings.coder ?? '';
  return (
    <footer className="status">
      <SavedAt />
      {next.undo ? (
        <button
          type="button"
          className="undo"
          {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
          onClick={() => void undo()}
        >
          <Icon of={Undo2} small />
          <span>
            <Rich text={t('shell.undoStep', { step: stepName(texts, next.undo) })} />
          </span>
        </button>
      ) : null}
      {interviewId === null ? null : <CodingsHere interviewId={interviewId} />}
      <span className="push">
        <Icon of={HardDrive} small />
        {t('shell.staysHere')}
      </span>
      <button type="button" onClick={() => shell.show('coder')}>
        <span>
          <Rich text={t('shell.coder', { name: coder || t('shell.noCoder') })} />
        </span>
      </button>
    </footer>
  );
}

function SavedAt() {
  const { t, format } = useTexts();
  const project = useRead('project.get', {}).data;
  if (!project) return null;
  if (project.readOnly)
    return (
      <span className="warn">
        <Icon of={Lock} small />
        {t(project.readOnlyWhy === 'not-writable' ? 'shell.readOnlyHere' : 'shell.readOnlyInUse')}
      </span>
    );
  if (!project.savedAt) return <span>{t('shell.nothingSaved')}</span>;
  return (
    <span className="ok num">
      <Icon of={Check} small />
      {t('shell.saved', { time: format.time(project.savedAt) })}
    </span>
  );
}

function CodingsHere({ interviewId }: { readonly interviewId: number }) {
  const { t } = useTexts();
  const interview = useRead('interview.list', {}).data?.interviews.find((row) => row.id === interviewId);
  if (!interview) return null;
  return (
    <span className="here">
      <Explained why={t('shell.codingsHereWhy')}>{t('shell.codingsHere', { count: interview.codings })}</Explained>
    </span>
  );
}
