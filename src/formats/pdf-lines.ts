// The lines of printed pages as paragraphs. A printer broke the lines to fit the page, so a line goes on in the next one, unless there is
// room between them, the next begins as a turn does, or its first word would have fitted on this line.

import type { LabelRules } from './labels.ts';
import { labelledBy, speakersIn } from './labels.ts';
import { takeTime } from './times.ts';

/** A line on a page, in points from the left and from the bottom; `size` is that of its letters. */
export type PrintedLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
};
export type PrintedPage = readonly PrintedLine[];

/** The paragraphs on these pages, and how many lines at the edges of pages were left out: their numbers, headers and footers. */
export function paragraphsOf(pages: readonly PrintedPage[], rules: LabelRules): { paragraphs: string[]; furniture: number } {
  const speakers = speakersIn(
    pages.flat().map((line) => line.text),
    { ...rules, passed: () => {} },
  );
  const opens = (line: PrintedLine): boolean =>
    labelledBy(line.text, speakers) !== null || takeTime(line.text.trim()).timeMs !== null;
  const found = furnitureOf(pages, opens);
  // Pages of nothing else are no furniture, but a short form, filled in again and again.
  const furniture = found.size < pages.flat().length ? found : new Set<PrintedLine>();
  const body = pages.map((page) => page.filter((line) => !furniture.has(line)));
  const lines = body.flat();
  const words = new Set(lines.flatMap((line) => line.text.toLowerCase().match(/\p{L}+/gu) ?? []));
  const paragraphs: string[] = [];
  let last: PrintedLine | null = null;
  for (const page of body) {
    const right = Math.max(...page.map((line) => line.right), 0);
    const step = usualStep(page);
    for (const line of page) {
      const goesOn = last !== null && !opens(line) && !isApart(last, line, step) && !hadRoom(last, line, right);
      if (goesOn) paragraphs.push(joinLines(paragraphs.pop() ?? '', line.text, words));
      else paragraphs.push(line.text);
      last = line;
    }
  }
  return { paragraphs, furniture: furniture.size };
}

/** A space of more than a line and a bit, on the same page. At the top of a page nothing shows. */
function isApart(last: PrintedLine, line: PrintedLine, step: number): boolean {
  const gap = last.base - line.base;
  return gap > 0 && gap > Math.max(step, line.size) * 1.35;
}

/** The first word of this line would have fitted on the last: the writer ended that line. A column beside it says nothing of this. */
function hadRoom(last: PrintedLine, line: PrintedLine, right: number): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  const perLetter = (line.right - line.left) / Math.max(1, line.text.length);
  // Letters differ in width; when in doubt the line goes on.
  return last.right + perLetter * (word.length * 1.3 + 1.5) < right;
}

function usualStep(page: PrintedPage): number {
  const gaps = page.slice(1).flatMap((line, index) => {
    const gap = (page[index]?.base ?? 0) - line.base;
    return gap > 0 ? [gap] : [];
  });
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
}

// A word cut in two is made whole when it stands whole somewhere else; a hyphen that belongs to the word stays.
function joinLines(before: string, line: string, words: ReadonlySet<string>): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + line;
  const cut = /(\p{L}+)[-‐]$/u.exec(before);
  const next = /^\p{Ll}+/u.exec(line)?.[0];
  if (!cut || next === undefined || /^(?:en|of|and|or)$/.test(next)) return `${before} ${line}`;
  return words.has(`${cut[1]}${next}`.toLowerCase()) ? before.slice(0, -1) + line : before + line;
}

const NUMBER = /^(?:[-–—]\s*)?(?:(?:pagina|page|blz\.?|p\.)\s*)?\d{1,4}(?:\s*(?:van|of|\/)\s*\d{1,4})?(?:\s*[-–—])?$/i;
const EDGE = 2;

/** Page numbers, and lines that are the same, but for digits, on most pages; at the edge of a page, set apart from what is said, and no turn. */
function furnitureOf(pages: readonly PrintedPage[], opens: (line: PrintedLine) => boolean): Set<PrintedLine> {
  const edges = pages.map((page) => edgesOf(page).filter((line) => !opens(line)));
  const keyOf = ({ text, base }: PrintedLine): string => `${Math.round(base)}|${text.replace(/\d+/g, '0')}`;
  const seen = new Map<string, number>();
  for (const key of edges.flatMap((lines) => [...new Set(lines.map(keyOf))])) seen.set(key, (seen.get(key) ?? 0) + 1);
  const isRepeated = (line: PrintedLine): boolean => pages.length >= 3 && (seen.get(keyOf(line)) ?? 0) * 2 > pages.length;
  return new Set(edges.flat().filter((line) => isRepeated(line) || NUMBER.test(line.text.trim())));
}

/** The lines at the top and the bottom of a page, as far as there is room between them and the rest of it. */
function edgesOf(page: PrintedPage): PrintedLine[] {
  const sorted = page.toSorted((a, b) => b.base - a.base);
  const step = usualStep(sorted) || Math.max(0, ...page.map((line) => line.size));
  const roomBelow = (index: number): boolean => {
    const [line, next] = [sorted[index], sorted[index + 1]];
    return line !== undefined && next !== undefined && line.base - next.base > step * 1.35;
  };
  const top = Array.from({ length: EDGE }, (_, n) => n).findLast(roomBelow);
  const bottom = Array.from({ length: EDGE }, (_, n) => sorted.length - 2 - n).findLast(roomBelow);
  return [
    ...sorted.slice(0, top === undefined ? 0 : top + 1),
    ...sorted.slice(bottom === undefined ? sorted.length : bottom + 1),
  ];
}
