// Correcting a transcript in a real browser, by keyboard and by mouse: words, turns and speakers, with codings around; what lost its text is
// found again; and every step can be taken back, until all is as it was.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../src/contract/index.ts';
import { dump, openProjects } from '../helpers/project.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

const projects = await openProjects();
let browser: Browser;
let workbench: Workbench;
let page: Page;
let path: string;
let before: ReturnType<typeof dump>;

beforeAll(async () => {
  browser = await startBrowser();
  path = await projects.samplePath();
  before = dump(path);
  workbench = await openWorkbench('web', { browser, project: path });
  page = workbench.page;
  page.setDefaultTimeout(10_000);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('[data-turn]').first().waitFor({ timeout: 30_000 });
});
afterAll(async () => {
  await workbench?.close();
  await browser.close();
});

const value = async <T>(name: string, input: unknown): Promise<T> => {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as never;
};
/** Waits for what the project or the page will say; a busy machine takes its time. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 });
const interview = () => value<Output<'interview.get'>>('interview.get', { id: 1 });
const said = async (): Promise<string[]> => {
  const { text, turns } = await interview();
  return turns.map((turn) => `${turn.speaker}: ${text.slice(turn.start, turn.end)}`);
};
const steps = async () =>
  (await value<Output<'history.list'>>('history.list', {})).entries
    .filter((entry) => !entry.undone)
    .map((entry) => entry.operation);
const press = async (...keys: string[]): Promise<void> => {
  for (const one of keys) await page.keyboard.press(one);
};
const turn = (index: number) => page.locator(`[data-turn="${index}"]`);
const editor = () => page.locator('[contenteditable="true"].turn-editor');
/** The editor hears of a moved caret a frame later; people press keys slower than that. */
const settle = () => page.waitForTimeout(80);
/** Puts the caret at the start of a turn in the editor. */
const toStart = async (index: number): Promise<void> => {
  await turn(index).click({ position: { x: 4, y: 12 } });
  await press('Home');
  await settle();
};
const select = async (index: number): Promise<void> => {
  await turn(index).click({ clickCount: 3 });
  await settle();
};
const soundCodings = async (): Promise<void> => {
  const { text } = await interview();
  const { codings } = await value<Output<'coding.list'>>('coding.list', { interviewId: 1 });
  for (const coding of codings) if (!coding.toBeChecked) expect(text.slice(coding.start, coding.end)).toBe(coding.quote);
  expect(await value('project.check', {})).toEqual({ ok: true });
};

describe('by keyboard', () => {
  let first: string[];

  it('Enter splits a turn at the caret and typing goes on in the new one; codings keep their words', async () => {
    first = await said();
    await turn(3).click();
    await press('e');
    await editor().waitFor();
    await toStart(3);
    for (let n = 0; n < 4; n++) await press('Control+ArrowRight');
    await settle();
    await press('Enter');
    await page.keyboard.type('Nou, ');
    await eventually(said).toHaveLength(first.length + 1);
    const now = await said();
    expect(now[3]?.startsWith('Anouk: Nu? Nu goed')).toBe(true);
    expect(now[4]?.startsWith('Anouk: ')).toBe(true);
    await press('Control+s');
    await eventually(async () => (await said())[4]).toMatch(/^Anouk: Nou, /);
    await soundCodings();
  });

  it('Ctrl+Z first takes back typing, then the steps of the project, one at a time', async () => {
    await page.keyboard.type('xyz');
    await press('Control+z');
    await eventually(() => turn(4).textContent()).toMatch(/^Nou, (?!xyz)/);
    expect(await steps()).toEqual(['interview.correct', 'turn.split']);
    await press('Control+z');
    await eventually(steps).toEqual(['turn.split']);
    await eventually(() => turn(4).textContent()).not.toMatch(/^Nou, /);
    await press('Control+Shift+z');
    await eventually(steps).toEqual(['interview.correct', 'turn.split']);
    await eventually(() => turn(4).textContent()).toMatch(/^Nou, /);
  });

  it('Backspace at the start of a turn joins it to the one before; an emptied turn goes so too', async () => {
    await toStart(4);
    await press('Backspace');
    await eventually(said).toHaveLength(first.length);
    await eventually(async () => (await said())[3]).toContain('Nou, ');
    // Turn 6 is emptied, and joined: nothing of it stays.
    await select(5);
    await press('Delete');
    await page.getByText('Beurt 6 is leeg').waitFor();
    await press('Backspace', 'Control+s');
    await eventually(said).toHaveLength(first.length - 1);
    await eventually(async () => (await said()).some((one) => one.includes('volg je lijstje'))).toBe(false);
    await soundCodings();
  });

  it('F2 gives a turn another speaker; the last turn can’t be joined, and a turn not split at its end', async () => {
    await toStart(0);
    await press('F2');
    await page.getByRole('menuitem', { name: 'Anouk' }).waitFor();
    await settle();
    await press('ArrowDown', 'Enter');
    await eventually(async () => (await said())[0]).toMatch(/^Anouk: /);
    await eventually(() => turn(0).getAttribute('data-who')).toBe('Anouk');
    await toStart(0);
    await press('Backspace');
    await page.getByText('Dit is de eerste beurt').waitFor();
    await press('Enter');
    await page.getByText('Hier valt niets te splitsen').waitFor();
  });

  it('Esc leaves at the place of the caret, and nothing waits to be saved', async () => {
    await toStart(2);
    await page.keyboard.type('Ja. ');
    await press('Escape');
    await editor().waitFor({ state: 'detached' });
    expect((await said())[2]).toMatch(/: Ja\. /);
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-turn'))).toBe('2');
  });
});

describe('by mouse', () => {
  it('a coding whose text is cut waits to be checked; pasted elsewhere it is found again', async () => {
    await page.getByRole('button', { name: 'Transcript bewerken' }).click();
    await editor().waitFor();
    await select(3);
    await press('Control+x');
    await page.keyboard.type('Weg.');
    await page.getByText('2 coderingen raken hun tekst kwijt').waitFor();
    await toStart(1);
    await press('Control+v', 'Control+s');
    await page.getByRole('button', { name: 'Klaar' }).click();
    await editor().waitFor({ state: 'detached' });
    const { codings } = await value<Output<'toCheck.list'>>('toCheck.list', {});
    expect(codings.map(({ sure, found }) => [sure, found[0]?.turn])).toEqual([
      [true, 1],
      [true, 1],
    ]);
    await page.locator('.to-check-title').click();
    await page.getByRole('button', { name: 'Zet terug in beurt 2' }).first().click();
    await page.getByText('1 codering te controleren').first().waitFor();
    await page.locator('.waiting-codings').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Zet terug in beurt 2' }).click();
    await dialog.getByText('Er is niets te controleren').waitFor();
    await dialog.getByRole('button', { name: 'Sluiten' }).click();
    expect((await value<Output<'toCheck.list'>>('toCheck.list', {})).codings).toEqual([]);
    await soundCodings();
  });

  it('pasted lines become turns when asked; five megabytes are refused in words, and nothing changes', async () => {
    const count = (await said()).length;
    await page.getByRole('button', { name: 'Transcript bewerken' }).click();
    await editor().waitFor();
    await page.evaluate(() => navigator.clipboard.writeText('Eerste regel.\r\nTweede regel.\n\nDerde regel. '));
    await toStart(2);
    await press('Control+v');
    await page.getByRole('button', { name: 'Maak er 3 beurten van' }).click();
    await eventually(said).toHaveLength(count + 2);
    expect((await said())[3]).toMatch(/: Tweede regel\.$/);
    const now = await said();
    await page.evaluate(() => navigator.clipboard.writeText('Een lange zin. '.repeat(350_000)));
    await toStart(1);
    await press('Control+v');
    await page.getByText('Dit is te veel tekst voor één beurt').waitFor();
    expect(await said()).toEqual(now);
    await page.getByRole('button', { name: 'Klaar' }).click();
  });

  it('a speaker is renamed over the whole project, and told to answer; participants keep their turns', async () => {
    await page.getByRole('button', { name: 'Meer over de interviews' }).click();
    await page.getByRole('menuitem', { name: 'Sprekers…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Anouk hernoemen' }).click();
    await dialog.getByLabel('Nieuwe naam voor Anouk').fill('Moeder A');
    await press('Enter');
    await dialog.getByText('Moeder A', { exact: true }).first().waitFor();
    await dialog.getByRole('button', { name: 'Student hernoemen' }).click();
    await dialog.getByLabel('Nieuwe naam voor Student').fill('Interviewer');
    await dialog.getByRole('button', { name: 'Samenvoegen met Interviewer' }).click();
    await dialog.getByRole('button', { name: 'Student hernoemen' }).waitFor({ state: 'detached' });
    await dialog.getByRole('group', { name: 'Rol van Interviewer' }).getByRole('button', { name: 'antwoordt' }).click();
    await dialog.getByRole('button', { name: 'Laat de app kiezen' }).waitFor();
    await dialog.getByRole('button', { name: 'Sluiten' }).click();
    const { interviews } = await value<Output<'interview.list'>>('interview.list', {});
    expect(interviews[0]?.participants[0]?.speaker).toBe('Moeder A');
    expect((await interview()).asking).toEqual([]);
    await page.locator('.who b', { hasText: 'Moeder A' }).first().waitFor();
  });
});

it('all of it can be taken back, one step after the other, and is then as it was', async () => {
  const count = (await steps()).length;
  expect(count).toBeGreaterThan(10);
  for (let n = count; n > 0; n--) {
    await press('Control+z');
    await eventually(async () => (await steps()).length).toBe(n - 1);
  }
  expect(dump(path)).toEqual(before);
  expect(workbench.problems).toEqual([]);
});
