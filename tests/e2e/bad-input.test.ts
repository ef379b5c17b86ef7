// What nobody means to do, but everybody does once: coding nothing, one sign or everything; a code that goes away while it is chosen; names
// that are no names; five megabytes in the clipboard. It is clear what happens, nothing is lost, and the contract answers what the screen says.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input, OperationName, Output } from '../../src/contract/index.ts';
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
  page.setDefaultTimeout(15_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('[data-turn="3"]').waitFor({ timeout: 30_000 });
});
afterAll(async () => {
  expect(workbench.problems).toEqual([]);
  await workbench.close();
  await browser.close();
});

const key = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await page.keyboard.press(one);
};
const write = (text: string) => page.keyboard.insertText(text);
async function value<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as Output<N>;
}
const codes = async () => (await value('code.list', {})).codes;
const codeOf = async (name: string) => (await codes()).find((code) => code.name === name);
const codings = async () => (await value('coding.list', { interviewId: 1 })).codings;
const text = async () => (await value('interview.get', { id: 1 })).text;
const ids = async () => new Set((await codings()).map((coding) => coding.id));
const added = async (before: ReadonlySet<number>) => (await codings()).filter((coding) => !before.has(coding.id));
const steps = async () => (await value('history.list', { limit: 1000 })).entries.filter((entry) => !entry.undone).length;
const row = (name: string) => page.locator('[role="treeitem"]').filter({ has: page.locator('.nm', { hasText: name }) });
const field = () => page.locator('.picker [role="combobox"]');
const told = (words: string | RegExp) => page.getByRole('alert').filter({ hasText: words }).waitFor();
/** The general dialog about a fault never comes for what a person can mend in a field. */
const noFault = async () => expect(await page.getByRole('alertdialog').count()).toBe(0);

/** From anywhere to the begin of a turn in the text, by its number from 0. */
async function toTurn(turn: number): Promise<void> {
  await key('Control+p');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await write(`:${turn + 1}`);
  await key('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const at = () => page.evaluate(() => document.activeElement?.closest('[data-turn]')?.getAttribute('data-turn'));
  await expect.poll(at).toBe(String(turn));
  // Off the mark of the arrival: a bare caret at the begin of the turn.
  await key('k', 'j');
  await expect.poll(() => page.evaluate(() => document.getSelection()?.isCollapsed)).toBe(true);
  await expect.poll(at).toBe(String(turn));
}
async function openPicker(opener = 'c'): Promise<void> {
  await key(opener);
  await expect.poll(() => field().evaluate((input) => input === document.activeElement)).toBe(true);
}

describe('what is selected', () => {
  beforeAll(async () => {
    await value('code.pin', { id: (await codeOf('vast gezicht'))?.id ?? 0, digit: 1 });
    await page.locator('[role="treeitem"][aria-keyshortcuts="1"]').waitFor();
  });

  it('nothing: nothing is coded, and it says so; white space only: the same', async () => {
    const [before, done] = [await ids(), await steps()];
    await toTurn(3);
    await key('1');
    await page.locator('.toast', { hasText: 'Selecteer' }).waitFor();
    const gap = (await page.locator('[data-turn="3"]').textContent())?.indexOf(' ') ?? 0;
    // The mouse can select just a space.
    await page.evaluate((at) => {
      const words = document.createTreeWalker(document.querySelector('[data-turn="3"]') as Node, NodeFilter.SHOW_TEXT).nextNode();
      if (words) document.getSelection()?.setBaseAndExtent(words, at, words, at + 1);
    }, gap);
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe(' ');
    await key('1');
    await page.locator('.toast', { hasText: 'Selecteer' }).waitFor();
    expect(await added(before)).toEqual([]);
    expect(await steps()).toBe(done);
  });

  it('one character is a fragment of one character', async () => {
    const before = await ids();
    await toTurn(4);
    await key('Shift+ArrowRight', '1');
    await expect.poll(async () => (await added(before)).length).toBe(1);
    const [made] = await added(before);
    expect(made?.quote).toBe((await text()).slice(made?.start, (made?.start ?? 0) + 1));
  });

  it('over the border of turns it is one fragment with all of both, and over the whole interview with all there is', async () => {
    const before = await ids();
    await toTurn(5);
    const { turns } = await value('interview.get', { id: 1 });
    const reach = () =>
      page.evaluate(() => document.getSelection()?.focusNode?.parentElement?.closest('[data-turn]')?.getAttribute('data-turn'));
    for (let n = 0; n < 60 && (await reach()) !== '7'; n++) await key('Control+Shift+ArrowRight');
    await key('1');
    await expect.poll(async () => (await added(before)).length).toBe(1);
    const [across] = await added(before);
    expect(across).toMatchObject({ start: turns[5]?.start, quote: (await text()).slice(across?.start, across?.end) });
    expect(across?.end).toBeGreaterThanOrEqual(turns[6]?.end ?? Number.NaN);
    await key('Control+a', '1');
    await expect.poll(async () => (await added(before)).length).toBe(2);
    const whole = (await added(before)).find((coding) => coding.id !== across?.id);
    expect(whole?.quote).toBe((await text()).trim());
    await key('Control+z');
    await expect.poll(async () => (await added(before)).length).toBe(1);
  });
});

it('a code that another window deletes while it is chosen in the picker is told, and Enter gives no other one', async () => {
  const { id: doomed = 0 } = (await codeOf('uitputting')) ?? {};
  const before = await ids();
  await toTurn(6);
  await openPicker();
  await write('u');
  while (!(await page.locator('.picker [aria-selected="true"]', { hasText: 'uitputting' }).count())) await key('ArrowDown');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.locator(`[data-code="${doomed}"]`).focus();
  await other.keyboard.press('Delete');
  await other
    .getByRole('alertdialog')
    .or(other.getByRole('dialog'))
    .getByRole('button', { name: /Verwijderen/ })
    .press('Enter');
  await told('De code ‘uitputting’ is in een ander venster weggehaald.');
  await other.close();
  await page.bringToFront();
  await key('Enter');
  await told('uitputting');
  expect(await field().inputValue()).toBe('u');
  expect(await page.locator('.picker [aria-selected="true"]').count()).toBe(0);
  expect(await added(before)).toEqual([]);
  await key('ArrowDown', 'Enter');
  await expect.poll(async () => (await added(before)).length).toBe(1);
  await value('history.undo', {});
  await value('history.undo', {});
  expect(await codeOf('uitputting')).toMatchObject({ id: doomed });
});

describe('names of codes', () => {
  const NAMES = [
    'zorg/opvang',
    '\'t loket "open" o\'clock',
    '„thuis” én ‘daar’ « ook »',
    'gezin 👩‍👩‍👧 🇳🇱',
    'ثقة في العاملة',
    'cafe\u0301 n\u0303o\u0308',
    '= 1 + 1; <b>vet</b> {{n}} &amp; \\',
    'x'.repeat(200),
  ];

  it.each(NAMES)('%s is taken as it is, found again and shown whole', async (name) => {
    const before = await ids();
    await toTurn(8);
    await openPicker('n');
    await write(name);
    await key('Enter');
    await expect.poll(async () => (await added(before)).length).toBe(1);
    const made = await codeOf(name.normalize('NFC'));
    expect((await added(before))[0]?.codeId).toBe(made?.id);
    await row(name.normalize('NFC')).waitFor();
    await page.locator('.toast', { hasText: name.normalize('NFC').slice(0, 60) }).waitFor();
    // Typed once more it is that code, and not a second one.
    await toTurn(9);
    await openPicker('n');
    await write(name.toUpperCase().toLowerCase() === name.toLowerCase() ? name.toLowerCase() : name);
    await key('Enter');
    await expect.poll(async () => (await added(before)).length).toBe(2);
    expect((await added(before)).map((coding) => coding.codeId)).toEqual([made?.id, made?.id]);
    await noFault();
  });

  it.each([
    ['nl', /hoogstens 200 tekens lang; deze is 201/],
    ['en', /at most 200 characters long; this one is 201/],
  ] as const)('201 characters are refused where they are typed, in the language of the window (%s)', async (language, words) => {
    await value('workbench.settings', { language });
    await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
    const [before, done] = [await ids(), await steps()];
    const long = 'y'.repeat(201);
    // In the picker, as a code and as a sub-code.
    await toTurn(10);
    await openPicker();
    for (const typed of [long, `Schaamte / ${long}`]) {
      await key('Control+a');
      await write(typed);
      await told(words);
      await key('Enter', 'Control+Enter');
      await told(words);
      expect(await field().inputValue()).toBe(typed);
    }
    await key('Escape');
    // In the tree, and in the dialog: one sign less, and it goes.
    const { id = 0 } = (await codeOf('geldschaamte')) ?? {};
    await page.locator(`[data-code="${id}"]`).focus();
    await key('F2');
    await write(long);
    await told(words);
    await key('Enter');
    await told(words);
    await key('Escape');
    expect(await steps()).toBe(done);
    await page.locator(`[data-code="${id}"]`).focus();
    await key('Shift+F10');
    await page.getByRole('menu').waitFor();
    await page.keyboard.type(language === 'nl' ? 'Subcode' : 'Make sub');
    await key('Enter');
    const name = page.getByRole('dialog').getByRole('textbox').first();
    await name.waitFor();
    await write(long);
    await page.getByRole('dialog').getByText(words).waitFor();
    await key('Enter');
    await page.getByRole('dialog').getByText(words).waitFor();
    expect(await name.inputValue()).toBe(long);
    expect(await steps()).toBe(done);
    await key('Backspace', 'Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => codeOf('y'.repeat(200))).toMatchObject({ parentId: id });
    await value('history.undo', {});
    expect(await added(before)).toEqual([]);
    await noFault();
    await value('workbench.settings', { language: 'nl' });
    await page.locator('html[lang="nl"]').waitFor({ state: 'attached' });
  });

  it('empty, blank and taken names, and a lone slash, change nothing and say why', async () => {
    const done = await steps();
    const { id = 0 } = (await codeOf('geldschaamte')) ?? {};
    const tree = page.locator(`[data-code="${id}"]`);
    for (const [typed, words] of [
      ['', 'Geef een naam'],
      ['\u200b \u00a0', 'Geef een naam'],
      ['bang voor oordeel', 'Er staat hier al een code met deze naam'],
      ['Bang  VOOR oordeel', 'Er staat hier al een code met deze naam'],
      ['a / b', 'schuine streep'],
    ] as const) {
      await tree.focus();
      await key('F2', 'Control+a', 'Backspace');
      await write(typed);
      await key('Enter');
      await told(words);
      await key('Escape');
      await expect.poll(() => tree.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await toTurn(11);
    await openPicker('n');
    for (const typed of ['', '   ', '\u200b']) {
      await write(typed);
      await key('Enter', 'Control+Enter');
      await field().waitFor();
    }
    await key('Control+a');
    await write('/');
    await told('schuine streep');
    await key('Enter', 'Control+Enter', 'Escape');
    expect(await steps()).toBe(done);
    await noFault();
  });
});

describe('five megabytes pasted', () => {
  const LINE = 'Een regel die niemand zo lang had verwacht, met *sterren* en [haken](code:1). ';
  /** Pastes, and answers for how long the page drew nothing, in ms. */
  async function paste(): Promise<number> {
    await page.evaluate((line) => navigator.clipboard.writeText(line.repeat(Math.ceil(5_000_000 / line.length))), LINE);
    const frames = page.evaluate(
      () =>
        new Promise<number>((done) => {
          let [last, longest] = [performance.now(), 0];
          const until = last + 3000;
          const look = (now: number) => {
            longest = Math.max(longest, now - last);
            last = now;
            if (now > until) done(Math.round(longest));
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        }),
    );
    await key('Control+v');
    return frames;
  }
  beforeEach(() => toTurn(12));

  it('in the text of a turn: refused in words, and the turn is as it was', { timeout: 60_000 }, async () => {
    const before = await text();
    await key('e');
    await page.locator('[contenteditable="true"]:focus').waitFor();
    console.info(`5 MB in a turn: the longest time without a frame was ${await paste()} ms`);
    await page.getByText('Dit is te veel tekst voor één beurt').waitFor();
    await page.keyboard.type('Nog net. ');
    await key('Escape');
    await expect.poll(text).toContain('Nog net. ');
    expect((await text()).replace('Nog net. ', '')).toBe(before);
    await noFault();
  });

  it('in a memo: refused in words, what was written stays, and writing goes on', { timeout: 60_000 }, async () => {
    await page.evaluate(() => location.assign('#/memos/interview-1'));
    const memo = page.locator('.memo-page [role="textbox"]');
    await memo.focus();
    await page.keyboard.type('Wat er al stond.');
    console.info(`5 MB in a memo: the longest time without a frame was ${await paste()} ms`);
    await page.getByText('Dit is te veel tekst voor een memo').waitFor();
    await page.keyboard.type(' En verder.');
    const kept = async () => (await value('memo.list', { interviewId: 1 })).memos.map((one) => one.text);
    await expect.poll(kept).toContain('Wat er al stond. En verder.');
    await noFault();
    await page.evaluate(() => location.assign('#/code/1'));
  });
});
