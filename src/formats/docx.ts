// Transcripts from Word files. Reads the running text as Word shows it with all changes accepted: insertions in, deletions,
// comments, notes, hidden text and field codes out. Nothing the file points to is ever opened.

import { DraadError } from '../domain/error.ts';
import { type Transcript, toTranscript } from '../domain/interview.ts';
import { type DocxBlock, readDocxBody } from './docx-body.ts';
import { speechesOfTable } from './docx-table.ts';
import { type Block, speechesOf } from './turns.ts';
import { readZip } from './zip.ts';

export const DOCX_BODY = 'word/document.xml';

/** Throws `refused` when the file is damaged, protected or not a Word document. */
export async function readDocx(bytes: Uint8Array): Promise<Transcript> {
  const archive = await readZip(bytes, (name) => name === DOCX_BODY);
  const body = archive.files.get(DOCX_BODY);
  if (!body) throw new DraadError('refused', 'The file is not a Word document: it has no text part');
  return toTranscript(speechesOf(readDocxBody(body).flatMap(toBlocks)));
}

function toBlocks(block: DocxBlock): Block[] {
  if (block.kind === 'paragraph') return linesOf(block.text);
  const speeches = speechesOfTable(block.rows.map((row) => row.map((paragraphs) => paragraphs.join('\n'))));
  if (speeches) return speeches.map((speech) => ({ kind: 'speech', speech }));
  return block.rows.flat(2).flatMap(linesOf);
}

// Each paragraph stands apart in Word, also without a blank one between; the line breaks inside it do not.
function linesOf(paragraph: string): Block[] {
  return paragraph.split('\n').map((text, index) => ({ kind: 'line', text, opensParagraph: index === 0 }));
}
