// What makes an editor an editor of turns: it holds one paragraph per turn, keeps their borders, takes plain text only, and says which turns
// changed. It works without a page too, so that typing can be tested by the thousand.

import { createEmptyHistoryState, type HistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createLineBreakNode,
  $createRangeSelectionFromDom,
  $createTextNode,
  $getRoot,
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
  type EditorState,
  HISTORIC_TAG,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
  PASTE_COMMAND,
  PASTE_TAG,
  type PointType,
  type RangeSelection,
  REDO_COMMAND,
  REMOVE_TEXT_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { $createTurnNode, $isTurnNode, type TurnHead, type TurnNode } from './turn-node.ts';

export type EditedTurn = { readonly turn: number; readonly before: string; readonly text: string };
/** across: the selection lies over more than one turn. tooLong: more text than a turn can take in at once. */
export type Refusal = 'across' | 'tooLong';
export type TurnContent = { readonly head: TurnHead; readonly text: string };

/**
 * What a key asks that is more than other words in a turn; `offset` in UTF-16 units from the turn's start. join: this turn and the next one.
 * pasted: text of several lines is in the turn now, which could be turns. undo, redo: what was typed here is all taken back, or done again.
 */
export type EditAsk =
  | { readonly kind: 'split'; readonly turn: number; readonly offset: number }
  | { readonly kind: 'join'; readonly turn: number; readonly caret: 'first' | 'second' }
  | { readonly kind: 'pasted'; readonly turn: number; readonly offset: number; readonly length: number }
  | { readonly kind: 'undo' | 'redo' };

/** A turn of 30,000 words is no turn any more, and a page that draws it stops answering: so much comes in as an interview. */
export const MOST_PASTED = 200_000;

export type TurnsOptions = {
  /** Called after each update that changed the text of turns. */
  readonly onChange: (changes: readonly EditedTurn[]) => void;
  readonly onRefused: (why: Refusal) => void;
  readonly onAsk: (ask: EditAsk) => void;
};

export type Turns = {
  /** Shows these turns instead of what was there; the way back of undo ends here. */
  readonly set: (turns: readonly TurnContent[]) => void;
  /** Puts other turns in the place of `count` of them, from the `from`th that is shown; the way back of undo ends here. */
  readonly replace: (from: number, count: number, turns: readonly TurnContent[]) => void;
  /** What stands beside the turns that are shown, from the first one. */
  readonly setHeads: (heads: readonly TurnHead[]) => void;
  /** Puts the text of one turn back to what it was; a step that undo knows. */
  readonly reset: (turn: number, text: string) => void;
  /** Puts the caret in a turn, `offset` UTF-16 units from its start. */
  readonly placeCaret: (turn: number, offset: number) => void;
  /** Ends the way back of undo here, as after saving: the step is then the project's. */
  readonly forgetHistory: () => void;
  readonly stop: () => void;
};

/** Makes an editor one of turns. */
export function registerTurns(editor: LexicalEditor, { onChange, onRefused, onAsk }: TurnsOptions): Turns {
  const history = createEmptyHistoryState();
  const forgetHistory = () => {
    Object.assign(history, { undoStack: [], redoStack: [], current: { editor, editorState: editor.getEditorState() } });
  };
  return {
    set: (turns) => {
      const nodes = () => turns.map(({ head, text }) => $createTurnNode(head).append(...toNodes(text)));
      editor.update(
        () =>
          $getRoot()
            .clear()
            .append(...nodes()),
        { discrete: true, tag: CONTENT_TAG },
      );
      forgetHistory();
    },
    replace: (from, count, turns) => {
      editor.update(
        () => {
          const nodes = turns.map(({ head, text }) => $createTurnNode(head).append(...toNodes(text)));
          $getRoot().splice(from, count, nodes);
        },
        { discrete: true, tag: CONTENT_TAG },
      );
      forgetHistory();
    },
    setHeads: (heads) => {
      editor.update(() => $setHeads(heads), { discrete: true, tag: CONTENT_TAG });
      forgetHistory();
    },
    reset: (turn, text) =>
      editor.update(
        () =>
          $findTurn(turn)
            ?.clear()
            .append(...toNodes(text)),
        { discrete: true },
      ),
    placeCaret: (turn, offset) => {
      editor.update(() => $selectIn($findTurn(turn), offset));
    },
    forgetHistory,
    stop: mergeRegister(
      registerPlainText(editor),
      registerHistory(editor, history, 300),
      ...keepBorders(editor, onRefused, onAsk),
      ...endOfHistory(editor, history, onAsk),
      watchTurns(editor, onChange),
    ),
  };
}

/** Text from the clipboard as it may stand in a turn: LF, no NUL, no lone surrogates, no spaces at line ends. */
export function cleanPaste(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[ \t\u00a0]+(?=\n)/g, '');
}

/** Marks an update that puts other turns in the editor: nobody typed that. */
const CONTENT_TAG = 'turns-content';

function $findTurn(turn: number): TurnNode | undefined {
  return $getRoot()
    .getChildren()
    .filter($isTurnNode)
    .find((node) => node.getHead().turn === turn);
}

function $setHeads(heads: readonly TurnHead[]): void {
  $getRoot()
    .getChildren()
    .filter($isTurnNode)
    .forEach((node, i) => {
      const [now, next] = [node.getHead(), heads[i]];
      const same =
        !next || (now.turn === next.turn && now.who === next.who && now.when === next.when && now.quiet === next.quiet);
      if (!same) node.setHead(next);
    });
}

function toNodes(text: string): LexicalNode[] {
  return text
    .split('\n')
    .flatMap((line, i) => [...(i > 0 ? [$createLineBreakNode()] : []), ...(line === '' ? [] : [$createTextNode(line)])]);
}

function $selectIn(turn: TurnNode | undefined, offset: number): void {
  if (!turn) return;
  let left = offset;
  for (const [index, child] of turn.getChildren().entries()) {
    const length = child.getTextContentSize();
    if ($isTextNode(child) && left <= length) {
      child.select(left, left);
      return;
    }
    if (left < length) {
      turn.select(index, index);
      return;
    }
    left -= length;
  }
  turn.selectEnd();
}

/** Refuses what would empty out or add turns unasked. Enter splits a turn, deleting over a border joins two: both are asked of the owner. */
function keepBorders(editor: LexicalEditor, onRefused: TurnsOptions['onRefused'], onAsk: TurnsOptions['onAsk']): (() => void)[] {
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
function endOfHistory(editor: LexicalEditor, history: HistoryState, onAsk: TurnsOptions['onAsk']): (() => void)[] {
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

/** Says which turns changed. An update that got past the guards and broke the row of turns is taken back whole. */
function watchTurns(editor: LexicalEditor, onChange: TurnsOptions['onChange']): () => void {
  let keys: readonly NodeKey[] = [];
  let texts = new Map<NodeKey, string>();
  return editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
    if (tags.has(CONTENT_TAG)) {
      ({ keys, texts } = readAll(editorState));
      return;
    }
    if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
    if (!hasTurns(editorState, keys)) {
      editor.setEditorState(prevEditorState, { tag: HISTORIC_TAG });
      return;
    }
    // Undo and taking back name only the root as changed.
    const touched = tags.has(HISTORIC_TAG) ? keys : dirtyElements.keys();
    const changes = editorState.read(() => readChanges(editorState, touched, texts));
    for (const { key, change } of changes) texts.set(key, change.text);
    if (changes.length > 0) onChange(changes.map(({ change }) => change));
  });
}

function readAll(state: EditorState): { keys: NodeKey[]; texts: Map<NodeKey, string> } {
  return state.read(() => {
    const turns = $getRoot().getChildren();
    return {
      keys: turns.map((turn) => turn.getKey()),
      texts: new Map(turns.map((turn) => [turn.getKey(), turn.getTextContent()])),
    };
  });
}

function hasTurns(state: EditorState, keys: readonly NodeKey[]): boolean {
  return state.read(() => {
    const now = $getRoot().getChildrenKeys();
    return now.length === keys.length && now.every((key, i) => key === keys[i]);
  });
}

function readChanges(
  state: EditorState,
  keys: Iterable<NodeKey>,
  texts: ReadonlyMap<NodeKey, string>,
): { key: NodeKey; change: EditedTurn }[] {
  const changes: { key: NodeKey; change: EditedTurn }[] = [];
  for (const key of keys) {
    const node = state._nodeMap.get(key);
    if (!$isTurnNode(node)) continue;
    const before = texts.get(key) ?? '';
    const text = node.getTextContent();
    if (text !== before) changes.push({ key, change: { turn: node.getHead().turn, before, text } });
  }
  return changes;
}
