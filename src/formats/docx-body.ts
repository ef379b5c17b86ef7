// Walks through word/document.xml and gives its paragraphs and tables, in order, with marks where comments are. Knows
// WordprocessingML, and nothing of speakers.

import { type DocumentBlock, marksAround } from './document.ts';
import { Leftovers } from './leftovers.ts';
import { markOf, withoutReserved } from './marks.ts';
import { walkXml, type XmlElement } from './xml.ts';

/** `comments`: the ids of the comments whose places are marked, by the number of their marks. */
export type DocxBody = {
  readonly blocks: readonly DocumentBlock[];
  readonly comments: readonly string[];
  readonly left: Leftovers;
};

/** Throws `refused` when the XML is not well-formed or goes beyond the limits. */
export function readDocxBody(xml: Uint8Array): DocxBody {
  const reader = new BodyReader();
  walkXml(xml, { open: (element) => reader.open(element), close: () => reader.close(), text: (text) => reader.text(text) });
  return { blocks: reader.blocks(), comments: reader.comments, left: reader.left };
}

const WORD = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

// `joinsNext`: the mark at its end was deleted, so it runs on in the next paragraph.
type OpenParagraph = { readonly kind: 'paragraph'; text: string; joinsNext: boolean };
type OpenTable = { readonly kind: 'table'; readonly rows: { cells: OpenBlock[][]; deleted: boolean }[] };
type OpenBlock = OpenParagraph | OpenTable;

class BodyReader {
  readonly #body: OpenBlock[] = [];
  readonly #path: string[] = []; // local names of the open elements; those of other vocabularies with a leading colon
  readonly #containers: OpenBlock[][] = [this.#body]; // the body, and the cells we are in
  readonly #tables: OpenTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #runs: { hidden: boolean }[] = [];
  readonly #choices: { taken: boolean }[] = [];
  #skipped = 0; // how deep we are in what is left out
  #pending = ''; // marks between paragraphs
  readonly #numbers = new Map<string, number>();
  readonly comments: string[] = [];
  readonly left = new Leftovers();

  open(element: XmlElement): void {
    const { local } = element;
    if (this.#skipped > 0 || this.#isLeftOut(element)) {
      this.#skipped++;
      return;
    }
    const isWord = WORD.has(element.uri);
    if (isWord) this.#openWord(element);
    else if (isPicture(element)) this.left.add('pictures');
    else if (element.uri === COMPATIBILITY && local === 'AlternateContent') this.#choices.push({ taken: false });
    this.#path.push(isWord ? local : `:${local}`);
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const name = this.#path.pop();
    if (name === 'p') this.#paragraphs.pop();
    else if (name === 'r') this.#runs.pop();
    else if (name === 'tbl') this.#tables.pop();
    else if (name === 'tc') this.#containers.pop();
    else if (name === ':AlternateContent') this.#choices.pop();
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#parent() === 't')
      this.#write(withoutReserved(/[\r\n]/.test(text) ? text.replace(/\s*[\r\n]\s*/g, ' ') : text));
  }

  blocks(): DocumentBlock[] {
    return joined(this.#body).map((block) =>
      block.kind === 'paragraph'
        ? { kind: 'paragraph', text: block.text }
        : { kind: 'table', rows: block.rows.filter((row) => !row.deleted).map((row) => row.cells.map(paragraphsOf)) },
    );
  }

  #openWord(element: XmlElement): void {
    const parent = this.#parent();
    switch (element.local) {
      case 'p': {
        const paragraph: OpenParagraph = { kind: 'paragraph', text: this.#pending, joinsNext: false };
        this.#pending = '';
        this.#paragraphs.push(paragraph);
        this.#container().push(paragraph);
        return;
      }
      case 'r':
        this.#runs.push({ hidden: false });
        return;
      case 'vanish':
        if (parent === 'rPr' && this.#path.at(-2) === 'r') this.#hideRun(isOn(element));
        return;
      case 'del':
        this.#markDeleted(parent);
        return;
      case 'tab':
      case 'ptab':
        if (parent === 'r') this.#write('\t');
        return;
      case 'br':
      case 'cr':
        if (parent === 'r') this.#write('\n');
        return;
      case 'commentRangeStart':
      case 'commentRangeEnd':
      case 'commentReference':
        this.#markComment(element);
        return;
      case 'footnoteReference':
      case 'endnoteReference':
        this.left.add('notes');
        return;
      case 'noBreakHyphen':
        this.#write('-');
        return;
      case 'tbl': {
        const table: OpenTable = { kind: 'table', rows: [] };
        this.#tables.push(table);
        this.#container().push(table);
        return;
      }
      case 'tr':
        this.#tables.at(-1)?.rows.push({ cells: [], deleted: false });
        return;
      case 'tc': {
        const cell: OpenBlock[] = [];
        this.#tables.at(-1)?.rows.at(-1)?.cells.push(cell);
        this.#containers.push(cell);
        return;
      }
    }
  }

  // Deleted and moved-away text, the reading aid above East Asian text, and every way but the first to show one thing.
  #isLeftOut({ local, uri }: XmlElement): boolean {
    if (uri === COMPATIBILITY && (local === 'Choice' || local === 'Fallback')) {
      const choice = this.#choices.at(-1);
      const taken = choice?.taken ?? false;
      if (choice) choice.taken = true;
      return taken;
    }
    if (!WORD.has(uri)) return false;
    if (local === 'del' || local === 'moveFrom') {
      const isOut = this.#parent() !== 'rPr' && this.#parent() !== 'trPr';
      if (isOut && local === 'del') this.left.add('changes');
      return isOut;
    }
    return local === 'rt' || local === 'rPrChange' || local === 'pPrChange';
  }

  // `del` inside properties says that a paragraph mark or a table row is deleted.
  #markDeleted(parent: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1);
    const row = this.#tables.at(-1)?.rows.at(-1);
    if (parent === 'rPr' && this.#path.at(-2) === 'pPr' && paragraph) paragraph.joinsNext = true;
    if (parent === 'trPr' && row) row.deleted = true;
  }

  #hideRun(hidden: boolean): void {
    const run = this.#runs.at(-1);
    if (run && hidden && !run.hidden) this.left.add('hidden');
    if (run) run.hidden = hidden;
  }

  // A comment is on a range; on a point when it has nothing but its reference.
  #markComment(element: XmlElement): void {
    const id = element.attribute('id') ?? '';
    const known = this.#numbers.get(id);
    if (known !== undefined && element.local !== 'commentRangeEnd') return;
    const number = known ?? this.comments.push(id) - 1;
    this.#numbers.set(id, number);
    const [start, end] = marksAround(number);
    const mark = markOf(element.local === 'commentRangeEnd' ? end : start);
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph) paragraph.text += mark;
    else this.#pending += mark;
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph && this.#runs.at(-1)?.hidden === false) paragraph.text += text;
  }

  #parent(): string | undefined {
    return this.#path.at(-1);
  }

  #container(): OpenBlock[] {
    return this.#containers.at(-1) ?? this.#body;
  }
}

/** A picture as Word writes it now, or as it did before 2007. */
function isPicture({ local, uri }: XmlElement): boolean {
  return (local === 'pic' && uri.endsWith('/picture')) || (local === 'imagedata' && uri === 'urn:schemas-microsoft-com:vml');
}

/** A switch is on when it is there, unless it says otherwise. */
function isOn(element: XmlElement): boolean {
  return !['0', 'false', 'off'].includes(element.attribute('val') ?? '1');
}

function joined(blocks: readonly OpenBlock[]): OpenBlock[] {
  const result: OpenBlock[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === 'paragraph' && last?.kind === 'paragraph' && last.joinsNext) {
      result[result.length - 1] = { kind: 'paragraph', text: last.text + block.text, joinsNext: block.joinsNext };
    } else {
      result.push(block);
    }
  }
  return result;
}

function paragraphsOf(cell: readonly OpenBlock[]): string[] {
  return joined(cell).flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.filter((row) => !row.deleted).flatMap((row) => row.cells.flatMap(paragraphsOf)),
  );
}
