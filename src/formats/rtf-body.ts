// Walks through the tokens of RTF and gives its paragraphs and tables, in order. Knows what Word, WordPad, LibreOffice and f4
// write, and nothing of speakers.

import { DraadError } from '../domain/error.ts';
import type { DocumentBlock, DocumentContent } from './document.ts';
import { Leftovers } from './leftovers.ts';
import { withoutReserved } from './marks.ts';
import { decodeBytes, encodingOfCharset, encodingOfPage } from './rtf-pages.ts';
import { type RtfToken, rtfTokens } from './rtf-tokens.ts';

const MAX_DEPTH = 1_000;

/** Throws `refused` when groups are nested beyond the limit or the file is cut off. */
export function readRtfBody(rtf: string): DocumentContent {
  const reader = new BodyReader();
  for (const token of rtfTokens(rtf)) reader.take(token);
  return { blocks: reader.end(), comments: [], left: reader.left.list() };
}

// Groups that are beside the text. A group that begins with `\*` is left out too, whatever it is.
const LEFT_OUT = new Set(
  (
    'colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf footnote pict fldinst annotation xe tc ' +
    'listtext pntext pntxta pntxtb nonshppict objdata bkmkstart bkmkend listtable revtbl filetbl template private objclass'
  ).split(' '),
);

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  line: '\n',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emdash: '—',
  endash: '–',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};
const SYMBOLS: Readonly<Record<string, string>> = { '\\': '\\', '{': '{', '}': '}', '~': '\u00a0', _: '-' };

/** What holds inside a group and ends with it. `fallback` is how many characters stand after a `\u` for readers without Unicode. */
type State = {
  readonly leftOut: boolean;
  readonly outsideLeftOut: boolean; // around text that is written twice, for old readers and for new ones
  readonly fontTable: boolean;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly inTable: boolean;
  readonly fallback: number;
  readonly font: number;
};

const START: State = {
  leftOut: false,
  outsideLeftOut: false,
  fontTable: false,
  hidden: false,
  deleted: false,
  inTable: false,
  fallback: 1,
  font: -1,
};

class BodyReader {
  readonly #blocks: DocumentBlock[] = [];
  readonly #stack: State[] = [];
  readonly #encodings = new Map<number, string>(); // of fonts
  #state: State = START;
  #documentEncoding = 'windows-1252';
  #bytes: number[] = [];
  #toSkip = 0; // characters that only repeat a `\u`
  #starred = false;
  #oldPicture = false;
  #defaultFont = 0;
  #font = 0; // that the font table is describing
  #paragraph = '';
  #cell: string[] = [];
  #row: string[][] = [];
  #rows: string[][][] = [];
  #closed = false;
  readonly left = new Leftovers();

  take(token: RtfToken): void {
    if (this.#closed) return; // what stands behind the document
    if (token.kind !== 'byte') this.#flushBytes();
    switch (token.kind) {
      case 'open':
        if (this.#stack.length >= MAX_DEPTH) throw refused(`The file is nested more than ${MAX_DEPTH} levels deep`);
        this.#stack.push(this.#state);
        this.#toSkip = 0;
        return;
      case 'close':
        this.#state = this.#stack.pop() ?? START;
        this.#toSkip = 0;
        this.#closed = this.#stack.length === 0;
        return;
      case 'byte':
        if (this.#toSkip > 0) this.#toSkip--;
        else this.#bytes.push(token.byte);
        return;
      case 'symbol':
        this.#takeSymbol(token.symbol);
        return;
      case 'text':
        this.#takeText(token.text);
        return;
      case 'word':
        this.#takeWord(token.name, token.value);
    }
  }

  end(): DocumentBlock[] {
    this.#flushBytes();
    if (!this.#closed) throw refused('The file is damaged: it ends in the middle of its text');
    this.#endParagraph();
    this.#endTable();
    return this.#blocks;
  }

  #takeSymbol(symbol: string): void {
    if (symbol === '*') this.#starred = true;
    else if (symbol === '\n' || symbol === '\r') this.#endParagraph();
    else this.#takeText(SYMBOLS[symbol] ?? '');
  }

  #takeText(text: string): void {
    const skipped = Math.min(this.#toSkip, text.length);
    this.#toSkip -= skipped;
    // Plain text is a character per byte too; above ASCII it means what the font says.
    const rest = text.slice(skipped);
    if (/[\u0080-\u00ff]/.test(rest)) this.#write(decodeBytes(Array.from(rest, codeOf), this.#encoding()));
    else this.#write(rest);
  }

  #takeWord(name: string, value: number | null): void {
    const starred = this.#starred;
    this.#starred = false;
    this.#count(name);
    if (name === 'fonttbl') this.#set({ fontTable: true });
    else if (name === 'upr') this.#set({ leftOut: true, outsideLeftOut: this.#state.leftOut });
    else if (name === 'ud') this.#set({ leftOut: this.#state.outsideLeftOut });
    else if (starred || LEFT_OUT.has(name)) this.#set({ leftOut: true });
    else if (this.#state.fontTable) this.#describeFont(name, value);
    else if (this.#state.leftOut) return;
    else if (name === 'u') this.#takeUnicode(value ?? 0);
    else if (!this.#takeFormat(name, value)) this.#takeStructure(name);
  }

  // What is left out and a reader would miss. A picture is there twice when old readers are to see it too.
  #count(name: string): void {
    if (name === 'nonshppict') this.#oldPicture = true;
    else if (name === 'pict' && this.#oldPicture) this.#oldPicture = false;
    else if (name === 'pict') this.left.add('pictures');
    else if (name === 'footnote') this.left.add('notes');
    else if (name === 'annotation') this.left.add('comments');
  }

  #takeUnicode(value: number): void {
    this.#write(String.fromCharCode(((value % 65536) + 65536) % 65536));
    this.#toSkip = this.#state.fallback;
  }

  /** True when the word says how text is to be read. */
  #takeFormat(name: string, value: number | null): boolean {
    const on = value !== 0;
    if (name === 'uc') this.#set({ fallback: Math.min(Math.max(value ?? 1, 0), 16) });
    else if (name === 'v') this.#hide(on);
    else if (name === 'deleted') this.#delete(on);
    else if (name === 'plain') this.#set({ hidden: false, deleted: false, font: -1 });
    else if (name === 'f') this.#set({ font: value ?? 0 });
    else if (name === 'ansicpg') this.#documentEncoding = encodingOfPage(value ?? 1252);
    else if (name === 'deff') this.#defaultFont = value ?? 0;
    else if (name === 'mac') this.#documentEncoding = 'macintosh';
    else if (name === 'intbl') this.#set({ inTable: true });
    else if (name === 'pard') this.#set({ inTable: false });
    else return false;
    return true;
  }

  #hide(on: boolean): void {
    if (on && !this.#state.hidden) this.left.add('hidden');
    this.#set({ hidden: on });
  }

  #delete(on: boolean): void {
    if (on && !this.#state.deleted) this.left.add('changes');
    this.#set({ deleted: on });
  }

  #takeStructure(name: string): void {
    if (name === 'par' || name === 'sect' || name === 'page') this.#endParagraph();
    else if (name === 'cell' || name === 'nestcell') this.#endCell();
    else if (name === 'row') this.#endRow();
    else this.#write(CHARACTERS[name] ?? '');
  }

  #describeFont(name: string, value: number | null): void {
    if (name === 'f') this.#font = value ?? 0;
    const encoding = name === 'fcharset' ? encodingOfCharset(value ?? 0) : name === 'cpg' ? encodingOfPage(value ?? 1252) : null;
    if (encoding !== null) this.#encodings.set(this.#font, encoding);
  }

  #encoding(): string {
    const { font } = this.#state;
    return this.#encodings.get(font === -1 ? this.#defaultFont : font) ?? this.#documentEncoding;
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    this.#write(decodeBytes(this.#bytes, this.#encoding()));
    this.#bytes = [];
  }

  #write(text: string): void {
    const { leftOut, fontTable, hidden, deleted } = this.#state;
    if (!leftOut && !fontTable && !hidden && !deleted) this.#paragraph += withoutReserved(text);
  }

  // The mark of a deleted paragraph is deleted too: it runs on in the next one.
  #endParagraph(): void {
    if (this.#state.deleted || this.#state.leftOut) return;
    if (this.#state.inTable) this.#cell.push(this.#paragraph);
    else {
      this.#endTable();
      this.#blocks.push({ kind: 'paragraph', text: this.#paragraph });
    }
    this.#paragraph = '';
  }

  #endCell(): void {
    this.#cell.push(this.#paragraph);
    this.#row.push(this.#cell);
    this.#paragraph = '';
    this.#cell = [];
  }

  #endRow(): void {
    if (this.#row.length > 0) this.#rows.push(this.#row);
    this.#row = [];
  }

  #endTable(): void {
    if (this.#cell.length > 0) this.#endCell();
    this.#endRow();
    if (this.#rows.length > 0) this.#blocks.push({ kind: 'table', rows: this.#rows });
    this.#rows = [];
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
  }
}

function codeOf(char: string): number {
  return char.charCodeAt(0);
}

function refused(reason: string): DraadError {
  return new DraadError('refused', reason);
}
