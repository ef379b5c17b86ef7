// Memos as one file to read elsewhere: Markdown as other programs know it, a page (HTML), or plain text. The same memos give the same bytes.

import { createHash } from 'node:crypto';
import { css, h, type MarkupNode } from '../domain/markup.ts';
import { formatLink, type LinkKind, type MemoBlock, type MemoRun, parseLink, printRuns } from '../domain/memo.ts';
import { toHtml } from './html.ts';
import { harmless, harmlessStart, harmlessText } from './markdown.ts';
import { MEMOS_WORDS, type MemoKind, type MemosLanguage, type MemosWords } from './memos-words.ts';

export type ExportedMemo = {
  readonly on: MemoKind;
  readonly subject: string;
  readonly interview: string;
  readonly code: string;
  readonly quote: string;
  readonly coder: string;
  /** The day it is of, or was written: `2026-03-19`. */
  readonly day: string;
  readonly blocks: readonly MemoBlock[];
};

/** In the order they come in the file: those of one group stand together. */
export type MemosFile = {
  readonly project: string;
  readonly language: MemosLanguage;
  readonly filter: {
    readonly on?: readonly MemoKind[] | undefined;
    readonly coder?: string | undefined;
    readonly text?: string | undefined;
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly interview: string;
    readonly code: string;
  };
  readonly memos: readonly ExportedMemo[];
  /** What links in them lead to; what is not here is gone. */
  readonly targets: readonly Target[];
};

type Target = { readonly kind: LinkKind; readonly id: number; readonly label: string; readonly interview: string };
type Targets = ReadonlyMap<string, Target>;

export type MemosFormat = 'md' | 'html' | 'txt';

export function exportMemos(file: MemosFile, format: MemosFormat): string {
  const pages = toPages(file);
  if (format === 'html') return toHtml(asPage(pages, file.language));
  return format === 'md' ? asMarkdown(pages) : asText(pages);
}

type Entry = {
  readonly heading: string;
  readonly by: string;
  readonly quote: string;
  readonly source: string;
  readonly blocks: readonly MemoBlock[];
};
type Pages = {
  readonly title: string;
  readonly selection: string;
  readonly none: string;
  readonly groups: readonly { readonly title: string; readonly entries: readonly Entry[] }[];
};

function toPages({ project, language, filter, memos, targets: known }: MemosFile): Pages {
  const targets: Targets = new Map(known.map((target) => [formatLink(target), target]));
  const words = MEMOS_WORDS[language];
  const days = new Intl.DateTimeFormat(language === 'nl' ? 'nl-NL' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const day = (date: string) => days.format(new Date(`${date}T00:00:00Z`));
  const groups = Map.groupBy(memos, (memo) => words.groups[memo.on === 'coding' ? 'interview' : memo.on]);
  const parts = [
    ...(filter.on ? [words.on(filter.on.map((kind) => words.kinds[kind]).join(', '))] : []),
    ...(filter.coder === undefined ? [] : [words.coder(filter.coder)]),
    ...(filter.text ? [words.text(filter.text)] : []),
    ...(filter.from === undefined ? [] : [words.from(day(filter.from))]),
    ...(filter.to === undefined ? [] : [words.to(day(filter.to))]),
    ...(filter.interview === '' ? [] : [`${words.links.interview} ${filter.interview}`]),
    ...(filter.code === '' ? [] : [`${words.links.code} ${filter.code}`]),
  ];
  return {
    title: words.title(project),
    selection: parts.length === 0 ? '' : `${words.selection}: ${parts.join('; ')}.`,
    none: memos.length === 0 ? words.none : '',
    groups: [...groups].map(([title, own]) => ({ title, entries: own.map((memo) => toEntry(memo, targets, words, day)) })),
  };
}

function toEntry(memo: ExportedMemo, targets: Targets, words: MemosWords, day: (date: string) => string): Entry {
  const heading = {
    journal: day(memo.day),
    coding: `${memo.interview} · ${memo.code}`,
    project: memo.subject,
    interview: memo.subject,
    code: memo.subject,
    participant: memo.subject,
  }[memo.on];
  return {
    heading: oneLine(heading),
    by: oneLine(memo.on === 'journal' ? memo.coder : `${memo.coder}, ${day(memo.day)}`),
    quote: memo.on === 'coding' ? memo.quote : '',
    source: memo.on === 'coding' ? oneLine(`${memo.interview}, ${memo.code}`) : '',
    blocks: memo.blocks.map((block) => ({ ...block, runs: withPlaces(block.runs, targets, words) })),
  };
}

/** Outside the project a link leads nowhere, so it says where it led; only an address on the web stays one. */
function withPlaces(runs: readonly MemoRun[], targets: Targets, words: MemosWords): MemoRun[] {
  return runs.flatMap((run, n) => {
    const link = run.link === null ? null : parseLink(run.link);
    if (!link || link.kind === 'web') return run;
    const text = { ...run, link: null };
    if (runs[n + 1]?.link === run.link) return text;
    const target = targets.get(formatLink(link));
    const label = target?.kind === 'quote' ? `${target.interview}: ‘${target.label}’` : (target?.label ?? '');
    const where = target ? oneLine(`${words.links[link.kind]} ${label === run.text ? '' : label}`) : words.gone;
    return [text, { text: ` (${where})`, bold: false, italic: false, link: null }];
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function asMarkdown({ title, selection, none, groups }: Pages): string {
  const parts = [`# ${harmless(title)}`, harmless(selection), none];
  for (const group of groups) {
    parts.push(`## ${group.title}`);
    for (const { heading, by, quote, source, blocks } of group.entries) {
      parts.push(`### ${harmless(heading)}`, `*${harmless(by)}*`);
      if (quote !== '')
        parts.push(
          [...harmlessText(quote).split('\n'), '', `— ${harmless(source)}`].map((line) => `> ${line}`.trimEnd()).join('\n'),
        );
      parts.push(...together(blocks).map((group) => group.map(blockAsMarkdown).join('\n')));
    }
  }
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`;
}

function blockAsMarkdown(block: MemoBlock): string {
  const said = harmlessStart(printRuns(block.runs, harmless));
  // The memo's own headings stand below the heading that says what it is on.
  if (block.kind === 'heading') return `${'#'.repeat(block.level + 3)} ${said}`;
  if (block.kind === 'item') return `${'   '.repeat(block.depth)}${block.number === null ? '-' : `${block.number}.`} ${said}`;
  return said;
}

/** Items that follow each other stay together; every other block stands by itself. */
function together(blocks: readonly MemoBlock[]): MemoBlock[][] {
  const groups: MemoBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'item' && last?.[0]?.kind === 'item') last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function asText({ title, selection, none, groups }: Pages): string {
  const parts = [`${title}\n${'='.repeat(title.length)}`, selection, none];
  for (const group of groups) {
    parts.push(`${group.title}\n${'-'.repeat(group.title.length)}`);
    for (const { heading, by, quote, source, blocks } of group.entries) {
      parts.push(`${heading}\n${by}`);
      if (quote !== '') parts.push(`‘${quote}’\n— ${source}`);
      parts.push(...together(blocks).map((group) => group.map(blockAsText).join('\n')));
    }
  }
  return `${parts.filter((part) => part.trim() !== '').join('\n\n')}\n`;
}

function blockAsText(block: MemoBlock): string {
  const said = block.runs
    .map((run, n) => (run.link !== null && block.runs[n + 1]?.link !== run.link ? `${run.text} (${run.link})` : run.text))
    .join('');
  return block.kind === 'item' ? `${'  '.repeat(block.depth)}${block.number === null ? '–' : `${block.number}.`} ${said}` : said;
}

const PAGE_CSS = `
:root{color-scheme:light}
body{margin:0 auto;padding:2rem 1.25rem 4rem;max-width:42rem;background:#fbfbfa;color:#1b1d20;font:400 1.0625rem/1.75rem "Literata Variable",Literata,Cambria,Charter,Georgia,serif;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6,.by,.source{font-family:"Inter Variable",Inter,"Segoe UI",system-ui,sans-serif}
h1{font-size:1.625rem;line-height:2rem}
h2{font-size:1.25rem;margin:3rem 0 0;padding-top:1rem;border-top:1px solid #cfd3d8}
h3{font-size:.9375rem;margin:2rem 0 0}
h4,h5,h6{font-size:1.0625rem;margin:1rem 0 0}
h5,h6{font-size:.9375rem}
p,ul,ol{margin:.5rem 0}
.by,.source{margin:0;font-size:.8125rem;line-height:1.25rem;color:#5c6168}
blockquote{margin:.75rem 0;padding-left:1rem;border-left:2px solid #be1530;color:#45494f;white-space:pre-line}
`;
const STYLE_HASH = createHash('sha256').update(PAGE_CSS).digest('base64');

function asPage({ title, selection, none, groups }: Pages, language: MemosLanguage): MarkupNode {
  return h(
    'html',
    { lang: language },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: `default-src 'none'; style-src 'sha256-${STYLE_HASH}'` }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, title),
      css(PAGE_CSS),
    ),
    h(
      'body',
      null,
      h('h1', null, title),
      selection === '' ? null : h('p', { class: 'by' }, selection),
      none === '' ? null : h('p', null, none),
      groups.map((group) => [h('h2', null, group.title), group.entries.map(entryAsNodes)]),
    ),
  );
}

function entryAsNodes({ heading, by, quote, source, blocks }: Entry): MarkupNode {
  return h(
    'article',
    null,
    h('h3', null, heading),
    h('p', { class: 'by' }, by),
    quote === '' ? null : h('blockquote', null, quote, h('p', { class: 'source' }, source)),
    together(blocks).map((group) =>
      group[0]?.kind === 'item' ? itemsAsNodes(group, 0) : group.filter((block) => block.runs.length > 0).map(blockAsNode),
    ),
  );
}

function blockAsNode(block: MemoBlock): MarkupNode {
  return h(block.kind === 'heading' ? `h${block.level + 3}` : 'p', null, runsAsNodes(block.runs));
}

/** Items of one depth as a list, with what lies deeper inside the item before it. */
function itemsAsNodes(items: readonly MemoBlock[], depth: number): MarkupNode[] {
  const lists: { readonly ordered: boolean; readonly start: number; readonly entries: MarkupNode[][] }[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item?.kind !== 'item') break;
    const last = lists.at(-1);
    if (item.depth > depth) {
      const end = items.findIndex((one, n) => n > at && one.kind === 'item' && one.depth <= depth);
      const deeper = items.slice(at, end < 0 ? items.length : end);
      last?.entries.at(-1)?.push(...itemsAsNodes(deeper, depth + 1));
      at += deeper.length;
      continue;
    }
    const entry = runsAsNodes(item.runs);
    const follows =
      last &&
      last.ordered === (item.number !== null) &&
      (item.number === null || item.number === last.start + last.entries.length);
    if (follows) last.entries.push(entry);
    else lists.push({ ordered: item.number !== null, start: item.number ?? 1, entries: [entry] });
    at++;
  }
  return lists.map(({ ordered, start, entries }) =>
    h(
      ordered ? 'ol' : 'ul',
      ordered && start !== 1 ? { start } : null,
      entries.map((entry) => h('li', null, entry)),
    ),
  );
}

function runsAsNodes(runs: readonly MemoRun[]): MarkupNode[] {
  return runs.map((run) => {
    const italic: MarkupNode = run.italic ? h('i', null, run.text) : run.text;
    const said: MarkupNode = run.bold ? h('b', null, italic) : italic;
    return run.link === null ? said : h('a', { href: run.link }, said);
  });
}
