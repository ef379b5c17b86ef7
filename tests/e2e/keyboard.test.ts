// What a person without a mouse can do: journeys by keyboard alone, through each door. Nothing is clicked, filled or focused by a script;
// what came of it is read from the contract's answers.

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input, OperationName, Output } from '../../src/contract/index.ts';
import { byKeyboard, type Keyboard } from '../helpers/by-keyboard.ts';
import { doors, missingDoor, openWorkbench, startBrowser, tellMissing, type Workbench } from '../helpers/session.ts';

const fixtures = new URL('../../fixtures/interviews/', import.meta.url).pathname;
const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });
let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
  tellMissing();
});
afterAll(() => browser.close());

describe.each(doors)('by keyboard alone, by the door %s', (door) => {
  const missing = missingDoor(door);
  let workbench: Workbench;
  let page: Page;
  let hands: Keyboard;

  const value = async <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = await workbench.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return answer.value as Output<N>;
  };
  const press = (...keys: string[]) => hands.press(...keys);
  const type = (text: string) => hands.type(text);
  const seen = (text: string | RegExp) => page.getByText(text).first().waitFor();
  const dialogOpen = () => page.getByRole('dialog').first().waitFor();
  const dialogGone = () => page.getByRole('dialog').first().waitFor({ state: 'hidden' });
  const codings = async () => (await value('coding.list', { interviewId: 1 })).codings;
  const paths = async () => (await value('code.list', {})).codes.map((code) => code.path);
  const code = async (path: string) => (await value('code.list', {})).codes.find((one) => one.path === path);
  const steps = async () => (await value('history.list', { limit: 1000 })).entries.filter((entry) => !entry.undone).length;

  /** Walks the panes with F6 until the focus is in this one. */
  const toPane = async (selector: string): Promise<void> => {
    const inside = () => page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);
    for (let n = 0; n < 12 && !(await inside()); n++) await press('F6');
    await soon(inside).toBe(true);
  };
  const tabInto = async (selector: string): Promise<void> => {
    const inside = () => page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);
    for (let n = 0; n < 60 && !(await inside()); n++) await press('Tab');
    await soon(inside).toBe(true);
  };
  const toText = () => toPane('[data-focus="transcript"]');
  /** From anywhere in the window to the n-th turn, by its number. */
  const toTurn = async (turn: number): Promise<void> => {
    await press('Control+p');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await type(`:${turn}`);
    await press('Enter');
    await dialogGone();
    await toText();
    await soon(() =>
      page.evaluate(() => document.getSelection()?.focusNode?.parentElement?.closest('[data-turn]')?.getAttribute('data-turn')),
    ).toBe(String(turn - 1));
  };
  /** In a browser Alt+Left is its own key, which one without a window does not hear: there, what it does is done here. */
  const back = () => (door === 'web' ? page.goBack() : press('Alt+ArrowLeft'));
  /** A command by the palette. */
  const command = async (name: string): Promise<void> => {
    await press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await type(name);
    await press('Enter');
  };

  beforeAll(async () => {
    if (missing) return;
    workbench = await openWorkbench(door, door === 'electron' ? {} : { browser });
    page = workbench.page;
    page.setDefaultTimeout(10_000);
    hands = byKeyboard(page);
  });
  afterAll(async () => {
    await workbench?.close();
  });

  /** A fresh copy of the sample, as if it had just been opened. */
  const freshSample = async (): Promise<void> => {
    await press('Escape', 'Escape');
    const answer = await workbench.call('workbench.openSample', { reset: true });
    expect(answer.ok ? '' : JSON.stringify(answer)).toBe('');
    await page.evaluate(() => {
      location.hash = '#/code/1';
      location.reload();
    });
    await page.locator('[data-turn="3"]').waitFor({ timeout: 30_000 });
  };

  describe('from nothing', () => {
    it.skipIf(missing)(
      '1. opens the sample on the first start, codes a fragment and makes a code; the first steps tick',
      async () => {
        await page.getByRole('heading', { level: 1, name: 'Rode Draad' }).waitFor();
        await hands.tabTo(/^Voorbeeldproject openen/);
        await press('Enter');
        await page.locator('[data-turn]').first().waitFor({ timeout: 30_000 });
        const before = await steps();
        await toText();
        await press('j', 'j', 'j', 'Space', 'c');
        await type('vast gezicht');
        await press('Enter');
        await soon(steps).toBe(before + 1);
        await press('j', 'Space', 'c');
        await type('Trots / op het kind');
        await press('Control+Enter');
        await soon(paths).toContain('Trots / op het kind');
        await soon(() => page.locator('.five li.done').allTextContents()).toEqual(
          expect.arrayContaining([expect.stringContaining('Maak een code'), expect.stringContaining('Codeer een fragment')]),
        );
      },
    );

    it.skipIf(missing)('2. makes a project and imports transcripts, one of them broken', async () => {
      await hands.tabTo(/^Project /);
      await press('Enter');
      await page.getByRole('menu').waitFor();
      await type('Project sluiten');
      await press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Rode Draad' }).waitFor();
      await hands.tabTo(/^Nieuw project/);
      await press('Enter');
      await dialogOpen();
      await type(`Zonder muis ${door}`);
      await press('Enter');
      await page.getByRole('heading', { name: 'Nog geen interviews' }).waitFor();
      await press('Control+i');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      const files = ['DH-01.docx', 'DH-02.vtt', 'DH-03.txt'].map((name) => ({
        name,
        mimeType: '',
        buffer: readFileSync(`${fixtures}den-haag/${name}`),
      }));
      await dialog
        .locator('input[type="file"]')
        .first()
        .setInputFiles([...files, { name: 'kapot.docx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 geen Word') }]);
      await hands.tabTo(/^Interviewset/);
      await press('Control+a');
      await type('Den Haag');
      await press('Tab');
      await hands.tabTo(/^3 interviews importeren/);
      await press('Enter');
      await seen('1 bestand kon niet worden gelezen');
      await hands.tabTo(/^Openen/);
      await press('Enter');
      await page.locator('[data-turn]').first().waitFor();
      expect((await value('interview.list', {})).interviews.map((row) => [row.name, row.set, row.turns])).toEqual([
        ['DH-01', 'Den Haag', 54],
        ['DH-02', 'Den Haag', 48],
        ['DH-03', 'Den Haag', 52],
      ]);
    });
  });

  describe('in the sample', () => {
    beforeEach(async () => {
      if (!missing) await freshSample();
    });

    it.skipIf(missing)(
      '3. codes in every way: picker, sub-code by its path, again, the last one, pinned digits, several at once',
      async () => {
        const before = new Set((await codings()).map((coding) => coding.id));
        const made = async () => {
          const byId = new Map((await value('code.list', {})).codes.map((one) => [one.id, one.path]));
          return (await codings()).filter((coding) => !before.has(coding.id)).map((coding) => byId.get(coding.codeId));
        };
        await toTurn(10);
        await press('Space', 'c');
        await type('rondkomen');
        await press('Alt+1', 'Enter');
        await press('j', 'Space', 'c');
        await type('Trots / op de oma');
        await press('Control+Enter');
        await press('j', 'Space', 'q');
        await press('j', 'Space', '1');
        await press('j', 'Space', 'c');
        await type('vast gezicht');
        await press('Shift+Enter');
        await type('uitputting');
        await press('Shift+Enter', 'Escape');
        await press('j', 'Space', '0');
        const money = (await paths()).find((path) => path.endsWith(' / rondkomen')) ?? '';
        const face = (await paths()).find((path) => path.endsWith(' / vast gezicht')) ?? '';
        const tired = (await paths()).find((path) => path.endsWith(' / uitputting')) ?? '';
        const oma = 'Trots / op de oma';
        await soon(async () => (await made()).sort()).toEqual([money, money, oma, oma, face, face, tired, tired].sort());
        expect((await code(money))?.pin).toBe(1);
      },
    );

    it.skipIf(missing)('4. in vivo, recode, resize, key quote, memo, uncode; and all of it taken back', async () => {
      const start = await steps();
      const untouched = await workbench.callText('coding.list', { interviewId: 1 });
      await toTurn(14);
      await press('Space', 'v', 'Enter');
      await soon(steps).toBe(start + 1);
      const mine = async () => (await codings()).find((coding) => coding.coder !== 'Bas' && coding.coder !== 'Noor');
      const first = await mine();
      await press('r');
      await type('vast gezicht');
      await press('Enter');
      await soon(async () => (await mine())?.codeId).not.toBe(first?.codeId);
      await press('[', ']');
      await press('Shift+}');
      await press('i');
      await soon(async () => (await mine())?.key).toBe(true);
      await press('m');
      await type('Met een zucht.');
      await press('Control+Enter');
      await soon(async () => (await mine())?.memo).toContain('Met een zucht.');
      await press('Escape', 'o', 'u');
      for (let n = 0; n < 3 && (await mine()); n++) await press('u');
      await soon(async () => workbench.callText('coding.list', { interviewId: 1 })).not.toContain('Met een zucht.');
      for (let n = await steps(); n > start; n--) {
        await press('Control+z');
        await soon(steps).toBe(n - 1);
      }
      expect(await workbench.callText('coding.list', { interviewId: 1 })).toBe(untouched);
    });

    it.skipIf(missing)('5. codes all hits of a search in one step, after a look at them', async () => {
      const before = await steps();
      const { codings: had } = (await value('project.get', {})).counts;
      await toText();
      await press('Control+f');
      await type('moeder');
      await seen(/1\/\d+|1 van \d+/);
      await hands.tabTo(/^Codeer alle \d+ treffers/);
      await press('Enter');
      await dialogOpen();
      await type('vast gezicht');
      await press('Enter');
      await hands.tabTo(/^Codeer \d+ fragmenten$/);
      await press('Enter');
      await dialogGone();
      await soon(steps).toBe(before + 1);
      expect((await value('project.get', {})).counts.codings).toBeGreaterThan(had);
      await press('Escape', 'Control+z');
      await soon(async () => (await value('project.get', {})).counts.codings).toBe(had);
    });

    it.skipIf(missing)('6. codes the answers to a guide question over all interviews', async () => {
      const { codings: had } = (await value('project.get', {})).counts;
      await toTurn(7);
      await press('g');
      await dialogOpen();
      await type('Antwoord op de vraag');
      await press('Enter');
      await hands.tabTo(/^Codeer \d+ fragment/);
      await press('Enter');
      await dialogGone();
      await soon(async () => (await value('project.get', {})).counts.codings).toBeGreaterThan(had);
      expect(await paths()).toContain('Antwoord op de vraag');
    });
    it.skipIf(missing)(
      '7. works on the codebook: makes, moves, defines, merges with a reason, and reads the history',
      async () => {
        const tree = async () => {
          await toPane('[data-focus="codebook"], [role="tree"]');
          await hands.tabTo(/interviews?, \d+ fragment/);
        };
        /** From a row of the tree: its menu, and in it the entry that begins with these letters. */
        const choose = async (letters: string) => {
          await press('Shift+F10');
          await page.getByRole('menu').waitFor();
          await type(letters);
          await press('Enter');
        };
        const toCode = async (name: string) => {
          await press('Home');
          await type(name);
          await soon(() => hands.focused()).toMatch(new RegExp(`^${name}`));
        };
        await tree();
        await press('Home');
        await choose('Subcode');
        await dialogOpen();
        await type('zelfde stem');
        await press('Enter');
        await dialogGone();
        await soon(paths).toContain('Vertrouwen in de hulpverlener / zelfde stem');
        await toCode('zelfde');
        await press('Alt+ArrowRight');
        await soon(paths).toContain('Vertrouwen in de hulpverlener / serieus genomen / zelfde stem');
        await page.getByRole('treeitem', { name: /^zelfde stem/, level: 3 }).waitFor();
        await press('Alt+ArrowLeft');
        await page.getByRole('treeitem', { name: /^zelfde stem/, level: 2 }).waitFor();
        await soon(paths).toContain('Vertrouwen in de hulpverlener / zelfde stem');
        await press('Alt+ArrowUp');
        await soon(async () =>
          (await paths()).filter((path) => /zelfde stem|serieus genomen/.test(path)).map((path) => path.split(' / ')[1]),
        ).toEqual(['zelfde stem', 'serieus genomen']);
        await toCode('durven');
        await choose('Bewerken');
        await dialogOpen();
        await hands.tabTo(/^Definitie/);
        await press('Control+a');
        await type('De ouder zegt wat moeilijk is.');
        await hands.tabTo(/^Waarom/);
        await type('te ruim');
        await press('Enter');
        await dialogGone();
        const told = 'Vertrouwen in de hulpverlener / durven vertellen';
        await soon(async () => (await code(told))?.definition).toBe('De ouder zegt wat moeilijk is.');
        await toCode('durven');
        await choose('Samenvoegen');
        await dialogOpen();
        await type('serieus');
        await hands.tabTo(/^serieus genomen/);
        await press('Enter');
        await hands.tabTo(/^Waarom/);
        await type('hoort erbij');
        await hands.tabTo(/^Samenvoegen$/);
        await press('Enter');
        await dialogGone();
        await soon(paths).not.toContain(told);
        const merged = await code('Vertrouwen in de hulpverlener / serieus genomen');
        const { entries } = await value('code.history', { id: merged?.id ?? 0 });
        expect(entries.at(-1)).toMatchObject({ kind: 'merged', reason: 'hoort erbij' });
        await toCode('serieus');
        await choose('Geschiedenis');
        await dialogOpen();
        await seen(/hoort erbij/);
      },
    );

    it.skipIf(missing)('8. writes a memo with a heading, a list and bold words, and an entry of the journal', async () => {
      await toTurn(3);
      await command('Memo’s');
      await hands.tabTo(/^Nieuwe memo/);
      await press('Enter');
      await page.getByRole('menu').waitFor();
      await type('Het project');
      await press('Enter');
      await page.locator('[contenteditable="true"]').waitFor();
      await hands.tabTo(/^Memo bij het project/);
      await press('Control+Alt+2');
      await type('Waar gaat het over');
      await press('Enter');
      await type('- slapen');
      await press('Enter');
      await type('trots');
      await press('Enter', 'Enter', 'Control+b');
      await type('Let op');
      const memo = async () => (await value('memo.list', {})).memos.find((one) => one.on === 'project')?.text ?? '';
      await soon(memo).toBe('## Waar gaat het over\n- slapen\n- trots\n**Let op**');
      await hands.tabTo(/^Logboek$/, 'Shift+Tab').catch(() => hands.tabTo(/Logboek/));
      await press('ArrowRight', 'Enter');
      await hands.tabTo(/^Vandaag schrijven/);
      await press('Enter');
      await hands.tabTo(/^Logboek van /);
      await type('Vandaag begonnen.');
      await soon(async () =>
        (await value('memo.list', {})).memos.filter((one) => one.on === 'journal').map((one) => one.text),
      ).toEqual(['Vandaag begonnen.']);
    });

    it.skipIf(missing)(
      '9. corrects the transcript: types, splits a turn, joins it, gives it another speaker; codings keep their words',
      async () => {
        const said = async () => {
          const { text, turns } = await value('interview.get', { id: 1 });
          return turns.map((turn) => `${turn.speaker}: ${text.slice(turn.start, turn.end)}`);
        };
        const first = await said();
        await toTurn(4);
        await press('e');
        await soon(hands.focused).toMatch(/^Tekst van .* bewerken/);
        await press('Home', 'Control+ArrowRight', 'Control+ArrowRight', 'Enter');
        await soon(async () => (await said()).length).toBe(first.length + 1);
        await type('Nou, ');
        await press('Control+s');
        await soon(async () => (await said())[4]).toMatch(/: Nou, /);
        await press('F2');
        await page.getByRole('menu').waitFor();
        await type('Student');
        await press('Enter');
        await soon(async () => (await said())[4]).toMatch(/^Student: Nou, /);
        await soon(hands.focused).toMatch(/^Tekst van .* bewerken/);
        await press('Home', 'Backspace');
        await soon(async () => (await said()).length).toBe(first.length);
        await press('Escape');
        const { text } = await value('interview.get', { id: 1 });
        for (const coding of await codings())
          if (!coding.toBeChecked) expect(text.slice(coding.start, coding.end)).toBe(coding.quote);
        expect(await value('project.check', {})).toEqual({ ok: true });
      },
    );

    it.skipIf(missing)(
      '10. goes back four steps in the history panel, one on again, and redo is over after something new',
      async () => {
        await toTurn(4);
        for (let n = 0; n < 6; n++) await press('j', 'Space', 'c', ...'vast', 'Enter');
        const made = await steps();
        await soon(steps).toBeGreaterThanOrEqual(6);
        await command('Geschiedenis');
        await page.locator('.hist-step').first().waitFor();
        await hands.tabTo(/hier ben je nu/);
        await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
        await soon(steps).toBe(made - 4);
        await soon(hands.focused).toMatch(/hier ben je nu/);
        await hands.tabTo(/Opnieuw tot hier/, 'ArrowUp');
        await press('Enter');
        await soon(steps).toBe(made - 3);
        await press('Escape', 'Escape');
        await toTurn(20);
        await press('Space', 'c', ...'vast', 'Enter');
        await soon(steps).toBe(made - 2);
        expect((await value('project.get', {})).redo).toBeNull();
      },
    );

    it.skipIf(missing)(
      '11. asks for fragments of a code and not another, stars, recodes several, goes to a place and comes back',
      async () => {
        await command('Naar Fragmenten');
        await page.locator('.fx-row').first().waitFor();
        await hands.tabTo(/welke code dan ook/);
        await press('Enter');
        await page.getByRole('combobox', { name: 'Zoek een code' }).waitFor();
        await type('je groot');
        await press('Enter');
        const id = (await code('Schaamte / je groot houden'))?.id ?? 0;
        const count = async () => (await value('quote.list', { codes: { all: [id] } })).total.fragments;
        const before = await count();
        await soon(() => page.locator('.fx-sum b').first().textContent()).toBe(String(before));
        await tabInto('.fx-row');
        await press('Home', 'ArrowDown', 'i');
        await soon(async () => (await value('quote.list', { codes: { all: [id] }, key: true })).total.fragments).toBe(1);
        await press('Space', 'Shift+ArrowDown', 'r');
        await page.getByRole('combobox', { name: /code/i }).first().waitFor();
        await type('bang voor');
        await press('Enter');
        await soon(count).toBe(before - 2);
        await press('Control+z');
        await soon(count).toBe(before);
        await press('Home', 'ArrowDown', 'ArrowDown', 'Enter');
        await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/code\/\d+\?at=\d+-\d+$/);
        await back();
        await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/fragments/);
      },
    );

    it.skipIf(missing)(
      '12. finds its way with the palette and go-to, gives a command another key, and keeps its settings',
      async () => {
        await command('donker');
        await soon(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toContain('dark');
        await press('Control+p');
        await page.getByRole('dialog').getByRole('combobox').waitFor();
        await type('UT-02');
        await press('Enter');
        await page.getByRole('region', { name: 'Tekst van UT-02' }).or(page.getByText('UT-02').first()).first().waitFor();
        await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/code\/\d+/);
        await press('Control+p');
        await page.getByRole('dialog').getByRole('combobox').waitFor();
        await type('#vast gezicht');
        await press('Enter');
        await seen('vast gezicht');
        await command('Toetsen wijzigen');
        await dialogOpen();
        await hands.tabTo(/^Filter op opdracht/);
        await type('Geschiedenis');
        await hands.tabTo(/^Andere toets voor Geschiedenis/);
        await press('Enter', 'Alt+g');
        await soon(async () => JSON.stringify((await value('workbench.get', {})).settings)).toMatch(/"history":\["alt\+g"\]/);
        await press('Escape');
        await dialogGone();
        await press('Alt+g');
        await page.getByRole('dialog', { name: 'Geschiedenis' }).waitFor();
        await press('Escape');
        await page.reload();
        await page.locator('[data-turn]').first().waitFor();
        await soon(() => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toContain('dark');
        await press('Alt+g');
        await page.getByRole('dialog', { name: 'Geschiedenis' }).waitFor();
        await press('Escape');
        await command('Licht thema');
      },
    );

    it.skipIf(missing)(
      '13. goes from a mark in the frequency chart to its quotes, to the place, and back; and saves the report',
      async () => {
        await command('Naar Frequentie');
        await page.locator('g.mark:visible').first().waitFor();
        await hands.tabTo(/, \d+ van \d+|fragment/);
        await press('ArrowDown', 'Enter');
        await page.locator('.panel:visible').getByRole('link').first().waitFor();
        await hands.tabTo(/beurt \d+/);
        await press('Enter');
        await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/code\/\d+\?at=/);
        await back();
        await soon(() => page.evaluate(() => location.hash)).toMatch(/^#\/frequency/);
        await command('Naar Rapport');
        await hands.tabTo(/^Bewaar rapport/);
        const saved = await workbench.saving(() => press('Enter'));
        expect(saved.text).toContain('Schaamte');
      },
    );
  });

  it.skipIf(missing)('has complained of nothing', () => {
    expect(workbench.problems).toEqual([]);
  });
});
