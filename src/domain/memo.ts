// A memo's text is stored as a small Markdown, in which a line is a block: `# ` to `### ` a heading, `- ` and `1. ` an item (two spaces a level
// deeper), anything else a paragraph. Inside a line `**bold**`, `*italic*` and `[label](code:5)`. A backslash takes the meaning off the sign after it.

import { joinRuns, type MemoLink, type MemoRun, parseLink, parseRuns, printRuns } from './memo-runs.ts';

export {
  formatLink,
  LINK_KINDS,
  type LinkKind,
  type MemoLink,
  type MemoRun,
  parseLink,
  printRuns,
  toTarget,
} from './memo-runs.ts';

export const MEMO_ON = ['project', 'interview', 'code', 'coding', 'participant'] as const;
/** In UTF-16 units of the stored text. */
export const MAX_MEMO = 4_000_000;
const MAX_LEVEL = 5;

/** `number` is null for a bullet; `depth` is 0 for an outermost item and at most one more than the item before. */
export type MemoBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly MemoRun[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly MemoRun[] }
  | { readonly kind: 'item'; readonly number: number | null; readonly depth: number; readonly runs: readonly MemoRun[] };

/** A memo as it is stored: LF, no NUL, no lone surrogates, no white space around it. */
export function cleanMemo(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n').trim();
}

/** The blocks of a text, one a line. Every text has some: what is no Markdown is text. */
export function parseMemo(text: string): MemoBlock[] {
  return settle(text.split('\n').map(parseLine));
}

/**
 * The text of blocks; `parseMemo` gives the same blocks back. Empty blocks at both ends are left out: what lay below an empty first item comes up
 * to where that was, and is counted on with what is there.
 */
export function printMemo(blocks: readonly MemoBlock[]): string {
  const lines = countItems(blocks.flatMap(byLine));
  const first = lines.findIndex(isFilled);
  return countItems(lines.slice(Math.max(0, first), lines.findLastIndex(isFilled) + 1))
    .map(printLine)
    .join('\n');
}

/** A memo without its marks: for lists, hover cards and finding. */
export function plainMemo(text: string): string {
  return parseMemo(text)
    .map((block) => {
      const said = block.runs.map((run) => run.text).join('');
      return block.kind === 'item'
        ? `${'  '.repeat(block.depth)}${block.number === null ? '–' : `${block.number}.`} ${said}`
        : said;
    })
    .join('\n');
}

/** What a memo links to, each once, in the order of the text. */
export function linksOf(blocks: readonly MemoBlock[]): MemoLink[] {
  const targets = new Set(blocks.flatMap((block) => block.runs.flatMap((run) => run.link ?? [])));
  return [...targets].flatMap((target) => parseLink(target) ?? []);
}

const HEADING = /^(#{1,3}) (.*)$/s;
const ITEM = /^( *)(?:[-+*]|(\d{1,9})\.) (.*)$/s;

function parseLine(line: string): MemoBlock {
  const heading = HEADING.exec(line);
  if (heading) return { kind: 'heading', level: levelOf(heading[1]?.length ?? 1), runs: parseRuns(heading[2] ?? '') };
  const item = ITEM.exec(line);
  if (!item) return { kind: 'paragraph', runs: parseRuns(line) };
  const [, indent = '', number, said = ''] = item;
  return {
    kind: 'item',
    number: number === undefined ? null : Number(number),
    depth: indent.length >> 1,
    runs: parseRuns(said),
  };
}

function levelOf(signs: number): 1 | 2 | 3 {
  return signs === 1 ? 1 : signs === 2 ? 2 : 3;
}

/** The same blocks with each number following the one before it: lists count by themselves, as in the editor. */
export function countItems(blocks: readonly MemoBlock[]): MemoBlock[] {
  return settle(blocks, (item, number) => ({ ...item, number }));
}

type Item = Extract<MemoBlock, { readonly kind: 'item' }>;

/** No item lies deeper than one level below the item before it; a number that does not follow the one before it is a `misfit`, by default text. */
function settle(blocks: readonly MemoBlock[], misfit: (item: Item, next: number) => MemoBlock = asText): MemoBlock[] {
  // Per depth the number of the last item, null for a bullet; as long as the next item may be deep.
  let last: (number | null)[] = [];
  return blocks.map((given) => {
    if (given.kind !== 'item') {
      last = [];
      return given;
    }
    const depth = Math.min(given.depth, last.length, MAX_LEVEL);
    const before = last[depth] ?? null;
    const fits = given.number === null || before === null || given.number === before + 1;
    const item = depth === given.depth ? given : { ...given, depth };
    const block = fits ? item : misfit(item, (before ?? 0) + 1);
    last = block.kind === 'item' ? [...last.slice(0, depth), block.number] : [];
    return block;
  });
}

function asText(item: Item): MemoBlock {
  const number: MemoRun = { text: `${item.number}. `, bold: false, italic: false, link: null };
  return { kind: 'paragraph', runs: joinRuns([number, ...item.runs]) };
}

/** A line break inside a block makes another block of the same kind. */
function byLine(block: MemoBlock): MemoBlock[] {
  if (!block.runs.some((run) => run.text.includes('\n'))) return [block];
  const lines: MemoRun[][] = [[]];
  for (const run of block.runs) {
    for (const [n, text] of run.text.split('\n').entries()) {
      if (n > 0) lines.push([]);
      lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines.map((runs) => ({ ...block, runs }));
}

function isFilled(block: MemoBlock): boolean {
  return block.runs.some((run) => run.text.trim() !== '');
}

function printLine(block: MemoBlock): string {
  const said = printRuns(block.runs, escapeText);
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${said}`;
  if (block.kind === 'item') return `${'  '.repeat(block.depth)}${block.number === null ? '-' : `${block.number}.`} ${said}`;
  // White space before it may be cut off, at the beginning of a memo.
  return said.replace(/^\s*(?=#{1,3} )|^\s*(?=[-+] )|^\s*\d{1,9}(?=\. )/, '$&\\');
}

function escapeText(text: string): string {
  return text.replace(/[\\*[\]]/g, '\\$&');
}
