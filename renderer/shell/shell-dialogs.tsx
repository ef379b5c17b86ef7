// The dialogs that any screen can ask for; one at a time.

import { useChange, useRead } from '../client/index.ts';
import { ImportCodebookDialog } from '../codebook/import-codebook-dialog.tsx';
import { Palette } from '../commands/palette.tsx';
import { useTexts } from '../i18n/index.ts';
import { ImportDialog } from '../interviews/import-dialog.tsx';
import { ImportParticipantsDialog } from '../interviews/import-participants-dialog.tsx';
import { SpeakersDialog } from '../interviews/speakers-dialog.tsx';
import { ToCheckDialog } from '../interviews/to-check-dialog.tsx';
import { CoderDialog } from '../settings/coder-dialog.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { NewProjectDialog, OpenProjectDialog, ResetSampleDialog } from '../start/project-dialogs.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { ImportCodingsDialog } from './import-codings-dialog.tsx';
import { KeysOverlay } from './keys-overlay.tsx';
import { NameDialog } from './name-dialog.tsx';
import { SearchPanel } from './search-panel.tsx';
import type { ShellDialog } from './shell-context.ts';

type Props = {
  readonly dialog: ShellDialog | null;
  readonly dropped: readonly File[];
  /** The set that an import is proposed for; undefined: the one at hand. */
  readonly into: string | undefined;
  /** What to look for, in the search through all interviews. */
  readonly words: string | null;
  readonly onClose: () => void;
};

export function ShellDialogs({ dialog, dropped, into, words, onClose }: Props) {
  switch (dialog) {
    case null:
      return null;
    case 'keys':
      return <KeysOverlay onClose={onClose} />;
    case 'palette':
      return <Palette mode="do" onClose={onClose} />;
    case 'goTo':
      return <Palette key="goTo" mode="go" onClose={onClose} />;
    case 'goTo.code':
      return <Palette key="code" mode="go" first="#" onClose={onClose} />;
    case 'goTo.participant':
      return <Palette key="participant" mode="go" first="@" onClose={onClose} />;
    case 'goTo.turn':
      return <Palette key="turn" mode="go" first=":" onClose={onClose} />;
    case 'settings':
      return <SettingsDialog onClose={onClose} />;
    case 'changeKeys':
      return <SettingsDialog tab="keys" onClose={onClose} />;
    case 'coder':
      return <CoderDialog onClose={onClose} />;
    case 'search':
      return <SearchPanel words={words} onClose={onClose} />;
    case 'history':
      return <HistoryPanel onClose={onClose} />;
    case 'rename':
      return <RenameProject onClose={onClose} />;
    case 'check':
      return <CheckDialog onClose={onClose} />;
    case 'new':
      return <NewProjectDialog onClose={onClose} />;
    case 'open':
      return <OpenProjectDialog onClose={onClose} />;
    case 'reset-sample':
      return <ResetSampleDialog onClose={onClose} />;
    case 'import':
      return <ImportDialog dropped={dropped} into={into} onClose={onClose} />;
    case 'import-codings':
      return <ImportCodingsDialog onClose={onClose} />;
    case 'import-codebook':
      return <ImportCodebookDialog onClose={onClose} />;
    case 'import-participants':
      return <ImportParticipantsDialog onClose={onClose} />;
    case 'speakers':
      return <SpeakersDialog onClose={onClose} />;
    case 'to-check':
      return <ToCheckDialog onClose={onClose} />;
  }
}

function RenameProject({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const rename = useChange('project.rename');
  const name = useRead('project.get', {}).data?.name;
  if (name === undefined) return null;
  const onName = async (next: string) => ((await rename.run({ name: next })) ? null : '');
  return (
    <NameDialog
      title={t('shell.renameProject')}
      label={t('shell.projectName')}
      action={t('common.save')}
      first={name}
      onName={onName}
      onClose={onClose}
    />
  );
}
