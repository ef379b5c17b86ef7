// Keys that work everywhere in the project window. Single letters belong to the pane that has the focus, not here.

import { useEffect, useRef } from 'react';
import { isMac } from '../parts/keys.tsx';

/** Keys as `mod+shift+z`, where mod is ⌘ on a Mac and Ctrl elsewhere. */
export type Shortcuts = Readonly<Record<string, (() => void) | undefined>>;

/** Listens on the window as long as the component is there. Nothing runs while a dialog is open or, for text keys, while typing. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const name = keyName(event);
      const run = latest.current[name];
      if (!run || event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      if (isTyping(event.target) && TYPING.has(name)) return;
      event.preventDefault();
      run();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** In a text field these mean the text itself. */
const TYPING = new Set(['mod+z', 'mod+shift+z', 'mod+y', '?']);

export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // A sign such as `?` already tells that Shift was needed for it.
  const shift = event.shiftKey && (event.key.length > 1 || /[a-z]/.test(key));
  return [mod ? 'mod' : '', event.altKey ? 'alt' : '', shift ? 'shift' : '', key].filter(Boolean).join('+');
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

export function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="alertdialog"]') !== null;
}
