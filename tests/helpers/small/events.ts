// What the small page has written down of the events it was told.

import type { Page } from 'playwright-core';

export function eventsOn(page: Page): Promise<string[]> {
  return page.locator('#events li').allInnerTexts();
}
