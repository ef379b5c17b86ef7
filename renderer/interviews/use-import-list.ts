// Keeps the list of files of the import dialog and looks into them one after the other, as long as the dialog is open.

import { useCallback, useEffect, useRef, useState } from 'react';
import { call, useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { addFiles, type ImportFile, judgeFile, replaceFile, toBase64 } from './import-list.ts';

export type ImportList = {
  readonly files: readonly ImportFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: number) => void;
  /** Some files have not been looked into yet. */
  readonly reading: boolean;
};

export function useImportList(first: readonly File[]): ImportList {
  const client = useClient();
  const { t } = useTexts();
  const [files, setFiles] = useState<readonly ImportFile[]>(() => addFiles([], first));
  const latest = useRef(files);
  latest.current = files;
  const stop = useRef(new AbortController());
  useEffect(() => {
    stop.current = new AbortController();
    return () => stop.current.abort();
  }, []);

  const waiting = files.find((row) => row.state === 'waiting');
  const reading = files.some((row) => row.state === 'reading');
  useEffect(() => {
    if (waiting?.state !== 'waiting' || reading) return;
    const { signal } = stop.current;
    const put = (row: ImportFile) => signal.aborted || setFiles((list) => replaceFile(list, row));
    put({ ...waiting, state: 'reading' });
    const { key, name, bytes } = waiting;
    const look = async (): Promise<ImportFile> => {
      const base64 = await toBase64(waiting.file);
      const answer = await call(client, 'interview.preview', { file: { name, base64 } }, { signal });
      if (!answer.ok) return { key, name, bytes, state: 'refused', reason: answer.error.message };
      return judgeFile(latest.current, waiting, base64, answer.value);
    };
    void look().then(put, () => put({ key, name, bytes, state: 'refused', reason: t('interviews.unreadable') }));
  }, [client, waiting, reading, t]);

  const add = useCallback((more: readonly File[]) => setFiles((list) => addFiles(list, more)), []);
  const remove = useCallback((key: number) => setFiles((list) => list.filter((row) => row.key !== key)), []);
  return { files, add, remove, reading: reading || waiting !== undefined };
}
