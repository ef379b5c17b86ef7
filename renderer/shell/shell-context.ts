// Which dialog of the shell is open; any screen can ask for one, and one at a time is shown.

import { createContext, useContext } from 'react';

export type ShellDialog =
  | 'keys'
  | 'palette'
  | 'goTo'
  | 'goTo.code'
  | 'goTo.participant'
  | 'goTo.turn'
  | 'settings'
  | 'changeKeys'
  | 'coder'
  | 'search'
  | 'history'
  | 'rename'
  | 'check'
  | 'new'
  | 'open'
  | 'reset-sample'
  | 'import'
  | 'import-codings'
  | 'import-codebook'
  | 'import-participants'
  | 'speakers'
  | 'to-check';

export type Shell = {
  readonly show: (dialog: ShellDialog) => void;
  /** Opens the import dialog with files that were dropped; `set`: the set they are proposed for. */
  readonly importFiles: (files: readonly File[], set?: string) => void;
  /** Opens the search through all interviews with these words. */
  readonly search: (words: string) => void;
  /** Back to the coding view, where one was. */
  readonly toCoding: () => void;
};

export const ShellContext = createContext<Shell>({ show: () => {}, importFiles: () => {}, search: () => {}, toCoding: () => {} });

export function useShell(): Shell {
  return useContext(ShellContext);
}
