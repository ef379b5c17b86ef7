// The editor of a memo on the page: what is written, the keys for its looks, and its links, of which those that lead to nothing say so.

import { createEditor, type LexicalEditor } from 'lexical';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isMac } from '../parts/keys.tsx';
import { type MemoCaret, type MemoEditing, type MemoListeners, registerMemo } from './memo-editing.ts';
import { memoNodes } from './memo-nodes.ts';
import './memo-editor.css';

export type MemoEditorHandle = Omit<MemoEditing, 'stop'> & {
  readonly focus: () => void;
  /** What is selected, as plain text. */
  readonly selected: () => string;
};

type Props = MemoListeners & {
  /** Shown at first; another text comes through the handle. */
  readonly text: string;
  readonly label: string;
  readonly hint: string;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly describedBy?: string;
  /** By target, what a link that leads to nothing says of itself. */
  readonly gone: ReadonlyMap<string, string>;
  /** Ctrl+K: choose what to link to. */
  readonly onChooseLink: () => void;
  /** Ctrl+Enter in a link, or a press with Ctrl on one. */
  readonly onFollow: (target: string) => void;
  /** The focus went elsewhere. */
  readonly onLeft: () => void;
  /** Ctrl+Enter elsewhere, and Escape. */
  readonly onDone?: (() => void) | undefined;
  readonly ref?: Ref<MemoEditorHandle | null>;
};

export function MemoEditor(props: Props) {
  const { text, label, hint, readOnly = false, autoFocus = false, describedBy, gone, ref } = props;
  const [editor] = useState(createMemoEditor);
  const [editing, setEditing] = useState<MemoEditing | null>(null);
  const [empty, setEmpty] = useState(text === '');
  const element = useRef<HTMLDivElement>(null);
  const first = useRef({ text, autoFocus });
  const latest = useRef(props);
  const caret = useRef<MemoCaret | null>(null);
  useEffect(() => {
    latest.current = props;
  });

  useLayoutEffect(() => {
    const own = registerMemo(editor, {
      onTyped: () => latest.current.onTyped(),
      onCaret: (now) => {
        caret.current = now;
        latest.current.onCaret(now);
      },
      onTooLong: () => latest.current.onTooLong(),
    });
    const stopEmpty = editor.registerUpdateListener(({ editorState }) =>
      setEmpty(editorState.read(() => isEmpty(element.current, editor))),
    );
    setEditing(own);
    editor.setRootElement(element.current);
    own.set(first.current.text);
    if (first.current.autoFocus) editor.focus(undefined, { defaultSelection: 'rootEnd' });
    return () => {
      stopEmpty();
      own.stop();
      editor.setRootElement(null);
    };
  }, [editor]);
  useEffect(() => editor.setEditable(!readOnly), [editor, readOnly]);
  useGoneLinks(editor, element.current, gone);

  useImperativeHandle<MemoEditorHandle | null, MemoEditorHandle | null>(
    ref,
    () =>
      editing && {
        ...editing,
        focus: () => editor.focus(),
        selected: () => getSelection()?.toString().trim() ?? '',
      },
    [editing, editor],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAct(event);
    if (!act || !editing) {
      if (event.key === 'Escape' && latest.current.onDone) {
        event.preventDefault();
        event.stopPropagation();
        latest.current.onDone();
      }
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (act.kind === 'block') editing.block(act.block);
    else if (act.kind === 'indent') editing.indent(act.deeper);
    else if (act.kind === 'link') latest.current.onChooseLink();
    else if (caret.current?.link) latest.current.onFollow(caret.current.link);
    else latest.current.onDone?.();
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-link]') : null;
    if (link?.dataset.link && (event.ctrlKey || event.metaKey)) latest.current.onFollow(link.dataset.link);
  };
  // A text box of many paragraphs has no element of its own in HTML.
  const asTextBox = {
    role: 'textbox',
    tabIndex: 0,
    'aria-multiline': true,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-readonly': readOnly,
    'aria-placeholder': hint,
    onKeyDown,
    onClick,
    onBlur: () => latest.current.onLeft(),
  };
  return (
    <div className="memo-sheet">
      <div
        ref={element}
        className="memo-text"
        contentEditable={!readOnly}
        suppressContentEditableWarning
        spellCheck={false}
        {...asTextBox}
      />
      {empty ? (
        <p className="memo-hint" aria-hidden="true">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

type KeyAct =
  | { readonly kind: 'block'; readonly block: 'paragraph' | 'h1' | 'h2' | 'h3' | 'bullet' | 'number' }
  | { readonly kind: 'indent'; readonly deeper: boolean }
  | { readonly kind: 'link' }
  | { readonly kind: 'follow' };

/** Bold, italic and undo are the library's own keys. The place of a digit counts: with Shift it writes another sign. */
function keyAct(event: KeyboardEvent): KeyAct | null {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  if (!mod) return null;
  const { code, key } = event;
  const level = event.altKey && !event.shiftKey ? /^Digit([0-3])$/.exec(code)?.[1] : undefined;
  if (level !== undefined)
    return { kind: 'block', block: level === '0' ? 'paragraph' : level === '1' ? 'h1' : level === '2' ? 'h2' : 'h3' };
  if (event.altKey) return null;
  if (event.shiftKey) {
    if (code === 'Digit7') return { kind: 'block', block: 'number' };
    return code === 'Digit8' ? { kind: 'block', block: 'bullet' } : null;
  }
  if (key === 'k') return { kind: 'link' };
  if (key === 'Enter') return { kind: 'follow' };
  if (code === 'BracketRight') return { kind: 'indent', deeper: true };
  return code === 'BracketLeft' ? { kind: 'indent', deeper: false } : null;
}

/** Says at each link that leads to nothing that it does. The page may be drawn again at any change. */
function useGoneLinks(editor: LexicalEditor, root: HTMLElement | null, gone: ReadonlyMap<string, string>): void {
  useEffect(() => {
    const mark = () => {
      for (const link of root?.querySelectorAll<HTMLElement>('[data-link]') ?? []) {
        const said = gone.get(link.dataset.link ?? '');
        if (link.dataset.gone === said) continue;
        if (said === undefined) delete link.dataset.gone;
        else link.dataset.gone = said;
      }
    };
    mark();
    return editor.registerUpdateListener(mark);
  }, [editor, root, gone]);
}

function isEmpty(root: HTMLElement | null, editor: LexicalEditor): boolean {
  const paragraph = root?.firstElementChild;
  return (
    editor.getRootElement() !== null && root?.childElementCount === 1 && paragraph?.tagName === 'P' && root.textContent === ''
  );
}

function createMemoEditor(): LexicalEditor {
  return createEditor({
    namespace: 'rode-draad-memo',
    nodes: memoNodes,
    theme: { text: { bold: 'memo-bold', italic: 'memo-italic' } },
    // A fault in the editor must not be swallowed: what was typed since the last save would be lost without a word.
    onError: (error) => {
      throw error;
    },
  });
}
