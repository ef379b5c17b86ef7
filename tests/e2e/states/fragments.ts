// The list of fragments: the question as a sentence, grouped, several chosen, and what is done with them.

import { at, click, inPage, press, type State, shows } from './state.ts';

const list = at('sample', '#/fragments?code=7', '.fx-row');
const onRow = inPage((page) => page.locator('.fx-row').first().focus());

export const fragments: readonly State[] = [
  ['fragments', list, onRow],
  ['fragments, every fragment', at('worked', '#/fragments', '.fx-row')],
  ['fragments, a word of the sentence', list, onRow, press('Escape', 'Enter')],
  [
    'fragments, a condition to add',
    list,
    click('.fx .scope .plus button'),
    shows('[role="listbox"], [role="dialog"], [role="menu"]'),
  ],
  [
    'fragments, a long question',
    at('worked', '#/fragments?code=7&not=1,12&city=Heerlen&city=Den+Haag&who=participants&text=moeder&group=code', '.fx'),
  ],
  [
    'fragments, by code, several chosen',
    at('worked', '#/fragments?any=7,12&group=code', '.fx-row'),
    onRow,
    press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown'),
    shows('.fx-bulk'),
  ],
  ['fragments, by participant with the whole turn', at('worked', '#/fragments?code=7&group=participant&context=turn', '.fx-row')],
  ['fragments, key quotes only', at('worked', '#/fragments?key=1', '.fx-row')],
  ['fragments, codings that lost their text', at('worked', '#/fragments?check=1', '.fx-row')],
  ['fragments, all chosen', list, onRow, press('Control+a'), shows('.fx-bulk')],
  ['fragments, which code is meant', list, onRow, press('Control+a', 'u')],
  ['fragments, another code for those chosen', list, onRow, press('Control+a', 'c'), shows('[role="combobox"]')],
  ['fragments, a note on those chosen', list, onRow, press('Space', 'm'), shows('[role="dialog"]')],
  ['fragments, how they are grouped', list, click('.fx-look .sel'), shows('[role="menu"]')],
  ['fragments, nothing fits', at('sample', '#/fragments?code=7&text=bestaatniet', '.fx-none')],
  ['fragments, none yet', at('empty', '#/fragments', '.fx-none')],
];
