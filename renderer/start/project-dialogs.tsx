// Making a project and opening one: on the start screen, and from the menu bar while another project is open.

import { useEffect, useRef } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { showTrouble, switching, useChange, useClient, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { isAboutName, NameDialog } from '../shell/name-dialog.tsx';
import { ProjectList } from './project-list.tsx';

export type Workbench = Output<'workbench.get'>;

export function NewProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const create = useChange('workbench.create');
  const folder = useRead('workbench.get', {}).data?.folder ?? '';
  const onName = async (name: string) => {
    let wrong = '';
    const done = await create.run(
      { name },
      {
        onFailure: (failure) => {
          if (isAboutName(failure)) wrong = t('start.taken');
          return isAboutName(failure);
        },
      },
    );
    return done ? null : wrong;
  };
  return (
    <NameDialog
      title={t('start.createTitle')}
      label={t('start.createName')}
      action={t('start.createDo')}
      hint={t('start.createHint', { folder })}
      onName={onName}
      onClose={onClose}
    />
  );
}

/** On the desktop the system's own dialog; in a browser the projects of this computer. */
export function OpenProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const client = useClient();
  const workbench = useRead('workbench.get', {}).data;
  const pick = usePickProject();
  const picked = useRef(false);
  useEffect(() => {
    if (!client.bridge.pickProject || picked.current) return;
    picked.current = true;
    void pick().then(onClose);
  }, [client, pick, onClose]);
  if (client.bridge.pickProject || !workbench) return null;
  const projects = workbench.projects.filter((project) => !project.missing);
  return (
    <Dialog
      title={t('start.openTitle')}
      onClose={onClose}
      footer={
        <button type="button" className="btn" onClick={onClose}>
          {t('common.cancel')}
        </button>
      }
    >
      {projects.length === 0 ? <p className="t2">{t('start.openNone', { folder: workbench.folder })}</p> : null}
      <ProjectList projects={projects} onOpened={onClose} />
    </Dialog>
  );
}

export function ResetSampleDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const sample = useChange('workbench.openSample');
  return (
    <Confirm
      title={t('start.sampleResetAsk')}
      action={t('start.sampleResetDo')}
      pending={sample.pending}
      onClose={onClose}
      onConfirm={() => void sample.run({ reset: true }).then(onClose)}
    >
      {t('start.sampleResetWhy')}
    </Confirm>
  );
}

export function usePickProject(): () => Promise<void> {
  const client = useClient();
  return async () => {
    const pick = client.bridge.pickProject;
    if (!pick) return;
    const answer = await switching(client, pick);
    if (!answer.ok) showTrouble(client, answer.error);
  };
}
