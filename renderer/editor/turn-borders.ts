// What keeps an editor of turns to its turns: Enter asks to split one, deleting over a border to join two, and nothing else reaches over a
// border. Undo beyond what was typed here is the project's.

import type { HistoryState } from '@lexical/history';
import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DROP_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  PASTE_COMMAND,
  PASTE_TAG,
  type PointType,
  type RangeSelection,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { $isTurnNode, type TurnNode } from './turn-node.ts';
import type { TurnsOptions } from './turns.ts';

/** A turn of 30,000 words is no turn any more, and a page that draws it stops answering: so much comes in as an interview. */
const MOST_PASTED = 200_000;

/** Refuses what would empty out or add turns unasked. Enter splits a turn, deleting over a border joins two: both are asked of the owner. */
export function keepBorders(
  editor: LexicalEditor,
  onRefused: TurnsOptions['onRefused'],
  onAsk: TurnsOptions['onAsk'],
): (() => void)[] {
  const inOneTurn = (payload: unknown): boolean => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return false;
    $endInTurn(selection);
    if ($turnOf(selection.anchor)?.is($turnOf(selection.focus) ?? null)) return false;
    if (payload instanceof Event) payload.preventDefault();
    onRefused('across');
    return true;
  };
  const guard = <T>(command: LexicalCommand<T>) => editor.registerCommand(command, inOneTurn, COMMAND_PRIORITY_HIGH);
  const guardDelete = (command: LexicalCommand<boolean>) =>
    editor.registerCommand(command, (backward) => inOneTurn(null) || $joinAtBorder(backward, onAsk), COMMAND_PRIORITY_HIGH);
  return [
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      ({ key, isComposing }) => {
        if (!isComposing && BORDER_KEYS.has(key)) $takeCaretFromPage(editor);
        return false;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    ...[CONTROLLED_TEXT_INSERTION_COMMAND, REMOVE_TEXT_COMMAND, CUT_COMMAND, INSERT_LINE_BREAK_COMMAND].map((command) =>
      guard(command as LexicalCommand<unknown>),
    ),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map(guardDelete),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => inOneTurn(null) || $splitHere(onAsk), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (!event || event.shiftKey) return false;
        event.preventDefault();
        return editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => inOneTurn(event) || pastePlain(editor, event, onRefused, onAsk),
      COMMAND_PRIORITY_HIGH,
    ),
    // Dragging text would cut it from one turn and put it in another.
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  ];
}

const BORDER_KEYS: ReadonlySet<string> = new Set(['Enter', 'Backspace', 'Delete']);

/** The page tells of a caret that moved a moment later: a key pressed at once (Home, Backspace) must find it where it is now. */
function $takeCaretFromPage(editor: LexicalEditor): void {
  const selection = $getSelection();
  const now = $createRangeSelectionFromDom(document.getSelection(), editor);
  if (now && $isRangeSelection(selection) && !now.is(selection)) $setSelection(now);
}

/** Three clicks select a turn up to the start of the next one: what is meant ends with the turn. */
function $endInTurn(selection: RangeSelection): void {
  const [first, last] = selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
  const [turn, next] = [$turnOf(first), $turnOf(last)];
  if (!turn || !next || !turn.getNextSibling()?.is(next) || $offsetIn(next, last) > 0) return;
  const end = turn.getLastDescendant();
  if ($isTextNode(end)) last.set(end.getKey(), end.getTextContentSize(), 'text');
  else last.set(turn.getKey(), turn.getChildrenSize(), 'element');
}

/** When all that was typed here is taken back, undo is the project's. */
export function endOfHistory(editor: LexicalEditor, history: HistoryState, onAsk: TurnsOptions['onAsk']): (() => void)[] {
  const ask = (kind: 'undo' | 'redo', stack: () => readonly unknown[]) => () => {
    if (stack().length > 0) return false;
    onAsk({ kind });
    return true;
  };
  return [
    editor.registerCommand(
      UNDO_COMMAND,
      ask('undo', () => history.undoStack),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      REDO_COMMAND,
      ask('redo', () => history.redoStack),
      COMMAND_PRIORITY_HIGH,
    ),
  ];
}

/** Text from the clipboard as it may stand in a turn: LF, no NUL, no lone surrogates, no spaces at line ends. */
export function cleanPaste(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[ \t\u00a0]+(?=\n)/g, '');
}

function pastePlain(
  editor: LexicalEditor,
  event: Event,
  onRefused: TurnsOptions['onRefused'],
  onAsk: TurnsOptions['onAsk'],
): boolean {
  const data = 'clipboardData' in event && event.clipboardData instanceof DataTransfer ? event.clipboardData : null;
  if (!data) return false;
  event.preventDefault();
  const raw = data.getData('text/plain');
  if (raw.length > MOST_PASTED) onRefused('tooLong');
  else editor.update(() => $paste(cleanPaste(raw), onAsk), { tag: PASTE_TAG });
  return true;
}

function $paste(text: string, onAsk: TurnsOptions['onAsk']): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || text === '') return;
  const turn = $turnOf(selection.anchor);
  const offset = turn ? $offsetIn(turn, selection.isBackward() ? selection.focus : selection.anchor) : 0;
  const index = turn?.getHead().turn;
  selection.insertRawText(text);
  if (index !== undefined && text.includes('\n'))
    $onUpdate(() => onAsk({ kind: 'pasted', turn: index, offset, length: text.length }));
}

function $splitHere(onAsk: TurnsOptions['onAsk']): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  if (!selection.isCollapsed()) selection.removeText();
  const turn = $turnOf(selection.anchor);
  if (!turn) return true;
  const { turn: index } = turn.getHead();
  const offset = $offsetIn(turn, selection.anchor);
  $onUpdate(() => onAsk({ kind: 'split', turn: index, offset }));
  return true;
}

/** Deleting from a bare caret over the border of its turn joins it to the one beside. */
function $joinAtBorder(backward: boolean, onAsk: TurnsOptions['onAsk']): boolean {
  if (!$isAtBorder(backward)) return false;
  const selection = $getSelection();
  const turn = $isRangeSelection(selection) ? $turnOf(selection.anchor) : null;
  if (!turn) return true;
  const { turn: index } = turn.getHead();
  $onUpdate(() => onAsk({ kind: 'join', turn: backward ? index - 1 : index, caret: backward ? 'second' : 'first' }));
  return true;
}

/** True when deleting from this bare caret would reach over the border of its turn. */
function $isAtBorder(backward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const turn = $turnOf(selection.anchor);
  if (!turn) return true;
  const offset = $offsetIn(turn, selection.anchor);
  return backward ? offset === 0 : offset === turn.getTextContentSize();
}

function $turnOf(point: PointType): TurnNode | null {
  for (let node: LexicalNode | null = point.getNode(); node; node = node.getParent()) if ($isTurnNode(node)) return node;
  return null;
}

function $offsetIn(turn: TurnNode, point: PointType): number {
  const node = point.getNode();
  const children = turn.getChildren();
  const before = node.is(turn) ? point.offset : children.findIndex((child) => child.is(node));
  const length = children.slice(0, before).reduce((sum, child) => sum + child.getTextContentSize(), 0);
  return node.is(turn) ? length : length + point.offset;
}
