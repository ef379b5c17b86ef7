// Coding in a real browser: more than a hundred codings by keyboard alone, in every way there is, and by mouse in both directions. What
// came of it is read from the project file itself.

import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importTalk, openProjects } from '../helpers/project.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

const projects = await openProjects();
const TOPICS = ['slapen', 'de buren', 'werk', 'geld', 'oma', 'het loket', 'de fiets', 'melk'];
const QUESTION = 'Waar ben je trots op?';

/** The text of the n-th turn: two sentences, unlike any other. The interviewer asks the same question in each talk once. */
const said = (talk: string, n: number): string =>
  n === 10 ? QUESTION : `Dit is zin ${n} van ${talk} over ${TOPICS[n % TOPICS.length]}. Daarna komt stuk ${n}.`;
const talkOf = (talk: string, turns: number) =>
  Array.from({ length: turns }, (_, n) => [n % 2 === 0 ? 'Interviewer' : 'Anouk', said(talk, n)] as const);

const CODES = ['Slaap', 'Slaap / wakker liggen', 'Hulp', 'Hulp / loket', 'Hulp / buren', 'Geld', 'Geld / rondkomen', 'Trots'];

type Coding = {
  readonly interview: string;
  readonly quote: string;
  readonly path: string;
  readonly key: number;
  readonly memo: string | null;
};

describe('coding', () => {
  let browser: Browser;
  let workbench: Workbench;
  let page: Page;
  let path = '';
  beforeAll(async () => {
    const project = await projects.empty();
    path = project.path;
    await importTalk(project, 'Eerste', talkOf('een', 140));
    await importTalk(project, 'Tweede', talkOf('twee', 20));
    await project.ask('codebook.import', { csv: `code\n${CODES.join('\n')}\n` });
    await project.engine.close();
    browser = await startBrowser();
    workbench = await openWorkbench('web', { project: path, browser });
    page = workbench.page;
    page.setDefaultTimeout(10_000);
    await page.locator('[data-turn]').first().waitFor({ timeout: 30_000 });
  });
  afterAll(async () => {
    await workbench?.close();
    await browser?.close();
  });

  const key = async (...keys: string[]): Promise<void> => {
    for (const one of keys) await page.keyboard.press(one);
  };
  const type = (text: string) => page.keyboard.type(text);
  /** What is in the project file. */
  const inFile = (): Coding[] => {
    const file = new Database(path, { readonly: true });
    try {
      return file
        .prepare<[], Coding>(
          `with recursive placed (id, path) as (
             select id, name from code where parent_id is null
             union all select c.id, p.path || ' / ' || c.name from code c join placed p on c.parent_id = p.id
           )
           select i.name as interview, c.quote, p.path, c.key, m.text as memo from coding c
           join placed p on p.id = c.code_id join interview i on i.id = c.interview_id
           left join memo m on m.coding_id = c.id order by c.interview_id, c.start, c.end, p.path`,
        )
        .all();
    } finally {
      file.close();
    }
  };
  const lines = (): string[] => inFile().map(({ quote, path: code }) => `${quote} = ${code}`);
  const holds = async (...wanted: string[]) => expect.poll(lines, { timeout: 5000 }).toEqual(expect.arrayContaining(wanted));
  const chosenTurn = () =>
    page.evaluate(() => {
      const selection = document.getSelection();
      const row = selection?.isCollapsed === false ? selection.anchorNode?.parentElement?.closest('[data-turn]') : null;
      return row?.getAttribute('data-turn') ?? null;
    });
  /** The next turn, whole; as a person does, who sees it before going on. */
  const nextTurn = async () => {
    const before = await chosenTurn();
    await key('j', 'Space');
    await expect.poll(async () => [null, before].includes(await chosenTurn())).toBe(false);
  };
  const inPicker = () => page.evaluate(() => document.activeElement?.getAttribute('role') === 'combobox');
  /** Opens the picker with a key, and waits until it takes what is typed. */
  const open = async (opener: string) => {
    await key(opener);
    await expect.poll(inPicker).toBe(true);
  };
  /** What closes the picker; the text has the focus again. */
  const close = async (...keys: string[]) => {
    await key(...keys);
    await expect.poll(inPicker).toBe(false);
  };

  it('by keyboard alone: every way, more than a hundred times', { timeout: 300_000 }, async () => {
    // Into the transcript with the keys for the panes.
    for (let n = 0; n < 6; n++) {
      if (await page.evaluate(() => document.activeElement?.closest('[data-focus="transcript"]') != null)) break;
      await key('F6');
    }
    const expected: string[] = [];
    let turn = -1;
    const on = (...codes: string[]) => {
      for (const code of codes) expected.push(`${said('een', turn)} = ${code}`);
    };
    const next = async () => {
      // The very first press goes to the first turn in view.
      turn++;
      await nextTurn();
    };
    // Two codes under digits, from the picker.
    await next();
    await open('c');
    await type('loket');
    await close('Alt+1', 'Enter');
    on('Hulp / loket');
    await next();
    await open('c');
    await type('rond');
    await close('Alt+2', 'Enter');
    on('Geld / rondkomen');
    await page.locator('[role="treeitem"][aria-keyshortcuts="2"]').waitFor();
    for (let round = 0; round < 9; round++) {
      await next(); // a new code
      await open('n');
      await type(`nieuw ${round}`);
      await close('Enter');
      on(`nieuw ${round}`);
      await next(); // a sub-code
      await open('c');
      await type(`slaap / n${round}`);
      await close('Control+Enter');
      on(`Slaap / n${round}`);
      await next(); // an existing code by the beginning of its name
      await open('c');
      await type('wak');
      await close('Enter');
      on('Slaap / wakker liggen');
      await next(); // the last one again
      await key('q');
      on('Slaap / wakker liggen');
      await next(); // by digit
      await key('1');
      on('Hulp / loket');
      await next(); // the other digit, then a key quote at once
      await key('2', 'i');
      on('Geld / rondkomen');
      await next(); // in vivo
      await open('v');
      await close('Enter');
      on(said('een', turn).replace(/[.?]$/, ''));
      await next(); // several at once
      await open('c');
      await type('trots');
      await key('Shift+Enter');
      await type('buren');
      await close('Shift+Enter', 'Escape');
      on('Trots', 'Hulp / buren');
      await next(); // the same as last time
      await key('0');
      on('Trots', 'Hulp / buren');
      await next(); // one used lately, by its place in the picker
      await open('c');
      await close('2');
      on('Hulp / buren');
    }
    expect(expected.length).toBeGreaterThan(100);
    await expect
      .poll(() => lines().length, { timeout: 3000 })
      .toBe(expected.length)
      .catch(() => {});
    expect(lines().sort()).toEqual([...expected].sort());
    expect(inFile().filter((coding) => coding.key === 1)).toHaveLength(9);
  });

  it('a memo or a key quote right after coding lands on the new coding', async () => {
    await nextTurn();
    await key('1', 'm');
    await page.locator('.card-memo [role="textbox"]:focus').waitFor();
    await type('Dit is bijzonder.');
    await key('Escape');
    await expect.poll(() => inFile().some(({ memo }) => memo === 'Dit is bijzonder.'), { timeout: 5000 }).toBe(true);
    await key('Escape');
    await nextTurn();
    await key('n');
    await type('gloednieuw');
    await key('Enter', 'i');
    const key1 = () =>
      inFile().filter(
        ({ memo, path: code, key: chosen }) => memo === 'Dit is bijzonder.' || (code === 'gloednieuw' && chosen === 1),
      );
    await expect
      .poll(
        () =>
          key1()
            .map(({ path: code }) => code)
            .sort(),
        { timeout: 5000 },
      )
      .toEqual(['Hulp / loket', 'gloednieuw'].sort());
  });

  it('what was coded is split, shortened, moved, given another code, and taken off, by keyboard', async () => {
    await nextTurn();
    const text = await page.evaluate(() => document.getSelection()?.toString() ?? '');
    const [first = '', second = ''] = text.split(/(?<=\.) /);
    await key('1');
    await holds(`${text} = Hulp / loket`);
    // O chooses it; the selection from its start to the end of the first sentence says where to split.
    await key('Escape', 'o');
    for (let n = 0; n < first.split(' ').length; n++) await key('Control+Shift+ArrowRight');
    await key('s');
    await holds(`${first} = Hulp / loket`, `${second} = Hulp / loket`);
    await key('Control+z');
    await holds(`${text} = Hulp / loket`);
    // Shortened to what is selected.
    await key('Shift+S');
    const part = first.slice(0, -1); // up to the last word: its full stop was not selected
    await holds(`${part} = Hulp / loket`);
    // Another code, and one that is made for it.
    await key('r');
    await type('geld');
    await key('Enter');
    await holds(`${part} = Geld`);
    await key('r');
    await type('Geld / zakgeld');
    await key('Control+Enter');
    await holds(`${part} = Geld / zakgeld`);
    await key('Control+z');
    await holds(`${part} = Geld`);
    expect(lines().some((line) => line.includes('zakgeld'))).toBe(false);
    await key('u');
    await expect.poll(() => lines().filter((line) => line.startsWith(part)), { timeout: 5000 }).toEqual([]);
  });

  it('right after coding a whole turn the same keys reach the new coding, or say why not', async () => {
    await nextTurn();
    const text = await page.evaluate(() => document.getSelection()?.toString() ?? '');
    await key('1', 's');
    await page.locator('.toast', { hasText: 'Klik in het fragment waar het tweede deel begint' }).waitFor();
    await key('Escape');
    await holds(`${text} = Hulp / loket`);
    const done = async () =>
      ((await workbench.call('history.list', { limit: 1000 })) as { value: { entries: unknown[] } }).value.entries.length;
    const before = await done();
    await key('}', '}');
    const shorter = text.split(' ').slice(0, -2).join(' ');
    await holds(`${shorter} = Hulp / loket`);
    await expect.poll(done).toBe(before + 1);
    // Moved on while the move before is still being kept: what is on the screen is what is kept, in its turn.
    const sent = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    await page.route('**/call', async (route) => {
      if (route.request().postData()?.includes('"coding.resize"')) {
        sent.resolve();
        await answered.promise;
      }
      await route.continue();
    });
    await key(']');
    await sent.promise;
    await key('}', ']', ']');
    answered.resolve();
    await holds(`${text} = Hulp / loket`);
    await page.unroute('**/call');
    await expect.poll(done).toBe(before + 3);
    // Taking back does not wait for a rest.
    await key('}', 'Control+z');
    await expect
      .poll(async () => lines().filter((line) => line.startsWith(shorter.slice(0, 20))))
      .toEqual([`${text} = Hulp / loket`]);
    await key('u');
    await expect.poll(() => lines().filter((line) => line.startsWith(shorter.slice(0, 20)))).toEqual([]);
  });

  it('all hits of a search are coded in one step, after a look at them', async () => {
    const before = lines().length;
    await key('Control+f');
    await type('de fiets');
    await page.getByRole('button', { name: /^Codeer alle \d+ treffers/ }).press('Enter');
    const dialog = page.getByRole('dialog');
    const boxes = dialog.locator('.many-row input');
    const hits = await boxes.count();
    expect(hits).toBeGreaterThan(10);
    await dialog.getByRole('combobox').press('t');
    await type('rots');
    await key('Enter');
    await boxes.nth(1).press('Space');
    await dialog.getByRole('button', { name: 'de zin' }).press('Enter');
    await dialog.getByRole('button', { name: `Codeer ${hits - 1} fragmenten` }).press('Enter');
    await expect.poll(() => lines().length, { timeout: 5000 }).toBe(before + hits - 1);
    expect(lines().filter((line) => /over de fiets\. = Trots$/.test(line))).toHaveLength(hits - 1);
    await dialog.waitFor({ state: 'detached' });
    await key('Escape');
    await page.locator('.find-bar').waitFor({ state: 'detached' });
    await key('Control+z');
    await expect.poll(() => lines().length, { timeout: 5000 }).toBe(before);
  });

  it('every answer to a guide question is coded in one step', async () => {
    const question = page.locator('[data-turn="10"]');
    await question.scrollIntoViewIfNeeded();
    await question.click();
    const caretIn = () =>
      page.evaluate(() => document.getSelection()?.anchorNode?.parentElement?.closest('[data-turn]')?.getAttribute('data-turn'));
    await expect.poll(caretIn).toBe('10');
    await key('g');
    const dialog = page.getByRole('dialog');
    await dialog.locator('.many-row').nth(1).waitFor();
    expect(await dialog.locator('.many-question').allTextContents()).toEqual([QUESTION, QUESTION]);
    await dialog.getByRole('combobox').press('A');
    await type('ntwoorden');
    await key('Enter');
    await dialog.getByRole('button', { name: 'Codeer 2 fragmenten' }).press('Enter');
    await holds(`${said('een', 11)} = Antwoorden`, `${said('twee', 11)} = Antwoorden`);
  });

  it('without a selection N takes the turn; a digit without a code says how, and neither claims that something was done', async () => {
    const before = lines().length;
    await page.locator('[data-turn="40"]').click();
    await key('9');
    const toast = page.getByText(/Bij 9 hoort nog geen code/);
    await toast.waitFor();
    expect(await page.locator('.toast.done').filter({ has: toast }).count()).toBe(0);
    await key('n');
    await page.getByRole('combobox', { name: /nieuwe code/ }).waitFor();
    expect(await page.evaluate(() => document.getSelection()?.toString().length ?? 0)).toBe(0); // the field has the focus
    await key('Escape');
    expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(said('een', 40));
    await key('Escape');
    expect(lines().length).toBe(before);
  });

  it('a code that another window deletes while the picker is open is refused in words, and the picker stays with what was typed', async () => {
    await page.locator('[data-turn="41"]').click();
    await key('Space', 'c');
    const field = page.getByRole('combobox', { name: /Code voor/ });
    await field.waitFor();
    const codes = (await workbench.call('code.list', {})) as unknown as {
      value: { codes: { id: number; name: string }[] };
    };
    const doomed = codes.value.codes.find((code) => code.name === 'nieuw 3');
    const before = lines();
    // The other window is just before: what the key asks for is held until the code is gone.
    await page.route('**/call', async (route) => {
      if (route.request().postData()?.includes('"coding.apply"'))
        expect(await workbench.call('code.delete', { id: doomed?.id })).toMatchObject({ ok: true });
      await route.continue();
    });
    await type('nieuw 3');
    await key('Enter');
    await page
      .getByText(/in een ander venster weggehaald/)
      .first()
      .waitFor();
    await page.unroute('**/call');
    expect(lines()).toEqual(before.filter((line) => !line.endsWith('= nieuw 3')));
    // Open again, with what was typed, and with the codes as they are now.
    await field.waitFor();
    expect(await field.inputValue()).toBe('nieuw 3');
    await page.getByRole('option', { name: /Nieuwe code nieuw 3/ }).waitFor();
    await key('Escape', 'Escape');
  });

  it('by mouse: text onto a code, a code onto text, onto who speaks and onto a stripe, and an end further on', {
    timeout: 60_000,
  }, async () => {
    await page
      .getByRole('button', { name: /^Tweede/ })
      .or(page.getByRole('treeitem', { name: /^Tweede/ }))
      .or(page.getByText('Tweede', { exact: true }))
      .first()
      .click();
    await page.getByRole('region', { name: 'Tekst van Tweede' }).waitFor();
    const row = (n: number) => page.locator(`[data-turn="${n}"]`);
    const centre = async (what: ReturnType<Page['locator']>, dx?: number, dy?: number) => {
      await what.scrollIntoViewIfNeeded();
      const box = (await what.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      return { x: box.x + (dx ?? box.width / 2), y: box.y + (dy ?? box.height / 2) };
    };
    const drag = async (from: { x: number; y: number }, to: { x: number; y: number }, whileHeld?: () => Promise<void>) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
      // The browser tells of the last place only with the next move.
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.move(to.x, to.y + 1);
      await page.mouse.move(to.x, to.y);
      await whileHeld?.();
      await page.mouse.up();
    };
    const code = (name: string) =>
      page
        .locator('[role="treeitem"]')
        .filter({ hasText: new RegExp(`^${name}`) })
        .first();
    // Selected text onto a code.
    await row(1).click({ clickCount: 3 });
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString().trim())).toBe(said('twee', 1));
    await drag(await centre(row(1), 60, 12), await centre(code('Trots')), async () => {
      await page.getByText(/codeer met Trots/i).waitFor();
    });
    await holds(`${said('twee', 1)} = Trots`);
    // A code onto a sentence.
    await page.mouse.click((await centre(row(3))).x, (await centre(row(3), 5, 12)).y);
    const [sentence = ''] = said('twee', 3).split(/(?<=\.) /);
    await drag(await centre(code('Geld'), 60), await centre(row(3), 60, 12), async () => {
      await page.getByText('codeer deze zin').waitFor();
    });
    await holds(`${sentence} = Geld`);
    // A code onto who speaks: the whole turn.
    const who = page
      .locator('.turn')
      .filter({ has: row(5) })
      .locator('.who b');
    await drag(await centre(code('Geld'), 60), await centre(who));
    await holds(`${said('twee', 5)} = Geld`);
    // A code onto a stripe, and with Ctrl beside it.
    const stripe = page.locator('g.stripe[data-coding]').first();
    await drag(await centre(code('loket'), 60), await centre(stripe), async () => {
      await page.getByText(/hercodeer naar deze code/).waitFor();
    });
    await holds(`${said('twee', 1)} = Hulp / loket`);
    expect(lines()).not.toContain(`${said('twee', 1)} = Trots`);
    await page.keyboard.down('Control');
    await drag(await centre(code('buren'), 60), await centre(stripe));
    await page.keyboard.up('Control');
    await holds(`${said('twee', 1)} = Hulp / loket`, `${said('twee', 1)} = Hulp / buren`);
    // An end of a coding.
    await page.mouse.click(
      (await centre(page.locator('g.stripe[data-coding]').nth(2))).x,
      (await centre(page.locator('g.stripe[data-coding]').nth(2))).y,
    );
    const end = page.locator('.handle.end');
    await end.waitFor();
    const from = await centre(end);
    await drag(from, { x: from.x + 70, y: from.y });
    await expect
      .poll(() =>
        lines().some(
          (line) => line.startsWith(sentence) && line.endsWith('= Geld') && line.length > `${sentence} = Geld`.length + 3,
        ),
      )
      .toBe(true);
    expect(workbench.problems).toEqual([]);
  });
});
