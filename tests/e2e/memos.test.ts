// Memos by keyboard alone, in a real Chromium: one on each kind of thing, with its looks and a link; found, filtered, written in the journal, taken
// out as a file; two windows in one memo; what is pasted from a page, and a long text.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MemoRow } from '../../src/contract/memo.ts';
import { openProjects } from '../helpers/project.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

const projects = await openProjects();
let browser: Browser;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  workbench = await openWorkbench('web', { project: await projects.samplePath(), browser });
  page = workbench.page;
  page.setDefaultTimeout(10_000);
  await page.locator('[data-turn]').first().waitFor({ timeout: 30_000 });
});
afterAll(async () => {
  // The page's policy says that it stopped what the pasted page would run.
  expect(workbench.problems.filter((problem) => !problem.startsWith('Executing inline event handler violates'))).toEqual([]);
  await workbench.close();
  await browser.close();
});

const key = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await page.keyboard.press(one);
};
const memos = async (filter: object = {}): Promise<MemoRow[]> => {
  const answer = await workbench.call('memo.list', filter);
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.value as { memos: MemoRow[] }).memos;
};
const texts = async (filter: object) => (await memos(filter)).map((memo) => memo.text);
const go = (hash: string, on: Page = page) => on.evaluate((to) => location.assign(to), hash);
/** What will be so: a memo is kept after a second of rest. */
const soon = <T>(look: () => Promise<T>, timeout = 10_000) => expect.poll(look, { timeout });
const editor = (on: Page = page) => on.locator('.memo-page [role="textbox"]');
const inEditor = () => page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'textbox');

/** Walks with Tab until what has the focus is called so. */
async function tabTo(name: RegExp): Promise<void> {
  for (let n = 0; n < 60; n++) {
    await key('Tab');
    const said = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
    if (name.test(said)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

describe('a memo by keyboard', () => {
  it('on a fragment, with bold, a list and a link, and back in the text', async () => {
    await page.locator('[data-turn]').nth(3).click();
    await key('o', 'm');
    await inEditor();
    await page.keyboard.type('Zegt het ');
    await key('Control+b');
    await page.keyboard.type('lachend');
    await key('Control+b', 'Enter', 'Control+Shift+8');
    await page.keyboard.type('zie ');
    await key('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('geldschaamte');
    await page
      .getByRole('option', { name: /geldschaamte/ })
      .first()
      .waitFor();
    await key('Enter');
    await page.keyboard.type('ook');
    await key('Control+Enter');
    await soon(() => texts({ on: ['coding'] })).toEqual([
      expect.stringMatching(/^Zegt het \*\*lachend\*\*\n- zie \[.*geldschaamte\]\(code:\d+\) ook$/),
    ]);
    expect(await page.evaluate(() => document.activeElement?.closest('[data-turn]') !== null)).toBe(true);
    await key('Escape', 'Escape');
  });

  it('on an interview, and from there on who was spoken to', async () => {
    await page.locator('[data-turn]').nth(0).click();
    await tabTo(/memo/i).catch(() => page.locator('[data-focus="transcript-memo"]').focus());
    await page.locator('[data-focus="transcript-memo"]').focus();
    await key('Enter');
    await inEditor();
    await key('Control+Alt+1');
    await page.keyboard.type('Sfeer');
    await key('Enter');
    await page.keyboard.type('Rustig, aan tafel.');
    await tabTo(/^Anouk/);
    await soon(() => texts({ on: ['interview'] })).toEqual(['# Sfeer\nRustig, aan tafel.']);
    await key('Enter');
    await inEditor();
    await page.keyboard.type('Belt in mei terug.');
    await key('Escape');
    await soon(() => texts({ on: ['participant'] })).toEqual(['Belt in mei terug.']);
    await key('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('on a code and the project, from the view of all memos', async () => {
    await go('#/memos');
    const neu = page.getByRole('button', { name: 'Nieuwe memo' });
    await neu.focus();
    await key('Enter', 'Enter');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('uitputting');
    await page
      .getByRole('option', { name: /uitputting/ })
      .first()
      .waitFor();
    await key('Enter');
    await inEditor();
    await page.keyboard.type('Vooral in de eerste weken.');
    await neu.focus();
    await key('Enter', 'ArrowDown', 'Enter');
    await page.getByRole('heading', { name: /dagen/ }).waitFor();
    await inEditor();
    await page.keyboard.type('## Vraag');
    await key('Enter');
    await page.keyboard.type('1. wat helpt?');
    await key('Enter');
    await page.keyboard.type('wat niet?');
    await soon(() => texts({ on: ['project'] })).toEqual(['## Vraag\n1. wat helpt?\n2. wat niet?']);
    expect(await texts({ on: ['code'] })).toEqual(['Vooral in de eerste weken.']);
  });

  it('in the journal of today; a step for each rest, not for each letter', async () => {
    await page.getByRole('button', { name: 'Logboek', exact: true }).focus();
    await key('Enter');
    await page.getByRole('button', { name: 'Vandaag schrijven' }).focus();
    await key('Enter');
    await inEditor();
    const steps = async () =>
      ((await workbench.call('history.list', {})) as { value: { entries: unknown[] } }).value.entries.length;
    const before = await steps();
    await page.keyboard.type('Vandaag axiaal gecodeerd.');
    await soon(() => texts({ on: ['journal'] })).toEqual(['Vandaag axiaal gecodeerd.']);
    await page.waitForFunction(() => /journal-\d+$/.test(location.hash));
    await page.keyboard.type(' En verder.');
    await soon(() => texts({ on: ['journal'] })).toEqual(['Vandaag axiaal gecodeerd. En verder.']);
    expect(await steps()).toBe(before + 2);
    await page.keyboard.type(' Weg ermee.');
    await page.getByRole('button', { name: 'Vandaag schrijven' }).focus();
    await soon(async () => (await texts({ on: ['journal'] }))[0]).toMatch(/Weg ermee\.$/);
    await key('Control+z');
    await soon(() => texts({ on: ['journal'] })).toEqual(['Vandaag axiaal gecodeerd. En verder.']);
    await soon(() => editor().innerText()).toBe('Vandaag axiaal gecodeerd. En verder.');
  });

  it('is found by words and by kind, opened with the arrows, and leads to its place and back', async () => {
    await page.getByRole('button', { name: 'Alle memo’s', exact: true }).focus();
    await key('Enter');
    await page.getByRole('searchbox', { name: 'Zoek in memo’s' }).focus();
    await page.keyboard.type('lachend');
    await page.getByText('1 van 6 memo’s').waitFor();
    await page.locator('.memo-row').first().focus();
    await key('Enter');
    await page.getByRole('button', { name: 'Ga naar plaats' }).focus();
    await key('Enter');
    await page.waitForFunction(() => /^#\/code\/1\?at=/.test(location.hash));
    await page.locator('[data-turn]').nth(3).waitFor();
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-focus') === 'memo-go');
    await page.getByRole('searchbox').fill('');
    await page.locator('.memo-filter select').first().selectOption('journal');
    await page.getByText('1 van 6 memo’s').waitFor();
    await page.getByRole('button', { name: 'Wis filters' }).focus();
    await key('Enter');
    await page.getByText('6 memo’s', { exact: true }).waitFor();
    await page.locator('.memo-row').first().focus();
    await key('ArrowDown', 'ArrowDown');
    expect(await page.evaluate(() => [...document.querySelectorAll('.memo-row')].findIndex((row) => row.matches(':focus')))).toBe(
      2,
    );
  });

  it('goes out with the others as one file', async () => {
    const { name, text } = await workbench.saving(async () => {
      await page.getByRole('button', { name: 'Memo’s bewaren als bestand' }).focus();
      await key('Enter');
      await page.getByRole('menuitem').first().waitFor();
      await key('Enter');
    });
    expect(name).toMatch(/memo’s\.md$/);
    const { value } = (await workbench.call('memo.export', { language: 'nl' })) as { value: { text: string } };
    expect(text).toBe(value.text);
    expect(text).toContain('### Anouk');
  });
});

describe('two windows in one memo', () => {
  it('see each other’s words, and never lose them', { timeout: 60_000 }, async () => {
    const other = await page.context().newPage();
    await other.goto(page.url().split('#')[0] ?? '');
    await other.locator('header.top').waitFor({ timeout: 30_000 });
    await go('#/memos/project', other);
    await go('#/memos/project');
    await editor(other).click();
    await editor().click();
    await page.waitForTimeout(1500);
    // What one keeps, the other shows without asking.
    await editor(other).press('Control+End');
    await other.keyboard.type(' Van daar.');
    await soon(() => editor().innerText()).toMatch(/Van daar\.$/);
    // Both type before either is kept.
    await editor(other).press('Control+End');
    await other.keyboard.type(' Een.');
    await editor().press('Control+End');
    await page.keyboard.type(' Twee.');
    await soon(
      async () => (await page.locator('.memo-conflict').count()) + (await other.locator('.memo-conflict').count()),
      10_000,
    ).toBe(1);
    const asked = (await page.locator('.memo-conflict').count()) ? page : other;
    const kept = (await texts({ on: ['project'] }))[0] ?? '';
    expect(kept.includes('Een.') !== kept.includes('Twee.')).toBe(true);
    expect((await editor(asked).innerText()).includes('Een.')).toBe(!kept.includes('Een.'));
    await asked.getByRole('button', { name: 'Zet onder elkaar' }).click();
    await soon(async () => (await texts({ on: ['project'] }))[0] ?? '').toMatch(/Een\.[\s\S]*Twee\.|Twee\.[\s\S]*Een\./);
    await soon(async () =>
      [await editor().innerText(), await editor(other).innerText()].every((text) => /Een\./.test(text) && /Twee\./.test(text)),
    ).toBe(true);
    await other.close();
  });

  it('one that is closed while it typed against the other keeps both', { timeout: 60_000 }, async () => {
    const other = await page.context().newPage();
    await other.goto(page.url().split('#')[0] ?? '');
    await other.locator('header.top').waitFor({ timeout: 30_000 });
    await go('#/memos/code-999', other);
    await other.getByRole('heading', { name: 'Waar deze memo bij hoorde, is er niet meer' }).waitFor();
    await go('#/memos/interview-2', other);
    await go('#/memos/interview-2');
    await editor(other).click();
    await editor().click();
    await other.keyboard.type('Links.');
    await page.keyboard.type('Rechts.');
    await soon(
      async () => (await page.locator('.memo-conflict').count()) + (await other.locator('.memo-conflict').count()),
      10_000,
    ).toBe(1);
    const asked = (await page.locator('.memo-conflict').count()) ? page : other;
    await go('#/frequency', asked);
    await soon(async () => (await texts({ interviewId: 2 }))[0] ?? '').toMatch(/Links\.\n\nRechts\.|Rechts\.\n\nLinks\./);
    await other.close();
  });
});

describe('what is pasted', () => {
  const paste = (html: string, text: string) =>
    page.evaluate(
      ([rich, plain]) => {
        const data = new DataTransfer();
        if (rich) data.setData('text/html', rich);
        data.setData('text/plain', plain ?? '');
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [html, text],
    );

  it('from a page keeps headings, lists, bold and links, and runs nothing', async () => {
    await go('#/memos/interview-3');
    await editor().click();
    await paste(
      '<h1>Kop</h1><p>Een <b>vet</b> woord<img src=x onerror="window.hit=1"><script>window.hit=1</script></p><ul><li>een<ul><li>twee</li></ul></li></ul><p><a href="https://voorbeeld.nl">site</a> <a href="javascript:1">nee</a></p>',
      'Kop',
    );
    await soon(() => texts({ interviewId: 3 })).toEqual([
      '# Kop\nEen **vet** woord\n- een\n  - twee\n[site](https://voorbeeld.nl) nee',
    ]);
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(await page.locator('.memo-page a[href]').count()).toBe(0);
  });

  it('of nearly half a million signs is kept whole, and typing goes on', { timeout: 120_000 }, async () => {
    const line = 'Een regel met *sterren*, [haken](code:1) en # hekjes, om te zien of alles blijft. ';
    const long = Array.from({ length: 700 }, (_, n) => `${n}: ${line.repeat(8).trim()}`).join('\n');
    expect(long.length).toBeGreaterThan(450_000);
    await go('#/memos/interview-4');
    await editor().click();
    await paste('', long);
    await soon(async () => (await texts({ interviewId: 4 }))[0]?.length ?? 0, 60_000).toBeGreaterThan(450_000);
    await page.keyboard.type('slot');
    await soon(async () => (await texts({ interviewId: 4 }))[0]?.endsWith('slot'), 60_000).toBe(true);
    const { value } = (await workbench.call('memo.export', { interviewId: 4, format: 'txt' })) as { value: { text: string } };
    expect(value.text.replaceAll('\n\n', '\n')).toContain(`${long}slot`);
  });
});

it('is there after the window went while typing', async () => {
  await go('#/memos/interview-5');
  await editor().click();
  await page.keyboard.type('Net getypt');
  await page.reload();
  await page.locator('.memo-page').waitFor();
  await soon(() => texts({ interviewId: 5 })).toEqual(['Net getypt']);
});
