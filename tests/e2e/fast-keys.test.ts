// Keys pressed right after each other, without waiting for a frame or an answer: none is lost, and each works on what the one before it did.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input, OperationName, Output } from '../../src/contract/index.ts';
import { burst } from '../helpers/burst.ts';
import { importTalk, openProjects } from '../helpers/project.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

const projects = await openProjects();
let browser: Browser;
let workbench: Workbench;
let page: Page;

/** Long enough to have only the rows near the viewport on the page. */
const LONG = 400;
const said = (n: number) => `Dit is zin ${n} over slapen en eten. Daarna komt stuk ${n} van het verhaal.`;

beforeAll(async () => {
  const project = await projects.empty();
  const turns = (count: number) => Array.from({ length: count }, (_, n) => [n % 2 ? 'Anouk' : 'Vraag', said(n)] as const);
  await importTalk(project, 'Kort', turns(40));
  await importTalk(project, 'Lang', turns(LONG));
  await project.ask('codebook.import', {
    csv: `code\n${['Slaap', 'Hulp', 'Hulp / buren', 'Hulp / loket', 'Geld', 'Trots'].join('\n')}\n`,
  });
  await project.engine.close();
  browser = await startBrowser();
  workbench = await openWorkbench('web', { project: project.path, browser });
  page = workbench.page;
  page.setDefaultTimeout(10_000);
  await page.locator('[data-turn]').first().waitFor({ timeout: 30_000 });
});
afterAll(async () => {
  expect(workbench.problems).toEqual([]);
  await workbench.close();
  await browser.close();
});

const press = (...keys: string[]) => burst(page, ...keys);
async function value<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as Output<N>;
}
const paths = async () => (await value('code.list', {})).codes.map((code) => code.path);
const codings = async (interviewId: number) => {
  const byId = new Map((await value('code.list', {})).codes.map((code) => [code.id, code.path]));
  const rows = (await value('coding.list', { interviewId })).codings;
  return rows.map((row) => `${row.quote} = ${byId.get(row.codeId)}`).sort();
};
const focusedRow = () => page.evaluate(() => document.activeElement?.querySelector('.nm')?.firstChild?.textContent ?? null);
const inTree = async (name: string) => {
  await page.getByRole('treeitem', { name: new RegExp(`^${name}\\s*,`) }).focus();
};
/** From anywhere to a turn, by its number. */
const toTurn = async (turn: number) => {
  await press('Control+p', `':${turn + 1}'`, 'Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-turn]')?.getAttribute('data-turn')))
    .toBe(String(turn));
};

it('walks the panes, and the next key is for the pane that was reached', async () => {
  await press('F6', 'F6', 'F6', 'F6', 'F6', 'j', ' ');
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe(said(0));
  await press('F6', 'End');
  await expect.poll(focusedRow).toBe('Trots');
});

describe('in the tree', () => {
  it('moves in and out, and further down, each on what the move before made', async () => {
    await inTree('Geld');
    await press('Alt+ArrowRight', 'Alt+ArrowLeft', 'Alt+ArrowDown', 'Alt+ArrowUp', 'Alt+ArrowUp');
    await expect.poll(paths).toEqual(['Slaap', 'Geld', 'Hulp', 'Hulp / buren', 'Hulp / loket', 'Trots']);
    await expect.poll(focusedRow).toBe('Geld');
    await press('Alt+ArrowDown', 'Alt+ArrowRight', 'ArrowDown');
    await expect.poll(paths).toEqual(['Slaap', 'Hulp', 'Hulp / buren', 'Hulp / loket', 'Hulp / Geld', 'Trots']);
    // The row after the place it went to.
    await expect.poll(focusedRow).toBe('Trots');
    await inTree('Geld');
    await press('Alt+ArrowLeft');
    await expect.poll(paths).toContain('Geld');
  });

  it('renames, and goes on: what comes after Enter is for the tree again', async () => {
    await inTree('Slaap');
    await press('F2', "'slapen'", 'Enter', 'ArrowDown', 'F2', "'steun'", 'Enter', 'ArrowDown', 'Alt+ArrowDown');
    await expect.poll(paths).toEqual(['slapen', 'steun', 'steun / loket', 'steun / buren', 'Geld', 'Trots']);
    await expect.poll(focusedRow).toBe('buren');
  });

  it('closes, goes up, opens and goes down in one go', async () => {
    await inTree('loket');
    await press('ArrowLeft', 'ArrowLeft', 'ArrowDown');
    await expect.poll(focusedRow).toBe('Geld');
    await press('ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowDown');
    await expect.poll(focusedRow).toBe('buren');
  });

  it('puts a code under a digit and off it again, and walks by letters meanwhile', async () => {
    await inTree('Trots');
    await press('Alt+3', "'ge'", 'Alt+4', 'Alt+4');
    await expect.poll(focusedRow).toBe('Geld');
    await expect
      .poll(async () => (await value('code.list', {})).codes.flatMap(({ pin, name }) => (pin ? [name, pin] : [])))
      .toEqual(['Trots', 3]);
  });
});

describe.each([
  ['short', 1, 12],
  ['with only the rows in view on the page', 2, 300],
] as const)('in an interview that is %s', (_name, interviewId, turn) => {
  it('codes with picker, digit, new and sub-code, and the last one again', async () => {
    await page.evaluate((id) => location.assign(`#/code/${id}`), interviewId);
    await page.getByRole('region', { name: `Tekst van ${interviewId === 1 ? 'Kort' : 'Lang'}` }).waitFor();
    await toTurn(turn);
    const one = (n: number, code: string) => `${said(turn + n)} = ${code}`;
    const also = interviewId === 1 ? 'ook dit' : 'ook dat';
    await press('j', ' ', 'c', "'trots'", 'Enter', 'j', ' ', '3', 'j', ' ', 'n', `'${also}'`, 'Enter', 'j', ' ', 'q');
    await expect.poll(() => codings(interviewId)).toEqual([one(1, 'Trots'), one(2, 'Trots'), one(3, also), one(4, also)].sort());
    await press(
      'j',
      ' ',
      'c',
      "'geld / zakgeld'",
      'Control+Enter',
      'j',
      'j',
      'j',
      'j',
      ' ',
      'c',
      "'buren'",
      'Shift+Enter',
      "'geld'",
      'Enter',
      'j',
      ' ',
      '0',
    );
    const more = ['Geld / zakgeld', 'steun / buren', 'Geld', 'steun / buren', 'Geld'].map((code, n) =>
      one([5, 9, 9, 10, 10][n] ?? 0, code),
    );
    await expect.poll(() => codings(interviewId)).toEqual(expect.arrayContaining(more));
    expect((await codings(interviewId)).length).toBe(9);
    await value('code.delete', { id: (await value('code.list', {})).codes.find((code) => code.name === 'zakgeld')?.id ?? 0 });
  });

  it('moves an end of what was just coded as often as was pressed, and takes it back as one step', async () => {
    await press('j', ' ', '3', 'Shift+[', 'Shift+[', 'Shift+[');
    const text = said(turn + 11)
      .split(' ')
      .slice(3)
      .join(' ');
    await expect.poll(() => codings(interviewId)).toContain(`${text} = Trots`);
    await press('Control+z');
    await expect.poll(() => codings(interviewId)).toContain(`${said(turn + 11)} = Trots`);
  });

  it('gives what was just coded with a new code another one, while that code is still being made', async () => {
    await page.keyboard.press('Escape');
    await press('j', ' ', 'n', `'even ${interviewId}'`, 'Enter', 'r', "'trots'", 'Enter');
    await expect.poll(() => codings(interviewId)).toContain(`${said(turn + 12)} = Trots`);
    expect(await paths()).toContain(`even ${interviewId}`);
  });

  it('puts the code of the last key on with Q, also when a new one before it took longer to be made', async () => {
    await page.keyboard.press('Escape');
    await toTurn(turn + 19);
    await press('j', ' ', 'n', `'traag ${interviewId}'`, 'Enter', 'j', ' ', 'c', "'trots'", 'Enter', 'j', ' ', 'q');
    const wanted = [`traag ${interviewId}`, 'Trots', 'Trots'].map((code, n) => `${said(turn + 20 + n)} = ${code}`);
    await expect.poll(() => codings(interviewId)).toEqual(expect.arrayContaining(wanted));
  });

  it('leaves a memo at once: the keys after Escape are for the text', async () => {
    await page.keyboard.press('Escape');
    await toTurn(turn + 23);
    await press('j', ' ', '3', 'm');
    await page.locator('.card-memo [role="textbox"]:focus').waitFor();
    await press("'mooi'", 'Escape', 'Escape', 'j', ' ', '3', 'i');
    const wanted = [24, 25].map((n) => ({ quote: said(turn + n), memo: n === 24 ? 'mooi' : '', key: n === 25 }));
    await expect
      .poll(async () =>
        (await value('coding.list', { interviewId })).codings.map(({ quote, memo, key }) => ({ quote, memo, key })),
      )
      .toEqual(expect.arrayContaining(wanted));
  });

  it('types in the text right after E', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await toTurn(turn + 13);
    await press('Home', 'e', "'hallo '", 'Control+s');
    await expect.poll(async () => (await value('interview.get', { id: interviewId })).text).toMatch(/hallo /);
    await press("'daar '", 'Escape', 'j');
    await expect.poll(async () => (await value('interview.get', { id: interviewId })).text).toMatch(/hallo daar /);
    // What comes after Escape is for reading: none of it is typed in the text.
    expect((await value('interview.get', { id: interviewId })).text).not.toMatch(/daar j/);
    await expect
      .poll(() =>
        page.evaluate(() =>
          document.getSelection()?.anchorNode?.parentElement?.closest('[data-turn]')?.getAttribute('data-turn'),
        ),
      )
      .toBe(String(turn + 14));
  });

  it('splits, types, joins and walks on in the text, each where the key before left the caret', async () => {
    const turns = async () => {
      const { text, turns: all } = await value('interview.get', { id: interviewId });
      return all.slice(turn + 15, turn + 18).map(({ start, end }) => text.slice(start, end));
    };
    const [first, second] = [said(turn + 15), said(turn + 16)];
    await toTurn(turn + 15);
    await press('e', 'ArrowUp', 'Home', "'een '", 'Enter', "'twee '", 'Control+s');
    await expect.poll(turns).toEqual(['een', `twee ${first}`, second]);
    await press('Home', 'Backspace', "'half '", 'Control+s');
    await expect.poll(turns).toEqual([`een half twee ${first}`, second, said(turn + 17)]);
    await press('ArrowDown', 'End', 'ArrowRight', "'drie '", 'Home', 'ArrowLeft', "' vier'", 'Escape');
    await expect.poll(turns).toEqual([`een half twee ${first} vier`, `drie ${second}`, said(turn + 17)]);
    await page.locator('.turn-editor').waitFor({ state: 'detached' });
  });
});

describe('in a memo', () => {
  const memo = async () => (await value('memo.list', { on: ['project'] })).memos[0]?.text;

  it('links to what was typed, not to what stood there before, and goes on in the text', async () => {
    const code = (await value('code.list', {})).codes.find(({ name }) => name === 'Trots');
    await page.evaluate(() => location.assign('#/memos/project'));
    await page.locator('.memo-page [role="textbox"]').click();
    await press("'zie '", 'Control+k', "'trots'", 'Enter', "'ook'");
    await expect.poll(memo).toBe(`zie [Trots](code:${code?.id}) ook`);
    // The second of what was typed.
    const targets = (await value('memo.findTargets', { query: 'buren', limit: 40 })).targets;
    const second = targets[1];
    await press("' en '", 'Control+k', "'buren'", 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter', "'.'");
    await expect.poll(memo).toMatch(new RegExp(`ook en \\[.*\\]\\(${second?.kind}:${second?.id}\\) \\.$`));
  });
});
