// Every state of a written list, in both languages and both themes: axe finds nothing, nothing spills over the side of a window of 1280 or, at
// 200 % zoom, 640 pixels wide, and it looks as it did when it was last looked at (docs/CONTRIBUTING.md tells how). `npm test` takes each state in one
// of the looks, `npm run looks` in all of them.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFaults } from '../helpers/axe.ts';
import { openPictures, type Pictures, picturesOnly } from '../helpers/pictures.ts';
import { openProjects } from '../helpers/project.ts';
import { startBrowser } from '../helpers/session.ts';
import { type Kept, type Look, openStage, type Stage } from '../helpers/stage.ts';
import { keepProjects } from '../helpers/stage-projects.ts';
import { states } from './states/index.ts';

const projects = await openProjects();
let browser: Browser;
let pictures: Pictures;
let kept: Kept;
beforeAll(async () => {
  kept = await keepProjects(projects);
  browser = await startBrowser();
  pictures = await openPictures(browser);
  if (pictures.missing) console.info(`Skipped: golden pictures. ${pictures.missing}`);
});
afterAll(async () => {
  await pictures?.close();
  await browser?.close();
});

async function expectAccessible(page: Page): Promise<void> {
  expect(await findFaults(page)).toEqual([]);
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(spill, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
}

const looks: readonly Look[] = [
  { language: 'nl', theme: 'light', width: 1280 },
  { language: 'en', theme: 'dark', width: 1280 },
  { language: 'nl', theme: 'dark', width: 640 },
];

it('states have names of their own', () => {
  const names = states.map(([name]) => name);
  expect(names.length).toBeGreaterThan(90);
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
});

/** The stage’s own scripts are refused in the frame of the report, where no script may run: that is how it should be. */
const ofTheStage = /^Blocked script execution in 'about:(?:blank|srcdoc)'/;

function nameOfPicture({ language, theme, width }: Look, state: string): string {
  return `${language}-${theme}-${width}/${state.replaceAll(/[^a-z0-9]+/g, '-')}`;
}

// The looks go side by side, each with a page and a core of its own; the states of a look one after another.
const wholly = process.env.RODE_DRAAD_LOOKS === 'all';
if (!wholly) console.info(`Each of ${states.length} states in one of ${looks.length} looks; npm run looks takes them in all.`);

describe.concurrent.each(looks)('in $language, $theme, $width px', (look) => {
  const own = states.filter((_, n) => wholly || n % looks.length === looks.indexOf(look));

  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(browser, kept, look);
  });
  afterAll(() => stage?.close());

  for (const [name, start, ...acts] of own)
    it(name, { timeout: 60_000, concurrent: false }, async () => {
      await stage.begin(start.with, start.hash, start.ready);
      for (const act of acts) {
        await act(stage);
        await stage.rest();
      }
      if (!picturesOnly) await expectAccessible(stage.page);
      expect(stage.problems.filter((problem) => !ofTheStage.test(problem))).toEqual([]);
      if (!pictures.missing) expect(await pictures.compare(stage.page, nameOfPicture(look, name))).toBeNull();
    });

  it('the report as a file', { timeout: 60_000, concurrent: false }, async () => {
    await stage.begin('sample', '#/report', 'iframe');
    const { html } = await stage.ask('report.theme', { language: look.language });
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: look.width, height: 800 } });
    const file = await context.newPage();
    await file.setContent(html);
    await expectAccessible(file);
    await context.close();
  });
});
