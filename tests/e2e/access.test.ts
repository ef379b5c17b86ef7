// Every screen and state of a written list, in both languages and both themes: axe finds nothing, and nothing spills over the side of a
// window of 1280 or, at 200 % zoom, 640 pixels wide.

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openProjects } from '../helpers/project.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

type Go = (page: Page) => Promise<unknown>;

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
const states: readonly (readonly [name: string, go: Go])[] = [
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

const projects = await openProjects();
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

async function expectAccessible(page: Page, state: string): Promise<void> {
  // The report in its frame is a document of its own, which runs no script, axe's neither: it is looked at by itself below.
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
  expect(found, state).toEqual([]);
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(spill, `${state}: pixels beyond the right edge`).toBeLessThanOrEqual(0);
}

const looks = [
  { language: 'nl', theme: 'light', width: 1280 },
  { language: 'en', theme: 'dark', width: 1280 },
  { language: 'nl', theme: 'dark', width: 640 },
] as const;

describe.each(looks)('in $language, $theme, $width px', ({ language, theme, width }) => {
  let workbench: Workbench;
  let page: Page;
  beforeAll(async () => {
    workbench = await openWorkbench('web', { project: await projects.samplePath(), browser, language });
    page = workbench.page;
    page.setDefaultTimeout(15_000);
    await page.setViewportSize({ width, height: 800 });
    await workbench.call('workbench.settings', { language, theme });
    await page.reload();
    await page.locator('[data-turn]').first().waitFor();
  });
  afterEach(async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
  afterAll(() => workbench.close());

  it.each(states)('%s', async (name, go) => {
    await go(page);
    await expectAccessible(page, name);
  });

  it('the start screen, and an empty project', async () => {
    await workbench.call('workbench.close', {});
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Rode Draad' }).waitFor();
    await expectAccessible(page, 'start');
    await workbench.call('workbench.create', { name: 'Leeg' });
    await page.evaluate(() => {
      location.hash = '';
    });
    await page.reload();
    await page.locator('.empty').first().waitFor();
    await expectAccessible(page, 'empty project');
    for (const view of ['frequency', 'cooccurrence', 'report']) {
      await page.evaluate((to) => {
        location.hash = `#/${to}`;
      }, view);
      await page.waitForTimeout(400);
      await expectAccessible(page, `empty ${view}`);
    }
  });

  it('the report as a file', async () => {
    const answer = await workbench.call('workbench.openSample', {});
    expect(answer.ok).toBe(true);
    const report = await workbench.call('report.theme', { language });
    const context = await browser.newContext({ bypassCSP: true });
    const file = await context.newPage();
    await file.setContent(report.ok ? (report.value as { html: string }).html : '');
    await expectAccessible(file, 'report');
    await context.close();
  }, 60_000);

  it('complains of nothing', () => {
    expect(workbench.problems).toEqual([]);
  });
});
