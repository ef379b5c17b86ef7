// The settings dialog.

import type { Same } from '../keys.ts';
import type { settings as nl } from '../nl/settings.ts';

export const settings: Same<typeof nl> = {
  title: 'Settings',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  language: 'Language',
  tabs: { read: 'Reading', keys: 'Keys', coder: 'Coder' },
  textSize: 'Text size',
  px: '{{size}} pixels',
  face: 'Typeface',
  faces: { serif: 'Literata', sans: 'Inter', clear: 'Extra clear' },
  coder: 'Coder',
  coderHint: 'Your codings go into the project under this name.',
  coderTitle: 'Who is coding?',
  version: 'Rode Draad {{version}}',
  sample: 'Then you need not start all over again. I had already <b>told my whole story three times</b>.',
};
