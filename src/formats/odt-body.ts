// Walks through the content.xml of an OpenDocument text and gives its paragraphs and tables, in order. Knows OpenDocument, and
// nothing of speakers.

import type { DocumentBlock } from './document.ts';
import { walkXml, type XmlElement } from './xml.ts';

/** Throws `refused` when the XML is not well-formed or goes beyond the limits. */
export function readOdtBody(xml: Uint8Array): DocumentBlock[] {
  const reader = new BodyReader();
  walkXml(xml, { open: (element) => reader.open(element), close: () => reader.close(), text: (text) => reader.text(text) });
  return reader.blocks;
}

const VOCABULARY = /^urn:oasis:names:tc:opendocument:xmlns:([a-z]+):1\.0$/;

// Deleted text stands apart, in `tracked-changes`. The rest is beside the text, or above it.
const LEFT_OUT = new Set(
  (
    'text:tracked-changes text:note office:annotation office:forms text:ruby-text text:hidden-paragraph text:hidden-text ' +
    'text:index-title-template text:sequence-decls text:variable-decls text:user-field-decls svg:title svg:desc'
  ).split(' '),
);

/** Blanks that one element may stand for: a page is not wider. */
const MOST_SPACES = 200;

type OpenParagraph = { kind: 'paragraph'; text: string };
type OpenTable = { readonly kind: 'table'; readonly rows: string[][][] };

class BodyReader {
  readonly blocks: (OpenParagraph | OpenTable)[] = [];
  readonly #path: string[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #cells: string[][] = [];
  readonly #hiddenStyles = new Set<string>();
  #style = '';
  #skipped = 0; // how deep we are in what is left out

  open(element: XmlElement): void {
    const name = nameOf(element);
    if (this.#skipped > 0 || LEFT_OUT.has(name) || this.#isHidden(name, element)) {
      this.#skipped++;
      return;
    }
    this.#path.push(name);
    switch (name) {
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
    if (name === 'text:p' || name === 'text:h') this.#closeParagraph();
    else if (name === 'table:table') this.#tables.pop();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.#cells.pop();
  }

  // White space in the XML is one blank, and none at the start of a paragraph; what is more than that has an element.
  text(text: string): void {
    if (this.#skipped > 0) return;
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const blanks = text.replace(/[ \t\r\n]+/g, ' ');
    this.#write(paragraph.text === '' || paragraph.text.endsWith(' ') ? blanks.replace(/^ /, '') : blanks);
  }

  #isHidden(name: string, element: XmlElement): boolean {
    return /^text:(?:span|p|h)$/.test(name) && this.#hiddenStyles.has(element.attribute('style-name') ?? '\0');
  }

  // One table holds the rows of the tables in its cells: their paragraphs are those of the cell.
  #openTable(): void {
    const table: OpenTable = { kind: 'table', rows: [] };
    if (this.#cells.length === 0) this.blocks.push(table);
    this.#tables.push(table);
  }

  #openParagraph(): void {
    const paragraph: OpenParagraph = { kind: 'paragraph', text: '' };
    this.#paragraphs.push(paragraph);
    if (this.#cells.length === 0) this.blocks.push(paragraph);
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph) this.#cells[0]?.push(paragraph.text);
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.text += text;
  }
}

/** The name with the prefix that OpenDocument uses for its vocabulary; a name of another vocabulary is no name we know. */
function nameOf({ uri, local }: XmlElement): string {
  const vocabulary = VOCABULARY.exec(uri)?.[1] ?? (uri.endsWith(':svg-compatible:1.0') ? 'svg' : '');
  return `${vocabulary}:${local}`;
}
