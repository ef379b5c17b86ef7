// An interview of 150,000 words, of which only some rows are on the page: what works in a short one works here, on the whole text.

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../src/contract/index.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';
import { tempHome } from '../helpers/temp.ts';
import { generateProject, LONG_NAME } from '../tools/generate.ts';

let browser: Browser;
let folder: string;
let workbench: Workbench;
let page: Page;
let interview: Output<'interview.get'>;
const turnsOnPage = () => page.locator('[data-turn]').count();
const read = async <T>(name: string, input: unknown): Promise<T> => {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as T;
};
/** Turns whose text stands between the top and the bottom of the sheet's window. */
const turnsInView = () =>
  page.evaluate(() => {
    const frame = document.querySelector('[data-focus="transcript"]')?.getBoundingClientRect();
    return [...document.querySelectorAll<HTMLElement>('[data-turn]')].flatMap((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return frame && bottom > frame.top && top < frame.bottom ? [Number(element.dataset.turn)] : [];
    });
  });
const copied = async () => {
  await page.keyboard.press('ControlOrMeta+c');
  return page.evaluate(() => Reflect.get(window, 'copiedText') as string);
};

beforeAll(async () => {
  folder = await mkdtemp(join(await tempHome(), 'long-'));
  const project = join(folder, 'lang.draad');
  await generateProject(project, { interviews: 1, words: 600, codings: 8, codes: 20, long: { words: 150_000, codings: 2500 } });
  browser = await startBrowser();
  workbench = await openWorkbench('web', { browser, project });
  page = workbench.page;
  page.setDefaultTimeout(20_000);
  await page.locator('a[data-interview]', { hasText: LONG_NAME }).click();
  await page.locator('.trh h1', { hasText: LONG_NAME }).waitFor();
  await page.locator('[data-turn="0"]').waitFor();
  const { interviews } = await read<Output<'interview.list'>>('interview.list', {});
  interview = await read('interview.get', { id: interviews.find((row) => row.name === LONG_NAME)?.id ?? 0 });
  await page.evaluate(() =>
    addEventListener('copy', (event) => Reflect.set(window, 'copiedText', event.clipboardData?.getData('text/plain'))),
  );
}, 120_000);
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an interview of 150,000 words', () => {
  it('has only the rows near the viewport on the page, with the stripes of those', async () => {
    expect(interview.turns.length).toBeGreaterThan(2000);
    expect(await turnsOnPage()).toBeLessThan(80);
    await page.locator('.stripes .stripe').first().waitFor();
  });

  it('finds words far away, and goes there', async () => {
    const far = interview.turns.at(-5);
    const words = interview.text.slice(far?.start, far?.end).split(' ').slice(0, 6).join(' ');
    await page.locator('[data-turn="0"]').click();
    await page.keyboard.press('ControlOrMeta+f');
    await page.locator('.find-bar input').fill(words);
    await expect.poll(turnsInView).toContain(interview.turns.length - 5);
    await page.keyboard.press('Escape');
    const selected = await copied();
    expect(selected.toLowerCase()).toBe(words.toLowerCase());
  });

  it('goes to a turn by its number', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+g');
    await page.locator('.go-to input').fill('1200');
    await page.keyboard.press('Enter');
    await expect.poll(turnsInView).toContain(1199);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-turn'))).toBe('1199');
  });

  it('goes to a line by its number, which stands beside it', async () => {
    await expect
      .poll(
        async () => {
          if ((await page.locator('.go-to').count()) === 0) await page.keyboard.press('ControlOrMeta+Shift+g');
          await page.locator('.go-to').getByRole('button', { name: 'Regel' }).click();
          await page.locator('.go-to input').fill('9000');
          await page.locator('.go-to input').press('Enter');
          await page.waitForTimeout(100);
          return page.locator('.line-number').allTextContents();
        },
        { timeout: 60_000 },
      )
      .toContain('9000');
  });

  it('selects from one row to another that is far away with Shift and a click, and copies all of it with who speaks', async () => {
    const from = interview.turns[10];
    const to = interview.turns[160];
    if (!from || !to) throw new Error('too few turns');
    const go = async (turn: number) => {
      await page.keyboard.press('ControlOrMeta+Shift+g');
      await page.locator('.go-to').getByRole('button', { name: 'Beurt' }).click();
      await page.locator('.go-to input').fill(String(turn + 1));
      await page.locator('.go-to input').press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-turn'))).toBe(String(turn));
      await page.waitForTimeout(300);
    };
    await go(10);
    await page.locator('[data-turn="10"]').click({ position: { x: 2, y: 10 } });
    await page.evaluate(() => {
      const scroller = document.querySelector('[data-focus="transcript"]');
      scroller?.scrollBy(0, 12_000);
    });
    await page.waitForTimeout(400);
    const target = (await turnsInView())[3] ?? 0;
    await page.locator(`[data-turn="${target}"]`).click({ modifiers: ['Shift'], position: { x: 2, y: 10 } });
    await page.waitForTimeout(300);
    const text = await copied();
    const spoken = interview.turns
      .slice(11, target)
      .map((turn) => `${turn.speaker}: ${interview.text.slice(turn.start, turn.end)}`);
    expect(target).toBeGreaterThan(40);
    for (const one of spoken) expect(text).toContain(one);
  });

  it('selects and copies the whole interview', async () => {
    await page.locator('[data-focus="transcript"]').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.waitForTimeout(300);
    const text = await copied();
    expect(text).toBe(
      interview.turns.map((turn) => `${turn.speaker}: ${interview.text.slice(turn.start, turn.end)}`).join('\n\n'),
    );
    expect(await turnsOnPage()).toBeLessThan(80);
  });

  it('shows a coding at once, and what is shown is what the project has', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Shift+g');
    await page.locator('.go-to input').fill('1001');
    await page.locator('.go-to input').press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-turn'))).toBe('1000');
    await page.keyboard.press('Space');
    await page.keyboard.press('c');
    await page.locator('.picker').waitFor();
    await page.keyboard.press('Enter');
    const turn = interview.turns[1000];
    const made = async () => {
      const { codings } = await read<Output<'coding.list'>>('coding.list', { interviewId: interview.id });
      return codings.filter((coding) => coding.start === turn?.start && coding.end === turn.end).map((coding) => coding.id);
    };
    await expect.poll(async () => (await made()).length).toBe(1);
    const [id] = await made();
    await page.locator(`.stripe[data-coding="${id}"]`).waitFor();
    expect(await page.locator('.stripe.provisional').count()).toBe(0);
  });

  it('keeps its place when the view is left and comes back', async () => {
    const before = await turnsInView();
    await page.getByRole('link', { name: 'Frequentie' }).click();
    await page.getByRole('main', { name: 'Frequentie' }).waitFor();
    await page.getByRole('link', { name: 'Coderen' }).click();
    await expect.poll(turnsInView).toContain(before[1] ?? 0);
    expect(workbench.problems).toEqual([]);
  });
});
