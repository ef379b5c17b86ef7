// The list of fragments in a real browser: the question as a sentence, choosing, what is done with many, and there and back; once by
// keyboard alone, once by mouse.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../src/contract/index.ts';
import { openProjects } from '../helpers/project.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

const projects = await openProjects();
let browser: Browser;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  workbench = await openWorkbench('web', { browser, project: await projects.samplePath() });
  page = workbench.page;
  page.setDefaultTimeout(10_000);
  await page.locator('[data-turn]').first().waitFor();
});
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
});

const value = async <T>(name: string, input: unknown): Promise<T> => {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as T;
};
const list = (input: unknown = {}) => value<Output<'quote.list'>>('quote.list', { limit: 500, ...(input as object) });
const key = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await page.keyboard.press(one);
};
const sentence = async (): Promise<string> => ((await page.locator('.fx .scope').textContent()) ?? '').replaceAll('\u00a0', ' ');
const counted = async (): Promise<number> => Number((await page.locator('.fx-sum b').first().textContent())?.replace('.', ''));
const focused = () =>
  page.evaluate(() => document.activeElement?.getAttribute('data-row') ?? document.activeElement?.textContent);
const codeId = async (path: string): Promise<number> => {
  const { codes } = await value<Output<'code.list'>>('code.list', {});
  const id = codes.find((code) => code.path === path)?.id;
  if (id === undefined) throw new Error(`There is no code ${path}`);
  return id;
};

describe('by keyboard alone', () => {
  it('asks for a code and not another one, in a city', async () => {
    await page.locator('.views a', { hasText: 'Fragmenten' }).focus();
    await key('Enter');
    await page.locator('.fx-row').first().waitFor();
    expect(await counted()).toBe((await list()).total.fragments);
    await page.getByRole('button', { name: /welke code dan ook/ }).focus();
    await key('Enter');
    await page.getByRole('combobox', { name: 'Zoek een code' }).waitFor();
    await page.keyboard.type('schaam');
    await key('Enter');
    await expect.poll(sentence).toBe('Fragmenten met Schaamte, van alle codeurs + voorwaarde');
    await page.getByRole('button', { name: 'Voorwaarde toevoegen' }).focus();
    await key('Enter');
    await page.getByRole('option', { name: 'Niet met deze code' }).waitFor();
    await key('ArrowDown', 'ArrowDown', 'Enter');
    await page.getByRole('combobox', { name: 'Zoek een code' }).waitFor();
    await page.keyboard.type('vertrouwen');
    await key('Enter');
    await expect.poll(sentence).toContain('én niet Vertrouwen in de hulpverlener');
    const shame = { codes: { all: [await codeId('Schaamte')], none: [await codeId('Vertrouwen in de hulpverlener')] } };
    await expect.poll(counted).toBe((await list(shame)).total.fragments);
    await page.getByRole('button', { name: 'Voorwaarde toevoegen' }).focus();
    await key('Enter');
    await page.getByRole('option', { name: 'Stad' }).waitFor();
    for (let n = 0; n < 4; n++) await key('ArrowDown');
    await key('Enter');
    await page.getByRole('option', { name: 'Heerlen' }).waitFor();
    await key('Enter', 'ArrowDown', 'Enter', 'Escape');
    await expect.poll(sentence).toContain('in Den Haag en Heerlen');
    const asked = { ...shame, cities: ['Den Haag', 'Heerlen'] };
    await expect.poll(counted).toBe((await list(asked)).total.fragments);
    // Back takes one condition away, and forward brings it again.
    await page.goBack();
    await expect.poll(sentence).not.toContain('Heerlen');
    await page.goForward();
    await expect.poll(sentence).toContain('in Den Haag en Heerlen');
  });

  it('walks, stars, and recodes several in one step that is taken back whole', async () => {
    const asked = { codes: { all: [await codeId('Schaamte / je groot houden')] }, group: 'set' };
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `#/fragments?code=${await codeId('Schaamte / je groot houden')}`,
    );
    const before = await list(asked);
    await expect.poll(counted).toBe(before.total.fragments);
    await page.locator('.fx-row').first().focus();
    await key('ArrowDown');
    expect(await focused()).toBe('1');
    await key('i');
    await expect
      .poll(async () => (await list({ ...asked, key: true })).rows.map((row) => row.start))
      .toEqual([before.rows[1]?.start]);
    await key(' ', 'Shift+ArrowDown', 'Shift+ArrowDown');
    await page.getByText('3 gekozen').waitFor();
    await key('r');
    const which = page.getByRole('menuitem', { name: /je groot houden/ });
    const picker = page.getByRole('combobox', { name: /code/i });
    await expect.poll(async () => (await which.isVisible()) || (await picker.isVisible())).toBe(true);
    if (await which.isVisible()) await key('Enter');
    await picker.waitFor();
    await page.keyboard.type('bang voor');
    await key('Enter');
    await expect.poll(async () => (await list(asked)).total.fragments).toBe(before.total.fragments - 3);
    await expect.poll(counted).toBe(before.total.fragments - 3);
    // What left the list is no longer chosen, and the focus is still in it.
    await expect.poll(() => page.getByText(/gekozen$/).count()).toBe(0);
    await expect.poll(async () => Number.isInteger(Number(await focused()))).toBe(true);
    await key('Control+z');
    await expect.poll(async () => (await list(asked)).total.fragments).toBe(before.total.fragments);
    await expect.poll(counted).toBe(before.total.fragments);
  });

  it('goes to the place and comes back to the row, with the focus and the scroll kept', async () => {
    await page.locator('.fx-row').first().focus();
    for (let n = 0; n < 25; n++) await key('ArrowDown');
    await expect.poll(focused).toBe('25');
    const place = await page.locator('[data-row="25"] .fx-source a').textContent();
    const scrolled = () => page.locator('.fx-main').evaluate((pane) => pane.scrollTop);
    const top = await scrolled();
    expect(top).toBeGreaterThan(500);
    await key('Enter');
    await page.locator('[data-turn]:visible').first().waitFor();
    const [interview = ''] = place?.split(',') ?? [];
    await expect.poll(() => page.title().then(() => page.url())).toMatch(/#\/code\/\d+\?at=\d+-\d+/);
    await page.getByRole('heading', { name: interview }).or(page.getByText(interview).first()).first().waitFor();
    await key('Alt+ArrowLeft');
    await page.goBack().catch(() => undefined);
    await page.locator('.fx-row').first().waitFor();
    await expect.poll(focused).toBe('25');
    expect(Math.abs((await scrolled()) - top)).toBeLessThan(4);
  });

  it('chooses all and adds a code to all in one step', async () => {
    await page.locator('.fx-row').first().focus();
    await key('Home', 'Control+a');
    const asked = { codes: { all: [await codeId('Schaamte / je groot houden')] } };
    const { total } = await list(asked);
    await page.getByText(`${total.fragments} gekozen`).waitFor();
    await key('c');
    await page.getByRole('combobox', { name: /code/i }).waitFor();
    await page.keyboard.type('Nieuw bij allemaal');
    await key('Control+Enter');
    await expect
      .poll(async () => {
        const { codes } = await value<Output<'code.list'>>('code.list', {});
        return codes.find((code) => code.path === 'Nieuw bij allemaal')?.quotes ?? 0;
      })
      .toBeGreaterThan(0);
    const both = { codes: { all: [await codeId('Schaamte / je groot houden'), await codeId('Nieuw bij allemaal')] } };
    expect((await list(both)).total.fragments).toBe(total.fragments);
    await key('Escape', 'Control+z');
    await expect
      .poll(async () =>
        (await value<Output<'code.list'>>('code.list', {})).codes.some((code) => code.path === 'Nieuw bij allemaal'),
      )
      .toBe(false);
  });
});

describe('by mouse', () => {
  it('groups, chooses a stretch with Shift, and notes something on each in one step', async () => {
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `#/fragments?code=${await codeId('Schaamte')}`,
    );
    await page.getByRole('button', { name: /^Groepeer/ }).click();
    await page.getByRole('menuitemradio', { name: 'codeur' }).click();
    const grouped = await list({ codes: { all: [await codeId('Schaamte')] }, group: 'coder' });
    await expect
      .poll(async () => (await page.locator('.fx-grid .fx-group').first().textContent()) ?? '')
      .toContain(grouped.groups[0]?.name);
    const boxes = page.locator('.fx-cb input');
    await boxes.nth(0).click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await page.getByText('3 gekozen').waitFor();
    await page.locator('[data-act="memo"]').click();
    await page.getByLabel('Je memo').fill('Samen lezen');
    await page.getByRole('button', { name: 'Bewaren' }).click();
    await expect.poll(async () => (await list({ withMemo: true })).total.fragments).toBe(3);
    await page.getByRole('button', { name: 'Ongedaan maken' }).first().click();
    await expect.poll(async () => (await list({ withMemo: true })).total.fragments).toBe(0);
    await page.getByRole('button', { name: 'Niets meer kiezen' }).click();
  });

  it('says which condition to leave out when nothing fits', async () => {
    await page.evaluate(
      (hash) => {
        location.hash = hash;
      },
      `#/fragments?code=${await codeId('Schaamte')}&key=1&city=Utrecht`,
    );
    await page.getByText('Geen fragment past bij deze vraag').waitFor();
    const without = (await list({ codes: { all: [await codeId('Schaamte')] }, cities: ['Utrecht'] })).total.fragments;
    await page.getByRole('button', { name: new RegExp(`zonder ‘alleen sleutelcitaten’: ${without} fragment`) }).click();
    await expect.poll(counted).toBe(without);
  });

  it('hands out the list as a file, and the chosen ones as text with their sources', async () => {
    const asked = { codes: { all: [await codeId('Schaamte')] }, cities: ['Utrecht'] };
    const { total, rows } = await list({ ...asked, group: 'set' });
    const file = await workbench.saving(async () => {
      await page.getByRole('button', { name: 'Exporteren' }).click();
      await page.getByRole('menuitem', { name: /CSV/ }).click();
    });
    expect(file.name).toMatch(/^Fragmenten .*\.csv$/);
    expect(file.text.startsWith('\ufefffragment;interview;')).toBe(true);
    expect(file.text).toContain('Fragmenten met Schaamte, in Utrecht, van alle codeurs.');
    expect((file.text.match(/Fragmenten met Schaamte, in Utrecht/g) ?? []).length).toBe(total.fragments);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.fx-cb input').first().click();
    await page.locator('.fx-row').first().focus();
    await key('Control+c');
    await page.getByText(/1 fragment met bron gekopieerd/).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(`‘${rows[0]?.text}’ (${rows[0]?.interview}, beurt ${rows[0]?.turn}`);
    await page.locator('.fx-row').first().focus();
    await key('Escape');
  });

  it('opens from a code in the codebook', async () => {
    await page.evaluate(() => {
      location.hash = '#/code/1';
    });
    await page.locator('[data-turn]:visible').first().waitFor();
    const code = page.locator(`[data-code="${await codeId('Schaamte')}"]`);
    await code.focus();
    await key('Shift+F');
    await expect.poll(sentence).toContain('Fragmenten met Schaamte');
    // The list has the focus, so the next key walks it.
    await expect.poll(focused).toBe('0');
    await key('ArrowDown');
    await expect.poll(focused).toBe('1');
    expect(workbench.problems).toEqual([]);
  });
});
