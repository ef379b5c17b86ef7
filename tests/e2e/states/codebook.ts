// The codebook: what can be done with a code, its meaning and history, merging, splitting, and the looks of a theme.

import { button, click, codeMenu, fill, inTree, reading, type State, shows, type } from './state.ts';

const sample = reading('sample');
const worked = reading('worked');
const filter = '[data-pane="codebook"] label.in input';
const dialog = shows('[role="dialog"]');

export const codebook: readonly State[] = [
  ['codes, filtered', worked, inTree(7), fill(filter, 'geld')],
  ['codes, none fits the filter', worked, inTree(7), fill(filter, 'bestaatniet')],
  ['what can be done with a code', sample, inTree(9, 'Shift+F10'), shows('[role="menu"]')],
  ['a code, its meaning', worked, codeMenu(9, 'codebook.edit'), dialog],
  [
    'a code, its example chosen from quotes',
    sample,
    codeMenu(9, 'codebook.edit'),
    button('codebook.examplePick'),
    shows('.example-quotes'),
  ],
  ['a code, its history', worked, codeMenu(9, 'codebook.historyOf'), shows('.code-history')],
  [
    'a code, codings of before a change',
    worked,
    codeMenu(9, 'codebook.historyOf'),
    click('.code-history .before'),
    shows('.before-list'),
  ],
  ['a code without history', sample, codeMenu(9, 'codebook.historyOf'), dialog],
  ['a theme and its looks', sample, codeMenu(7, 'codebook.edit'), dialog],
  ['a theme that looks like another', sample, codeMenu(7, 'codebook.edit'), click('[role="dialog"] .hue.c1')],
  ['a new code below a theme', sample, codeMenu(7, 'codebook.addSub'), dialog],
  ['a code renamed in place', sample, inTree(9, 'F2')],
  ['merge, nothing chosen yet', worked, codeMenu(9, 'codebook.mergeInto'), dialog],
  [
    'merge, with what it touches',
    worked,
    codeMenu(9, 'codebook.mergeInto'),
    type('rondkomen'),
    click('[role="dialog"] [role="option"]'),
    shows('.merge-list'),
  ],
  [
    'split a code',
    worked,
    codeMenu(9, 'codebook.split'),
    type('blikken van anderen'),
    click('.chooser-quote'),
    shows('.chooser-list'),
  ],
  ['move a code', sample, codeMenu(9, 'codebook.moveTo'), dialog],
  ['delete a theme', worked, codeMenu(7, 'codebook.delete'), shows('[role="alertdialog"], [role="dialog"]')],
  ['a memo on a code', worked, codeMenu(11, 'codebook.memo'), dialog],
];
