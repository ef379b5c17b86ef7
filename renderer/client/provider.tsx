// Hands the client to every component, and listens to what the host tells: changes from elsewhere, a core that stopped.

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { type Client, refresh, refreshAll, showTrouble } from './client.ts';
import { ClientContext } from './hooks.ts';
import { followWorkbench, noteOpening, showOpenProject } from './switch-project.ts';

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
  useEffect(() => void noteOpening(client), [client]);
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={client.queries}>{children}</QueryClientProvider>
    </ClientContext>
  );
}

/** What another window changed, or this one: then it is read already, and reading it once more does no harm. */
async function hear(client: Client, nouns: readonly string[]): Promise<void> {
  if (!nouns.includes('workbench')) return refresh(client, nouns);
  if (!(await followWorkbench(client))) return;
  const open = client.queries.getQueryData<Output<'workbench.get'>>(['workbench.get', {}])?.open;
  client.notice.set({ kind: 'elsewhere', project: open?.name ?? null });
}

function lose(client: Client, restarted: boolean): void {
  showTrouble(client, { code: 'internal', message: restarted ? 'The core stopped and was started again.' : 'The core stopped.' });
  if (restarted) void showOpenProject(client);
}
