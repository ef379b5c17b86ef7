// The analysis and report screens in a browser, on the sample project: by keyboard alone, with the numbers of the contract, without
// complaints from axe in both themes and both languages.

import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Output } from '../../../src/contract/index.ts';
import { openWorkbench, startBrowser, type Workbench } from '../../helpers/session.ts';

// Builds may run and the machine may be busy.
const soon = { timeout: 20_000 };
const LONG = 180_000;
let browser: Browser;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  workbench = await openWorkbench('web', { browser });
  page = workbench.page;
  page.setDefaultTimeout(15_000);
  await page.getByRole('button', { name: /^Voorbeeldproject openen/ }).click();
  await page.getByRole('link', { name: 'Frequentie' }).click();
  await mark('Schaamte', 'Utrecht').waitFor();
});

afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const mark = (code: string, group: string) => page.locator(`g.mark[data-code="${code}"][data-group="${group}"]`);
const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-focus') ?? '');
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const word = (name: RegExp) => page.locator('.scope:visible').getByRole('button', { name });

async function ask<N extends 'analysis.frequency' | 'analysis.cooccurrence' | 'analysis.pairs'>(
  name: N,
  input: unknown,
): Promise<Output<N>> {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as Output<N>;
}

async function expectNoComplaint(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('main').exclude('iframe').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([]);
}

test('every mark of the frequency chart says what the contract says', async () => {
  const { rows } = await ask('analysis.frequency', { by: 'set', rollup: true });
  const drawn = await page
    .locator('g.mark[data-code]:not([data-group="*"])')
    .evaluateAll((marks) =>
      marks.map((one) => [one.getAttribute('data-code'), one.getAttribute('data-group'), one.querySelector('text')?.textContent]),
    );
  const themes = rows.filter((row) => !row.code.includes(' / '));
  expect(drawn.length).toBe(themes.length);
  for (const row of themes) expect(drawn).toContainEqual([row.code, row.group, `${row.interviews} van ${row.of}`]);
});

test('arrows walk the marks, Enter goes to the quotes, Esc back to the mark, T to the same number in the table', async () => {
  await mark('Schaamte', '*').focus();
  await press('ArrowRight', 'ArrowRight', 'ArrowRight');
  const [at] = [await focused()];
  expect(at).toBe('frequency Utrecht Schaamte');
  const chosen = await mark('Schaamte', 'Utrecht').locator('text').textContent();
  await press('Enter');
  await expect.poll(focused, soon).toMatch(/^quote \d+ \d+ \d+$/);
  await press('Escape');
  expect(await focused()).toBe(at);
  await press('t');
  await expect.poll(() => page.getByRole('table').isVisible(), soon).toBe(true);
  await expect.poll(focused, soon).toBe(at);
  expect(await page.locator(':focus').textContent()).toContain(chosen?.split(' ')[0]);
  await press('t');
  await expect.poll(focused, soon).toBe(at);
});

test('Back from a quote’s place returns to the chart with the quote in focus', async () => {
  await press('Enter');
  await expect.poll(focused, soon).toMatch(/^quote /);
  const quote = await focused();
  await press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash), soon).toMatch(/^#\/code\/\d+\?at=\d+-\d+$/);
  await page.locator('[data-turn]').first().waitFor();
  await page.goBack();
  await expect.poll(focused, soon).toBe(quote);
  expect(await page.locator('.an-thread:visible path').getAttribute('d')).toMatch(/^M/);
});

test('a word of the sentence changes what is counted, by keyboard, and is remembered', async () => {
  await word(/^Geteld in: interviews/).focus();
  await press('Enter', 'ArrowDown', 'Enter');
  await word(/^Geteld in: fragmenten/).waitFor();
  const { rows } = await ask('analysis.frequency', { by: 'all', rollup: true });
  const shame = rows.find((row) => row.code === 'Schaamte');
  expect(await mark('Schaamte', '*').locator('text').textContent()).toBe(String(shame?.quotes));
  await expect
    .poll(async () => JSON.stringify(await workbench.call('position.get', { key: 'frequency' })), soon)
    .toContain('"unit":"quotes"');
  await press('Enter', 'ArrowUp', 'Enter');
  await word(/^Geteld in: interviews/).waitFor();
});

test('one set only, and back to all', async () => {
  await word(/^Interviewsets/).click();
  await page.getByRole('menuitemcheckbox', { name: 'Utrecht' }).click();
  await press('Escape');
  await word(/^Interviewsets: Utrecht/).waitFor();
  await expect.poll(() => mark('Schaamte', 'Utrecht').count(), soon).toBe(0);
  await word(/^Interviewsets/).click();
  await page.getByRole('menuitemcheckbox', { name: 'alle sets' }).click();
  await press('Escape');
  await mark('Schaamte', 'Utrecht').waitFor();
});

test('every cell of the heat map says what the contract says, and opens as many places', async () => {
  await page.getByRole('link', { name: 'Samenhang' }).click();
  await page.locator('g.mark[data-a]').first().waitFor();
  const { groups } = await ask('analysis.cooccurrence', { by: 'all', level: 'theme' });
  const pairs = groups[0]?.pairs ?? [];
  const drawn = await page.locator('g.mark[data-a]').evaluateAll((cells) =>
    cells.map((cell) => ({
      a: cell.getAttribute('data-a'),
      b: cell.getAttribute('data-b'),
      text: cell.querySelector('text')?.textContent,
    })),
  );
  for (const cell of drawn.filter(({ a, b }) => a !== b)) {
    const pair = pairs.find(({ a, b }) => (a === cell.a && b === cell.b) || (a === cell.b && b === cell.a));
    expect(cell.text, `${cell.a} and ${cell.b}`).toBe(String(pair?.interviews ?? 0));
  }
  const strongest = pairs[0];
  await page
    .locator(
      `g.mark[data-a="${strongest?.a}"][data-b="${strongest?.b}"], g.mark[data-a="${strongest?.b}"][data-b="${strongest?.a}"]`,
    )
    .click();
  const places = page.locator('.an-panel:visible .an-qs > li');
  await expect.poll(() => places.count(), soon).toBe(strongest?.together);
});

test('a small map narrows the places to its group', async () => {
  const mini = page.locator('button.co-mini').first();
  const [name, number] = [await mini.locator('.co-name').textContent(), await mini.locator('.co-n').textContent()];
  await mini.click();
  await page.locator('.an-panel:visible h2', { hasText: name ?? '' }).waitFor();
  await expect
    .poll(() => page.locator('.an-panel:visible .sum').textContent(), soon)
    .toContain(`samen in ${number?.split(' ')[0]} van`);
});

test('the table gives c and Jaccard under their own names, also for codes', { timeout: LONG }, async () => {
  await page.locator('.an-main:visible .seg button').nth(1).click();
  const headers = page.locator('table.pairs:visible thead th');
  await expect
    .poll(() => headers.allTextContents(), soon)
    .toEqual(['Thema of code', 'en', 'Groep', 'Samen', 'Interviews', 'c', 'Jaccard (interviews)']);
  await expectNoComplaint();
  await word(/^Thema’s of codes/).click();
  await page.getByRole('menuitemradio', { name: 'codes', exact: true }).click();
  await page.getByRole('heading', { name: 'Welke codes komen samen voor?' }).waitFor();
  await word(/^Thema’s of codes/).click();
  await page.getByRole('menuitemradio', { name: 'thema’s', exact: true }).click();
  await page.locator('.an-main:visible .seg button').nth(0).click();
});

test('the report is shown with its own style, jumps to its sections, and follows its sentence', { timeout: LONG }, async () => {
  await page.getByRole('link', { name: 'Rapport' }).click();
  const preview = page.frameLocator('iframe');
  await preview.getByRole('heading', { level: 1 }).waitFor();
  expect(
    await preview
      .locator('article')
      .first()
      .evaluate((sheet) => getComputedStyle(sheet).backgroundColor),
  ).toBe('rgb(255, 255, 255)');
  const section = page.locator('.rp-sections button', { hasText: 'Schaamte' });
  await section.click();
  expect(await section.getAttribute('aria-current')).toBe('true');
  await expect
    .poll(
      () =>
        preview
          .getByRole('heading', { level: 2, name: 'Schaamte' })
          .evaluate((heading) => Math.abs(heading.getBoundingClientRect().top) < innerHeight),
      soon,
    )
    .toBe(true);
  await word(/^Taal/).click();
  await page.getByRole('menuitemradio', { name: 'Engels' }).click();
  await preview.getByRole('heading', { name: 'How often each theme occurs' }).waitFor();
});

test.each(['light', 'dark'] as const)('axe finds nothing on any of the screens, %s', { timeout: LONG }, async (colorScheme) => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  for (const view of ['Frequentie', 'Samenhang', 'Rapport']) {
    await page.getByRole('link', { name: view }).click();
    await page.locator('.an-main:visible .chart, .rp-frame:visible').first().waitFor();
    await expectNoComplaint();
  }
});

test('in English, and at 200 % in a small window, nothing falls off the page', { timeout: LONG }, async () => {
  expect((await workbench.call('workbench.settings', { language: 'en' })).ok).toBe(true);
  await page.reload();
  await page.getByRole('link', { name: 'Frequency' }).click();
  await page.getByRole('heading', { name: 'How often does each theme occur?' }).waitFor();
  await page.setViewportSize({ width: 640, height: 450 });
  for (const view of ['Frequency', 'Co-occurrence', 'Report']) {
    await page.getByRole('link', { name: view }).click();
    await page.locator('.an-main:visible .chart, .rp-frame:visible').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(640);
    await expectNoComplaint();
  }
});

test('the page has complained of nothing', () => {
  expect(workbench.problems).toEqual([]);
});
