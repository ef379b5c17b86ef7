// Reading and coding: the text with its stripes, the picker, correcting, and coding many at once.

import { click, onTurn, pane, press, reading, type State, shows, type } from './state.ts';

const sample = reading('sample');
const worked = reading('worked');

export const workspace: readonly State[] = [
  ['workspace', sample],
  ['a turn selected', sample, onTurn(3, 'Space')],
  ['code picker', sample, onTurn(3, 'Space', 'c'), shows('.picker')],
  ['code picker, some found', sample, onTurn(3, 'Space', 'c'), type('vast', '.picker [role="option"]')],
  ['code picker, a new name', sample, onTurn(3, 'Space', 'c'), type('Trots / op de oma')],
  [
    'code picker, several codes applied',
    sample,
    onTurn(3, 'Space', 'c'),
    type('uitputting'),
    press('Shift+Enter'),
    type('rondkomen'),
    press('Shift+Enter'),
    type('geld'),
    shows('.picker-chips, .picker'),
  ],
  ['code picker, pinned codes', worked, onTurn(3, 'Space', 'c'), shows('.picker')],
  ['a coding chosen', sample, onTurn(3, 'o'), shows('.card')],
  ['a coding with a memo and a star', worked, onTurn(3, 'o'), shows('.card')],
  ['code picker, for another code', sample, onTurn(3, 'o', 'r'), shows('.picker')],
  ['a memo on a coding', sample, onTurn(3, 'o', 'm'), shows('.card [contenteditable="true"]')],
  ['codings of a turn', sample, onTurn(3, 'l')],
  ['which stripes', sample, click('[data-focus="stripe-menu"]'), shows('[role="menu"]')],
  ['stripes as density only', sample, click('[data-focus="stripe-menu"]'), shows('[role="menu"]'), press('End', 'Enter')],
  ['more overlaps than lanes', reading('worked', 17)],
  ['more overlaps than lanes, the list of them', reading('worked', 17), click('.density-button'), shows('.coding-list')],
  ['right to left', reading('worked', 18)],
  ['right to left, a turn selected', reading('worked', 18), onTurn(1, 'Space', 'c'), shows('.picker')],
  ['codings that lost their text', reading('worked', 3)],
  ['the interviews beside the text', worked, pane('interviews')],
  ['the codebook beside the text', worked, pane('codebook')],
  ['find in interview', sample, press('Control+f')],
  ['find in interview, with hits', sample, press('Control+f'), type('moeder')],
  ['go to a line', sample, press('Control+Shift+g')],
  ['editing the transcript', sample, onTurn(3, 'e'), shows('[contenteditable="true"]')],
  ['editing, which speaker', sample, onTurn(3, 'e', 'F2')],
  ['hits to be coded', sample, press('Control+f'), type('moeder'), click('.find-bar .btn.quiet'), shows('.many-row')],
  ['answers to be coded', sample, onTurn(3, 'g'), shows('[role="dialog"]')],
  ['nothing in it yet', { with: 'empty', hash: '#/code', ready: '.empty' }],
];
