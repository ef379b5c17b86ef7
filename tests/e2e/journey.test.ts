// One researcher's afternoon, the same script through every door: from the start screen to the theme report, by keyboard and mouse, on
// real transcripts, with the numbers on the screen held against the answers of the contract.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doors, missingDoor, openWorkbench, startBrowser, tellMissing, type Workbench } from '../helpers/session.ts';

const fixtures = new URL('../../fixtures/interviews/', import.meta.url).pathname;
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
  tellMissing();
});
afterAll(() => browser.close());

describe.each(doors)('by the door %s', (door) => {
  const missing = missingDoor(door);
  let workbench: Workbench;
  let page: Page;
  const value = async (name: string, input: unknown): Promise<never> => {
    const answer = await workbench.call(name, input);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value as never;
  };
  const toast = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const key = async (...keys: string[]): Promise<void> => {
    for (const one of keys) await page.keyboard.press(one);
  };

  beforeAll(async () => {
    if (missing) return;
    workbench = await openWorkbench(door, door === 'electron' ? {} : { browser });
    page = workbench.page;
    page.setDefaultTimeout(10_000);
  });
  afterAll(async () => {
    await workbench?.close();
  });

  it.skipIf(missing)('makes a project and imports transcripts of three kinds, one of them broken', async () => {
    await page.getByRole('button', { name: /^Nieuw project/ }).click();
    await page.getByLabel('Naam').fill('Ouders in Den Haag');
    await key('Enter');
    await page.getByRole('heading', { name: 'Nog geen interviews' }).waitFor();
    await page.getByRole('button', { name: /^Kies bestanden/ }).click();
    const files = ['DH-01.docx', 'DH-02.vtt', 'DH-03.txt'].map((name) => ({
      name,
      mimeType: '',
      buffer: readFileSync(`${fixtures}den-haag/${name}`),
    }));
    const dialog = page.getByRole('dialog');
    await dialog
      .locator('input[type="file"]')
      .first()
      .setInputFiles([...files, { name: 'kapot.docx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 dit is geen Word') }]);
    await dialog.getByLabel('Interviewset').fill('Den Haag');
    await dialog.getByLabel('Plaats').fill('Den Haag');
    await page.getByRole('button', { name: '3 interviews importeren' }).click();
    await page.getByText('1 bestand kon niet worden gelezen').waitFor();
    await dialog.getByRole('button', { name: 'Openen' }).click();
    const { interviews } = (await value('interview.list', {})) as { interviews: { name: string; turns: number }[] };
    expect(interviews.map(({ name, turns }) => [name, turns])).toEqual([
      ['DH-01', 54],
      ['DH-02', 48],
      ['DH-03', 52],
    ]);
  });

  it.skipIf(missing)('codes by keyboard: new theme and sub-code, the last code again, a memo, a key quote', async () => {
    const turns = page.locator('[data-turn]');
    await turns.nth(3).click();
    await key('Space', 'c');
    await page.keyboard.type('Schaamte / je groot houden');
    await key('Enter');
    await toast(/code ‘je groot houden’ bij beurt/i);
    await key('j', 'j', 'Space', 'q');
    await expect
      .poll(async () => ((await value('coding.list', { interviewId: 1 })) as { codings: unknown[] }).codings.length)
      .toBe(2);
    // The coding has been answered, and the window has drawn it as such.
    await page.waitForTimeout(400);
    await key('i');
    await key('m');
    await page.keyboard.type('Zegt het lachend.');
    await key('Control+Enter');
    await expect
      .poll(async () =>
        ((await value('coding.list', { interviewId: 1 })) as { codings: { key: boolean; memo: string }[] }).codings.map(
          ({ key: isKey, memo }) => ({ isKey, memo }),
        ),
      )
      .toContainEqual({ isKey: true, memo: 'Zegt het lachend.' });
    const { codes } = (await value('code.list', {})) as { codes: { path: string; quotes: number; interviews: number }[] };
    expect(codes.map(({ path, quotes, interviews }) => ({ path, quotes, interviews }))).toEqual([
      { path: 'Schaamte', quotes: 2, interviews: 1 },
      { path: 'Schaamte / je groot houden', quotes: 2, interviews: 1 },
    ]);
  });

  it.skipIf(missing)('selects text by mouse that overlaps what is selected already', async () => {
    await key('Escape', 'Escape');
    const row = page.locator('[data-turn]').nth(7);
    await row.scrollIntoViewIfNeeded();
    const box = (await row.boundingBox()) ?? { x: 0, y: 0 };
    const drag = async (from: number, to: number): Promise<string> => {
      await page.mouse.move(box.x + from, box.y + 14);
      await page.mouse.down();
      await page.mouse.move(box.x + (from + to) / 2, box.y + 14, { steps: 4 });
      await page.mouse.move(box.x + to, box.y + 14, { steps: 4 });
      await page.mouse.up();
      await page.waitForTimeout(200);
      return page.evaluate(() => document.getSelection()?.toString() ?? '');
    };
    const first = await drag(5, 160);
    const second = await drag(90, 260);
    expect(first.length).toBeGreaterThan(5);
    expect(second.length).toBeGreaterThan(5);
    expect(first).not.toContain(second);
    expect(first.endsWith(second.slice(0, 4)) || first.includes(second.slice(0, 4))).toBe(true);
    await key('Escape', 'Escape');
  });

  it.skipIf(missing)('takes everything back and does it again, with the keys', async () => {
    await key('Escape');
    const before = await workbench.callText('coding.list', { interviewId: 1 });
    const steps = ((await value('history.list', {})) as { entries: unknown[] }).entries.length;
    for (let n = 0; n < steps - 1; n++) {
      await key('Control+z');
      await expect
        .poll(
          async () =>
            ((await value('history.list', {})) as { entries: { undone: boolean }[] }).entries.filter((entry) => entry.undone)
              .length,
        )
        .toBe(n + 1);
    }
    expect((await value('code.list', {})) as object).toEqual({ codes: [] });
    for (let n = steps - 1; n > 0; n--) {
      await key('Control+Shift+z');
      await expect
        .poll(
          async () =>
            ((await value('history.list', {})) as { entries: { undone: boolean }[] }).entries.filter((entry) => entry.undone)
              .length,
        )
        .toBe(n - 1);
    }
    expect(await workbench.callText('coding.list', { interviewId: 1 })).toBe(before);
  });

  it.skipIf(missing)('corrects the transcript; the coding follows its text', async () => {
    const { textVersion } = (await value('interview.get', { id: 1 })) as { textVersion: number };
    await page.locator('[data-turn]').nth(3).click();
    await key('e');
    await page.locator('[contenteditable="true"] p, [contenteditable="true"]').nth(1).waitFor();
    await key('Home');
    await page.keyboard.type('Nou, ');
    await key('Control+s');
    await expect
      .poll(async () => ((await value('interview.get', { id: 1 })) as { textVersion: number }).textVersion)
      .toBeGreaterThan(textVersion);
    await key('Escape');
    const { text } = (await value('interview.get', { id: 1 })) as { text: string };
    const { codings } = (await value('coding.list', { interviewId: 1 })) as {
      codings: { start: number; end: number; quote: string }[];
    };
    for (const coding of codings) expect(text.slice(coding.start, coding.end)).toBe(coding.quote);
    expect(await value('project.check', {})).toEqual({ ok: true });
    await key('Control+z');
    await expect
      .poll(async () => ((await value('interview.get', { id: 1 })) as { text: string }).text.length)
      .toBe(text.length - 'Nou, '.length);
  });

  it.skipIf(missing)('opens the sample; a mark opens as many quotes as it says, a quote its place, Back the chart', async () => {
    await page.getByRole('button', { name: /^Project Ouders in Den Haag/ }).click();
    await page.getByRole('menuitem', { name: 'Project sluiten' }).click();
    await page.getByRole('button', { name: /^Voorbeeldproject openen/ }).click();
    await page.getByText('16 interviews').or(page.getByText('DH-01')).first().waitFor({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Frequentie' }).click();
    const mark = page.locator('g.mark[data-code="Schaamte"][data-group="Utrecht"]');
    await mark.click();
    const { quotes } = (await value('analysis.quotes', { code: 'Schaamte', rollup: true, by: 'set', group: 'Utrecht' })) as {
      quotes: { start: number; end: number; interviewId: number }[];
    };
    await page.getByRole('heading', { name: 'Schaamte, Utrecht' }).waitFor();
    await page.locator('.panel:visible').getByText(`${quotes.length} fragmenten`).first().waitFor();
    await page
      .locator('aside, section')
      .getByRole('link', { name: /beurt \d+/ })
      .first()
      .click();
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/code\/\d+\?at=\d+-\d+$/);
    const [, id, start, end] = /^#\/code\/(\d+)\?at=(\d+)-(\d+)$/.exec(await page.evaluate(() => location.hash)) ?? [];
    expect(quotes).toContainEqual(expect.objectContaining({ interviewId: Number(id), start: Number(start), end: Number(end) }));
    await page.locator('[data-turn]').first().waitFor();
    await page.goBack();
    await mark.waitFor();
  });

  it.skipIf(missing)('shows co-occurrence with the numbers of the contract, as chart and as table', async () => {
    await page.getByRole('link', { name: 'Samenhang' }).click();
    const { groups } = (await value('analysis.cooccurrence', { by: 'all', level: 'theme' })) as {
      groups: { pairs: { a: string; b: string; interviews: number }[] }[];
    };
    const pair = groups[0]?.pairs[0];
    const cell = page
      .locator(`g.mark[data-a="${pair?.a}"][data-b="${pair?.b}"], g.mark[data-a="${pair?.b}"][data-b="${pair?.a}"]`)
      .first();
    await cell.waitFor();
    expect(await cell.textContent()).toContain(String(pair?.interviews));
    await page
      .getByRole('button', { name: /^Tabel/ })
      .or(page.getByRole('radio', { name: /^Tabel/ }))
      .first()
      .click();
    await page.getByRole('table').first().waitFor();
  });

  it.skipIf(missing)('makes the theme report, shows it and saves it', async () => {
    await page.getByRole('link', { name: 'Rapport' }).click();
    const preview = page.frameLocator('iframe');
    await preview.getByRole('heading', { level: 1 }).waitFor({ timeout: 20_000 });
    const saved = await workbench.saving(() => page.getByRole('button', { name: 'Bewaar rapport' }).click());
    const { html } = (await value('report.theme', {})) as { html: string };
    expect(saved.name).toMatch(/\.html$/);
    expect(saved.text.length).toBeGreaterThan(html.length * 0.9);
    expect(saved.text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/i);
    for (const theme of ['Schaamte', 'Hechten met mijn kind', 'Voorbereiden op de geboorte']) expect(saved.text).toContain(theme);
  });

  it.skipIf(missing)('has complained of nothing', () => {
    expect(workbench.problems).toEqual([]);
  });
});
