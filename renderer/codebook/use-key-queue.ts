// Keys pressed in the tree while a change of it is under way: they wait until the tree has been drawn with that change, so that each works
// on what the person would see by then, and none is lost.

import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { isInDialog, isTyping } from '../shell/shortcuts.ts';

export type HeldKey = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

export type KeyQueue = {
  /** The keys wait for this change; `until` it is drawn too. */
  readonly during: (change: Promise<unknown>) => void;
  /** The keys wait until this is so; it is asked each time the tree has been drawn. */
  readonly until: (drawn: () => boolean) => void;
  /** True when the key has been taken to wait. */
  readonly takes: (event: KeyboardEvent) => boolean;
  /** Forgets the keys that wait, as what they were meant for did not come about. */
  readonly drop: () => void;
};

/** `isDrawn`: what was read last is what is drawn. `onKey` gets a key that waited, for the row that has the focus by then. */
export function useKeyQueue(
  tree: RefObject<HTMLElement | null>,
  isDrawn: () => boolean,
  onKey: (key: HeldKey) => void,
): KeyQueue {
  const [, draw] = useState(0);
  const state = useRef({ underway: 0, wanted: [] as (() => boolean)[], keys: [] as HeldKey[] });
  const latest = useRef({ isDrawn, onKey });
  latest.current = { isDrawn, onKey };

  // After each drawing, one key: the next one works on what that one did.
  useEffect(() => {
    const now = state.current;
    if (now.underway === 0) now.wanted = now.wanted.filter((drawn) => !drawn());
    if (now.keys.length === 0 || isBusy()) return;
    const key = now.keys.shift();
    if (key && isMeant(tree.current)) press(key, latest.current.onKey);
    draw((n) => n + 1);
  });
  const isBusy = () => state.current.underway > 0 || state.current.wanted.length > 0;

  return useMemo(() => {
    const until = (drawn: () => boolean) => {
      state.current.wanted.push(drawn);
      // What is so already is drawn by nobody else.
      draw((n) => n + 1);
    };
    return {
      until,
      during: (change) => {
        state.current.underway += 1;
        void change.finally(() => {
          state.current.underway -= 1;
          until(() => latest.current.isDrawn());
        });
      },
      takes: (event) => {
        const now = state.current;
        const busy = now.underway > 0 || now.wanted.length > 0 || now.keys.length > 0;
        if (!busy || !isHeld(event)) return false;
        event.preventDefault();
        event.stopPropagation();
        const { key, code, altKey, shiftKey, ctrlKey, metaKey } = event;
        now.keys.push({ key, code, altKey, shiftKey, ctrlKey, metaKey });
        return true;
      },
      drop: () => {
        state.current.keys = [];
      },
    };
  }, []);
}

/** What walks, writes or acts in the tree; a key that leads out of it (Tab, F6, with Ctrl) goes where it goes. */
function isHeld({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || nativeEvent.isComposing) return false;
  return key.length === 1 || /^(Arrow|Home|End|Enter|F2$|F10|Delete|Backspace|Escape|ContextMenu)/.test(key);
}

/** The focus is in the tree, or in a dialog that a key there opened: who went elsewhere meanwhile did not mean the key for that. */
function isMeant(tree: HTMLElement | null): boolean {
  return isInDialog(document.activeElement) || tree?.contains(document.activeElement) === true;
}

/** A field that was opened by a key before it gets the letters, as if they were typed now. */
function press(key: HeldKey, onKey: (key: HeldKey) => void): void {
  const target = document.activeElement;
  if (!isTyping(target)) onKey(key);
  else if (key.key.length === 1 && !key.altKey) document.execCommand('insertText', false, key.key);
  else target?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
}
