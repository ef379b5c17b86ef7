// Saves a text as a file where the person says (desktop) or where the browser puts it, and says so.

import { useCallback } from 'react';
import { ReadError, showTrouble } from '../client/client.ts';
import { useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';

/** What goes into the file; `note` is told with it: what the file has no room for. */
export type Content = string | { readonly text: string; readonly note: string };
export type SaveFile = (name: string, mime: string, read: () => Promise<Content>) => Promise<void>;

export function useSaveFile(): SaveFile {
  const client = useClient();
  const { t } = useTexts();
  return useCallback(
    async (name, mime, read) => {
      try {
        const content = await read();
        const { text, note } = typeof content === 'string' ? { text: content, note: '' } : content;
        const file = { name: toFileName(name), mime, text };
        const { saved, where } = await client.bridge.saveFile(file);
        const told = [t('shell.savedAs', { name: where ?? file.name }), note].filter(Boolean).join(' ');
        if (saved) client.notice.set({ kind: 'good', text: told });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        showTrouble(client, error instanceof ReadError ? error.failure : { code: 'not-writable', message });
      }
    },
    [client, t],
  );
}

/** A name every system takes: without separators, reserved signs and dots at the ends. */
export function toFileName(name: string): string {
  const clean = name
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return clean === '' ? 'rode-draad' : clean;
}
