// The open project: top bar, the view that the address names, status bar, and the dialogs of the shell.

import { useEffect, useMemo, useState } from 'react';
import { CodingProvider, useClient, useUndo } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { ShellContext, type ShellDialog } from './shell-context.ts';
import { ShellDialogs } from './shell-dialogs.tsx';
import { useShortcuts } from './shortcuts.ts';
import { StatusBar } from './status-bar.tsx';
import { stepName } from './step.ts';
import { TopBar } from './top-bar.tsx';
import { useCommands } from './use-commands.ts';
import { useFocusOnReturn, useRememberedRoute } from './use-place.ts';
import { Views } from './views.tsx';
import './project-window.css';

export function ProjectWindow({ name }: { readonly name: string }) {
  const { route, routes } = useRememberedRoute();
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const shell = useMemo(
    () => ({
      show: (next: ShellDialog) => {
        setDropped([]);
        setDialog(next);
      },
      importFiles: (files: readonly File[]) => {
        setDropped(files);
        setDialog('import');
      },
    }),
    [],
  );
  useKeysAndCommands(shell.show);
  useFocusOnReturn();
  return (
    <ShellContext value={shell}>
      <CodingProvider>
        <div className="app" aria-label={name}>
          <TopBar view={route.view} routes={routes} />
          <Views route={route} />
          <StatusBar interviewId={route.view === 'code' ? route.interviewId : null} />
        </div>
        <ShellDialogs dialog={dialog} dropped={dropped} onClose={() => setDialog(null)} />
      </CodingProvider>
    </ShellContext>
  );
}

function useKeysAndCommands(show: (dialog: ShellDialog) => void): void {
  const client = useClient();
  const { t, language } = useTexts();
  const { undo, redo, next } = useUndo();
  const run = { undo: () => void undo(), redo: () => void redo() };
  useShortcuts({
    'mod+z': run.undo,
    'mod+shift+z': run.redo,
    'mod+y': run.redo,
    'mod+shift+f': () => show('search'),
    'mod+i': () => show('import'),
    '?': () => show('keys'),
  });
  useCommands({ ...run, find: () => show('search'), import: () => show('import'), keys: () => show('keys'), settings: () => show('settings') });
  const undoStep = next.undo ? stepName(t, next.undo) : null;
  const redoStep = next.redo ? stepName(t, next.redo) : null;
  useEffect(() => {
    void client.bridge.setMenu?.({ language, undo: undoStep, redo: redoStep });
  }, [client, language, undoStep, redoStep]);
}
