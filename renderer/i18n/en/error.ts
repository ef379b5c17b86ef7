// When something goes wrong: what happened, what is safe, what you can do. One set of sentences per error code.

import type { Same } from '../keys.ts';
import type { error as nl } from '../nl/error.ts';

export const error: Same<typeof nl> = {
  whatHappened: 'What happened',
  whatIsSafe: 'What is safe',
  whatYouCanDo: 'What you can do',
  details: 'Copy details',
  savedUntil: 'Everything up to <b>{{time}}</b> is in your project.',
  codes: {
    'invalid-input': {
      title: 'This cannot be done this way',
      what: 'Something you filled in does not fit here.',
      safe: 'Nothing was changed.',
      todo: 'Check what you filled in and try again.',
    },
    'not-found': {
      title: 'This is no longer there',
      what: 'What you wanted to open or change is not in the project (any more).',
      safe: 'The rest of your project is as it was.',
      todo: 'The screen is up to date again. See if it has another name, or undo its removal.',
    },
    conflict: {
      title: 'This no longer fits what is there now',
      what: 'It changed after you read it, or the name is taken.',
      safe: 'This change was not made. Everything else is still there.',
      todo: 'The screen now shows how things are. Try again, or choose another name.',
    },
    refused: {
      title: 'Rode Draad does not do this',
      what: 'It would damage your project, or the file cannot be trusted.',
      safe: 'Nothing was changed.',
      todo: 'Read in the details why it is not allowed, and choose something else.',
    },
    'in-use': {
      title: 'This project is already open somewhere',
      what: 'Another window or program is working in this project now.',
      safe: 'The project was not touched.',
      todo: 'Close it there and try again, or go on in the other window.',
    },
    'not-a-project': {
      title: 'This file cannot be opened',
      what: 'It is not a Rode Draad project, it is damaged, or a newer version made it.',
      safe: 'The file was not changed.',
      todo: 'Choose another file, open a backup, or use a newer version of Rode Draad.',
    },
    cancelled: {
      title: 'Stopped',
      what: 'You stopped it before it was done.',
      safe: 'Everything is as it was.',
      todo: 'Start again whenever you like.',
    },
    'no-space': {
      title: 'Saving failed: the disk is full',
      what: 'There is no room left. Your last change did not fit.',
      safe: 'What was saved before is in your project. Only this last change is not.',
      todo: 'Make room on the disk and try again.',
    },
    'not-writable': {
      title: 'This place may not be written to',
      what: 'Rode Draad may not write, or read, this file or folder.',
      safe: 'Nothing was changed. What was there is still there.',
      todo: 'Choose a folder of your own, or put the project there and open it again.',
    },
    otherProject: {
      title: 'Another project is open now',
      what: 'In another window another project was opened, or this one was closed. Your last step belonged to the project before.',
      safe: 'Nothing was changed in the project that is open now. The one before holds everything but this last step.',
      todo: 'Open the project before again and repeat the step.',
    },
    lost: {
      title: 'Rode Draad has stopped',
      what: 'The part of Rode Draad that keeps your project is no longer running.',
      safe: 'What was saved before is in your project. Your last step may not be.',
      todo: 'Start Rode Draad again. If you work in a browser, open the new address it gives.',
    },
    internal: {
      title: 'There is a fault in Rode Draad',
      what: 'Something went wrong, and not because of you.',
      safe: 'What was saved before is in your project.',
      todo: 'Try again. If it goes wrong once more, close the project and open it again.',
    },
  },
};
