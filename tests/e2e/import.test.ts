// Importing in a real browser: what was recognised is seen before anything is kept, who speaks is mended for all files, by keyboard and
// by mouse, comments come along as memos, and the next import begins with what was said. Stopping leaves all as it was.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findFaults } from '../helpers/axe.ts';
import { byKeyboard } from '../helpers/by-keyboard.ts';
import { commentEnd, commentStart, commentsPart, docxWithBody, paragraph, run } from '../helpers/docx.ts';
import { makePdf, pdfWithPages } from '../helpers/pdf.ts';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';

let browser: Browser;
let workbench: Workbench;
let page: Page;
type File = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };
const file = (name: string, content: string | Uint8Array): File => ({ name, mimeType: '', buffer: Buffer.from(content) });
const value = async <T>(name: string, input: unknown): Promise<T> => {
  const answer = await workbench.call(name, input);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as T;
};
const dialog = () => page.getByRole('dialog');
const who = (label: string) =>
  dialog()
    .locator('.imp-who li')
    .filter({ has: page.getByText(label, { exact: true }) });
const choose = (name: string) => dialog().locator('.imp-file').filter({ hasText: name });
const setField = () => dialog().getByRole('combobox', { name: 'Interviewset' });
const openWith = async (...files: File[]) => {
  await page.keyboard.press('Control+i');
  await dialog().locator('input[type="file"]').first().setInputFiles(files);
  await expect.poll(() => dialog().locator('.imp-files .busy').count(), { timeout: 60_000 }).toBe(0);
};
type Spoken = { readonly turns: readonly { readonly speaker: string | null }[]; readonly asking: readonly string[] };
const speakersOf = async (name: string): Promise<{ speakers: (string | null)[]; asking: readonly string[] }> => {
  const { interviews } = await value<{ interviews: { id: number; name: string }[] }>('interview.list', {});
  const { turns, asking } = await value<Spoken>('interview.get', { id: interviews.find((row) => row.name === name)?.id });
  return { speakers: turns.map((turn) => turn.speaker), asking };
};

const talk = [
  paragraph(run('Datum: 3 maart')),
  paragraph(run('Noor: Hoe gaat het?')),
  paragraph(run('Saar: Ik '), commentStart('1'), run('slaap slecht'), commentEnd('1'), run('.')),
  paragraph(run('Noor: O?')),
  paragraph(run('Saar B: Al weken.')),
  paragraph(run('Saar: Ja.')),
  paragraph(run('Karin: Dag.')),
].join('');
const word = () => docxWithBody(talk, [commentsPart([{ id: '1', text: 'Navragen: sinds wanneer?' }])]);

beforeAll(async () => {
  browser = await startBrowser();
  workbench = await openWorkbench('web', { browser });
  page = workbench.page;
  page.setDefaultTimeout(15_000);
  await page.getByRole('heading', { name: 'Rode Draad' }).waitFor();
  await value('workbench.create', { name: 'Meebrengen' });
  await page.getByRole('heading', { name: 'Nog geen interviews' }).waitFor();
}, 60_000);
afterAll(async () => {
  expect(workbench.problems).toEqual([]);
  await workbench.close();
  await browser.close();
});

it('shows what is in each file, and why one can’t come along', async () => {
  const pdf = makePdf(['Noor: Hoe?', 'Loes: Zo.', 'Noor: Ja?', 'Loes: Ja.']);
  await openWith(
    file('Saar.docx', await word()),
    file('Loes.pdf', pdf),
    file('scan.pdf', pdfWithPages([[]])),
    file('kapot.docx', 'PK\u0003\u0004'),
  );
  const preview = dialog().locator('.imp-preview');
  await preview.getByText('PDF · geen tijden').waitFor();
  await choose('Saar.docx').click();
  await preview.getByText('Word · geen tijden').waitFor();
  await preview.getByText('1 opmerking wordt een memo op haar plek in de tekst.').waitFor();
  await preview.getByText('Ik slaap slecht.').waitFor();
  await choose('scan.pdf').click();
  await preview.getByText('laat de tekst eerst herkennen').waitFor();
  await choose('kapot.docx').click();
  await preview.getByText('het bestand is beschadigd').waitFor();
  expect(await findFaults(page)).toEqual([]);
});

it('mends who speaks, by mouse', async () => {
  await who('Noor').getByRole('button', { name: 'stelt vragen' }).click();
  await who('Saar B').getByRole('button', { name: 'Saar B: zelfde als…' }).click();
  await page.getByRole('menuitem', { name: 'Saar', exact: true }).click();
  await who('Saar B').getByText('zelfde als Saar').waitFor();
  await who('Saar').getByText('3 beurten').waitFor();
});

it('mends who speaks, by keyboard', async () => {
  const hands = byKeyboard(page);
  await setField().focus();
  await hands.tabTo(/^kapot\.docx/);
  await hands.press('ArrowDown', 'ArrowDown');
  await dialog().locator('.imp-preview').getByText('Ik slaap slecht.').waitFor();
  await who('Karin').getByRole('button', { name: 'geen spreker' }).focus();
  await hands.press('Shift+Tab', 'Enter');
  await expect.poll(() => hands.focused()).toMatch(/antwoordt/);
  await who('Karin').getByText('1 beurt').waitFor();
  await expect.poll(() => who('Karin').getByRole('button', { name: 'antwoordt' }).getAttribute('aria-pressed')).toBe('true');
});

it('imports what was seen, with comments as memos, in one step', async () => {
  await setField().fill('Proef');
  await dialog().getByRole('button', { name: '2 interviews importeren' }).click();
  await dialog().getByText('2 bestanden konden niet worden gelezen.').waitFor();
  await dialog().getByRole('button', { name: 'Openen' }).click();
  await page.locator('[data-turn]').first().waitFor();
  expect(await speakersOf('Saar')).toEqual({
    speakers: [null, 'Noor', 'Saar', 'Noor', 'Saar', 'Saar', 'Karin'],
    asking: ['Noor'],
  });
  expect((await speakersOf('Loes')).asking).toEqual(['Noor']);
  const { memos } = await value<{ memos: { text: string; on: string }[] }>('memo.list', {});
  expect(memos).toMatchObject([{ on: 'coding', text: 'Navragen: sinds wanneer?\n— Noor, 2026-03-04' }]);
  await page.getByRole('treeitem', { name: /^Opmerking/ }).waitFor();
});

it('begins the next time with what was said', async () => {
  await openWith(file('Later.txt', 'Karin: Eén keer.\n\nSaar B: En ik ook.\n'));
  await dialog().locator('.imp-preview dt').getByText('Karin', { exact: true }).waitFor();
  await who('Karin').getByText('1 beurt').waitFor();
  expect(await setField().inputValue()).toBe('Proef');
  await dialog().getByRole('button', { name: '1 interview importeren' }).click();
  await dialog().getByText('Import klaar').waitFor();
  await page.keyboard.press('Escape');
  expect((await speakersOf('Later')).speakers).toEqual(['Karin', 'Saar']);
});

it('stopped in the middle of many files, it leaves all as it was', async () => {
  const before = await value('project.get', {});
  const many = Array.from({ length: 40 }, (_, n) =>
    file(
      `veel-${n}.txt`,
      Array.from(
        { length: 3000 },
        (_row, turn) => `${turn % 2 ? 'Noor' : 'Saar'}: Beurt ${turn} van ${n}, met wat woorden.`,
      ).join('\n\n'),
    ),
  );
  await openWith(...many);
  expect(await setField().inputValue()).toBe('Proef');
  await dialog().getByRole('button', { name: '40 interviews importeren' }).click();
  await page.getByRole('progressbar').waitFor();
  await page.keyboard.press('Escape');
  await dialog().getByText('Gestopt. Er is niets geïmporteerd.').waitFor();
  expect(await value('project.get', {})).toEqual(before);
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
}, 90_000);
