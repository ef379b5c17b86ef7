// Keys pressed while the window is on its way from one thing to the next, as from the editor back to the text: they wait, and are then
// pressed one after the other, each on what the one before it made. Without this they would be typed into what is about to go.

import { isTyping } from '../shell/shortcuts.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

/** How many frames what comes gets to take the focus. */
const FRAMES = 20;

/** Holds all keys from now on. Answers how to let go: with what was held pressed then, or dropped. */
export function holdKeys(): (what: 'press' | 'drop') => void {
  const held: Key[] = [];
  const hold = (event: KeyboardEvent) => {
    // What is pressed here comes by again.
    if (!event.isTrusted || !isHeld(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const { key, code, altKey, shiftKey, ctrlKey, metaKey } = event;
    held.push({ key, code, altKey, shiftKey, ctrlKey, metaKey });
  };
  addEventListener('keydown', hold, true);
  const pressAll = async () => {
    if (held.length > 0) await focusTaken();
    for (let key = held.shift(); key; key = held.shift()) {
      press(key);
      // What it set is drawn before the next one.
      await new Promise((resolve) => setTimeout(resolve));
    }
    removeEventListener('keydown', hold, true);
  };
  return (what) => {
    if (what === 'press') void pressAll();
    else removeEventListener('keydown', hold, true);
  };
}

/** Not what only a browser can do: Tab, copying and pasting. */
function isHeld({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): boolean {
  if (isComposing || key === 'Tab') return false;
  return !(ctrlKey || metaKey) || !/^[acvx]$/i.test(key);
}

async function focusTaken(): Promise<void> {
  for (let left = FRAMES; left > 0 && document.activeElement === document.body; left--)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** A field gets the letters as if they were typed now. */
function press(key: Key): void {
  const target = document.activeElement ?? document.body;
  if (isTyping(target) && key.key.length === 1 && !key.ctrlKey && !key.metaKey && !key.altKey)
    document.execCommand('insertText', false, key.key);
  else target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
}
