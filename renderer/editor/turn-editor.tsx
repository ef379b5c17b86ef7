// The editor on the page. What is typed goes out as changed turns; the record stays with whoever keeps the splices.

import { createEditor, type LexicalEditor } from 'lexical';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import './turn-editor.css';
import { TurnNode } from './turn-node.ts';
import { registerTurns, type TurnContent, type Turns, type TurnsOptions } from './turns.ts';

export type TurnEditorHandle = Omit<Turns, 'stop'>;

type Props = TurnsOptions & {
  /** Shown at first; later changes come through the handle. */
  readonly turns: readonly TurnContent[];
  readonly caret: { readonly turn: number; readonly offset: number };
  readonly label: string;
  readonly describedBy?: string;
  readonly ref?: Ref<TurnEditorHandle | null>;
};

export function TurnEditor({ turns, caret, label, describedBy, onChange, onRefused, onAsk, ref }: Props) {
  const [editor] = useState(createTurnEditor);
  const [handle, setHandle] = useState<Turns | null>(null);
  const element = useRef<HTMLDivElement>(null);
  const first = useRef({ turns, caret });
  const listeners = useRef({ onChange, onRefused, onAsk });
  useEffect(() => {
    listeners.current = { onChange, onRefused, onAsk };
  });

  useLayoutEffect(() => {
    const own = registerTurns(editor, {
      onChange: (changes) => listeners.current.onChange(changes),
      onRefused: (why) => listeners.current.onRefused(why),
      onAsk: (ask) => listeners.current.onAsk(ask),
    });
    setHandle(own);
    editor.setRootElement(element.current);
    own.set(first.current.turns);
    own.placeCaret(first.current.caret.turn, first.current.caret.offset);
    element.current?.focus({ preventScroll: true });
    return () => {
      own.stop();
      editor.setRootElement(null);
    };
  }, [editor]);

  useImperativeHandle<TurnEditorHandle | null, TurnEditorHandle | null>(ref, () => handle, [handle]);

  // A text box of many paragraphs has no element of its own in HTML.
  const asTextBox = {
    role: 'textbox',
    tabIndex: 0,
    'aria-multiline': true,
    'aria-label': label,
    'aria-describedby': describedBy,
  };
  return (
    <div ref={element} className="turn-editor" contentEditable suppressContentEditableWarning spellCheck={false} {...asTextBox} />
  );
}

function createTurnEditor(): LexicalEditor {
  return createEditor({
    namespace: 'rode-draad',
    nodes: [TurnNode],
    // A fault in the editor must not be swallowed: what was typed since the last save would be lost without a word.
    onError: (error) => {
      throw error;
    },
  });
}
