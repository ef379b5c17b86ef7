// A memo between its blocks and the editor's nodes: paragraphs, headings, lists, and text with bold, italic and links. Nothing else can be in it.

import { LinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, $isListItemNode, $isListNode, ListItemNode, ListNode } from '@lexical/list';
import { $createHeadingNode, $isHeadingNode, HeadingNode } from '@lexical/rich-text';
import {
  $create,
  $createLineBreakNode,
  $createParagraphNode,
  $createTabNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type KlassConstructor,
  type LexicalNode,
  type LexicalNodeReplacement,
  type TextNode,
} from 'lexical';
import { countItems, type MemoBlock, type MemoRun, toTarget } from '../../src/domain/memo.ts';

/** A link that leads nowhere by itself: no address in the page that a press could open. What it leads to stands in `data-link`. */
export class MemoLinkNode extends LinkNode {
  override $config() {
    return this.config('memo-link', { extends: LinkNode });
  }

  override createDOM(): HTMLSpanElement {
    const element = document.createElement('span');
    element.className = 'memo-link';
    element.dataset.link = this.getURL();
    return element;
  }

  override updateDOM(before: this, element: HTMLElement): boolean {
    if (before.__url !== this.__url) element.dataset.link = this.__url;
    return false;
  }
}

export function $createMemoLink(target: string): MemoLinkNode {
  return $create(MemoLinkNode).setURL(target);
}

/** What a memo is made of. A link made by the library becomes one of ours. */
export const memoNodes: readonly (KlassConstructor<typeof ElementNode> | LexicalNodeReplacement)[] = [
  HeadingNode,
  ListNode,
  ListItemNode,
  MemoLinkNode,
  LinkNode,
  { replace: LinkNode, with: (link: LinkNode) => $createMemoLink(link.getURL()), withKlass: MemoLinkNode },
];

/** Shows these blocks instead of what is there. To be called within an update. */
export function $showBlocks(blocks: readonly MemoBlock[]): void {
  $getRoot()
    .clear()
    .append(...$toNodes(blocks));
}

export function $toNodes(blocks: readonly MemoBlock[]): ElementNode[] {
  const nodes: ElementNode[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (block?.kind === 'item') {
      const end = blocks.findIndex((one, n) => n > at && one.kind !== 'item');
      const items = blocks.slice(at, end < 0 ? blocks.length : end);
      nodes.push(...$toLists(items, 0));
      at += items.length;
    } else {
      const node = block?.kind === 'heading' ? $createHeadingNode(`h${block.level}`) : $createParagraphNode();
      nodes.push(node.append(...$toInline(block?.runs ?? [])));
      at++;
    }
  }
  return nodes.length > 0 ? nodes : [$createParagraphNode()];
}

/** Another kind of list, or a number that does not follow, begins another list. */
function $toLists(items: readonly MemoBlock[], depth: number): ListNode[] {
  const lists: { readonly list: ListNode; readonly ordered: boolean; next: number }[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    if (item?.kind !== 'item') break;
    const last = lists.at(-1);
    if (item.depth > depth && last) {
      const end = items.findIndex((one, n) => n > at && one.kind === 'item' && one.depth <= depth);
      const deeper = items.slice(at, end < 0 ? items.length : end);
      for (const list of $toLists(deeper, depth + 1)) last.list.append($createListItemNode().append(list));
      at += deeper.length;
      continue;
    }
    const ordered = item.number !== null;
    const node = $createListItemNode().append(...$toInline(item.runs));
    if (last && last.ordered === ordered && (!ordered || last.next === item.number)) {
      last.list.append(node);
      last.next++;
    } else {
      const list = $createListNode(ordered ? 'number' : 'bullet', item.number ?? 1).append(node);
      lists.push({ list, ordered, next: (item.number ?? 1) + 1 });
    }
    at++;
  }
  return lists.map(({ list }) => list);
}

/** Runs as nodes to put in a block. */
export function $toInline(runs: readonly MemoRun[]): LexicalNode[] {
  const nodes: LexicalNode[] = [];
  for (const run of runs) {
    const texts = run.text.split(/([\n\t])/).flatMap((text): LexicalNode[] => {
      if (text === '') return [];
      if (text === '\n') return [$createLineBreakNode()];
      const node: TextNode = text === '\t' ? $createTabNode() : $createTextNode(text);
      return [node.setFormat((run.bold ? BOLD : 0) | (run.italic ? ITALIC : 0))];
    });
    const before = nodes.at(-1);
    if (run.link === null) nodes.push(...texts);
    else if (before instanceof MemoLinkNode && before.getURL() === run.link) before.append(...texts);
    else nodes.push($createMemoLink(run.link).append(...texts));
  }
  return nodes;
}

// As the editor keeps them (TEXT_TYPE_TO_FORMAT).
const BOLD = 1;
const ITALIC = 2;

/** The blocks in the editor. To be called within a read or an update. */
export function $readBlocks(): MemoBlock[] {
  return countItems($getRoot().getChildren().flatMap($blocksOf));
}

function $blocksOf(node: LexicalNode): MemoBlock[] {
  if ($isListNode(node)) return $itemsOf(node, 0);
  const runs = $runsOf(node, null);
  if (!$isHeadingNode(node)) return [{ kind: 'paragraph', runs }];
  const level = Number(node.getTag().slice(1));
  return [{ kind: 'heading', level: level === 1 ? 1 : level === 2 ? 2 : 3, runs }];
}

function $itemsOf(list: ListNode, depth: number): MemoBlock[] {
  const ordered = list.getListType() === 'number';
  let number = list.getStart();
  return list.getChildren().flatMap((item): MemoBlock[] => {
    if (!$isListItemNode(item)) return $blocksOf(item);
    const blocks: MemoBlock[] = [];
    let runs: MemoRun[] = [];
    const end = () => {
      blocks.push({ kind: 'item', number: ordered ? number++ : null, depth, runs });
      runs = [];
    };
    for (const child of item.getChildren()) {
      if (!$isListNode(child)) {
        runs.push(...$runsOf(child, null));
        continue;
      }
      if (runs.length > 0) end();
      blocks.push(...$itemsOf(child, depth + 1));
    }
    if (runs.length > 0 || blocks.length === 0) end();
    return blocks;
  });
}

function $runsOf(node: LexicalNode, link: string | null): MemoRun[] {
  if ($isTextNode(node))
    return [{ text: node.getTextContent(), bold: node.hasFormat('bold'), italic: node.hasFormat('italic'), link }];
  if (!$isElementNode(node)) return [{ text: node.getTextContent(), bold: false, italic: false, link }];
  const target = node instanceof LinkNode ? toTarget(node.getURL()) : link;
  return node.getChildren().flatMap((child) => $runsOf(child, target));
}
