// The open project: top bar, the view that the address names, status bar, and the dialogs of the shell.

import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { CodingProvider, useClient, useUndo } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { useSteady } from '../parts/use-steady.ts';
import { useTickSteps } from './first-steps.tsx';
import { go, parseRoute } from './route.ts';
import { ShellContext, type ShellDialog } from './shell-context.ts';
import { ShellDialogs } from './shell-dialogs.tsx';
import { StatusBar } from './status-bar.tsx';
import { stepName } from './step.ts';
import { TopBar } from './top-bar.tsx';
import { useMenuBar } from './use-menu-bar.ts';
import { useFocusOnReturn, useFocusOnView, useRememberedRoute } from './use-place.ts';
import { useShellCommands } from './use-shell-commands.ts';
import { Views } from './views.tsx';
import './project-window.css';

// The window hears of each place the person goes to and of each step; its parts are drawn again only for what is theirs.
const Top = memo(TopBar);
const Middle = memo(Views);
const Bottom = memo(StatusBar);
const Dialogs = memo(ShellDialogs);

export function ProjectWindow() {
  const { route, routes, ready } = useRememberedRoute();
  const [dialog, setDialog] = useState<ShellDialog | null>(null);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  const [into, setInto] = useState<string | undefined>(undefined);
  const [words, setWords] = useState<string | null>(null);
  const toCoding = useSteady(() => {
    if (parseRoute(location.hash).view !== 'code') go(routes.code);
  });
  const shell = useMemo(
    () => ({
      show: (next: ShellDialog) => {
        setDropped([]);
        setInto(undefined);
        setWords(null);
        setDialog(next);
      },
      importFiles: (files: readonly File[], set?: string) => {
        setDropped(files);
        setInto(set);
        setDialog('import');
      },
      search: (next: string) => {
        setWords(next);
        setDialog('search');
      },
      toCoding,
    }),
    [toCoding],
  );
  useShellCommands(shell.show, routes);
  useStepsInMenu();
  useImportOnOpening(shell.importFiles);
  useFocusOnReturn();
  useFocusOnView(route.view);
  useTickSteps();
  useNoStrayDrops();
  const closeDialog = useCallback(() => setDialog(null), []);
  return (
    <ShellContext value={shell}>
      <CodingProvider>
        <div className="app">
          <Top view={route.view} routes={routes} />
          {ready ? <Middle route={route} /> : <main />}
          <Bottom interviewId={route.view === 'code' ? route.interviewId : null} />
        </div>
        <Dialogs dialog={dialog} dropped={dropped} into={into} words={words} onClose={closeDialog} />
      </CodingProvider>
    </ShellContext>
  );
}

function useStepsInMenu(): void {
  const texts = useTexts();
  const { next } = useUndo();
  useMenuBar(next.undo ? stepName(texts, next.undo) : null, next.redo ? stepName(texts, next.redo) : null);
}

/** Files that were chosen on the start screen, for the project that was made for them. */
function useImportOnOpening(importFiles: (files: readonly File[]) => void): void {
  const client = useClient();
  useEffect(() => {
    const files = client.incoming.get();
    if (files.length === 0) return;
    client.incoming.set([]);
    importFiles(files);
  }, [client, importFiles]);
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
