// The hands of someone without a mouse: keys only, and Tab until the focus is where it should be.

import type { Page } from 'playwright-core';

export type Keyboard = {
  /** Presses keys one after another. */
  readonly press: (...keys: string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Walks with Tab (or Shift+Tab) until what has the focus bears this name; fails when a whole round does not meet it. */
  readonly tabTo: (name: RegExp, way?: 'Tab' | 'Shift+Tab' | 'F6' | 'ArrowDown' | 'ArrowUp' | 'ArrowRight') => Promise<void>;
  /** What has the focus, as a screen reader would name it. */
  readonly focused: () => Promise<string>;
};

export function byKeyboard(page: Page): Keyboard {
  const focused = () => page.evaluate(nameOfFocus);
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  return {
    press,
    focused,
    type: (text) => page.keyboard.type(text),
    tabTo: async (name, way = 'Tab') => {
      const met: string[] = [];
      for (let n = 0; n < 120; n++) {
        const now = await focused();
        if (name.test(now)) return;
        met.push(now);
        await press(way);
        await page.waitForTimeout(15);
      }
      throw new Error(`${way} never came to ${name}; it met ${[...new Set(met)].join(' | ')}`);
    },
  };
}

/** Runs in the page. */
function nameOfFocus(): string {
  const element = document.activeElement;
  if (!element || element === document.body) return '';
  const labelled = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
  const label =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0]?.textContent : '';
  return (
    element.getAttribute('aria-label') ??
    (labelled.trim() || label || element.textContent || element.getAttribute('title') || '')
  )
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
