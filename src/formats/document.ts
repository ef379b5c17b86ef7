// What a word processor's file holds for us, whatever program wrote it: paragraphs and tables in order, with the comments beside them,
// made into speech.

import type { Left, Speech } from '../domain/interview.ts';
import type { LabelRules } from './labels.ts';
import { speechesOfTable } from './transcript-table.ts';
import { type Block, speechesOf } from './turns.ts';

/** Line breaks inside it are `\n`; where a comment begins or ends is a mark (marks.ts). */
export type Paragraph = { readonly kind: 'paragraph'; readonly text: string };

/** Rows of cells of paragraphs. A table inside a cell gives its paragraphs to that cell. */
export type Table = { readonly kind: 'table'; readonly rows: readonly (readonly (readonly string[])[])[] };
export type DocumentBlock = Paragraph | Table;

/** A comment beside the text. Its place is between the marks `2 × number` and `2 × number + 1`; without an end it is a point. */
export type Comment = { readonly number: number; readonly author: string; readonly at: string; readonly text: string };

export type DocumentContent = {
  readonly blocks: readonly DocumentBlock[];
  readonly comments: readonly Comment[];
  readonly left: readonly Left[];
};

/** The marks around the place of a comment. */
export function marksAround(number: number): readonly [start: number, end: number] {
  return [2 * number, 2 * number + 1];
}

/** The speech in these blocks; a table with a row per turn is turns, any other gives its paragraphs. */
export function speechesOfDocument(blocks: readonly DocumentBlock[], rules: LabelRules): Speech[] {
  return speechesOf(blocks.flatMap(toBlocks), rules);
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
