// What a word processor's file holds for us, whatever program wrote it: paragraphs and tables, in order, made into a transcript.

import { type Transcript, toTranscript } from '../domain/interview.ts';
import { speechesOfTable } from './transcript-table.ts';
import { type Block, speechesOf } from './turns.ts';

/** Line breaks inside it are `\n`. */
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string };

/** Rows of cells of paragraphs. A table inside a cell gives its paragraphs to that cell. */
export type Table = { readonly kind: 'table'; readonly rows: readonly (readonly (readonly string[])[])[] };
export type DocumentBlock = Paragraph | Table;

/** The transcript in these blocks; a table with a row per turn is turns, any other gives its paragraphs. */
export function transcriptOf(blocks: readonly DocumentBlock[]): Transcript {
  return toTranscript(speechesOf(blocks.flatMap(toBlocks)));
}

function toBlocks(block: DocumentBlock): Block[] {
  if (block.kind === 'paragraph') return linesOf(block.text);
  const speeches = speechesOfTable(block.rows.map((row) => row.map((paragraphs) => paragraphs.join('\n'))));
  if (speeches) return speeches.map((speech) => ({ kind: 'speech', speech }));
  return block.rows.flat(2).flatMap(linesOf);
}

// Each paragraph stands apart in a document, also without a blank one between; the line breaks inside it do not.
function linesOf(paragraph: string): Block[] {
  return paragraph.split('\n').map((text, index) => ({ kind: 'line', text, opensParagraph: index === 0 }));
}
