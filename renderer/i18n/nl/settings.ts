// The settings dialog.

export const settings = {
  title: 'Instellingen',
  hint: 'Werken meteen, geen knop om op te slaan.',
  theme: 'Thema',
  themes: { system: 'Systeem', light: 'Licht', dark: 'Donker' },
  language: 'Taal',
  coder: 'Codeur',
  coderHint: 'Onder deze naam komen je coderingen in het project.',
  coderTitle: 'Wie codeert er?',
  version: 'Rode Draad {{version}}',
  sample: 'Dan hoef je niet weer opnieuw te beginnen. Ik had al <b>drie keer mijn hele verhaal gedaan</b>.',
} as const;
