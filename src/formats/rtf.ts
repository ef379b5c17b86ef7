// RTF, which f4, Word, WordPad and TextEdit save. Reads the running text with all changes accepted: deletions,
// comments, notes, hidden text and pictures out.

import type { DocumentContent } from './document.ts';
import { readRtfBody } from './rtf-body.ts';

/** Throws `refused` when the file is damaged or cut off. */
export function readRtf(bytes: Uint8Array): DocumentContent {
  // One character per byte: RTF itself is ASCII, and says where other code pages begin.
  return readRtfBody(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}
