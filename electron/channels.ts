// The two IPC channels, and what the window may say on the first. The preload script and the main process share this file.

import type { Call, FileToSave, MenuState, ToCopy } from '../src/contract/door.ts';

/** Window → main, each answered. */
export const askChannel = 'draad:ask';
/** Main → window: `HostMessage`. */
export const tellChannel = 'draad:tell';

export type WindowRequest =
  | ({ readonly kind: 'call' } & Call)
  | { readonly kind: 'cancel'; readonly id: string }
  | { readonly kind: 'pickProject' }
  | { readonly kind: 'openWindow' }
  | { readonly kind: 'saveFile'; readonly file: FileToSave }
  | { readonly kind: 'copy'; readonly what: ToCopy }
  | { readonly kind: 'setMenu'; readonly state: MenuState };
