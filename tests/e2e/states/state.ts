// What a state is: a name, where it begins, and what is done there; and the words states are written in.

import type { Page } from 'playwright-core';
import type { TextKey, TextValues } from '../../../renderer/i18n/index.ts';
import type { Beginning, Stage } from '../../helpers/stage.ts';

/** Where a state begins: with which project, at which address, and what is in view there. */
export type Start = { readonly with: Beginning; readonly hash: string; readonly ready: string };
/** What a person does; the next thing waits until all has come to rest. */
export type Act = (stage: Stage) => Promise<unknown>;
export type State = readonly [name: string, start: Start, ...acts: readonly Act[]];

export const at = (beginning: Beginning, hash: string, ready: string): Start => ({ with: beginning, hash, ready });

/** An interview; 1 to 16 are of the sample, 17 is coded densely, 18 runs from right to left. */
export const reading = (beginning: Beginning, interview = 1): Start => at(beginning, `#/code/${interview}`, '[data-turn]');

export const press =
  (...keys: string[]): Act =>
  (stage) =>
    stage.press(...keys);

/** Types, until what it leads to is in view. */
export const type =
  (text: string, shows = 'body'): Act =>
  async (stage) => {
    await stage.page.keyboard.type(text);
    await stage.rest(shows);
  };

/** Waits for what a key or a press brings. */
export const shows =
  (selector: string): Act =>
  (stage) =>
    stage.rest(selector);

export const click =
  (selector: string): Act =>
  async ({ page }) => {
    await page.locator(selector).first().click();
    await page.mouse.move(1, 1);
  };

/** A button, by its name in the language of the window. */
export const button =
  (name: TextKey, values?: TextValues): Act =>
  async ({ page, t }) => {
    await page
      .getByRole('button', { name: t(name, values) })
      .first()
      .click();
    await page.mouse.move(1, 1);
  };

/** The caret in a turn, by its index. */
export const onTurn =
  (turn: number, ...keys: string[]): Act =>
  async (stage) => {
    await stage.page.locator(`[data-turn="${turn}"]`).click();
    await stage.page.mouse.move(1, 1);
    await stage.press(...keys);
  };

/** A command by the palette. */
export const command =
  (name: TextKey, brings = '[role="dialog"]'): Act =>
  async (stage) => {
    await stage.press('Control+k');
    await stage.page.keyboard.type(stage.t(name));
    await stage.rest('[role="option"]');
    await stage.press('Enter');
    await stage.rest(brings);
  };

/** The pane beside the text; in a narrow window it is a drawer. */
export const pane =
  (name: 'interviews' | 'codebook'): Act =>
  async (stage) => {
    if (stage.width < 1000)
      await stage.page
        .locator('.ws-bar button')
        .nth(name === 'interviews' ? 0 : 1)
        .click();
    await stage.page.mouse.move(1, 1);
    await stage.rest(`[data-pane="${name}"]`);
  };

/** A code in the tree, by its id: 1 is the first theme, 7 `Schaamte`, 9 and 11 are codes of it. */
export const inTree =
  (code: number, ...keys: string[]): Act =>
  async (stage) => {
    await pane('codebook')(stage);
    await stage.page.locator(`[data-code="${code}"]`).focus();
    await stage.press(...keys);
  };

/** What can be done with a code, from its menu. */
export const codeMenu = (code: number, entry: TextKey): Act => menuEntry(inTree(code, 'Shift+F10'), entry);

export function menuEntry(opens: Act, entry: TextKey): Act {
  return async (stage) => {
    await opens(stage);
    await stage.rest('[role="menu"]');
    await stage.page
      .getByRole('menuitem', { name: stage.t(entry) })
      .first()
      .press('Enter');
    await stage.rest();
  };
}

export const fill =
  (selector: string, text: string): Act =>
  async ({ page }) => {
    await page.locator(selector).first().fill(text);
  };

export const inPage =
  (act: (page: Page) => Promise<unknown>): Act =>
  (stage) =>
    act(stage.page);

/** Where list and page stand side by side only. */
export const wide =
  (act: Act): Act =>
  async (stage) => {
    if (stage.width >= 1000) await act(stage);
  };
