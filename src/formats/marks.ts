// Places in a text while it is taken apart: a mark is a few code points that no text may hold, set where a comment begins or ends,
// and taken out again when the text is done. What stands between two marks may lose its label and its times meanwhile.

import type { TextRange } from '../domain/text.ts';

// Noncharacters of Unicode: sixteen digits, and what ends a number. Nobody writes them, and who does loses them.
const ZERO = 0xfdd0;
const END = '\ufde0';
const MARK = /[\ufdd0-\ufddf]+\ufde0/g;
const RESERVED = /[\ufdd0-\ufdef]/g;

/** The mark of this number, 0 or more. */
export function markOf(number: number): string {
  const digits = Array.from(number.toString(16), (digit) => String.fromCharCode(ZERO + Number.parseInt(digit, 16)));
  return `${digits.join('')}${END}`;
}

/** Text from a file, without what would be taken for a mark. */
export function withoutReserved(text: string): string {
  return text.search(RESERVED) < 0 ? text : text.replace(RESERVED, '');
}

export function withoutMarks(text: string): string {
  return text.includes(END) ? text.replace(MARK, '') : text;
}

/** The marks in a text, without the text. */
export function marksIn(text: string): string {
  return text.includes(END) ? (text.match(MARK)?.join('') ?? '') : '';
}

/** A line with its marks apart, which are put back into the pieces that it is cut into, in their order. */
export class MarkedLine {
  readonly plain: string;
  readonly #marks: { readonly at: number; readonly mark: string }[] = [];
  #from = 0;

  constructor(text: string) {
    this.plain = withoutMarks(text);
    if (this.plain === text) return;
    let taken = 0;
    for (const { index, 0: mark } of text.matchAll(MARK)) {
      this.#marks.push({ at: index - taken, mark });
      taken += mark.length;
    }
  }

  /** The piece, which follows the last one in the line, with the marks in it and before it. */
  mark(piece: string): string {
    if (this.#marks.length === 0) return piece;
    const start = Math.max(this.#from, this.plain.indexOf(piece, this.#from));
    this.#from = start + piece.length;
    let marked = '';
    let done = 0;
    for (let next = this.#marks[0]; next && next.at <= this.#from; next = this.#marks[0]) {
      const at = Math.max(done, next.at - start);
      marked += piece.slice(done, at) + next.mark;
      done = at;
      this.#marks.shift();
    }
    return marked + piece.slice(done);
  }

  /** The marks behind the last piece. */
  rest(): string {
    return this.#marks
      .splice(0)
      .map(({ mark }) => mark)
      .join('');
  }
}

/** The text as `clean` leaves it without its marks, and where each mark is in that. `clean` may take away only white space. */
export function takeMarks(
  text: string,
  clean: (plain: string) => string,
): { readonly text: string; readonly places: ReadonlyMap<number, number> } {
  const places = new Map<number, number>();
  if (!text.includes(END)) return { text: clean(text), places };
  const cleaned = clean(withoutMarks(text));
  let solids = 0; // what is no white space, up to the mark
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(MARK)) {
    solids += countSolids(text.slice(from, index));
    from = index + mark.length;
    places.set(numberOf(mark), afterSolids(cleaned, solids));
  }
  return { text: cleaned, places };
}

/** The range between two marks, without white space at its ends; null when there is nothing between them. */
export function rangeBetween(text: string, from: number, to: number): TextRange | null {
  let start = Math.min(from, to);
  let end = Math.max(from, to);
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return start < end ? { start, end } : null;
}

function numberOf(mark: string): number {
  const digits = Array.from(mark.slice(0, -1), (digit) => (digit.charCodeAt(0) - ZERO).toString(16));
  return Number.parseInt(digits.join(''), 16);
}

function countSolids(text: string): number {
  return text.replace(/[\s\0]+/gu, '').length;
}

function afterSolids(text: string, solids: number): number {
  let at = 0;
  for (let left = solids; left > 0 && at < text.length; at++) if (!/\s/u.test(text[at] ?? '')) left--;
  return at;
}
