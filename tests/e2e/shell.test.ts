// The shell in a real browser: the first run by keyboard alone, importing from the start screen, the palette and go-to, keys of one's
// own that are in force after reloading, settings that keep their dialog open, and a history to go back in.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

let browser: Browser;
let workbench: Workbench;
let page: Page;
const key = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await page.keyboard.press(one);
};
const value = async (name: string, input: unknown): Promise<never> => {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as never;
};
const palette = async (words: string): Promise<void> => {
  await key('Control+k');
  await page.locator('.palette input').fill(words);
  await key('Enter');
  await page.locator('.palette').waitFor({ state: 'detached' });
};

beforeAll(async () => {
  browser = await startBrowser();
  workbench = await openWorkbench('web', { browser });
  page = workbench.page;
  page.setDefaultTimeout(15_000);
  // From now on the browser tells of each choice of files; told at the key itself it may come too late.
  page.on('filechooser', () => {});
  await page.getByRole('heading', { name: 'Rode Draad' }).waitFor();
}, 60_000);
afterAll(async () => {
  expect(workbench.problems).toEqual([]);
  await workbench.close();
  await browser.close();
});

it('files chosen on the start screen go into a new project', async () => {
  const chooser = page.waitForEvent('filechooser');
  await key('Control+i');
  const buffer = Buffer.from('Interviewer: Hoe gaat het?\n\nSamira: Goed, een beetje moe.\n\nInterviewer: Ja.\n\nSamira: Ja.\n');
  await (await chooser).setFiles([{ name: 'HG-01.txt', mimeType: 'text/plain', buffer }]);
  await page.getByLabel('Naam').fill('Van het begin af');
  await key('Enter');
  const dialog = page.getByRole('dialog', { name: 'Interviews importeren' });
  await dialog.getByText('HG-01.txt').waitFor();
  await dialog.getByLabel('Interviewset').fill('Proef');
  await dialog.getByRole('button', { name: '1 interview importeren' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.locator('.turn').first().waitFor();
  expect(((await value('interview.list', {})) as { interviews: unknown[] }).interviews).toHaveLength(1);
  await value('workbench.close', {});
  await page.getByRole('heading', { name: 'Rode Draad' }).waitFor();
});

it('a project goes off the list of the start screen, and its file stays', async () => {
  const row = page.getByRole('listitem').filter({ hasText: 'Van het begin af' });
  await row.getByRole('button', { name: 'Haal Van het begin af van de lijst' }).focus();
  await key('Enter');
  await row.waitFor({ state: 'detached' });
  const { projects } = (await value('workbench.get', {})) as { projects: { name: string; forgotten: boolean }[] };
  expect(projects.map(({ name, forgotten }) => [name, forgotten])).toEqual([['Van het begin af', true]]);
});

it('the sample opens and a passage is coded by keyboard alone; the first steps tick', async () => {
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await key('Enter');
  await page.locator('.turn').first().waitFor({ timeout: 60_000 });
  await key('Control+g', '2', 'Enter');
  await page.waitForFunction(() => /at=/.test(location.hash) && document.activeElement?.closest('.transcript') !== null);
  await key('c');
  await page.getByRole('combobox').fill('mijn eerste code');
  await key('Control+Enter');
  await page
    .getByText(/nieuwe code ‘mijn eerste code’ bij beurt 2/i)
    .first()
    .waitFor();
  await page.getByText('2 van 5').waitFor();
  await palette('frequency');
  await page.getByRole('main', { name: 'Frequentie' }).waitFor();
  await palette('naar coderen');
  await page.getByText(/[34] van 5/).waitFor();
});

it('the palette finds by Dutch and English names, and remembers what was done last', async () => {
  await key('Control+k');
  await page.locator('.palette').getByText('Net gedaan').waitFor();
  await page.locator('.palette input').fill('geschied');
  await page.getByRole('option', { name: /^Geschiedenis/ }).waitFor();
  await page.locator('.palette input').fill('history');
  await page.getByRole('option', { name: /^Geschiedenis/ }).waitFor();
  await page.locator('.palette input').fill('#vast gez');
  await page.getByRole('option', { name: /vast gezicht/ }).waitFor();
  await page.locator('.palette input').fill('@');
  await page.getByRole('option').first().waitFor();
  await key('Escape');
});

it('a key of one’s own is shown and in force, also after reloading; a taken key is told', async () => {
  await palette('toetsen wijzigen');
  const dialog = page.getByRole('dialog', { name: 'Instellingen' });
  const record = async (command: string, pressed: string): Promise<void> => {
    await dialog.getByRole('button', { name: new RegExp(`^Andere toets voor ${command}`) }).focus();
    await key('Enter', pressed);
  };
  await record('Zoek in project', 'Control+t');
  await dialog.getByRole('alert').getByText('browser').waitFor();
  await record('Zoek in project', 'x');
  await dialog.getByRole('alert').getByText('overal').waitFor();
  await record('Memo', 'c');
  await dialog.getByRole('alert').getByText('Code kiezen').first().waitFor();
  await record('Geschiedenis', 'Alt+g');
  await dialog.getByText('gewijzigd').waitFor();
  await key('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.reload();
  await page.locator('.turn').first().waitFor();
  await key('Alt+g');
  await page.getByRole('dialog', { name: 'Geschiedenis' }).waitFor();
});

it('the history goes back and forward by keyboard, in one step', async () => {
  const dialog = page.getByRole('dialog', { name: 'Geschiedenis' });
  await dialog.getByRole('button', { name: /Begin van het project/ }).focus();
  await key('Enter');
  await page.getByText('1 stap teruggedraaid').waitFor();
  expect(((await value('project.get', {})) as { undo: unknown }).undo).toBeNull();
  await dialog.locator('.hist-step').first().focus();
  await key('Enter');
  await page.getByText('1 stap opnieuw gedaan').waitFor();
  await key('Escape');
  expect(await value('project.check', {})).toEqual({ ok: true });
});

it('settings work at once and keep their dialog', async () => {
  await key('Control+,');
  await page.getByRole('button', { name: 'English' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.waitFor();
  await dialog.getByRole('slider', { name: 'Text size' }).fill('21');
  await page.locator('html[data-text-size="21"]').waitFor({ state: 'attached' });
  const size = () =>
    page
      .locator('.turn p')
      .first()
      .evaluate((said) => getComputedStyle(said).fontSize);
  await expect.poll(size).toBe('21px');
  await dialog.getByRole('button', { name: 'Inter', exact: true }).click();
  await page.locator('html[data-face="sans"]').waitFor({ state: 'attached' });
  await key('Escape');
});

it('in a window of 640 pixels a toast leaves the buttons for fingers free', async () => {
  await page.setViewportSize({ width: 640, height: 800 });
  await page.locator('.narrow-bar').waitFor();
  await page.locator('[data-turn]').nth(1).click();
  await key('Space', 'c');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('on a small screen');
  await key('Control+Enter');
  const toast = page.locator('.toast', { hasText: 'on a small screen' });
  await toast.waitFor();
  for (const button of await page.locator('.narrow-bar button').all()) {
    const top = () =>
      button.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
      });
    await expect.poll(top).toBe(true);
  }
  const [above, below] = [await toast.boundingBox(), await page.locator('.narrow-bar').boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  await page.setViewportSize({ width: 1440, height: 900 });
});

it('a new project can be made from the menu of the one that is open', async () => {
  await page.getByRole('button', { name: /^Project / }).focus();
  await key('Enter');
  await page.getByRole('menuitem', { name: /^New project/ }).waitFor();
  await page.keyboard.type('New project');
  await key('Enter');
  await page.getByRole('dialog').getByLabel('Name').fill('From the menu');
  await key('Enter');
  await page.getByRole('heading', { name: 'No interviews yet' }).waitFor();
  expect(await page.title()).toContain('From the menu');
});
