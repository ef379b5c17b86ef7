// Saves a text as a file where the person says (desktop) or where the browser puts it, and says so.

import { useCallback } from 'react';
import { ReadError, showTrouble } from '../client/client.ts';
import { useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';

export type SaveFile = (name: string, mime: string, read: () => Promise<string>) => Promise<void>;

export function useSaveFile(): SaveFile {
  const client = useClient();
  const { t } = useTexts();
  return useCallback(
    async (name, mime, read) => {
      try {
        const file = { name: toFileName(name), mime, text: await read() };
        const { saved, where } = await client.bridge.saveFile(file);
        if (saved) client.notice.set({ kind: 'good', text: t('shell.savedAs', { name: where ?? file.name }) });
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
