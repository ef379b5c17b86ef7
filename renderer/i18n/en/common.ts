// Words that every screen uses, and counts that always go together.

import type { Same } from '../keys.ts';
import type { common as nl } from '../nl/common.ts';

export const common: Same<typeof nl> = {
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  delete: 'Delete',
  retry: 'Try again',
  stop: 'Stop',
  more: 'More',
  copied: 'Copied',
  none: 'nothing',
  loading: 'Loading',
  quotes_one: '{{n}} quote',
  quotes_other: '{{n}} quotes',
  interviews_one: '{{n}} interview',
  interviews_other: '{{n}} interviews',
  codes_one: '{{n}} code',
  codes_other: '{{n}} codes',
  themes_one: '{{n}} theme',
  themes_other: '{{n}} themes',
  turns_one: '{{n}} turn',
  turns_other: '{{n}} turns',
  words_one: '{{n}} word',
  words_other: '{{n}} words',
  memos_one: '{{n}} memo',
  memos_other: '{{n}} memos',
  turn: 'turn {{turn}}',
  keys: { space: 'Space' },
};
