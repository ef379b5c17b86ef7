// Writes files so that a reader finds either the old one or the new one, whole: temporary file, fsync, rename, fsync the folder.

import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DraadError } from '../domain/error.ts';
import { floorToGrapheme } from '../domain/text.ts';
import { decodeText } from '../formats/encoding.ts';

/** Writes `content` at `path`, replacing what is there; makes the folder. Errors: `no-space`, `not-writable` (the old file is still there). */
export function writeFileSafely(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSync(temporary, 'w', 0o600);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
    syncFolder(folder);
  } catch (error) {
    removeIfThere(temporary);
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new DraadError(
      isFull(code) ? 'no-space' : 'not-writable',
      `${path} can’t be written (${code}); what was there before is still there`,
    );
  }
}

/** What the system says when there is no room: the disk, the person's share of it, or the largest file there can be. */
export function isFull(code: string): boolean {
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where the folder is none there is nothing to remove; what went wrong before is what the person hears.
  }
}

/** The text of a file in UTF-8, UTF-16 or Windows-1252. Errors: `not-found`, `refused` when it isn't text. */
export function readTextFile(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new DraadError('not-found', `${path} can’t be read`);
  }
  const text = decodeText(bytes);
  if (text === null) throw new DraadError('refused', `${path} is not a text file`);
  return text;
}

// Windows can't open a folder; there the rename itself is durable enough.
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A file name for a title, safe on Windows, macOS and Linux. */
export function toFileName(title: string): string {
  const safe = title
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what must go
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-')
    .trim()
    .slice(0, floorToGrapheme(title, 100))
    .replace(/[. ]+$/, '');
  return safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe) ? `project ${safe}`.trim() : safe;
}
