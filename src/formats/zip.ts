// Reads a few wanted files out of a ZIP archive that may be hostile. Every entry is judged by what it declares before any is
// opened. A declaration can lie, so yauzl counts while it inflates (validateEntrySizes) and stops at the first byte too many.

import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { DraadError } from '../domain/error.ts';

export const MAX_ENTRIES = 2_000;
export const MAX_BYTES = 200 * 1024 * 1024;
export const MAX_RATIO = 100;
/** Below this size an entry may have any ratio: a page of the same word compresses well and harms nobody. */
export const RATIO_FLOOR = 1024 * 1024;

/** `names` are all files in the archive, `files` the bytes of the wanted ones. */
export type Archive = { readonly names: readonly string[]; readonly files: ReadonlyMap<string, Uint8Array> };

/** Throws `refused` with the reason: damaged, encrypted, too large, or an archive that is made to do harm. */
export async function readZip(bytes: Uint8Array, isWanted: (name: string) => boolean): Promise<Archive> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      strictFileNames: true,
      validateEntrySizes: true,
    });
    const entries = await listEntries(zip);
    const files = new Map<string, Uint8Array>();
    for (const entry of entries) {
      if (isWanted(entry.fileName)) files.set(entry.fileName, await inflate(zip, entry));
    }
    return { names: entries.map((entry) => entry.fileName), files };
  } catch (error) {
    throw error instanceof DraadError ? error : explain(error);
  }
}

async function listEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  if (zip.entryCount > MAX_ENTRIES) throw refused(`The archive holds ${zip.entryCount} files; ${MAX_ENTRIES} is the limit`);
  const entries: yauzl.Entry[] = [];
  const names = new Set<string>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry);
    const key = entry.fileName.normalize('NFC').toLowerCase();
    if (names.has(key)) throw refused('The archive holds two files with the same name');
    names.add(key);
    declared += entry.uncompressedSize;
    if (declared > MAX_BYTES) throw tooLarge();
    entries.push(entry);
  }
  return entries;
}

const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function checkEntry(entry: yauzl.Entry): void {
  const parts = entry.fileName.split('/');
  if (entry.isEncrypted()) throw refused('The file is protected with a password');
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) throw refused('The archive holds a link to another file');
  if (entry.fileName.includes('\0') || parts.some((part) => part === '.' || part === '..' || DEVICE.test(part))) {
    throw badName();
  }
  if (isBomb(entry.uncompressedSize, entry.compressedSize)) throw bomb();
}

async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  const content = Buffer.concat(chunks);
  if (crc32(content) !== entry.crc32) throw damaged();
  return content;
}

function isBomb(size: number, compressed: number): boolean {
  return size > RATIO_FLOOR && size > compressed * MAX_RATIO;
}

function refused(reason: string): DraadError {
  return new DraadError('refused', reason);
}

function tooLarge(): DraadError {
  return refused(`The archive unpacks to more than ${MAX_BYTES / 1024 / 1024} MB`);
}

function bomb(): DraadError {
  return refused(`The archive holds a file that unpacks to more than ${MAX_RATIO} times its size`);
}

function badName(): DraadError {
  return refused('The archive holds a file with a name that is not allowed');
}

// What yauzl says of an archive, without the names in it: those come from the file.
function explain(error: unknown): DraadError {
  const message = error instanceof Error ? error.message : String(error);
  if (/^(?:absolute path|invalid relative path|invalid characters in fileName)/.test(message)) return badName();
  if (message.includes('strong encryption')) return refused('The file is protected with a password');
  if (message.startsWith('too many bytes')) return refused('The archive is damaged: a file in it is larger than it declares');
  return damaged();
}

function damaged(): DraadError {
  return refused('The archive is damaged or incomplete');
}
