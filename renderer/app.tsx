// The window: the start screen or the open project, in the language and theme of the settings, with toast and error dialog above it.

import { useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import { BridgeProvider, type Client, useClient, useRead, useStore } from './client/index.ts';
import { useCommandKeys } from './commands/use-command-keys.ts';
import { setLanguage, useTexts } from './i18n/index.ts';
import { FaultBoundary } from './parts/fault-boundary.tsx';
import { Waiting } from './parts/progress.tsx';
import { useTextLook } from './settings/text-look.ts';
import { ErrorDialog } from './shell/error-dialog.tsx';
import { FaultPage } from './shell/fault-page.tsx';
import { ProjectWindow } from './shell/project-window.tsx';
import { Toast } from './shell/toast.tsx';
import { StartScreen } from './start/start-screen.tsx';

export function App({ client }: { readonly client: Client }) {
  return (
    <BridgeProvider client={client}>
      <FaultBoundary shown={(again, error) => <FaultPage error={error} onAgain={again} />}>
        <Window />
      </FaultBoundary>
    </BridgeProvider>
  );
}

function Window() {
  const client = useClient();
  const { language } = useTexts();
  const workbench = useRead('workbench.get', {}).data;
  const project = useStore(client.project);
  const settings = workbench?.settings;
  useEffect(() => {
    if (settings) setLanguage(settings.language);
  }, [settings]);
  useFreshAddress();
  useTheme(settings?.theme ?? 'system');
  useTextLook(settings?.textSize ?? 17, settings?.face ?? 'serif');
  useCommandKeys();
  useEffect(() => {
    document.title = workbench?.open ? `${workbench.open.name} – Rode Draad` : 'Rode Draad';
  }, [workbench]);
  // Only at the start: who changes the language in the settings keeps the settings open.
  const spoken = useRef(false);
  spoken.current ||= language === settings?.language;
  if (!workbench || project === null || !spoken.current) return <Waiting />;
  return (
    <I18nProvider locale={language === 'nl' ? 'nl-NL' : 'en-GB'}>
      {workbench.open ? <ProjectWindow key={project} /> : <StartScreen workbench={workbench} />}
      <Toast />
      <ErrorDialog />
    </I18nProvider>
  );
}

function useTheme(theme: 'system' | 'light' | 'dark'): void {
  useEffect(() => {
    if (theme === 'system') document.documentElement.removeAttribute('data-theme');
    else document.documentElement.setAttribute('data-theme', theme);
  }, [theme]);
}

/** Another project begins without an address: a place in the one before means nothing in it. */
function useFreshAddress(): void {
  const client = useClient();
  useEffect(
    () =>
      client.project.subscribe(() => {
        if (client.project.get() === null) history.replaceState(null, '', '#/');
      }),
    [client],
  );
}
