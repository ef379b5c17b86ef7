// Every screen and state of a written list, in both languages and both themes: axe finds nothing, and nothing spills over the side of a
// window of 1280 or, at 200 % zoom, 640 pixels wide.

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPictures, type Pictures } from '../helpers/pictures.ts';
import { openProjects } from '../helpers/project.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';
import { states } from './states.ts';

const projects = await openProjects();
let browser: Browser;
let pictures: Pictures;
beforeAll(async () => {
  browser = await startBrowser();
  pictures = await openPictures(browser);
  if (pictures.missing) console.info(`Skipped: golden pictures. ${pictures.missing}`);
});
afterAll(async () => {
  await pictures.close();
  await browser.close();
});

async function expectPicture(page: Page, look: string, state: string): Promise<void> {
  if (pictures.missing) return;
  expect(await pictures.compare(page, `${look}/${state.replaceAll(/[^a-z0-9]+/g, '-')}`)).toBeNull();
}

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
  const look = `${language}-${theme}-${width}`;
  let workbench: Workbench;
  let page: Page;
  beforeAll(async () => {
    workbench = await openWorkbench('web', { project: await projects.samplePath(), browser, language, still: true });
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
    await expectPicture(page, look, name);
  });

  it('the start screen, and an empty project', async () => {
    await workbench.call('workbench.close', {});
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Rode Draad' }).waitFor();
    await expectAccessible(page, 'start');
    await expectPicture(page, look, 'start');
    await workbench.call('workbench.create', { name: 'Leeg' });
    await page.evaluate(() => {
      location.hash = '';
    });
    await page.reload();
    await page.locator('.empty').first().waitFor();
    await expectAccessible(page, 'empty project');
    await expectPicture(page, look, 'empty project');
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
