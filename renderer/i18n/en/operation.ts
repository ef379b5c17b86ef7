// What was done, as a phrase that fits after "Undo:" and stands alone in the toast and the history.

import type { Same } from '../keys.ts';
import type { operation as nl } from '../nl/operation.ts';

export const operation: Same<typeof nl> = {
  unknown: 'change {{subject}}',
  atTurn: '{{step}} at turn {{turn}} of {{interview}}',
  inInterview: '{{step}} in {{interview}}',
  project: { rename: 'project renamed: {{subject}}' },
  interviewSet: { rename: 'set renamed: {{subject}}', delete: 'set {{subject}} removed' },
  interview: {
    import: 'imported: {{subject}}',
    update: 'details of {{subject}} changed',
    delete: 'interview {{subject}} deleted',
    correct: 'text of {{subject}} corrected',
  },
  turn: {
    split: 'turn split in {{subject}}',
    join: 'turns joined in {{subject}}',
    setSpeaker: 'other speaker: {{subject}}',
    setTime: 'time of a turn changed in {{subject}}',
  },
  speaker: { rename: 'speaker renamed: {{subject}}', setAsks: 'role of speaker {{subject}} changed' },
  toCheck: { restore: 'put back on their text: {{subject}}' },
  participant: { import: 'participants imported: {{subject}}', update: 'participant {{subject}} changed' },
  code: {
    create: 'code ‘{{subject}}’ made',
    update: 'code ‘{{subject}}’ changed',
    move: 'code ‘{{subject}}’ moved',
    merge: 'code merged: {{subject}}',
    split: 'code split: {{subject}}',
    delete: 'code ‘{{subject}}’ deleted',
    pin: 'code under a digit: ‘{{subject}}’',
  },
  codebook: { import: 'codebook imported: {{subject}}' },
  coding: {
    apply: 'code ‘{{subject}}’',
    applyNew: 'new code ‘{{subject}}’',
    applyMany: 'coded many at once with {{subject}}',
    split: 'coding split in two: {{subject}}',
    recodeNew: 'codings got a new code: {{subject}}',
    remove: 'code ‘{{subject}}’ removed',
    resize: 'code ‘{{subject}}’ has other borders',
    recode: 'another code: ‘{{subject}}’',
    setKey: 'key quote changed: {{subject}}',
  },
  codings: { import: 'codings imported: {{subject}}' },
  memo: { set: 'memo changed: {{subject}}' },
  quote: { note: 'memo added to quotes: {{subject}}' },
  journal: { set: 'journal of {{subject}} changed' },
  coder: { rename: 'coder renamed: {{subject}}' },
};
