// The commands of the window by name, for the desktop's menu bar: whatever screen is open says what it can do.

import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../bridge.ts';
import { useClient } from '../client/index.ts';

export type Commands = Readonly<Partial<Record<MenuCommand, () => void>>>;

/** Runs the command a menu item names, as long as the component is there. Others' commands are left alone. */
export function useCommands(commands: Commands): void {
  const client = useClient();
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(
    () =>
      client.bridge.onEvent((event) => {
        if (event.kind === 'command') latest.current[event.command]?.();
      }),
    [client],
  );
}
