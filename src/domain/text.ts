// Ranges in a transcript. Every offset in Rode Draad is a UTF-16 code unit in the stored text of one interview,
// a range is half-open `[start, end)`, and no range begins or ends inside a grapheme.

export type TextRange = { readonly start: number; readonly end: number };

/** One replacement in a text: at `at`, `del` units go and `ins` comes in their place. */
export type Splice = { readonly at: number; readonly del: number; readonly ins: string };

/** True when the ranges share text. Touching ranges do not overlap. */
export function overlaps(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The ranges sorted, with those that overlap joined into one; touching ranges stay apart. */
export function mergeRanges(ranges: readonly TextRange[]): TextRange[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const range of sorted) {
    const last = merged.at(-1);
    if (last && range.start < last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

const SPACE = /\s/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Where the words of a text begin, ascending. A word is a run without white space that holds a letter or a digit;
 * it begins at that letter or digit, so an opening quotation mark is not part of it.
 */
export function wordStarts(text: string): number[] {
  // Unit by unit, as the texts of a whole project come past here: several times faster than by regular expressions.
  const starts: number[] = [];
  let begun = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) begun = false;
    else if (!begun && isLetterOrDigit(text, at, unit)) {
      starts.push(at);
      begun = true;
    }
  }
  return starts;
}

function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  return unit === 0xa0 || (unit >= 0x1680 && SPACE.test(String.fromCharCode(unit)));
}

function isLetterOrDigit(text: string, at: number, unit: number): boolean {
  const lower = unit | 0x20;
  if (unit < 0x80) return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(at) ?? unit));
}

/** How many of the ascending `starts` lie in `[start, end)`. */
export function countWithin(starts: readonly number[], range: TextRange): number {
  return lowerBound(starts, range.end) - lowerBound(starts, range.start);
}

/** The first index whose value is at least `value` in an ascending list. */
export function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** `offset`, moved back to the start of the grapheme it would otherwise cut in two. */
export function floorToGrapheme(text: string, offset: number): number {
  return graphemeAround(text, offset).start;
}

/** `offset`, moved on to the end of the grapheme it would otherwise cut in two. */
export function ceilToGrapheme(text: string, offset: number): number {
  return graphemeAround(text, offset).end;
}

/** The grapheme that an offset would cut in two; empty, at the offset, when it cuts none. Offsets outside the text are brought inside. */
function graphemeAround(text: string, offset: number): TextRange {
  if (offset <= 0 || offset >= text.length) {
    const border = Math.max(0, Math.min(offset, text.length));
    return { start: border, end: border };
  }
  const from = safeBorder(text, offset, -1);
  if (from === offset) return { start: offset, end: offset };
  const segment = graphemes.segment(text.slice(from, safeBorder(text, offset, 1))).containing(offset - from);
  const start = from + (segment?.index ?? 0);
  return segment && start < offset ? { start, end: start + segment.segment.length } : { start: offset, end: offset };
}

// Between two letters of ASCII, and after a line break, every grapheme ends whatever stands further off. So what lies between two
// such places can be segmented by itself, as it is in the whole text: a few units in most texts, at most a paragraph.
function safeBorder(text: string, offset: number, step: 1 | -1): number {
  let at = offset;
  while (at > 0 && at < text.length && !(text[at - 1] === '\n' || (isAscii(text, at - 1) && isAscii(text, at)))) at += step;
  return at;
}

function isAscii(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x20 && unit < 0x7f;
}

/** The range without white space at its ends and without cut graphemes; null when nothing is left. */
export function trimRange(text: string, range: TextRange): TextRange | null {
  let start = floorToGrapheme(text, range.start);
  let end = ceilToGrapheme(text, range.end);
  // A space may carry a mark, and then it is a grapheme to see.
  while (start < end && /\s/.test(text[start] ?? '')) {
    const next = ceilToGrapheme(text, start + 1);
    if (text.slice(start, next).trim() !== '') break;
    start = next;
  }
  while (end > start && /\s/.test(text[end - 1] ?? '')) {
    const last = floorToGrapheme(text, end - 1);
    if (text.slice(last, end).trim() !== '') break;
    end = last;
  }
  return start < end ? { start, end } : null;
}

/** A range in two at an offset, both trimmed; an offset inside a grapheme is brought to its start. Null when one side has no text. */
export function splitRange(text: string, range: TextRange, at: number): readonly [TextRange, TextRange] | null {
  const border = floorToGrapheme(text, at);
  if (border <= range.start || border >= range.end) return null;
  const first = trimRange(text, { start: range.start, end: border });
  const second = trimRange(text, { start: border, end: range.end });
  return first && second ? [first, second] : null;
}

/** What a text becomes when the splices, all in offsets of the text before and ascending, are applied. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const splice of splices) {
    result += text.slice(at, splice.at) + splice.ins;
    at = splice.at + splice.del;
  }
  return result + text.slice(at);
}

/**
 * Where a range lies after ascending, non-overlapping splices in offsets of the text before. Text typed exactly at an edge stays
 * outside the range, a replacement inside it stays inside; a range whose text is all gone comes back empty, for the caller to
 * list as "to be checked".
 */
export function followSplices(range: TextRange, splices: readonly Splice[]): TextRange {
  const { start, end } = range;
  let from = start;
  let length = end - start;
  let over = 0; // what came in the place of text that ran over the start
  for (const { at, del, ins } of splices) {
    const delEnd = at + del;
    from -= Math.max(0, Math.min(delEnd, start) - at);
    length -= Math.max(0, Math.min(delEnd, end) - Math.max(at, start));
    if (at < start || (at === start && del === 0 && start < end)) {
      from += ins.length;
      if (delEnd > start) over = ins.length;
    } else if (delEnd <= end && (del > 0 || at < end)) length += ins.length;
  }
  return length > 0 ? { start: from, end: from + length } : { start: from - over, end: from - over };
}

/** The one splice that turns `before` into `after`: what is between their common beginning and common end. Null when equal. */
export function diffSplice(before: string, after: string): Splice | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  head = Math.min(floorToGrapheme(before, head), floorToGrapheme(after, head));
  const delEnd = ceilToGrapheme(before, before.length - tail);
  const insEnd = Math.max(head, after.length - (before.length - delEnd));
  return { at: head, del: delEnd - head, ins: after.slice(head, insEnd) };
}

/** The beginning of a text as a label: one line of at most `size` units, never with a character cut in two. */
export function beginningOf(text: string, size: number): string {
  const start = text
    .slice(0, 4 * size)
    .replace(/\s+/gu, ' ')
    .trim();
  return start.slice(0, floorToGrapheme(start, size));
}

/** Up to `size` units of text before and after a range, cut at grapheme borders: the context by which a quote is found again. */
export function contextOf(text: string, range: TextRange, size = 40): { before: string; after: string } {
  return {
    before: text.slice(ceilToGrapheme(text, Math.max(0, range.start - size)), range.start),
    after: text.slice(range.end, floorToGrapheme(text, Math.min(text.length, range.end + size))),
  };
}

/** Up to `size` units of text before and after a range, in whole words: the context by which a hit is read. */
export function wordsAround(text: string, range: TextRange, size: number): { before: string; after: string } {
  const from = Math.max(0, range.start - size);
  const to = Math.min(text.length, range.end + size);
  const { before, after } = contextOf(text, range, size);
  const cutsBefore = from > 0 && /^\S\S/.test(text.slice(from - 1, from + 1));
  const cutsAfter = /\S/.test(text[to] ?? ' ');
  return {
    before: (cutsBefore ? before.replace(/^\S+(?=\s)/u, '') : before).trimStart(),
    after: (cutsAfter ? after.replace(/(?<=\s)\S+$/u, '') : after).trimEnd(),
  };
}
