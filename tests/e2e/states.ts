// The states of the window that are looked at: by axe, for anything that spills over, and as pictures where golden ones are kept.

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
    // Where an earlier state scrolled to must not be seen.
    await page.evaluate(() => {
      for (let part = document.querySelector('[data-turn]'); part; part = part.parentElement) part.scrollTop = 0;
    });
    await page.locator('[data-turn="3"]').click();
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

/** A command by the palette, in the language of the window. */
const command =
  (first: Go, nl: string, en: string): Go =>
  async (page) => {
    await first(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type((await page.locator('html').getAttribute('lang')) === 'nl' ? nl : en);
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').last().waitFor();
    await page.waitForTimeout(400);
  };
const typed =
  (first: Go, text: string): Go =>
  async (page) => {
    await first(page);
    await page.keyboard.type(text);
    await page.waitForTimeout(300);
  };
/** All hits of a word in a dialog, to be coded together. */
const hits: Go = async (page) => {
  await typed(onTurn('Control+f'), 'moeder')(page);
  await page
    .getByRole('button', { name: /^(Codeer alle|Code all)/ })
    .first()
    .press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(300);
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
  ['find in interview, with hits', typed(onTurn('Control+f'), 'moeder')],
  ['hits to be coded', hits],
  ['answers to be coded', then(onTurn('g'))],
  ['code picker, some found', typed(onTurn('Space', 'c'), 'vast')],
  ['code picker, a new name', typed(onTurn('Space', 'c'), 'Trots / op de oma')],
  ['code picker, for another code', onTurn('o', 'r')],
  ['a memo on a coding', onTurn('o', 'm')],
  ['go to a line', onTurn('Control+Shift+g')],
  ['editing, which speaker', onTurn('e', 'F2')],
  ['palette', then(workspace, 'Control+k')],
  ['palette, a question', typed(then(workspace, 'Control+k'), 'code')],
  ['palette, nothing found', typed(then(workspace, 'Control+k'), 'qqqxz')],
  ['go to an interview', then(workspace, 'Control+p')],
  ['go to a code', typed(then(workspace, 'Control+p'), '#')],
  ['settings', then(workspace, 'Control+,')],
  ['keys to change', command(workspace, 'Toetsen wijzigen', 'Change keys')],
  [
    'which stripes',
    async (page) => {
      await workspace(page);
      await page.getByRole('button', { name: /^(Strepen|Stripes)/ }).click();
      await page.getByRole('menu').or(page.getByRole('dialog')).first().waitFor();
    },
  ],
  ['history, nothing yet', command(workspace, 'Geschiedenis', 'History')],
  ['speakers', command(workspace, 'Sprekers hernoemen', 'Rename and merge')],
  ['codings to check', command(workspace, 'Te controleren', 'Codings to check')],
  ['memos, none yet', hash('#/memos', '.memos-list')],
  ['memo on the project, empty', hash('#/memos/project', '[contenteditable="true"]')],
  ['journal, a new day', hash('#/memos/journal-2026-03-19', '[contenteditable="true"]')],
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
