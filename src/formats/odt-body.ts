// Walks through the content.xml of an OpenDocument text and gives its paragraphs, tables and comments, in order. Knows OpenDocument,
// and nothing of speakers.

import type { LeftKind } from '../domain/interview.ts';
import { type Comment, type DocumentContent, marksAround } from './document.ts';
import { Leftovers } from './leftovers.ts';
import { markOf, withoutReserved } from './marks.ts';
import { walkXml, type XmlElement } from './xml.ts';

/** Throws `refused` when the XML is not well-formed or goes beyond the limits. */
export function readOdtBody(xml: Uint8Array): DocumentContent {
  const reader = new BodyReader();
  walkXml(xml, { open: (element) => reader.open(element), close: () => reader.close(), text: (text) => reader.text(text) });
  return { blocks: reader.blocks, comments: reader.comments(), left: reader.left.list() };
}

const OTHERS = [
  [':svg-compatible:1.0', 'svg'],
  [':drawing:1.0', 'draw'],
  ['//purl.org/dc/elements/1.1/', 'dc'],
] as const;
const VOCABULARY = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+):1\.0$/;

// Deleted text stands apart, in `tracked-changes`. The rest is beside the text, or above it.
const LEFT_OUT = new Set(
  (
    'text:tracked-changes text:note office:forms text:ruby-text text:hidden-paragraph text:hidden-text ' +
    'text:index-title-template text:sequence-decls text:variable-decls text:user-field-decls svg:title svg:desc'
  ).split(' '),
);

// What of it is told, and by which element it is counted.
const TOLD = new Map<string, LeftKind>([
  ['text:note', 'notes'],
  ['text:deletion', 'changes'],
  ['text:hidden-paragraph', 'hidden'],
  ['text:hidden-text', 'hidden'],
  ['draw:image', 'pictures'],
]);

/** Blanks that one element may stand for: a page is not wider. */
const MOST_SPACES = 200;

type OpenParagraph = { kind: 'paragraph'; text: string };
type OpenTable = { readonly kind: 'table'; readonly rows: string[][][] };

type OpenComment = { author: string; at: string; readonly lines: string[] };

class BodyReader {
  readonly blocks: (OpenParagraph | OpenTable)[] = [];
  readonly #path: string[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #cells: string[][] = [];
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #skipped = 0; // how deep we are in what is left out
  #pending = ''; // marks between paragraphs
  #comment: OpenComment | null = null; // that we are inside of
  #commentDepth = 0;
  readonly #comments: OpenComment[] = [];
  readonly #commentByName = new Map<string, number>();
  readonly left = new Leftovers();

  open(element: XmlElement): void {
    const name = nameOf(element);
    const told = TOLD.get(name);
    if (told && this.#comment === null) this.left.add(told);
    if (this.#comment) {
      this.#openInComment(name);
      return;
    }
    if (this.#skipped > 0 || LEFT_OUT.has(name) || this.#isHidden(name, element)) {
      this.#skipped++;
      return;
    }
    this.#path.push(name);
    switch (name) {
      case 'office:annotation':
        this.#openComment(element);
        return;
      case 'office:annotation-end':
        this.#endRange(element.attribute('name') ?? '');
        return;
      case 'style:style':
        this.#style = element.attribute('name') ?? '';
        return;
      case 'style:text-properties':
        if (element.attribute('display') === 'none') this.#hiddenStyles.add(this.#style);
        return;
      case 'text:p':
      case 'text:h':
        this.#openParagraph();
        return;
      case 'text:s': {
        const count = Number(element.attribute('c') ?? '1');
        this.#write(' '.repeat(count >= 1 ? Math.min(Math.floor(count), MOST_SPACES) : 1));
        return;
      }
      case 'text:tab':
        this.#write('\t');
        return;
      case 'text:line-break':
        this.#write('\n');
        return;
      case 'table:table':
        this.#openTable();
        return;
      case 'table:table-row':
        this.#tables.at(-1)?.rows.push([]);
        return;
      case 'table:table-cell':
      case 'table:covered-table-cell': {
        const cell: string[] = [];
        this.#tables.at(-1)?.rows.at(-1)?.push(cell);
        this.#cells.push(cell);
        return;
      }
    }
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const name = this.#path.pop();
    if (this.#comment) {
      if (this.#path.length < this.#commentDepth) this.#comment = null;
      return;
    }
    if (name === 'text:p' || name === 'text:h') this.#closeParagraph();
    else if (name === 'table:table') this.#tables.pop();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#cells.pop();
  }

  // White space in the XML is one blank, and none at the start of a paragraph; what is more than that has an element.
  text(text: string): void {
    if (this.#skipped > 0) return;
    if (this.#comment) {
      this.#writeComment(text);
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const blanks = withoutReserved(text).replace(/[ \t\r\n]+/g, ' ');
    this.#write(paragraph.text === '' || paragraph.text.endsWith(' ') ? blanks.replace(/^ /, '') : blanks);
  }

  #isHidden(name: string, element: XmlElement): boolean {
    if (this.#hiddenStyles.size === 0 || !/^text:(?:span|p|h)$/.test(name)) return false;
    const hidden = this.#hiddenStyles.has(element.attribute('style-name') ?? '\0');
    if (hidden) this.left.add('hidden');
    return hidden;
  }

  // One table holds the rows of the tables in its cells: their paragraphs are those of the cell.
  #openTable(): void {
    const table: OpenTable = { kind: 'table', rows: [] };
    if (this.#cells.length === 0) this.blocks.push(table);
    this.#tables.push(table);
  }

  #openParagraph(): void {
    const paragraph: OpenParagraph = { kind: 'paragraph', text: this.#pending };
    this.#pending = '';
    this.#paragraphs.push(paragraph);
    if (this.#cells.length === 0) this.blocks.push(paragraph);
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph) this.#cells[0]?.push(paragraph.text);
  }

  comments(): Comment[] {
    return this.#comments.flatMap(({ author, at, lines }, number) => {
      const text = lines.join('\n').trim();
      return text === '' ? [] : [{ number, author, at, text }];
    });
  }

  // It stands in the middle of the text, at the beginning of what it is about.
  #openComment(element: XmlElement): void {
    this.#comment = { author: '', at: '', lines: [] };
    this.#commentDepth = this.#path.length;
    const number = this.#comments.push(this.#comment) - 1;
    this.#commentByName.set(element.attribute('name') ?? '', number);
    this.#mark(marksAround(number)[0]);
  }

  #openInComment(name: string): void {
    this.#path.push(name);
    const lines = this.#comment?.lines;
    if (name === 'text:p' || name === 'text:line-break') lines?.push('');
    else if (name === 'text:tab' || name === 'text:s') this.#writeComment(' ');
  }

  #writeComment(text: string): void {
    const comment = this.#comment;
    const said = withoutReserved(text).replace(/\s+/gu, ' ');
    const parent = this.#path.at(-1);
    if (!comment) return;
    if (parent === 'dc:creator') comment.author += said;
    else if (parent === 'dc:date') comment.at += said;
    else if (this.#path.includes('text:p')) comment.lines.push(`${comment.lines.pop() ?? ''}${said}`);
  }

  #endRange(name: string): void {
    const number = name === '' ? undefined : this.#commentByName.get(name);
    if (number !== undefined) this.#mark(marksAround(number)[1]);
  }

  #mark(number: number): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.text += markOf(number);
    else this.#pending += markOf(number);
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.text += text;
  }
}

/** The name with the prefix that OpenDocument uses for its vocabulary; a name of another vocabulary is no name we know. */
function nameOf({ uri, local }: XmlElement): string {
  const vocabulary = OTHERS.find(([ending]) => uri.endsWith(ending))?.[1] ?? VOCABULARY.exec(uri)?.[1] ?? '';
  return `${vocabulary}:${local}`;
}
