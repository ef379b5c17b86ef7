// Finds the host that the page was opened by: the desktop's door when there is one, else the loopback server.

import type { Bridge } from './bridge.ts';
import { connectDesktop } from './bridge-desktop.ts';
import { connectWeb } from './bridge-web.ts';

/** Rejects with an Error in plain words when no host answers (web: the page was opened without the printed address). */
export function connect(): Promise<Bridge> {
  return window.draad ? Promise.resolve(connectDesktop(window.draad)) : connectWeb();
}
