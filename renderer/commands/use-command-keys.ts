// The keys that work anywhere in the window, and the items of the desktop's menu bar: both run commands.

import { useLayoutEffect, useRef } from 'react';
import { useClient } from '../client/index.ts';
import { isMac } from '../parts/keys.tsx';
import { isInDialog, isTyping } from '../shell/shortcuts.ts';
import { useKeymap } from './keymap.ts';
import { isTyped, keyOf } from './keys.ts';
import { useRegistry } from './registry.ts';

/** In a text field these mean the text itself. */
const IN_TEXT = new Set(['undo', 'redo']);

export function useCommandKeys(): void {
  const client = useClient();
  const registry = useRegistry();
  const keymap = useRef(useKeymap());
  keymap.current = useKeymap();
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = keyOf(event);
      const id = key === null ? null : keymap.current.commandFor('anywhere', key);
      if (key === null || id === null || event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      if (isTyping(event.target) && (IN_TEXT.has(id) || isTyped(key))) return;
      if (registry.run(id)) event.preventDefault();
    };
    // A browser has this key itself; on a Mac it belongs to the text and ⌘[ goes back.
    const onBack = (event: KeyboardEvent) => {
      const wanted = isMac ? event.metaKey && event.key === '[' : event.altKey && event.key === 'ArrowLeft' && !event.shiftKey;
      if (!wanted || event.ctrlKey || event.defaultPrevented || isInDialog(event.target) || isTyping(event.target)) return;
      event.preventDefault();
      history.back();
    };
    if (client.bridge.kind === 'desktop') addEventListener('keydown', onBack);
    addEventListener('keydown', onKeyDown);
    const end = client.bridge.onEvent((event) => {
      if (event.kind === 'command') registry.run(event.command);
    });
    return () => {
      removeEventListener('keydown', onBack);
      removeEventListener('keydown', onKeyDown);
      end();
    };
  }, [client, registry]);
}
