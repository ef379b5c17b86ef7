// The start screen.

import type { Same } from '../keys.ts';
import type { start as nl } from '../nl/start.ts';

export const start: Same<typeof nl> = {
  lead: 'Find the thread in what parents tell.',
  begin: 'Begin',
  sample: 'Open sample project',
  sampleWhat_one: '{{n}} invented interview, partly coded',
  sampleWhat_other: '{{n}} invented interviews, partly coded',
  sampleReset: 'Start again with a fresh copy',
  sampleResetAsk: 'Start the sample project again?',
  sampleResetWhy: 'What you did in the sample goes away. Your own projects stay as they are.',
  sampleResetDo: 'Start again',
  create: 'New project',
  createWhat: 'Begin with an empty file',
  createTitle: 'New project',
  createName: 'Name',
  createHint: 'For example the city and the subject. It will be in {{folder}}.',
  createDo: 'Make project',
  taken: 'There is already a project with this name.',
  open: 'Existing project',
  openWhat: 'Open a .draad file',
  openWhatWeb: 'Choose from the projects on this computer',
  openTitle: 'Open an existing project',
  openNone: 'There are no projects in {{folder}} yet.',
  recent: 'Go on where you were',
  recentEmpty: 'The projects you work on will be here.',
  staysHere: '<b>Everything stays on this computer.</b> Rode Draad sends nothing to the internet. Your projects are in',
  language: 'Language',
  opening: 'Opening the project',
  noHost: 'Rode Draad cannot be reached',
};
