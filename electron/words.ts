// The words of the desktop outside the page: the menu bar and the system's dialogs, in Dutch and English.

import type { MenuState } from '../src/contract/door.ts';

const nl = {
  file: 'Bestand',
  newWindow: 'Nieuw venster',
  history: 'Geschiedenis',
  palette: 'Zoek of doe iets',
  settings: 'Instellingen',
  newProject: 'Nieuw project…',
  openProject: 'Project openen…',
  importInterviews: 'Interviews importeren…',
  closeProject: 'Project sluiten',
  quit: 'Afsluiten',
  edit: 'Bewerken',
  undo: 'Ongedaan maken',
  redo: 'Opnieuw',
  cut: 'Knippen',
  copy: 'Kopiëren',
  paste: 'Plakken',
  selectAll: 'Alles selecteren',
  view: 'Beeld',
  zoomIn: 'Groter',
  zoomOut: 'Kleiner',
  resetZoom: 'Ware grootte',
  fullScreen: 'Volledig scherm',
  help: 'Help',
  keys: 'Sneltoetsen',
  ok: 'OK',
  project: 'Rode Draad-project',
  pickTitle: 'Kies een project',
  notOpened: 'Dit project kan niet worden geopend.',
  notSaved: 'Het bestand is niet opgeslagen.',
  coreLost: 'Het deel van Rode Draad dat je project bewaart, is gestopt.',
  coreGone: 'Wat al was opgeslagen, is veilig. Sluit Rode Draad en start het opnieuw.',
  pageGone: 'Het venster stopt steeds. Wat al was opgeslagen, is veilig.',
  notRunning: 'Rode Draad kan niet verder.',
};

export type Words = Readonly<Record<keyof typeof nl, string>>;

const en: Words = {
  file: 'File',
  newWindow: 'New window',
  history: 'History',
  palette: 'Find or run',
  settings: 'Settings',
  newProject: 'New project…',
  openProject: 'Open project…',
  importInterviews: 'Import interviews…',
  closeProject: 'Close project',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  view: 'View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  resetZoom: 'Actual size',
  fullScreen: 'Full screen',
  help: 'Help',
  keys: 'Keyboard shortcuts',
  ok: 'OK',
  project: 'Rode Draad project',
  pickTitle: 'Choose a project',
  notOpened: 'This project can’t be opened.',
  notSaved: 'The file was not saved.',
  coreLost: 'The part of Rode Draad that keeps your project stopped.',
  coreGone: 'What was saved before is safe. Close Rode Draad and start it again.',
  pageGone: 'The window keeps stopping. What was saved before is safe.',
  notRunning: 'Rode Draad can’t go on.',
};

export function wordsOf(language: MenuState['language']): Words {
  return language === 'nl' ? nl : en;
}

/** Dutch first: English only where the system asks for something that is not Dutch. */
export function languageOf(locale: string): MenuState['language'] {
  return locale === '' || locale.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}
