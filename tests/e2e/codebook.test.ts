// The codebook in a real browser: once by keyboard alone, once by mouse, from making codes to the list of codings made before a
// change; and with 2,000 codes of long names in both languages. What the screen says is held against the answers of the contract.

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Input, OperationName, Output } from '../../src/contract/index.ts';
import { openProjects } from '../helpers/project.ts';
import { type OpenOptions, openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

const projects = await openProjects();
let browser: Browser;
let workbench: Workbench;
let page: Page;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  expect(workbench.problems).toEqual([]);
  await workbench.close();
});

async function open(options: OpenOptions): Promise<void> {
  workbench = await openWorkbench('web', { ...options, browser });
  page = workbench.page;
  page.setDefaultTimeout(15_000);
  await page.locator('[data-turn]').first().waitFor({ timeout: 60_000 });
  if (options.language) await value('workbench.settings', { language: options.language });
}

async function value<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as Output<N>;
}

const paths = async () => (await value('code.list', {})).codes.map((code) => code.path);
const codeOf = async (name: string) => {
  const code = (await value('code.list', {})).codes.find((one) => one.name === name);
  if (!code) throw new Error(`no code ${name}`);
  return code;
};
const row = (name: string): Locator => page.getByRole('treeitem', { name: new RegExp(`^${name}\\s*,`) });
const dialog = () => page.getByRole('dialog');
const key = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await page.keyboard.press(one);
};
const focused = () => page.evaluate(() => document.activeElement?.querySelector('.nm')?.firstChild?.textContent ?? null);

/** From a row of the tree: its menu, and in it the entry that begins with these letters. */
async function choose(letters: string): Promise<void> {
  await key('Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.type(letters);
  await key('Enter');
}

/** Tab until what has the focus is this. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let tries = 0; tries < 60; tries++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await key('Tab');
  }
  throw new Error('Tab does not come there');
}

describe('by keyboard alone', () => {
  it('makes, moves, defines with an example, splits, merges with a preview, and reads the history', {
    timeout: 120_000,
  }, async () => {
    await open({ project: await projects.samplePath() });
    await tabTo(page.locator('[data-code][tabindex="0"]'));

    // Made below a theme, then moved among its siblings and between levels.
    await choose('Subcode');
    await dialog().waitFor();
    await page.keyboard.type('zelfde stem');
    await key('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await row('zelfde stem').waitFor();
    await key('Home');
    await page.keyboard.type('zelfde');
    await expect.poll(focused).toBe('zelfde stem');
    await key('Alt+ArrowRight');
    await expect.poll(paths).toContain('Vertrouwen in de hulpverlener / serieus genomen / zelfde stem');
    await expect.poll(focused).toBe('zelfde stem');
    await key('Alt+ArrowLeft');
    await expect.poll(paths).toContain('Vertrouwen in de hulpverlener / zelfde stem');
    await key('Alt+ArrowUp');
    await expect
      .poll(async () => (await paths()).slice(4, 7).map((path) => path.split(' / ')[1]))
      .toEqual(['gecontroleerd voelen', 'zelfde stem', 'serieus genomen']);

    // Defined, with an example out of what was said.
    const said = (await value('code.codingsBefore', { id: (await codeOf('durven vertellen')).id })).codings;
    await key('Home');
    await page.keyboard.type('durven');
    await expect.poll(focused).toBe('durven vertellen');
    await choose('Bewerken');
    await tabTo(dialog().getByLabel('Definitie', { exact: true }));
    await key('Control+a');
    await page.keyboard.type('De ouder zegt wat moeilijk is.');
    await tabTo(dialog().getByRole('button', { name: 'Kies uit wat er gezegd is' }));
    await key('Enter');
    await tabTo(dialog().getByRole('radio').first());
    await key('Space');
    await tabTo(dialog().getByLabel('Waarom?'));
    await page.keyboard.type('te ruim');
    await key('Enter');
    await dialog().waitFor({ state: 'hidden' });
    expect(await codeOf('durven vertellen')).toMatchObject({
      definition: 'De ouder zegt wat moeilijk is.',
      example: said[0]?.quote,
      version: 2,
    });

    // Split: two codings go to a new code.
    await tabTo(row('durven vertellen'));
    await choose('Splitsen');
    await page.keyboard.type('half vertellen');
    await tabTo(dialog().getByRole('checkbox').nth(1));
    await key('Space');
    await tabTo(dialog().getByRole('checkbox').nth(2));
    await key('Space');
    await tabTo(dialog().getByRole('button', { name: 'Splitsen' }));
    await key('Enter');
    await dialog().waitFor({ state: 'hidden' });
    expect(await codeOf('half vertellen')).toMatchObject({ codings: 2, version: 1 });

    // Merged: what is told beforehand is what happens.
    await key('Home');
    await page.keyboard.type('half');
    await expect.poll(focused).toBe('half vertellen');
    await choose('Samenvoegen');
    await page.keyboard.type('serieus');
    await tabTo(dialog().getByRole('option', { name: /serieus genomen/ }));
    await key('Enter');
    const serious = await codeOf('serieus genomen');
    await dialog().getByText('2 coderingen in').waitFor();
    await tabTo(dialog().getByLabel('Waarom?'));
    await page.keyboard.type('hoort erbij');
    await tabTo(dialog().getByRole('button', { name: 'Samenvoegen' }));
    await key('Enter');
    await dialog().waitFor({ state: 'hidden' });
    expect(await codeOf('serieus genomen')).toMatchObject({ codings: serious.codings + 2, version: 2 });

    // Its history: who, why, and the codings made before, each leading to its place.
    await key('Home');
    await page.keyboard.type('serieus');
    await expect.poll(focused).toBe('serieus genomen');
    await choose('Geschiedenis');
    await dialog().getByText('hoort erbij').waitFor();
    await dialog().getByText('Samengevoegd met Vertrouwen in de hulpverlener / half vertellen').waitFor();
    const before = dialog().getByRole('button', { name: `${serious.codings + 2} coderingen van vóór deze wijziging` });
    await tabTo(before);
    await key('Enter');
    const places = (await value('code.codingsBefore', { id: serious.id, version: 2 })).codings;
    await expect.poll(() => dialog().locator('.before-list button').count()).toBe(places.length);
    await tabTo(dialog().locator('.before-list button').first());
    await key('Enter');
    await dialog().waitFor({ state: 'hidden' });
    await expect.poll(() => page.url()).toContain(`#/code/${places[0]?.interviewId}?at=${places[0]?.start}-${places[0]?.end}`);
  });
});

describe('by mouse', () => {
  async function dragTo(from: Locator, to: Locator, at: { readonly x: number; readonly y: number }, hint: string): Promise<void> {
    const [start, end] = [await from.boundingBox(), await to.boundingBox()];
    if (!start || !end) throw new Error('a row that is not in view');
    await page.mouse.move(start.x + 90, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(start.x + 95, start.y + start.height / 2 + 8, { steps: 3 });
    // The browser tells of a drag as long as the pointer moves.
    for (let tries = 0; tries < 20; tries++) {
      await page.mouse.move(end.x + end.width * at.x + (tries % 2), end.y + end.height * at.y);
      if (
        (await page
          .locator('.drag-hint')
          .textContent({ timeout: 2000 })
          .catch(() => null)) === hint
      )
        break;
      await page.waitForTimeout(50);
    }
    expect(await page.locator('.drag-hint').textContent()).toBe(hint);
    await page.mouse.up();
  }
  const under = { x: 0.4, y: 0.5 };
  const before = { x: 0.4, y: 0.1 };
  const atEnd = { x: 0.9, y: 0.5 };

  it('drags with words that say where it lands, merges after a preview, splits, and takes all of it back', {
    timeout: 120_000,
  }, async () => {
    await open({ project: await projects.samplePath() });
    const first = await paths();
    await dragTo(row('vast gezicht'), row('Schaamte'), under, 'onder Schaamte');
    await expect.poll(paths).toContain('Schaamte / vast gezicht');
    await dragTo(row('vast gezicht'), row('je groot houden'), before, 'vóór je groot houden');
    await expect
      .poll(async () => (await paths()).indexOf('Schaamte / vast gezicht'))
      .toBe((await paths()).indexOf('Schaamte') + 1);

    const from = await codeOf('geldschaamte');
    const into = await codeOf('bang voor oordeel');
    const preview = await value('code.mergePreview', { id: from.id, intoId: into.id });
    await dragTo(row('geldschaamte'), row('bang voor oordeel'), atEnd, 'samenvoegen met bang voor oordeel');
    await dialog().getByText(`${preview.codings} coderingen in ${preview.interviews} interviews gaan mee.`).waitFor();
    await dialog().getByText(preview.from.definition).waitFor();
    await dialog().getByLabel('Waarom?').fill('geld is er één reden voor');
    await dialog().getByRole('button', { name: 'Samenvoegen' }).click();
    await dialog().waitFor({ state: 'hidden' });
    expect(await codeOf('bang voor oordeel')).toMatchObject({ codings: into.codings + preview.codings - preview.doubles });

    await row('bang voor oordeel').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Splitsen…' }).click();
    await dialog().getByLabel('Naam van de nieuwe code').fill('geld');
    await dialog().getByRole('button', { name: 'Eronder' }).click();
    await dialog().getByLabel('Zoek in de tekst').fill('geld');
    const fitting = await dialog().locator('.chooser-quote').count();
    expect(fitting).toBeGreaterThan(0);
    await dialog().getByRole('checkbox').first().check();
    await dialog().getByText(`${fitting} van`).waitFor();
    await dialog().getByRole('button', { name: 'Splitsen' }).click();
    await dialog().waitFor({ state: 'hidden' });
    expect(await codeOf('geld')).toMatchObject({ codings: fitting, path: 'Schaamte / bang voor oordeel / geld' });

    // A look that resembles another's is told in words, before it is kept.
    await row('Schaamte').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Bewerken…' }).click();
    await dialog().getByText('Goed te onderscheiden van je andere thema’s').waitFor();
    const trust = await codeOf('Vertrouwen in de hulpverlener');
    await dialog()
      .locator('.hue')
      .nth(trust.wears.hue - 1)
      .click();
    await dialog().getByText('vol', { exact: true }).click();
    await dialog().getByText('Ziet er hetzelfde uit als Vertrouwen in de hulpverlener.').waitFor();
    await key('Escape');

    for (let n = 0; n < 4; n++) await value('history.undo', {});
    expect(await paths()).toEqual(first);
  });
});

describe('with 2,000 codes of long names', () => {
  it.each(['nl', 'en'] as const)(
    'draws what is in view, filters in names and on demand in definitions, and the last row is reached by keyboard (%s)',
    { timeout: 120_000 },
    async (language) => {
      const project = await projects.sample();
      const rows = Array.from({ length: 2000 }, (_, n) => {
        const long = `code ${n} ${'met een heel lange naam die nergens past '.repeat(5)}`.slice(0, 199).trim();
        return `"Groot thema ${n % 25} / ${long}","label ${n}",${n === 1234 ? 'Over de ooievaar.' : ''}`;
      });
      await project.ask('codebook.import', { csv: ['code,label_en,definition', ...rows].join('\n') });
      await project.engine.close();
      await open({ project: project.path, language });
      const filter = page.getByLabel('Filter codes');
      await expect.poll(() => page.getByRole('treeitem').count()).toBeGreaterThan(20);
      expect(await page.getByRole('treeitem').count()).toBeLessThan(120);

      await tabTo(page.locator('[data-code][tabindex="0"]'));
      await key('End');
      await expect.poll(focused).toMatch(language === 'nl' ? /^code 1999 / : /^label 1999$/);
      expect(await page.locator(':focus').isVisible()).toBe(true);
      await key('Home');
      await expect.poll(focused).toBe(language === 'nl' ? 'Vertrouwen in de hulpverlener' : 'Trust in professionals');

      await filter.focus();
      await page.keyboard.type(language === 'nl' ? 'code 19' : 'label 19');
      await expect.poll(() => page.getByRole('treeitem', { name: /^(code|label) 19,? ?/ }).count()).toBeGreaterThan(0);

      await filter.fill('ooievaar');
      await page.getByText(language === 'nl' ? 'Geen code past bij dit filter.' : 'No code fits this filter.').waitFor();
      await page.getByLabel(language === 'nl' ? 'ook in definities' : 'in definitions too').check();
      await expect.poll(() => page.getByRole('treeitem').count()).toBe(2);
      await filter.fill('');
      await page.waitForTimeout(200);
    },
  );
});

describe('each state of the codebook', () => {
  const entries = {
    nl: ['Samenvoegen met…', 'Splitsen…', 'Bewerken…', 'Geschiedenis', 'Verplaatsen naar…', 'Verwijderen…'],
    en: ['Merge into…', 'Split…', 'Edit…', 'History', 'Move to…', 'Delete…'],
  } as const;

  it.each([
    ['nl', 'light'],
    ['en', 'dark'],
  ] as const)(
    'axe finds nothing, and nothing spills over the side, also narrow (%s, %s)',
    { timeout: 180_000 },
    async (language, theme) => {
      await open({ project: await projects.samplePath(), language });
      await value('workbench.settings', { language, theme });
      const code = await codeOf('vast gezicht');
      await value('code.update', { id: code.id, definition: 'Steeds dezelfde.', reason: 'korter' });
      const name = language === 'nl' ? 'vast gezicht' : 'a familiar face';
      const look = async (state: string) => {
        await page.waitForTimeout(300);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')}`));
        expect(found, state).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), state).toBeLessThanOrEqual(0);
      };
      await row(name).click();
      await page.getByLabel('Filter codes').fill('a');
      await look('filter');
      await page.getByLabel('Filter codes').fill('');
      for (const entry of entries[language]) {
        await row(name).click({ button: 'right' });
        await page.getByRole('menuitem', { name: entry, exact: true }).click();
        const box = page.locator('.dlg');
        await box.waitFor();
        const target = box.getByRole('option').nth(2);
        if (await target.isVisible()) await target.click();
        for (const more of await box.locator('button[aria-expanded="false"]:visible').all()) await more.click();
        await look(entry);
        await page.setViewportSize({ width: 640, height: 600 });
        await look(`${entry}, narrow`);
        await page.setViewportSize({ width: 1440, height: 900 });
        await key('Escape');
        await box.waitFor({ state: 'hidden' });
      }
    },
  );
});
