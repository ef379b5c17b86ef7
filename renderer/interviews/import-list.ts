// The files that are about to be imported, one by one looked into before anything is kept. No React: state in, state out.

import type { Output } from '../../src/contract/index.ts';
import { nameKey } from '../../src/domain/code.ts';

export type Preview = Output<'interview.preview'>;

export type ImportFile = { readonly key: number; readonly name: string; readonly bytes: number } & (
  | { readonly state: 'waiting'; readonly file: File }
  | { readonly state: 'reading' }
  /** `labels`: by their keys, all that were ever seen in it. `stale`: something was said of one of them after it was looked into. */
  | {
      readonly state: 'ready';
      readonly base64: string;
      readonly preview: Preview;
      readonly labels: ReadonlySet<string>;
      readonly stale: boolean;
    }
  /** `interview`: the one that has this text already. */
  | { readonly state: 'present'; readonly interview: string }
  /** `other`: the file on the list with the same bytes. */
  | { readonly state: 'twice'; readonly other: string }
  | { readonly state: 'refused'; readonly reason: string }
);

export const MOST_FILES = 2000;
/** Base64 makes a third more of it, and a door takes 256 MB. */
export const MOST_BYTES = 180 * 1024 * 1024;

/** The list with more files at its end. Keys go on counting, so a row stays itself. */
export function addFiles(list: readonly ImportFile[], files: readonly File[]): ImportFile[] {
  const next = (list.at(-1)?.key ?? 0) + 1;
  const added = files.map((file, n) => ({ key: next + n, name: file.name, bytes: file.size, state: 'waiting' as const, file }));
  return [...list, ...added];
}

export function replaceFile(list: readonly ImportFile[], row: ImportFile): ImportFile[] {
  return list.map((other) => (other.key === row.key ? row : other));
}

/** What became of a file once it was read and looked into. */
export function judgeFile(list: readonly ImportFile[], row: ImportFile, base64: string, preview: Preview): ImportFile {
  const { key, name, bytes } = row;
  if (preview.refused !== null) return { key, name, bytes, state: 'refused', reason: preview.refused };
  if (preview.present !== null) return { key, name, bytes, state: 'present', interview: preview.present };
  const twin = list.find((other) => other.key !== key && other.state === 'ready' && other.base64 === base64);
  if (twin) return { key, name, bytes, state: 'twice', other: twin.name };
  const before = row.state === 'ready' ? row.labels : [];
  return { key, name, bytes, state: 'ready', base64, preview, labels: new Set([...before, ...labelsIn(preview)]), stale: false };
}

/** The list after something was said of this label: the files it is in are to be looked into again. */
export function touchLabel(list: readonly ImportFile[], label: string): readonly ImportFile[] {
  const key = nameKey(label);
  return list.map((row) => (row.state === 'ready' && row.labels.has(key) ? { ...row, stale: true } : row));
}

function labelsIn({ speakers, passed }: Preview): string[] {
  return [...speakers, ...passed].map(({ label }) => nameKey(label));
}

/** One that can be looked into, for the first time or again. */
export type LookableFile = Extract<ImportFile, { state: 'waiting' | 'ready' }>;

export type ReadyFile = Extract<ImportFile, { state: 'ready' }>;

export function readyFiles(list: readonly ImportFile[]): ReadyFile[] {
  return list.filter((row) => row.state === 'ready');
}

type Imported = Output<'interview.import'>;

/** What came of an import, with the files that were not even sent because they could not go in. */
export function withSkipped(answer: Imported, list: readonly ImportFile[]): Imported {
  const present = list.flatMap((row) => (row.state === 'present' ? [{ interview: row.interview, file: row.name }] : []));
  const twice = list.flatMap((row) => (row.state === 'twice' ? [{ interview: row.other, file: row.name }] : []));
  const refused = list.flatMap((row) => (row.state === 'refused' ? [{ file: row.name, reason: row.reason }] : []));
  return {
    imported: answer.imported,
    present: [...answer.present, ...present, ...twice],
    refused: [...answer.refused, ...refused],
  };
}

/** The bytes of a file in base64. Rejects when it can't be read. */
export function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
