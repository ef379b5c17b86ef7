// A memo's text is stored as a small Markdown, in which a line is a block: `# ` to `### ` a heading, `- ` and `1. ` an item (two spaces a level
// deeper), anything else a paragraph. Inside a line `**bold**`, `*italic*` and `[label](code:5)`. A backslash takes the meaning off the sign after it.

export const MEMO_ON = ['project', 'interview', 'code', 'coding', 'participant'] as const;
export const LINK_KINDS = ['quote', 'code', 'interview', 'participant'] as const;
/** In UTF-16 units of the stored text. */
export const MAX_MEMO = 4_000_000;
const MAX_LEVEL = 5;

export type LinkKind = (typeof LINK_KINDS)[number];
/** To something in the project, or an address on the web, which is shown and never opened. */
export type MemoLink = { readonly kind: LinkKind; readonly id: number } | { readonly kind: 'web'; readonly url: string };

/** A stretch of text that looks the same. `link` is a target as it is written: `code:5`, `https://…`. */
export type MemoRun = {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
};
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

/** The text of blocks; `parseMemo` gives the same blocks back. Empty blocks at both ends are left out. */
export function printMemo(blocks: readonly MemoBlock[]): string {
  const lines = settle(blocks.flatMap(byLine));
  const first = lines.findIndex(isFilled);
  return settle(lines.slice(Math.max(0, first), lines.findLastIndex(isFilled) + 1))
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

const IN_PROJECT = /^(quote|code|interview|participant):([1-9]\d{0,14})$/;
const ON_THE_WEB = /^(?:https?:\/\/|mailto:)[^\s()<>\\]+$/i;

/** The link a target writes; null for what a memo can't link to. */
export function parseLink(target: string): MemoLink | null {
  const own = IN_PROJECT.exec(target);
  if (own) return { kind: own[1] as LinkKind, id: Number(own[2]) };
  return ON_THE_WEB.test(target) ? { kind: 'web', url: target } : null;
}

export function formatLink(link: MemoLink): string {
  return link.kind === 'web' ? link.url : `${link.kind}:${link.id}`;
}

/** An address from elsewhere (a pasted page) as a target; null when a memo can't link to it. */
export function toTarget(address: string): string | null {
  const signs: Readonly<Record<string, string>> = { '(': '%28', ')': '%29', '<': '%3C', '>': '%3E', '\\': '%5C' };
  const target = address
    .trim()
    .toWellFormed()
    .replace(/[()<>\\]/g, (sign) => signs[sign] ?? '')
    .replace(/\s/g, encodeURIComponent);
  return parseLink(target) ? target : null;
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

/** The same blocks with each number following the one before it: for lists that count by themselves, as in the editor. */
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

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'stars'; readonly count: number }
  | { readonly kind: 'open'; readonly target: string }
  | { readonly kind: 'close' };

function tokensOf(line: string): Token[] {
  const tokens: Token[] = [];
  let text = '';
  let link: LinkAt | null = null;
  const push = (token: Token) => {
    if (text !== '') tokens.push({ kind: 'text', text });
    text = '';
    tokens.push(token);
  };
  for (let at = 0; at < line.length; ) {
    const sign = line.charAt(at);
    if (sign === '\\' && isPunctuation(line.charAt(at + 1))) {
      text += line.charAt(at + 1);
      at += 2;
    } else if (link && at === link.labelEnd) {
      push({ kind: 'close' });
      at = link.end;
      link = null;
    } else if (sign === '*') {
      const count = /\*+/y.exec(line.slice(at))?.[0].length ?? 1;
      if (count <= 3) push({ kind: 'stars', count });
      else text += '*'.repeat(count);
      at += count;
    } else {
      if (sign === '[' && !link) link = linkAt(line, at);
      if (sign === '[' && link?.from === at) push({ kind: 'open', target: link.target });
      else text += sign;
      at++;
    }
  }
  if (text !== '') tokens.push({ kind: 'text', text });
  return tokens;
}

type LinkAt = { readonly from: number; readonly labelEnd: number; readonly target: string; readonly end: number };

const TARGET = /\(([^\s()<>\\]{1,4000})\)/y;

/** The link that begins at this bracket, if one does: its label holds no other bracket. */
function linkAt(line: string, at: number): LinkAt | null {
  let end = at + 1;
  for (; end < line.length && line[end] !== ']'; end++) {
    if (line[end] === '[') return null;
    if (line[end] === '\\' && isPunctuation(line.charAt(end + 1))) end++;
  }
  if (end === at + 1 || end >= line.length) return null;
  TARGET.lastIndex = end + 1;
  const target = TARGET.exec(line)?.[1];
  return target !== undefined && parseLink(target) ? { from: at, labelEnd: end, target, end: TARGET.lastIndex } : null;
}

function isPunctuation(sign: string): boolean {
  return /^[!-/:-@[-`{-~]$/.test(sign);
}

/**
 * One star turns italic on or off, two bold, three both. Stars that would turn it on need a letter after them and stars further on that turn
 * it off, those a letter before them; other stars are text.
 */
function parseRuns(line: string): MemoRun[] {
  if (!/[\\*[]/.test(line)) return line === '' ? [] : [{ text: line, bold: false, italic: false, link: null }];
  const tokens = tokensOf(line);
  const sides = sidesOf(tokens);
  const lastOff = (bit: 1 | 2) =>
    tokens.findLastIndex((token, n) => token.kind === 'stars' && (token.count & bit) > 0 && sides[n]?.before === true);
  const last = { 1: lastOff(1), 2: lastOff(2) } as const;
  const on = { 1: false, 2: false };
  const runs: MemoRun[] = [];
  let link: string | null = null;
  const put = (text: string) => runs.push({ text, bold: on[2], italic: on[1], link });
  tokens.forEach((token, n) => {
    if (token.kind === 'text') put(token.text);
    else if (token.kind === 'open') link = token.target;
    else if (token.kind === 'close') link = null;
    else {
      const meant = ([1, 2] as const).filter((bit) => (token.count & bit) > 0);
      const turned = meant.filter((bit) => (on[bit] ? sides[n]?.before : sides[n]?.after && last[bit] > n));
      const left = meant.filter((bit) => !turned.includes(bit)).reduce((sum, bit) => sum + bit, 0);
      if (left > 0) put('*'.repeat(left));
      for (const bit of turned) on[bit] = !on[bit];
    }
  });
  return joinRuns(runs);
}

/** Per token whether the text before it ends, and the text after it begins, with something that is no white space. */
function sidesOf(tokens: readonly Token[]): { before: boolean; after: boolean }[] {
  const sides = tokens.map(() => ({ before: false, after: false }));
  let filled = false;
  for (const [n, token] of tokens.entries()) {
    const side = sides[n];
    if (side) side.before = filled;
    if (token.kind === 'text') filled = /\S$/u.test(token.text);
  }
  filled = false;
  for (const [n, token] of [...tokens.entries()].reverse()) {
    const side = sides[n];
    if (side) side.after = filled;
    if (token.kind === 'text') filled = /^\S/u.test(token.text);
  }
  return sides;
}

/** Neighbours that look the same, as one; empty ones gone. */
function joinRuns(runs: readonly MemoRun[]): MemoRun[] {
  const joined: MemoRun[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    if (run.text === '') continue;
    if (before && before.bold === run.bold && before.italic === run.italic && before.link === run.link)
      joined[joined.length - 1] = { ...before, text: before.text + run.text };
    else joined.push(run);
  }
  return joined;
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

/** Runs in this Markdown, with their text made harmless by `harmless`. No mark reaches over the beginning or end of a link. */
export function printRuns(given: readonly MemoRun[], harmless: (text: string) => string): string {
  let out = '';
  const runs = joinRuns(given);
  for (let at = 0; at < runs.length; ) {
    const link = runs[at]?.link ?? null;
    const end = runs.findIndex((run, n) => n > at && run.link !== link);
    const part = runs.slice(at, end < 0 ? runs.length : end);
    const said = printMarks(joinRuns(trimMarks(part)), harmless);
    out += link === null ? said : `[${said}](${link})`;
    at += part.length;
  }
  return out;
}

function printMarks(runs: readonly MemoRun[], harmless: (text: string) => string): string {
  let out = '';
  let now = { bold: false, italic: false };
  for (const run of [...runs, { text: '', bold: false, italic: false }]) {
    out += '*'.repeat((run.italic === now.italic ? 0 : 1) + (run.bold === now.bold ? 0 : 2)) + harmless(run.text);
    now = run;
  }
  return out;
}

/** White space is bold or italic only between words that are: no mark may begin or end with it. */
function trimMarks(runs: readonly MemoRun[]): MemoRun[] {
  const parts = runs.flatMap((run) => run.text.split(/(\s+)/u).flatMap((text) => (text === '' ? [] : { ...run, text })));
  const isSpace = (run: MemoRun) => /^\s/u.test(run.text);
  const near = (list: readonly MemoRun[]) => {
    let bold = false;
    let italic = false;
    return list.map((run) => {
      if (!isSpace(run)) ({ bold, italic } = run);
      return { bold, italic };
    });
  };
  const before = near(parts);
  const after = near([...parts].reverse()).reverse();
  return parts.map((run, n) =>
    isSpace(run)
      ? {
          ...run,
          bold: before[n]?.bold === true && after[n]?.bold === true,
          italic: before[n]?.italic === true && after[n]?.italic === true,
        }
      : run,
  );
}
