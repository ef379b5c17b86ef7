// The double of the system's dialogs: the test answers them.

import type { MessageBoxReturnValue, OpenDialogReturnValue, SaveDialogReturnValue } from 'electron';
import { driver } from './state.ts';
import { onlyKeys, strict } from './strict.ts';
import type { ElectronUsed } from './used.ts';

const known = ['title', 'message', 'detail', 'type', 'buttons', 'noLink', 'defaultPath', 'filters', 'properties'];

function ask(method: string, given: unknown[]): Promise<unknown> {
  const options = (given.at(-1) ?? {}) as object;
  onlyKeys(`dialog.${method}`, options, known);
  return driver()('dialog', { method, options });
}

export const dialog = strict('dialog', {
  showOpenDialog: (...given: unknown[]) => ask('showOpenDialog', given) as Promise<OpenDialogReturnValue>,
  showSaveDialog: (...given: unknown[]) => ask('showSaveDialog', given) as Promise<SaveDialogReturnValue>,
  showMessageBox: (...given: unknown[]) => ask('showMessageBox', given) as Promise<MessageBoxReturnValue>,
  showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
}) satisfies ElectronUsed['dialog'];
