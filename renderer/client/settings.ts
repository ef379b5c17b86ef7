// What the person set: shown before it is answered, so that a key pressed again works on what the one before it did.

import { useCallback } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { runChange } from './change.ts';
import { useClient } from './hooks.ts';

type Settings = Partial<Output<'workbench.get'>['settings']>;

/** Answers whether it was kept; the person has been told when not, and sees again what was set before. */
export function useKeepSettings(): (some: Settings) => Promise<boolean> {
  const client = useClient();
  return useCallback(
    async (some) => {
      const queryKey = ['workbench.get', {}];
      void client.queries.cancelQueries({ queryKey });
      client.queries.setQueryData<Output<'workbench.get'>>(
        queryKey,
        (now) => now && { ...now, settings: { ...now.settings, ...some } },
      );
      const kept = (await runChange(client, 'workbench.settings', some)) !== null;
      if (!kept) void client.queries.invalidateQueries({ queryKey });
      return kept;
    },
    [client],
  );
}
