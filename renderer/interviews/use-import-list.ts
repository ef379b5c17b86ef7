// Keeps the list of files of the import dialog and what the person says of their labels, and looks into the files one after the other, as
// long as the dialog is open: first those not seen yet, then those that something was said of.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LabelMend } from '../../src/contract/interview.ts';
import { call, useClient, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { addFiles, type ImportFile, judgeFile, type LookableFile, replaceFile, toBase64, touchLabel } from './import-list.ts';

export type ImportList = {
  readonly files: readonly ImportFile[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: number) => void;
  /** Some files have not been looked into yet. */
  readonly reading: boolean;
  readonly mends: readonly LabelMend[];
  /** Something was said in this dialog. */
  readonly mended: boolean;
  /** Changes what is said of these labels, in all files. */
  readonly mend: (labels: readonly string[], change: (mends: readonly LabelMend[]) => LabelMend[]) => void;
};

export function useImportList(first: readonly File[], chosen: number | null): ImportList {
  const client = useClient();
  const { t } = useTexts();
  const remembered = useRead('interview.mends', {}).data?.mends;
  const [said, setSaid] = useState<readonly LabelMend[] | null>(null);
  const mends = said ?? remembered;
  const [files, setFiles] = useState<readonly ImportFile[]>(() => addFiles([], first));
  const latest = useRef(files);
  latest.current = files;
  const stop = useRef(new AbortController());
  useEffect(() => {
    stop.current = new AbortController();
    return () => stop.current.abort();
  }, []);

  const waiting = files.some((row) => row.state === 'waiting');
  const busy = useRef(false);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const next = nextOf(files, chosen);
    if (!next || busy.current || !mends) return;
    busy.current = true;
    const { signal } = stop.current;
    const put = (row: ImportFile) => signal.aborted || setFiles((list) => replaceFile(list, row));
    const { key, name, bytes } = next;
    put(next.state === 'waiting' ? { key, name, bytes, state: 'reading' } : { ...next, stale: false });
    const look = async (): Promise<ImportFile | null> => {
      const base64 = next.state === 'ready' ? next.base64 : await toBase64(next.file);
      const answer = await call(client, 'interview.preview', { file: { name, base64 }, mends: [...mends] }, { signal });
      if (!answer.ok) return { key, name, bytes, state: 'refused', reason: answer.error.message };
      const now = latest.current.find((row) => row.key === key);
      // Taken off the list meanwhile; or something more was said, and it will be looked into once more.
      const judged = now && judgeFile(latest.current, now.state === 'ready' ? now : next, base64, answer.value);
      if (!judged) return null;
      return judged.state === 'ready' && now.state === 'ready' ? { ...judged, stale: now.stale } : judged;
    };
    void look()
      .catch((): ImportFile => ({ key, name, bytes, state: 'refused', reason: t('interviews.unreadable') }))
      .then((row) => {
        busy.current = false;
        if (row) put(row);
        if (!signal.aborted) setRound(round + 1);
      });
  }, [client, files, mends, chosen, round, t]);

  const add = useCallback((more: readonly File[]) => setFiles((list) => addFiles(list, more)), []);
  const remove = useCallback((key: number) => setFiles((list) => list.filter((row) => row.key !== key)), []);
  const mend = useCallback(
    (labels: readonly string[], change: (mends: readonly LabelMend[]) => LabelMend[]) => {
      setSaid((now) => change(now ?? remembered ?? []));
      setFiles((list) => labels.reduce(touchLabel, list));
    },
    [remembered],
  );
  const reading = waiting || files.some((row) => row.state === 'reading');
  return useMemo(
    () => ({ files, add, remove, reading, mends: mends ?? [], mended: said !== null, mend }),
    [files, add, remove, reading, mends, said, mend],
  );
}

/** What to look into: what is being shown comes before the rest of its kind. */
function nextOf(files: readonly ImportFile[], chosen: number | null): LookableFile | null {
  const stale = files.filter((row) => row.state === 'ready').filter((row) => row.stale);
  const shown = stale.find((row) => row.key === chosen);
  return shown ?? files.find((row) => row.state === 'waiting') ?? stale[0] ?? null;
}
