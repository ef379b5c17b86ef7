// What is counted and drawn: frequency, co-occurrence and the report.

import { type Act, at, press, type State, shows } from './state.ts';

const mark = 'g.mark';
const frequency = at('sample', '#/frequency', mark);
const cooccurrence = at('sample', '#/cooccurrence', mark);

const onMark: Act = async (stage) => {
  await stage.page.locator('g.mark:visible').nth(3).click();
  await stage.page.mouse.move(1, 1);
  await stage.rest('.panel h2');
};
const focusMark: Act = ({ page }) => page.locator('g.mark:visible').first().focus();
const inFrame: Act = async ({ page }) => {
  // No script may run in it, so it can't be asked what it shows.
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame?.waitForLoadState('load');
};

export const analysis: readonly State[] = [
  ['frequency', frequency],
  ['frequency, quotes behind a mark', frequency, onMark],
  ['frequency as table', frequency, focusMark, press('t'), shows('table')],
  ['frequency, nothing to count', at('empty', '#/frequency', '.an-empty')],
  ['co-occurrence', cooccurrence],
  ['co-occurrence, places behind a cell', cooccurrence, onMark],
  ['co-occurrence as table', cooccurrence, focusMark, press('t'), shows('table')],
  ['co-occurrence, nothing to count', at('empty', '#/cooccurrence', '.an-empty')],
  ['report', at('sample', '#/report', 'iframe'), inFrame],
  ['report, nothing to tell', at('empty', '#/report', '.an-empty')],
];
