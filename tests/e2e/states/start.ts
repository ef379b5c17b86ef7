// The start screen, of someone new and of someone who was here before.

import { type Act, at, press, type State, shows, type } from './state.ts';

const nobody = at('none', '', 'h1');
const known = at('known', '', '.recent li');

const chooseFiles: Act = ({ page }) =>
  page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([
      { name: 'HE-05.txt', mimeType: 'text/plain', buffer: Buffer.from('Noor: Hoe gaat het nu?\n\nMarit: Beter.\n') },
      { name: 'HE-06.txt', mimeType: 'text/plain', buffer: Buffer.from('Noor: En de baby?\n\nKay: Die lacht.\n') },
    ]);

export const start: readonly State[] = [
  ['start', nobody],
  ['start, with projects', known],
  ['start, a new project', nobody, press('Alt+n'), shows('[role="dialog"]')],
  ['start, which project to open', known, press('Control+o'), shows('[role="dialog"]')],
  ['start, nothing to open', nobody, press('Control+o'), shows('[role="dialog"]')],
  ['start, import', nobody, chooseFiles, shows('[role="dialog"]')],
  [
    'start, import, and on in the new project',
    nobody,
    chooseFiles,
    shows('[role="dialog"]'),
    type('Heerlen, tweede ronde'),
    press('Enter'),
    shows('[role="dialog"] .import'),
  ],
];
