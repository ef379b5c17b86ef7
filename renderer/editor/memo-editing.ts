// What makes an editor an editor of memos: bold, italic, headings, lists and links by key and by call; what is pasted is made a memo's first.
// It works without a page too, so that typing can be tested by the thousand.

import { copyToClipboard } from '@lexical/clipboard';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $isLinkNode } from '@lexical/link';
import { $insertList, $isListItemNode, $isListNode, registerList } from '@lexical/list';
import { HEADING, ORDERED_LIST, registerMarkdownShortcuts, UNORDERED_LIST } from '@lexical/markdown';
import { $createHeadingNode, $isHeadingNode, registerRichText } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  PASTE_COMMAND,
  PASTE_TAG,
  type RangeSelection,
  REMOVE_TEXT_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  TextNode,
} from 'lexical';
import { type MemoBlock, parseMemo, printMemo } from '../../src/domain/memo.ts';
import { $createMemoLink, $readBlocks, $showBlocks, $toInline, $toNodes } from './memo-nodes.ts';
import { blocksFromHtml, blocksFromText } from './memo-paste.ts';

export type MemoBlockKind = 'paragraph' | 'h1' | 'h2' | 'h3' | 'bullet' | 'number';
/** What the toolbar shows of the place of the caret. */
export type MemoCaret = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly block: MemoBlockKind;
  /** The target of the link the caret is in. */
  readonly link: string | null;
};
export const NO_CARET: MemoCaret = { bold: false, italic: false, block: 'paragraph', link: null };

export type MemoListeners = {
  /** After each change of what is written, by whoever types. */
  readonly onTyped: () => void;
  readonly onCaret: (caret: MemoCaret) => void;
  /** More was pasted than the page can draw without standing still; nothing of it was taken. */
  readonly onTooLong: () => void;
};

export type MemoEditing = {
  /** The memo as it is now, in its Markdown. */
  readonly text: () => string;
  /** Shows another text; the way back of undo ends here. */
  readonly set: (text: string) => void;
  readonly format: (format: 'bold' | 'italic') => void;
  /** The same kind again makes it a paragraph. */
  readonly block: (kind: MemoBlockKind) => void;
  readonly indent: (deeper: boolean) => void;
  /** Links what is selected, or changes the link the caret is in; with neither, writes the label. Null takes a link off. */
  readonly link: (target: string | null, label: string) => void;
  /** As if it were typed at the caret. */
  readonly type: (text: string) => void;
  readonly paste: (content: { readonly html: string; readonly text: string }) => void;
  readonly stop: () => void;
};

/** Marks an update that shows another text: nobody typed that. */
const CONTENT_TAG = 'memo-content';
const PAUSE_MS = 800;
/** In UTF-16 units of what is read. Half a book's words make the page stand still for about a second, and more belongs in a file. */
const MOST_PASTED = 500_000;
const MOST_HTML = 10 * MOST_PASTED;
// Two spaces make no heading of more than three levels: there are none.
const SHORTCUTS = [{ ...HEADING, regExp: /^(#{1,3})\s/ }, UNORDERED_LIST, ORDERED_LIST];

export function registerMemo(editor: LexicalEditor, { onTyped, onCaret, onTooLong }: MemoListeners): MemoEditing {
  const history = createEmptyHistoryState();
  const update = (what: () => void) => editor.update(what, { discrete: true });
  const text = () => editor.getEditorState().read(() => printMemo($readBlocks()));
  // The text that is shown and that nobody has typed in yet. What the editor puts right in it by itself is no typing.
  let untouched: string | null = '';
  const paste: MemoEditing['paste'] = ({ html, text }) => {
    if (text.length > MOST_PASTED || html.length > MOST_HTML) return onTooLong();
    editor.update(() => $insertBlocks(html === '' ? blocksFromText(text) : blocksFromHtml(html)), {
      tag: PASTE_TAG,
      discrete: true,
    });
  };
  return {
    text,
    set: (shown) => {
      editor.update(() => $showBlocks(parseMemo(shown)), { discrete: true, tag: [CONTENT_TAG, SKIP_DOM_SELECTION_TAG] });
      untouched = text();
      Object.assign(history, { undoStack: [], redoStack: [], current: { editor, editorState: editor.getEditorState() } });
    },
    format: (format) => update(() => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)),
    block: (kind) => update(() => $setBlock(kind)),
    indent: (deeper) => update(() => void $indent(editor, deeper)),
    link: (target, label) => update(() => $setLink(target, label)),
    type: (typed) => update(() => $type(typed)),
    paste,
    stop: mergeRegister(
      registerRichText(editor),
      registerList(editor),
      registerHistory(editor, history, PAUSE_MS),
      registerMarkdownShortcuts(editor, SHORTCUTS),
      onlyMarksOfOurs(editor),
      ...ownCommands(editor, paste),
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (
          !tags.has(CONTENT_TAG) &&
          (dirtyElements.size > 0 || dirtyLeaves.size > 0) &&
          (untouched === null || text() !== untouched)
        ) {
          untouched = null;
          onTyped();
        }
        onCaret(editorState.read($caret));
      }),
    ),
  };
}

function ownCommands(editor: LexicalEditor, paste: MemoEditing['paste']): (() => void)[] {
  return [
    // A line is a block: a break within one is the next one.
    editor.registerCommand(
      INSERT_LINE_BREAK_COMMAND,
      () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const data = 'clipboardData' in event ? event.clipboardData : null;
        if (!(data instanceof DataTransfer)) return false;
        event.preventDefault();
        paste({ html: data.getData('text/html'), text: data.getData('text/plain') });
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (given) => {
        $removeSelected();
        const selection = $getSelection();
        if (typeof given === 'string' || !given.dataTransfer || !$isRangeSelection(selection)) return false;
        // What a spelling check or a keyboard on glass puts in: only its words.
        selection.insertText(given.dataTransfer.getData('text/plain').replace(/\s+/g, ' '));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $removeSelected() && false, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REMOVE_TEXT_COMMAND, $removeSelected, COMMAND_PRIORITY_HIGH),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $removeSelected, COMMAND_PRIORITY_HIGH),
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        const copied = copyToClipboard(editor, event instanceof ClipboardEvent ? event : null);
        void copied.then(() => editor.update(() => void $removeSelected()));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Dragging would bring in what a memo can't hold.
    ...[DRAGSTART_COMMAND, DROP_COMMAND].map((command) =>
      editor.registerCommand(
        command,
        (event) => {
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    ),
  ];
}

/** Text has bold and italic, and no other look. */
function onlyMarksOfOurs(editor: LexicalEditor): () => void {
  return editor.registerNodeTransform(TextNode, (node) => {
    const format = node.getFormat();
    if ((format & 3) !== format) node.setFormat(format & 3);
    if (node.getStyle() !== '') node.setStyle('');
  });
}

/**
 * Takes out what is selected; answers whether there was anything. The library trips over a selection from a list to a text beyond it when it
 * removes under the selection of the editor itself, so it is given one of its own.
 */
function $removeSelected(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const range = selection.clone();
  $setSelection(null);
  range.removeText();
  $setSelection(range);
  return true;
}

function $type(text: string): void {
  const selection = $getSelection();
  if (text !== '' && $isRangeSelection(selection)) selection.insertText(text);
}

function $insertBlocks(blocks: readonly MemoBlock[]): void {
  $removeSelected();
  const selection = $getSelection() ?? $getRoot().selectEnd();
  const only = blocks.length === 1 ? blocks[0] : undefined;
  if (only?.kind === 'paragraph') selection.insertNodes($toInline(only.runs));
  else if (blocks.length > 0) selection.insertNodes($toNodes(blocks));
}

function $setBlock(kind: MemoBlockKind): void {
  const selection = $getSelection() ?? $getRoot().selectEnd();
  if (!$isRangeSelection(selection)) return;
  const now = $blockKind(selection);
  const next = now === kind ? 'paragraph' : kind;
  if (next === 'bullet' || next === 'number') {
    $insertList(next);
    return;
  }
  $setBlocksType(selection, () => (next === 'paragraph' ? $createParagraphNode() : $createHeadingNode(next)));
}

/** Only items go deeper, and at most one level below the item before. */
function $indent(editor: LexicalEditor, deeper: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  if (!item || (deeper && !item.getPreviousSibling())) return false;
  return editor.dispatchCommand(deeper ? INDENT_CONTENT_COMMAND : OUTDENT_CONTENT_COMMAND, undefined);
}

function $setLink(target: string | null, label: string): void {
  const selection = $getSelection() ?? $getRoot().selectEnd();
  if (!$isRangeSelection(selection)) return;
  const link = $linkAt(selection);
  if (target === null) $unlink(selection);
  else if (!selection.isCollapsed()) $linkTexts(selection, target);
  else if (link) link.setURL(target);
  else {
    const space = $createTextNode(' ');
    selection.insertNodes([$createMemoLink(target).append($createTextNode(label)), space]);
    space.selectEnd();
  }
}

/** Takes off every link that is touched, whole. */
function $unlink(selection: RangeSelection): void {
  const links = new Set(selection.getNodes().map((node) => $findMatchingParent(node, $isLinkNode)?.getKey() ?? ''));
  for (const key of links) {
    const link = $getNodeByKey(key);
    if (!$isLinkNode(link)) continue;
    for (const child of link.getChildren()) link.insertBefore(child);
    link.remove();
  }
}

function $linkTexts(selection: RangeSelection, target: string): void {
  for (const node of selection.extract().filter($isTextNode)) {
    const link = $findMatchingParent(node, $isLinkNode);
    if (link) link.setURL(target);
    else {
      const own = $createMemoLink(target);
      node.insertBefore(own);
      own.append(node);
    }
  }
}

function $caret(): MemoCaret {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return NO_CARET;
  const link = $linkAt(selection);
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    block: $blockKind(selection),
    link: link ? link.getURL() : null,
  };
}

function $linkAt(selection: RangeSelection) {
  return $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
}

function $blockKind(selection: RangeSelection): MemoBlockKind {
  const anchor = selection.anchor.getNode();
  const item = $findMatchingParent(anchor, $isListItemNode);
  const list = item?.getParent();
  if ($isListNode(list)) return list.getListType() === 'number' ? 'number' : 'bullet';
  const heading = $findMatchingParent(anchor, $isHeadingNode);
  if (!heading) return 'paragraph';
  const tag = heading.getTag();
  return tag === 'h1' || tag === 'h2' ? tag : 'h3';
}
