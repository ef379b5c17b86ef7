// What kind of file some bytes are, by their content. Knows by name the kinds that people try, so the reason can name them.

import type { TranscriptFormat } from '../domain/interview.ts';
import { captionsKind } from './cues.ts';
import { startsWith } from './encoding.ts';
import { looksLikeJson } from './json.ts';
import { looksLikeNoScribe } from './noscribe-html.ts';
import { ODT_MIME } from './odt.ts';
import { looksLikeWhisperTsv } from './whisper-tsv.ts';
import { readZip } from './zip.ts';

/** A file of another kind, as a noun with its article. */
export type Other = { readonly seems: string };

type Signature = readonly [bytes: readonly number[] | string, seems: string, at?: number];

const SIGNATURES: readonly Signature[] = [
  ['\x89PNG', 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['SQLite format 3\0', 'a database'],
  ['ID3', 'an MP3 recording'],
  [[0xff, 0xfb], 'an MP3 recording'],
  ['RIFF', 'a WAV recording or another media file'],
  ['OggS', 'an Ogg recording'],
  ['fLaC', 'a FLAC recording'],
  ['ftyp', 'an MP4 or M4A recording', 4],
  [[0x1a, 0x45, 0xdf, 0xa3], 'a WebM or Matroska recording'],
  [[0x1f, 0x8b], 'a gzip archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
];

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** `docx`, `odt`, `rtf`, `pdf`, a kind that can't be read, or null when the bytes may be text. Throws `refused` on a harmful or damaged archive. */
export async function recogniseBinary(bytes: Uint8Array): Promise<'docx' | 'odt' | 'rtf' | 'pdf' | Other | null> {
  if (startsWith(bytes, codes('PK\x03\x04')) || startsWith(bytes, codes('PK\x05\x06'))) return recogniseZip(bytes);
  if (startsWith(bytes, OLE)) return recogniseOle(bytes);
  if (startsWith(bytes, codes('{\\rtf'))) return 'rtf';
  if (isPdf(bytes)) return 'pdf';
  const found = SIGNATURES.find(([signature, , at]) =>
    startsWith(bytes, typeof signature === 'string' ? codes(signature) : signature, at),
  );
  return found ? { seems: found[1] } : null;
}

// A mail program or a scanner may set a few lines before it.
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-');
}

/** The kinds of text a transcript is read from. */
export type TextKind = Exclude<TranscriptFormat, 'docx' | 'odt' | 'rtf' | 'pdf' | 'otr'>;

/** The kind of a text, or a kind that is text but no transcript. */
export function recogniseText(text: string): TextKind | Other {
  const start = text.trimStart();
  const captions = captionsKind(start);
  if (captions) return captions;
  if (/^<(?:!doctype html|html|head|body|p|a)[\s>]/i.test(start))
    return looksLikeNoScribe(start) ? 'noscribe' : { seems: 'a web page' };
  if (looksLikeWhisperTsv(start)) return 'tsv';
  if (/^<\?xml\s/i.test(start)) return { seems: 'an XML file' };
  if (looksLikeJson(start) || isJson(start)) return 'json';
  return 'text';
}

const ZIP_KINDS: readonly (readonly [name: RegExp, seems: string])[] = [
  [/^xl\//, 'an Excel workbook'],
  [/^ppt\//, 'a PowerPoint presentation'],
  [/^word\//, 'a Word document without its text'],
  [/^project\.qde$/, 'a REFI-QDA project'],
];

const MIME_KINDS: readonly (readonly [mime: string, seems: string])[] = [
  [`${ODT_MIME}-`, 'an OpenDocument master document or template'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (.ods)'],
  ['application/vnd.oasis.opendocument', 'an OpenDocument file'],
  ['application/epub+zip', 'an e-book'],
];

async function recogniseZip(bytes: Uint8Array): Promise<'docx' | 'odt' | Other> {
  const { names, files } = await readZip(bytes, (name) => name === 'mimetype');
  if (names.includes('word/document.xml')) return 'docx';
  const mime = new TextDecoder().decode(files.get('mimetype')?.subarray(0, 100));
  if (mime.trim() === ODT_MIME || mime.startsWith(`${ODT_MIME}-template`)) return 'odt';
  const byMime = MIME_KINDS.find(([kind]) => mime.startsWith(kind));
  const byName = ZIP_KINDS.find(([pattern]) => names.some((name) => pattern.test(name)));
  return { seems: byMime?.[1] ?? byName?.[1] ?? 'a ZIP archive' };
}

// The container of Word 97 to 2003, and of a newer document with a password; names in it are UTF-16.
function recogniseOle(bytes: Uint8Array): Other {
  const has = (name: string): boolean =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le');
  if (has('EncryptedPackage')) return { seems: 'a document protected with a password' };
  if (has('WordDocument')) return { seems: 'a Word document of before 2007 (.doc)' };
  if (has('Workbook')) return { seems: 'an Excel workbook of before 2007 (.xls)' };
  return { seems: 'an Office document of before 2007' };
}

function isJson(text: string): boolean {
  if (!/^[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function codes(text: string): number[] {
  return Array.from(text, (char) => char.charCodeAt(0));
}
