// What waits for a rest before it is kept, as what is typed or moved, is kept sooner when something is about to happen to it.

import { useEffect } from 'react';
import { useClient } from './hooks.ts';

/**
 * Has `keep` called before a step is taken back, before another project is opened, and when the screen or the window is left. Its changes are to
 * go `ahead`: the step that is taken back waits for them. Give a steady function; it is called too when nothing waits.
 */
export function useUnkept(keep: () => Promise<void>): void {
  const client = useClient();
  useEffect(() => {
    const leave = () => void keep();
    client.unkept.add(keep);
    addEventListener('pagehide', leave);
    return () => {
      client.unkept.delete(keep);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [client, keep]);
}
