// The open project: top bar, the view that the address names, status bar, and the dialogs of the shell.

import { useEffect, useMemo, useState } from 'react';
import { CodingProvider, useChange, useClient, useUndo } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { useSeenSteps } from './first-steps.tsx';
import { go, parseRoute } from './route.ts';
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

export function ProjectWindow() {
  const { route, routes, ready } = useRememberedRoute();
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
      toCoding: () => {
        if (parseRoute(location.hash).view !== 'code') go(routes.code);
      },
    }),
    [routes],
  );
  useKeysAndCommands(shell.show);
  useFocusOnReturn();
  useSeenSteps();
  useNoStrayDrops();
  return (
    <ShellContext value={shell}>
      <CodingProvider>
        <div className="app">
          <TopBar view={route.view} routes={routes} />
          {ready ? <Views route={route} /> : <main />}
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
    'mod+o': () => show('open'),
    '?': () => show('keys'),
  });
  const close = useChange('workbench.close');
  useCommands({
    ...run,
    keys: () => show('keys'),
    'interview.import': () => show('import'),
    'project.new': () => show('new'),
    'project.open': () => show('open'),
    'project.close': () => void close.run({}),
  });
  const undoStep = next.undo ? stepName(t, next.undo) : null;
  const redoStep = next.redo ? stepName(t, next.redo) : null;
  useEffect(() => {
    void client.bridge.setMenu?.({ language, undo: undoStep, redo: redoStep });
  }, [client, language, undoStep, redoStep]);
}

/** A file dropped beside a place that takes files would otherwise replace the window by itself. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    addEventListener('dragover', refuse);
    addEventListener('drop', refuse);
    return () => {
      removeEventListener('dragover', refuse);
      removeEventListener('drop', refuse);
    };
  }, []);
}
