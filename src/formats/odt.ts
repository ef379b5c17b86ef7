// OpenDocument texts (LibreOffice). Reads the running text with all changes accepted: deletions, notes and hidden text out; comments
// come along beside it. Nothing the file points to is ever opened.

import { DraadError } from '../domain/error.ts';
import type { DocumentContent } from './document.ts';
import { readOdtBody } from './odt-body.ts';
import { readZip } from './zip.ts';

export const ODT_MIME = 'application/vnd.oasis.opendocument.text';
const BODY = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** Throws `refused` when the file is damaged, protected or not an OpenDocument text. */
export async function readOdt(bytes: Uint8Array): Promise<DocumentContent> {
  const { files } = await readZip(bytes, (name) => name === BODY || name === MANIFEST);
  const body = files.get(BODY);
  if (!body) throw new DraadError('refused', 'The file is not an OpenDocument text: it has no text part');
  const manifest = new TextDecoder().decode(files.get(MANIFEST));
  if (manifest.includes(':encryption-data')) throw new DraadError('refused', 'The file is protected with a password');
  return readOdtBody(body);
}
