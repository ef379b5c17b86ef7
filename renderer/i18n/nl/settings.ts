// The settings dialog.

export const settings = {
  title: 'Instellingen',
  theme: 'Thema',
  themes: { system: 'Systeem', light: 'Licht', dark: 'Donker' },
  language: 'Taal',
  tabs: { read: 'Lezen', keys: 'Toetsen', coder: 'Codeur' },
  textSize: 'Lettergrootte',
  px: '{{size}} pixels',
  face: 'Letter',
  faces: { serif: 'Literata', sans: 'Inter', clear: 'Extra duidelijk' },
  coder: 'Codeur',
  coderHint: 'Onder deze naam komen je coderingen in het project.',
  coderTitle: 'Wie codeert er?',
  version: 'Rode Draad {{version}}',
  sample: 'Dan hoef je niet weer opnieuw te beginnen. Ik had al <b>drie keer mijn hele verhaal gedaan</b>.',
} as const;
