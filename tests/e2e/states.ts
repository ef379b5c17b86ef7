// The states of the window that are looked at: by axe, for anything that spills over, and as golden pictures.

import type { Page } from 'playwright-core';

export type Go = (page: Page) => Promise<unknown>;

const hash =
  (to: string, ready: string): Go =>
  async (page) => {
    await page.evaluate((target) => {
      location.hash = target;
    }, to);
    await page.locator(ready).first().waitFor();
  };
const workspace = hash('#/code/1', '[data-turn]');
const frequency = hash('#/frequency', 'g.mark:visible');
const cooccurrence = hash('#/cooccurrence', 'g.mark:visible');
const fragments: Go = async (page) => {
  await hash('#/fragments?code=7', '.fx-row')(page);
  await page.locator('.fx-row').first().focus();
};
const onTurn =
  (...keys: string[]): Go =>
  async (page) => {
    await workspace(page);
    await page.locator('[data-turn]').nth(3).click();
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(250);
  };
const then =
  (first: Go, ...keys: string[]): Go =>
  async (page) => {
    await first(page);
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(250);
  };

const withMark =
  (chart: Go): Go =>
  async (page) => {
    await chart(page);
    await page.locator('g.mark:visible').nth(3).click();
    await page.locator('.panel h2:visible').first().waitFor();
    await page.waitForTimeout(400);
  };

/** The states, in the order of the work. Escape leaves each. */
export const states: readonly (readonly [name: string, go: Go])[] = [
  ['workspace', workspace],
  ['a turn selected', onTurn('Space')],
  ['code picker', onTurn('Space', 'c')],
  ['a coding chosen', onTurn('o')],
  ['codings of a turn', onTurn('l')],
  ['find in interview', onTurn('Control+f')],
  ['editing the transcript', onTurn('e')],
  ['all keys', then(workspace, '?')],
  ['import dialog', then(workspace, 'Control+i')],
  ['find in project', then(workspace, 'Control+Shift+f')],
  ['fragments', fragments],
  ['fragments, a word of the sentence', then(fragments, 'Escape', 'Enter')],
  ['fragments, all chosen', then(fragments, 'Control+a')],
  ['fragments, which code is meant', then(fragments, 'Control+a', 'u')],
  ['fragments, nothing fits', hash('#/fragments?code=7&text=bestaatniet', '.fx-none')],
  ['frequency', frequency],
  ['frequency, quotes behind a mark', withMark(frequency)],
  ['frequency as table', then(frequency, 't')],
  ['co-occurrence', cooccurrence],
  ['co-occurrence, places behind a cell', withMark(cooccurrence)],
  ['report', hash('#/report', 'iframe')],
];
