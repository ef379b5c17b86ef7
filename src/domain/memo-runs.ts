// Inside a line of a memo: `**bold**`, `*italic*` and `[label](code:5)`, read into runs of text that look the same and written again; and what a
// link can lead to. A backslash takes the meaning off the sign after it.

export const LINK_KINDS = ['quote', 'code', 'interview', 'participant'] as const;

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
export function parseRuns(line: string): MemoRun[] {
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
export function joinRuns(runs: readonly MemoRun[]): MemoRun[] {
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
