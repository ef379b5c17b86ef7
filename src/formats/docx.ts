// Transcripts from Word files. Reads the running text as Word shows it with all changes accepted: insertions in, deletions,
// comments, notes, hidden text and field codes out. Nothing the file points to is ever opened.

import { DraadError } from '../domain/error.ts';
import type { Transcript } from '../domain/interview.ts';
import { transcriptOf } from './document.ts';
import { readDocxBody } from './docx-body.ts';
import { readZip } from './zip.ts';

export const DOCX_BODY = 'word/document.xml';

/** Throws `refused` when the file is damaged, protected or not a Word document. */
export async function readDocx(bytes: Uint8Array): Promise<Transcript> {
  const archive = await readZip(bytes, (name) => name === DOCX_BODY);
  const body = archive.files.get(DOCX_BODY);
  if (!body) throw new DraadError('refused', 'The file is not a Word document: it has no text part');
  return transcriptOf(readDocxBody(body));
}
