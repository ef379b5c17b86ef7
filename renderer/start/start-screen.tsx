// The first screen: the sample, a new project, an existing one, and those one was working on.

import { BookOpen, Download, FilePlus2, FolderOpen, HardDrive } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { useChange, useClient, useKeepSettings } from '../client/index.ts';
import { CommandKeys } from '../commands/command-keys.tsx';
import { StartPalette } from '../commands/palette.tsx';
import { useCommands } from '../commands/registry.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { Waiting } from '../parts/progress.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { LANGUAGES, SettingsDialog } from '../settings/settings-dialog.tsx';
import { KeysOverlay } from '../shell/keys-overlay.tsx';
import { type Shell, ShellContext, type ShellDialog } from '../shell/shell-context.ts';
import { useMenuBar } from '../shell/use-menu-bar.ts';
import { useLookCommands } from '../shell/use-shell-commands.ts';
import { FileChoice, ImportIntoNew, useFileChoice } from './import-new.tsx';
import { NewProjectDialog, OpenProjectDialog, type Workbench } from './project-dialogs.tsx';
import { ProjectList } from './project-list.tsx';
import './start-screen.css';

type StartDialog = Extract<ShellDialog, 'new' | 'open' | 'palette' | 'settings' | 'changeKeys' | 'keys'>;
const DIALOGS: readonly StartDialog[] = ['new', 'open', 'palette', 'settings', 'changeKeys', 'keys'];

export function StartScreen({ workbench }: { readonly workbench: Workbench }) {
  const { t } = useTexts();
  const client = useClient();
  const sample = useChange('workbench.openSample');
  const settings = useKeepSettings();
  const [dialog, setDialog] = useState<StartDialog | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const { input, choose } = useFileChoice();
  const close = () => setDialog(null);
  const openSample = () => void sample.run({});
  useEnter(openSample);
  useCommands({
    'project.new': () => setDialog('new'),
    'project.open': () => setDialog('open'),
    'interview.import': choose,
    'window.new': () => void client.bridge.openWindow(),
    palette: () => setDialog('palette'),
    settings: () => setDialog('settings'),
    changeKeys: () => setDialog('changeKeys'),
    keys: () => setDialog('keys'),
  });
  useCommands(useLookCommands());
  // What a dialog asks for that there is without a project.
  const shell = useMemo(
    () => ({
      ...NO_SHELL,
      show: (next: ShellDialog) => setDialog((now) => DIALOGS.find((name) => name === next) ?? now),
    }),
    [],
  );
  // Nothing to undo without a project; the menu bar must not go on naming a step of the last one.
  useMenuBar(null, null);
  const recent = workbench.projects.filter((project) => !project.forgotten);
  return (
    <div className="st">
      <main className="wrap">
        <header>
          <Wire />
          <h1>Rode Draad</h1>
          <p className="read">{t('start.lead')}</p>
        </header>
        <div className="cols2">
          <nav aria-label={t('start.begin')}>
            <ul className="go">
              <Choice
                first
                icon={<Icon of={BookOpen} />}
                title={t('start.sample')}
                what={t('start.sampleWhat', { count: workbench.sampleInterviews })}
                onChoose={openSample}
              />
              <Choice
                icon={<Icon of={FilePlus2} />}
                title={t('start.create')}
                what={t('start.createWhat')}
                command="project.new"
                onChoose={() => setDialog('new')}
              />
              <Choice
                icon={<Icon of={FolderOpen} />}
                title={t('start.open')}
                what={t(client.bridge.pickProject ? 'start.openWhat' : 'start.openWhatWeb')}
                command="project.open"
                onChoose={() => setDialog('open')}
              />
              <Choice
                icon={<Icon of={Download} />}
                title={t('start.import')}
                what={t('start.importWhat')}
                command="interview.import"
                onChoose={choose}
              />
            </ul>
            {sample.pending ? <Waiting label={t('start.opening')} /> : null}
          </nav>
          <section aria-labelledby="recent">
            <h2 id="recent">{t('start.recent')}</h2>
            {recent.length === 0 ? (
              <p className="t3">{t('start.recentEmpty')}</p>
            ) : (
              <ProjectList projects={recent.slice(0, 6)} forgets />
            )}
          </section>
        </div>
        <footer>
          <p>
            <Icon of={HardDrive} />
            <span>
              <Rich text={t('start.staysHere')} /> <span className="path">{workbench.folder}</span>
            </span>
          </p>
          <Segmented
            label={t('start.language')}
            value={workbench.settings.language}
            choices={LANGUAGES}
            onChange={(language) => void settings({ language })}
          />
        </footer>
        <FileChoice input={input} onFiles={setFiles} />
      </main>
      {files.length > 0 ? <ImportIntoNew files={files} onClose={() => setFiles([])} /> : null}
      <ShellContext value={shell}>{dialog === null ? null : <Dialog dialog={dialog} onClose={close} />}</ShellContext>
    </div>
  );
}

const NO_SHELL: Shell = { show: () => {}, importFiles: () => {}, search: () => {}, toCoding: () => {} };

function Dialog({ dialog, onClose }: { readonly dialog: StartDialog; readonly onClose: () => void }) {
  switch (dialog) {
    case 'new':
      return <NewProjectDialog onClose={onClose} />;
    case 'open':
      return <OpenProjectDialog onClose={onClose} />;
    case 'palette':
      return <StartPalette onClose={onClose} />;
    case 'settings':
      return <SettingsDialog onClose={onClose} />;
    case 'changeKeys':
      return <SettingsDialog key="keys" tab="keys" onClose={onClose} />;
    case 'keys':
      return <KeysOverlay onClose={onClose} />;
  }
}

type ChoiceProps = {
  readonly first?: boolean;
  readonly icon: ReactNode;
  readonly title: string;
  readonly what: string;
  readonly command?: string;
  readonly onChoose: () => void;
};

function Choice({ first = false, icon, title, what, command, onChoose }: ChoiceProps) {
  return (
    <li>
      <button type="button" className={first ? 'first' : ''} onClick={onChoose}>
        <span className="ic">{icon}</span>
        <span className="choice">
          <b>{title}</b>
          <small>{what}</small>
        </span>
        {command ? <CommandKeys of={command} /> : <Keys of="enter" />}
      </button>
    </li>
  );
}

/** The thread enters from the left edge, makes its loop and runs down to the first choice. */
function Wire() {
  return (
    <svg className="wire" width="1" height="40" aria-hidden="true">
      <path d="M-2000 20H-62c20 0 31-8 31-20 0-8-4.5-12.5-11-12.5S-53-8-53 0c0 12 11 20 31 20h10a12 12 0 0 1 12 12v8" />
    </svg>
  );
}

/** Enter opens the sample as long as nothing has the focus; a button that has it takes its own Enter. */
function useEnter(run: () => void): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.target === document.body) run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
