// Finding a quote again in a text that was corrected: by its words, and by the words that stood around it.

import { ceilToGrapheme, floorToGrapheme, type TextRange } from './text.ts';

/** What is known of a quote: its words, a little of the text before and after it, and where it was last, in UTF-16 offsets. */
export type Sought = { readonly quote: string; readonly before: string; readonly after: string; readonly at: number };
export type Found = { readonly ranges: readonly TextRange[]; readonly sure: boolean };

const MOST = 200;
/** So many units of the old words around a place are no chance; a quote of so many units is its own proof. */
const ENOUGH = 6;
const LONG = 25;

/**
 * Where the words of a quote stand, the likeliest place first: the one with most of the old words around it, then the nearest. `sure` when
 * it clearly has more of the old words around it than any other, or is the only one and long. A word is not found inside another word.
 */
export function findAgain(text: string, sought: Sought): Found {
  const { before, after, at } = sought;
  const ranges = occurrences(text, sought);
  const scored = ranges
    .map((range) => ({ range, alike: likeness(text, range, before, after), far: Math.abs(range.start - at) }))
    .sort((a, b) => b.alike - a.alike || a.far - b.far);
  return { ranges: scored.map(({ range }) => range), sure: ranges.length < MOST && isSure(scored, sought) };
}

function isSure([first, second]: readonly { readonly alike: number }[], { quote, before, after }: Sought): boolean {
  if (!first) return false;
  const known = bare(before).length + bare(after).length;
  const ahead = first.alike - (second?.alike ?? 0);
  if (second) return ahead >= Math.max(1, Math.min(ENOUGH, known));
  return ahead >= Math.min(ENOUGH, known) || bare(quote).length >= LONG;
}

// White space may have become other white space, as when turns were split or joined.
function occurrences(text: string, { quote, before, after }: Sought): TextRange[] {
  const words = quote.trim().split(/\s+/u);
  if (words[0] === '') return [];
  const pattern = new RegExp(words.map((word) => RegExp.escape(word)).join('\\s+'), 'gu');
  const wasCut = { start: cutsWord(before + quote, before.length), end: cutsWord(quote + after, quote.length) };
  const found: TextRange[] = [];
  for (const match of text.matchAll(pattern)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const whole = floorToGrapheme(text, range.start) === range.start && ceilToGrapheme(text, range.end) === range.end;
    const cut = (cutsWord(text, range.start) && !wasCut.start) || (cutsWord(text, range.end) && !wasCut.end);
    if (whole && !cut) found.push(range);
    if (found.length === MOST) break;
  }
  return found;
}

/** Whether there is a letter or digit on both sides of an offset. */
function cutsWord(text: string, offset: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, offset - 2), offset)) && /^[\p{L}\p{N}]/u.test(text.slice(offset, offset + 2))
  );
}

/** How many units of the old surroundings stand around a range, without white space. */
function likeness(text: string, range: TextRange, before: string, after: string): number {
  const [was, is] = [bare(before), bare(text.slice(Math.max(0, range.start - 3 * before.length - 20), range.start))];
  let alike = 0;
  while (alike < was.length && was.at(-1 - alike) === is.at(-1 - alike)) alike++;
  const [wasNext, isNext] = [bare(after), bare(text.slice(range.end, range.end + 3 * after.length + 20))];
  let next = 0;
  while (next < wasNext.length && wasNext[next] === isNext[next]) next++;
  return alike + next;
}

function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
