// Memos and the journal: none yet, many, being written, and linked.

import { at, button, inPage, press, type State, shows, type, wide } from './state.ts';

const editor = '[contenteditable="true"]';
const none = at('sample', '#/memos', '.memos-list');
const list = at('worked', '#/memos', '.memo-row');
const onCode = at('worked', '#/memos/code-11', editor);
const intoEditor = inPage((page) => page.locator(editor).first().focus());

export const memos: readonly State[] = [
  ['memos, none yet', none],
  ['memos, many', list],
  ['memos, one with headings, lists and links', onCode],
  ['memos, on a fragment', at('worked', '#/memos/coding-1', '.memo-page')],
  [
    'memos, found by a word',
    list,
    inPage((page) => page.locator('.memos-list input[type="search"]').fill('schaamte')),
    shows('.memo-row'),
  ],
  [
    'memos, nothing fits',
    list,
    inPage((page) => page.locator('.memos-list input[type="search"]').fill('bestaatniet')),
    shows('.memo-nothing'),
  ],
  ['memos, one being written', onCode, intoEditor, press('Control+End'), shows('.memo-tools, [role="toolbar"]')],
  ['memos, what to link to', onCode, intoEditor, press('Control+End', 'Control+k'), type('ouders', '.link-choice')],
  ['memos, nothing to link to', onCode, intoEditor, press('Control+End', 'Control+k'), type('qqqxz', '.link-none')],
  ['memos, what to write on', list, button('memos.new'), shows('[role="menu"]')],
  ['memos, on what is gone', at('worked', '#/memos/coding-999999', '.memos-one')],
  ['memo on the project, empty', at('sample', '#/memos/project', editor)],
  ['journal, a new day', at('sample', '#/memos/journal-2026-03-19', editor)],
  ['journal, empty', none, button('memos.modes.journal'), shows('.memo-nothing')],
  ['journal, filled', list, button('memos.modes.journal'), shows('.journal-day')],
  [
    'journal, a day',
    at('worked', '#/memos/journal-12', '.memo-page'),
    wide(button('memos.modes.journal')),
    wide(shows('.journal-day')),
  ],
  ['memos as a file', list, button('memos.export'), shows('[role="menu"]')],
];
