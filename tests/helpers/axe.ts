// axe in the page itself. Its usual runner opens a page for each report, which takes longer than the looking.

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds in the page, a line each. Frames are left out: a document that runs no script, such as the report's, is looked at by itself. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(lookAround);
}

/** Runs in the page. */
async function lookAround(): Promise<string[]> {
  const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
  const { violations } = await inPage.run(
    { include: [['html']], exclude: [['iframe']] },
    { resultTypes: ['violations'], iframes: false, preload: false },
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
}
