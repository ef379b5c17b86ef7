// Hands the client to every component, and listens to what the host tells: changes from elsewhere, a core that stopped.

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { type Client, refresh, refreshAll, showTrouble } from './client.ts';
import { ClientContext } from './hooks.ts';
import { followWorkbench, showOpenProject } from './switch-project.ts';

export function BridgeProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  useEffect(
    () =>
      client.bridge.onEvent((event) => {
        if (event.kind === 'changed') void hear(client, event.nouns);
        if (event.kind === 'everything') void refreshAll(client);
        if (event.kind === 'lost') lose(client, event.restarted);
      }),
    [client],
  );
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={client.queries}>{children}</QueryClientProvider>
    </ClientContext>
  );
}

/** What another window changed, or this one: then it is read already, and reading it once more does no harm. */
function hear(client: Client, nouns: readonly string[]): Promise<void> {
  return nouns.includes('workbench') ? followWorkbench(client) : refresh(client, nouns);
}

function lose(client: Client, restarted: boolean): void {
  showTrouble(client, { code: 'internal', message: restarted ? 'The core stopped and was started again.' : 'The core stopped.' });
  if (restarted) void showOpenProject(client);
}
