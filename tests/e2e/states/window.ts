// What works everywhere in the window: palette, search, settings, keys, history, import, and what goes wrong.

import { type Act, click, command, inPage, menuEntry, pane, press, reading, type State, shows, type } from './state.ts';

const sample = reading('sample');
const worked = reading('worked');
const dialog = shows('[role="dialog"]');
const editor = '.sc';

/** As if the core has died: every change is answered with that. */
const coreGone: Act = async ({ page }) => {
  const failure = { code: 'internal', message: 'The core stopped. It was started again.' };
  await page.route('**/call', async (route) => {
    const { name } = route.request().postDataJSON() as { name: string };
    if (name === 'project.rename') await route.fulfill({ status: 500, json: { ok: false, error: failure } });
    else await route.fallback();
  });
};
const letGo: Act = ({ page }) => page.unroute('**/call');

const files: Act = async ({ page }) => {
  const text = 'Noor: Hoe gaat het nu?\n\nMarit: Beter. We slapen weer.\n';
  await page
    .locator('[role="dialog"] input[type="file"]')
    .first()
    .setInputFiles([
      { name: 'HE-05.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
      { name: 'leeg.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
      { name: 'notulen.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
    ]);
};

export const window: readonly State[] = [
  ['palette', sample, press('Control+k')],
  ['palette, a question', sample, press('Control+k'), type('code', '[role="option"]')],
  ['palette, nothing found', sample, press('Control+k'), type('qqqxz')],
  ['go to an interview', sample, press('Control+p')],
  ['go to a code', sample, press('Control+p'), type('#', '[role="option"]')],
  ['find in project', sample, press('Control+Shift+f'), dialog],
  ['find in project, with hits', sample, press('Control+Shift+f'), type('nacht', '[role="dialog"] .line')],
  ['find in project, nothing found', sample, press('Control+Shift+f'), type('qqqxz')],
  ['project menu', sample, click('.project-menu'), shows('[role="menu"]')],
  ['settings', sample, press('Control+,'), dialog],
  ['keys to change', sample, command('commands.names.changeKeys', editor)],
  [
    'keys to change, one that is taken',
    sample,
    command('commands.names.changeKeys', editor),
    click('.sc-keys'),
    press('m'),
    shows('.sc-no'),
  ],
  ['all keys', sample, press('?'), dialog],
  ['history, nothing yet', sample, command('commands.names.history')],
  ['history, filled', worked, command('commands.names.history', '.hist-step')],
  ['history, some taken back', worked, press('Control+z', 'Control+z'), command('commands.names.history', '.hist .undone')],
  ['speakers', worked, command('commands.names.speakers')],
  ['codings to check, none', sample, command('commands.names.toCheck')],
  ['codings to check', worked, command('commands.names.toCheck')],
  ['import dialog', sample, press('Control+i'), dialog],
  [
    'import dialog, with files',
    sample,
    press('Control+i'),
    dialog,
    files,
    shows('[role="dialog"] .import-files, [role="dialog"] li'),
  ],
  ['project name', sample, command('commands.names.project.rename')],
  [
    'something went wrong',
    worked,
    coreGone,
    command('commands.names.project.rename'),
    type('Andere naam'),
    press('Enter'),
    shows('[role="alertdialog"]'),
    letGo,
  ],
  ['project checked', worked, command('commands.names.project.check')],
  [
    'details of an interview',
    worked,
    pane('interviews'),
    menuEntry(
      inPage((page) => page.locator('[data-interview="1"]').press('Shift+F10')),
      'interviews.details',
    ),
    dialog,
  ],
];
