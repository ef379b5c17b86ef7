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

const TOKEN = /\S+/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Where the words of a text begin, ascending. A word is a run without white space that holds a letter or a digit;
 * it begins at that letter or digit, so an opening quotation mark is not part of it.
 */
export function wordStarts(text: string): number[] {
  const starts: number[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const inside = token[0].search(LETTER_OR_DIGIT);
    if (inside >= 0) starts.push(token.index + inside);
  }
  return starts;
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

// A grapheme is practically never longer than this many units; the window around an edge is segmented, not the interview.
const GRAPHEME_WINDOW = 64;

/** `offset`, moved back to the start of the grapheme it would otherwise cut in two. */
export function floorToGrapheme(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length));
  const from = windowStart(text, offset);
  const segment = graphemes.segment(text.slice(from, offset + GRAPHEME_WINDOW)).containing(offset - from);
  return segment ? from + segment.index : offset;
}

/** `offset`, moved on to the end of the grapheme it would otherwise cut in two. */
export function ceilToGrapheme(text: string, offset: number): number {
  if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length));
  const from = windowStart(text, offset);
  const segment = graphemes.segment(text.slice(from, offset + GRAPHEME_WINDOW)).containing(offset - from);
  if (!segment || segment.index + from === offset) return offset;
  return from + segment.index + segment.segment.length;
}

// A line break always ends a grapheme, so a window that begins after one (or far enough away) segments as the whole text does.
function windowStart(text: string, offset: number): number {
  const breakAt = text.lastIndexOf('\n', offset - 1);
  return Math.max(breakAt < 0 ? 0 : breakAt, offset - GRAPHEME_WINDOW * 4, 0);
}

/** The range without white space at its ends and without cut graphemes; null when nothing is left. */
export function trimRange(text: string, range: TextRange): TextRange | null {
  let start = floorToGrapheme(text, range.start);
  let end = ceilToGrapheme(text, range.end);
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return start < end ? { start, end } : null;
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
 * Where a range lies after a splice. Text typed exactly at an edge stays outside the range, a replacement inside it stays
 * inside; a range whose text is all gone comes back empty, for the caller to list as "to be checked".
 */
export function followSplice(range: TextRange, splice: Splice): TextRange {
  const delEnd = splice.at + splice.del;
  const shift = splice.ins.length - splice.del;
  if (range.end <= splice.at) return range;
  if (range.start >= delEnd) return { start: range.start + shift, end: range.end + shift };
  if (range.start <= splice.at && delEnd <= range.end) return { start: range.start, end: range.end + shift };
  if (range.start < splice.at) return { start: range.start, end: splice.at };
  if (delEnd < range.end) return { start: splice.at + splice.ins.length, end: range.end + shift };
  return { start: splice.at, end: splice.at };
}

/** The range after ascending, non-overlapping splices in offsets of the text before. */
export function followSplices(range: TextRange, splices: readonly Splice[]): TextRange {
  let current = range;
  for (const splice of [...splices].reverse()) current = followSplice(current, splice);
  return current;
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

/** Up to `size` units of text before and after a range, cut at grapheme borders: the context by which a quote is found again. */
export function contextOf(text: string, range: TextRange, size = 40): { before: string; after: string } {
  return {
    before: text.slice(ceilToGrapheme(text, Math.max(0, range.start - size)), range.start),
    after: text.slice(range.end, floorToGrapheme(text, Math.min(text.length, range.end + size))),
  };
}
