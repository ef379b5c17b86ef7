// Word files. Reads the running text as Word shows it with all changes accepted: insertions in, deletions, notes, hidden text and field
// codes out; comments come along beside it. Nothing the file points to is ever opened.

import { DraadError } from '../domain/error.ts';
import type { Comment, DocumentContent } from './document.ts';
import { readDocxBody } from './docx-body.ts';
import { readDocxComments } from './docx-comments.ts';
import { readZip } from './zip.ts';

export const DOCX_BODY = 'word/document.xml';
const COMMENTS = 'word/comments.xml';

/** Throws `refused` when the file is damaged, protected or not a Word document. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentContent> {
  const { files } = await readZip(bytes, (name) => name === DOCX_BODY || name === COMMENTS);
  const xml = files.get(DOCX_BODY);
  if (!xml) throw new DraadError('refused', 'The file is not a Word document: it has no text part');
  const { blocks, comments: ids, left } = readDocxBody(xml);
  const written = files.get(COMMENTS);
  return { blocks, comments: written ? commentsOf(readDocxComments(written), ids) : [], left: left.list() };
}

/** In the order of the text; those that the text does not refer to come last, and have no place. */
function commentsOf(written: ReturnType<typeof readDocxComments>, ids: readonly string[]): Comment[] {
  const elsewhere = [...written.keys()].filter((id) => !ids.includes(id));
  return [...ids, ...elsewhere].flatMap((id, number) => {
    const comment = written.get(id);
    return comment && comment.text !== '' ? [{ number, ...comment }] : [];
  });
}
