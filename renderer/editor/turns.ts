// What makes an editor an editor of turns: it holds one paragraph per turn, keeps their borders, takes plain text only, and says which turns
// changed. It works without a page too, so that typing can be tested by the thousand.

import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import {
  $createLineBreakNode,
  $createTextNode,
  $getRoot,
  $isTextNode,
  type EditorState,
  HISTORIC_TAG,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { endOfHistory, keepBorders } from './turn-borders.ts';
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
