// Correcting an interview that is too long to hold in the editor at once: one turn at a time, and the keys go on through all of them.

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Output } from '../../src/contract/index.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';
import { tempHome } from '../helpers/temp.ts';
import { generateProject } from '../tools/generate.ts';

let browser: Browser;
let folder: string;
let workbench: Workbench;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(await tempHome(), 'correct-'));
  const project = join(folder, 'lang.draad');
  await generateProject(project, { interviews: 1, words: 8000, codings: 150, codes: 40 });
  browser = await startBrowser();
  workbench = await openWorkbench('web', { browser, project });
  page = workbench.page;
  page.setDefaultTimeout(20_000);
  await page.locator('[data-turn="3"]').click();
  await page.keyboard.press('e');
  await page.locator('.turn-editor').waitFor();
}, 120_000);
afterAll(async () => {
  await workbench?.close();
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const value = async <T>(name: string, input: unknown): Promise<T> => {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as T;
};
const said = async (): Promise<string[]> => {
  const { text, turns } = await value<Output<'interview.get'>>('interview.get', { id: 1 });
  return turns.map((turn) => text.slice(turn.start, turn.end));
};
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 });
/** The turn where the caret is, how far it is from the turn's start, and its column; -1 when it is nowhere in the editor. */
const caret = () =>
  page.evaluate(() => {
    const selection = document.getSelection();
    const node = selection?.focusNode;
    const element = (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[contenteditable] [data-turn]');
    const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
    return {
      turn: Number(element?.dataset.turn ?? -1),
      offset: selection?.focusOffset ?? -1,
      x: Math.round(range?.getClientRects()[0]?.left ?? -1),
      inView: (range?.getClientRects()[0]?.top ?? -1) > 0 && (range?.getClientRects()[0]?.bottom ?? 9999) < innerHeight,
    };
  });
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
};
const turnOfCaret = async () => (await caret()).turn;

it('the arrows go on from turn to turn, up and down in the same column', async () => {
  expect(await page.locator('.turn-editor [data-turn]').count()).toBe(1);
  await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  const { x } = await caret();
  const seen = new Set<number>();
  for (let n = 0; n < 12; n++) {
    await press('ArrowDown');
    seen.add(await turnOfCaret());
  }
  expect([...seen]).toEqual([...seen].sort((a, b) => a - b));
  const far = await caret();
  expect(far.turn).toBeGreaterThan(4);
  expect(Math.abs(far.x - x)).toBeLessThan(20);
  for (let n = 0; n < 30 && (await turnOfCaret()) > 3; n++) await press('ArrowUp');
  expect(await turnOfCaret()).toBe(3);
});

it('left and right cross the border of a turn; page keys, and Ctrl with Home and End, go through the whole interview', async () => {
  await press('Home');
  for (let n = 0; n < 20 && (await turnOfCaret()) === 3; n++) await press('ArrowUp');
  const from = await turnOfCaret();
  await press('End', 'ArrowRight');
  for (let n = 0; n < 12 && (await turnOfCaret()) === from; n++) await press('End', 'ArrowRight');
  expect(await caret()).toMatchObject({ turn: from + 1, offset: 0 });
  await press('ArrowLeft');
  expect(await turnOfCaret()).toBe(from);
  await press('PageDown');
  await eventually(turnOfCaret).toBeGreaterThan(from + 2);
  expect((await caret()).inView).toBe(true);
  const { length } = await said();
  await press('Control+End');
  await eventually(turnOfCaret).toBe(length - 1);
  await press('Control+Home');
  await eventually(caret).toMatchObject({ turn: 0, offset: 0, inView: true });
});

it('what is typed stays when one scrolls away and comes back, and Ctrl+Z takes it back turn by turn', async () => {
  const before = await said();
  await page.keyboard.type('Eerst dit. ');
  const scroll = (to: number) =>
    page.evaluate((top) => document.querySelector('[data-focus="transcript"]')?.scrollTo({ top }), to);
  await scroll(6000);
  await page.waitForTimeout(200);
  await scroll(0);
  await page.keyboard.type('En dat. ');
  await page.locator('[data-turn="2"]').click({ position: { x: 4, y: 12 } });
  await press('Home');
  await page.keyboard.type('Hier ook. ');
  await press('Control+s');
  const now = await said();
  expect(now[0]).toBe(`Eerst dit. En dat. ${before[0]}`);
  expect(now[2]).toContain('Hier ook. ');
  await press('Control+z');
  await eventually(said).toEqual([now[0], ...before.slice(1)]);
  await press('Control+z');
  await eventually(said).toEqual(before);
});

it('a key that comes at once after letters finds the caret where they put it', async () => {
  const before = await said();
  await page.keyboard.press('Control+Home');
  await eventually(caret).toMatchObject({ turn: 0, offset: 0 });
  await page.keyboard.type('Vooraf. ');
  await page.keyboard.press('Control+End');
  await eventually(turnOfCaret).toBe(before.length - 1);
  await page.keyboard.type(' Slot');
  await page.keyboard.press('Control+Home');
  await eventually(turnOfCaret).toBe(0);
  await page.keyboard.type('Nog eens. ');
  for (let n = 0; n < 20 && (await turnOfCaret()) === 0; n++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.type('Dan. ');
  await page.keyboard.press('Control+s');
  await eventually(said).toEqual(
    before.map((text, turn) =>
      turn === 0 ? `Nog eens. Vooraf. ${text}` : turn === 1 ? `Dan. ${text}` : turn === before.length - 1 ? `${text} Slot` : text,
    ),
  );
  for (let n = 0; n < 4; n++) await press('Control+z');
  await eventually(said).toEqual(before);
});

it('Enter splits and Backspace joins; the caret goes along, and codings keep their words', async () => {
  const before = await said();
  await page.locator('[data-turn="5"]').click({ position: { x: 4, y: 12 } });
  await press('Home');
  for (let n = 0; n < 3; n++) await press('Control+ArrowRight');
  await press('Enter');
  await eventually(async () => (await said()).length).toBe(before.length + 1);
  expect(await caret()).toMatchObject({ turn: 6, offset: 0 });
  await press('Backspace');
  await eventually(async () => (await said()).length).toBe(before.length);
  expect(await turnOfCaret()).toBe(5);
  const { text } = await value<Output<'interview.get'>>('interview.get', { id: 1 });
  const { codings } = await value<Output<'coding.list'>>('coding.list', { interviewId: 1 });
  for (const coding of codings) expect(text.slice(coding.start, coding.end)).toBe(coding.quote);
  await press('Escape');
  await page.locator('.turn-editor').waitFor({ state: 'detached' });
  expect(workbench.problems).toEqual([]);
});
