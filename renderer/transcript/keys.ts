// What a key does while the transcript has the focus. Which key does what is in renderer/commands; what it does, here.

import { type Keymap, USUAL_KEYS } from '../commands/keymap.ts';
import { keyOf, type Pressed } from '../commands/keys.ts';

export type KeyAct =
  | { readonly kind: 'turn'; readonly step: 1 | -1 }
  | { readonly kind: 'extend'; readonly by: 'character' | 'word' | 'line' | 'lineboundary'; readonly way: 'forward' | 'backward' }
  | { readonly kind: 'resize'; readonly end: 'start' | 'end'; readonly step: 1 | -1 }
  | { readonly kind: 'coding'; readonly step: 1 | -1; readonly sameCode: boolean }
  | { readonly kind: 'digit'; readonly digit: number }
  | { readonly [K in PlainAct]: { readonly kind: K } }[PlainAct];

type PlainAct =
  | 'selectTurn'
  | 'grow'
  | 'shrink'
  | 'pick'
  | 'again'
  | 'last'
  | 'inVivo'
  | 'newCode'
  | 'memo'
  | 'key'
  | 'removeHere'
  | 'removeSelected'
  | 'cycle'
  | 'edit'
  | 'leave'
  | 'codings'
  | 'recode'
  | 'split'
  | 'fit'
  | 'answers';

/** What each act does. */
export type KeyActs = { readonly [K in KeyAct['kind']]: (act: Extract<KeyAct, { kind: K }>) => void };

/** The commands of the transcript (renderer/commands/table.ts) and what each is here. */
export const ACTS: Readonly<Record<string, KeyAct>> = {
  'transcript.pick': { kind: 'pick' },
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => [`transcript.digit${digit}`, { kind: 'digit', digit } as const]),
  ),
  'transcript.again': { kind: 'again' },
  'transcript.last': { kind: 'last' },
  'transcript.inVivo': { kind: 'inVivo' },
  'transcript.newCode': { kind: 'newCode' },
  'transcript.removeHere': { kind: 'removeHere' },
  'transcript.removeSelected': { kind: 'removeSelected' },
  'transcript.key': { kind: 'key' },
  'transcript.memo': { kind: 'memo' },
  'transcript.recode': { kind: 'recode' },
  'transcript.split': { kind: 'split' },
  'transcript.fit': { kind: 'fit' },
  'transcript.answers': { kind: 'answers' },
  'transcript.startEarlier': { kind: 'resize', end: 'start', step: -1 },
  'transcript.startLater': { kind: 'resize', end: 'start', step: 1 },
  'transcript.endEarlier': { kind: 'resize', end: 'end', step: -1 },
  'transcript.endLater': { kind: 'resize', end: 'end', step: 1 },
  'transcript.next': { kind: 'turn', step: 1 },
  'transcript.previous': { kind: 'turn', step: -1 },
  'transcript.selectTurn': { kind: 'selectTurn' },
  'transcript.grow': { kind: 'grow' },
  'transcript.shrink': { kind: 'shrink' },
  'transcript.cycle': { kind: 'cycle' },
  'transcript.nextCoding': { kind: 'coding', step: 1, sameCode: false },
  'transcript.previousCoding': { kind: 'coding', step: -1, sameCode: false },
  'transcript.nextSame': { kind: 'coding', step: 1, sameCode: true },
  'transcript.previousSame': { kind: 'coding', step: -1, sameCode: true },
  'transcript.codings': { kind: 'codings' },
  'transcript.edit': { kind: 'edit' },
};

// How a selection is stretched, and how one goes back: as everywhere, so these keys are not for changing.
const ALWAYS: Readonly<Record<string, KeyAct>> = {
  esc: { kind: 'leave' },
  'shift+right': { kind: 'extend', by: 'character', way: 'forward' },
  'shift+left': { kind: 'extend', by: 'character', way: 'backward' },
  'shift+down': { kind: 'extend', by: 'line', way: 'forward' },
  'shift+up': { kind: 'extend', by: 'line', way: 'backward' },
  'shift+end': { kind: 'extend', by: 'lineboundary', way: 'forward' },
  'shift+home': { kind: 'extend', by: 'lineboundary', way: 'backward' },
  'mod+shift+right': { kind: 'extend', by: 'word', way: 'forward' },
  'mod+shift+left': { kind: 'extend', by: 'word', way: 'backward' },
};

/** The act of a key press, or null when it is none of ours. */
export function keyAct(event: Pressed, keymap: Keymap = USUAL_KEYS): KeyAct | null {
  const key = keyOf(event);
  if (key === null) return null;
  const id = keymap.commandFor('transcript', key);
  return (id === null ? ALWAYS[key] : ACTS[id]) ?? null;
}
