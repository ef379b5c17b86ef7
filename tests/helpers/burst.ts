// Keys as fast fingers, or a machine that was busy, bring them: all of them are on their way before the first is answered.

import type { Page } from 'playwright-core';

const MODIFIERS: Readonly<Record<string, number>> = { Alt: 1, Control: 2, Shift: 8 };
const CODES: Readonly<Record<string, number>> = {
  Enter: 13,
  Escape: 27,
  Home: 36,
  End: 35,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
  Backspace: 8,
  F2: 113,
  F6: 117,
};

/** Presses `keys` (`Alt+ArrowRight`, `Enter`, or `'text'` in quotes, letter by letter) without waiting for anything in between. */
export async function burst(page: Page, ...keys: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const pressed = keys.flatMap((key) => (/^'.*'$/.test(key) ? [...key.slice(1, -1)] : [key]));
  await Promise.all(
    pressed.flatMap((key) => {
      const event = eventOf(key);
      return [
        session.send('Input.dispatchKeyEvent', { type: event.text ? 'keyDown' : 'rawKeyDown', ...event }),
        session.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp', text: '' }),
      ];
    }),
  );
  await session.detach();
}

function eventOf(pressed: string) {
  const parts = pressed.length === 1 ? [pressed] : pressed.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1).reduce((sum, name) => sum + (MODIFIERS[name] ?? 0), 0);
  const letter = key.length === 1;
  // The code of a sign is not the number of its key: `.` would be Delete.
  const keyCode = CODES[key] ?? (/^[a-z0-9 ]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0);
  const code = !letter ? key : /\d/.test(key) ? `Digit${key}` : key === ' ' ? 'Space' : `Key${key.toUpperCase()}`;
  const written = (modifiers & ~8) === 0 ? (letter ? key : key === 'Enter' ? '\r' : '') : '';
  return { key, code, windowsVirtualKeyCode: keyCode, modifiers, text: written };
}
