// What is pasted from a page or a document, as the blocks a memo can hold: headings, lists, bold, italic and links stay, everything else becomes text.

import { type MemoBlock, type MemoRun, toTarget } from '../../src/domain/memo.ts';

/** What a browser with Trusted Types takes to read HTML; others take the string. */
type ReadPolicy = { readonly createHTML: (html: string) => string };
type Factory = { readonly createPolicy: (name: string, rules: ReadPolicy) => ReadPolicy };

const factory: Factory | undefined = Reflect.get(globalThis, 'trustedTypes');
const rules: ReadPolicy = { createHTML: (html) => html };
// Only for the document below, which is never shown and runs nothing.
const policy = factory?.createPolicy('draad-paste', rules) ?? rules;

/** The blocks of HTML from the clipboard. It is read as a document of its own, without scripts, pictures or styles. */
export function blocksFromHtml(html: string): MemoBlock[] {
  return blocksFromDocument(new DOMParser().parseFromString(policy.createHTML(html), 'text/html'));
}

/** Plain text as paragraphs, sign for sign. */
export function blocksFromText(text: string): MemoBlock[] {
  return cleaned(text)
    .split('\n')
    .map((line) => ({ kind: 'paragraph', runs: line === '' ? [] : [{ text: line, bold: false, italic: false, link: null }] }));
}

export function blocksFromDocument({ body }: Document): MemoBlock[] {
  const blocks: Open[] = [];
  walk(body, { kind: 'paragraph', bold: false, italic: false, link: null, pre: false, list: null }, createPen(blocks));
  return blocks
    .filter((block) => block.runs.some((run) => run.text.trim() !== ''))
    .map((block): MemoBlock => ({ ...block, runs: trimmed(block.runs) }));
}

type Open =
  | { readonly kind: 'paragraph'; readonly runs: MemoRun[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: MemoRun[] }
  | { readonly kind: 'item'; readonly number: number | null; readonly depth: number; readonly runs: MemoRun[] };
type List = { readonly ordered: boolean; readonly depth: number; next: number };
type State = {
  readonly kind: 'paragraph' | 1 | 2 | 3;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | null;
  readonly pre: boolean;
  readonly list: List | null;
};
type Pen = {
  /** What comes next begins a block of its own. */
  readonly end: () => void;
  readonly item: (list: List) => void;
  readonly write: (text: string, state: State) => void;
};

function createPen(blocks: Open[]): Pen {
  let open: Open | null = null;
  const begin = (block: Open): Open => {
    blocks.push(block);
    open = block;
    return block;
  };
  const forState = ({ kind, list }: State): Open => {
    if (kind !== 'paragraph') return { kind: 'heading', level: kind, runs: [] };
    // A second paragraph in an item is an item too: a memo has no items of several paragraphs.
    return list
      ? { kind: 'item', number: list.ordered ? list.next++ : null, depth: list.depth, runs: [] }
      : { kind: 'paragraph', runs: [] };
  };
  return {
    end: () => {
      // A bullet that is still empty waits for its text.
      if (open?.kind !== 'item' || open.runs.length > 0) open = null;
    },
    item: (list) => begin({ kind: 'item', number: list.ordered ? list.next++ : null, depth: list.depth, runs: [] }),
    write: (text, state) => {
      const { bold, italic, link } = state;
      (open ?? begin(forState(state))).runs.push({ text, bold, italic, link });
    },
  };
}

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'META', 'NOSCRIPT', 'TEMPLATE', 'IFRAME', 'OBJECT', 'SVG', 'svg']);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM HEADER HR LI MAIN NAV P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL OL H1 H2 H3 H4 H5 H6'.split(
    ' ',
  ),
);

function walk(node: Node, state: State, pen: Pen): void {
  if (node.nodeType === Node.TEXT_NODE) writeText(node.textContent ?? '', state, pen);
  else if (node instanceof Element && !SKIPPED.has(node.tagName)) walkElement(node, state, pen);
}

function walkElement(node: Element, state: State, pen: Pen): void {
  const { tagName } = node;
  if (tagName === 'BR') {
    if (state.list) pen.write(' ', state);
    else pen.end();
    return;
  }
  const inside = stateIn(node, state);
  const block = BLOCKS.has(tagName);
  if (block) pen.end();
  if (tagName === 'LI') pen.item(inside.list ?? { ordered: false, depth: 0, next: 1 });
  for (const child of node.childNodes) walk(child, inside, pen);
  if (/^T[DH]$/.test(tagName) && node.nextElementSibling) pen.write('\t', { ...state, pre: true });
  if (block) pen.end();
}

function stateIn(node: Element, state: State): State {
  const { tagName } = node;
  const style = node instanceof HTMLElement ? node.style : null;
  const weight = style?.fontWeight ?? '';
  const heading = /^H([1-6])$/.exec(tagName);
  const target = node.getAttribute('data-link') ?? (tagName === 'A' ? node.getAttribute('href') : null);
  return {
    kind: heading ? levelOf(Number(heading[1])) : state.kind,
    bold: weight === '' ? state.bold || tagName === 'B' || tagName === 'STRONG' : /^bold|^[6-9]\d\d$/.test(weight),
    italic:
      (style?.fontStyle ?? '') === ''
        ? state.italic || tagName === 'I' || tagName === 'EM' || tagName === 'CITE'
        : style?.fontStyle !== 'normal',
    link: target === null ? state.link : toTarget(target),
    pre: state.pre || tagName === 'PRE' || tagName === 'TEXTAREA' || (style?.whiteSpace ?? '').startsWith('pre'),
    list: tagName === 'UL' || tagName === 'OL' ? listOf(node, state.list) : state.list,
  };
}

function listOf(node: Element, above: List | null): List {
  const start = Number(node.getAttribute('start') ?? 1);
  const next = Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1;
  return { ordered: node.tagName === 'OL', depth: above ? above.depth + 1 : 0, next };
}

function levelOf(level: number): 1 | 2 | 3 {
  return level === 1 ? 1 : level === 2 ? 2 : 3;
}

function writeText(given: string, state: State, pen: Pen): void {
  const text = cleaned(given);
  if (!state.pre) {
    const words = text.replace(/[ \t\n\f]+/g, ' ');
    if (words !== '') pen.write(words, state);
    return;
  }
  for (const [n, line] of text.split('\n').entries()) {
    if (n > 0) pen.end();
    if (line !== '') pen.write(line, state);
  }
}

function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n');
}

/** Without white space at both ends of the block, which a page does not show. */
function trimmed(runs: readonly MemoRun[]): MemoRun[] {
  const first = runs.findIndex((run) => run.text.trim() !== '');
  const last = runs.findLastIndex((run) => run.text.trim() !== '');
  return runs.slice(Math.max(0, first), last + 1).map((run, n, all) => {
    const start = n === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: n === all.length - 1 ? start.trimEnd() : start };
  });
}
