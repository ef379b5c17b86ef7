// What a key does while the transcript has the focus.

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

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const PLAIN: Readonly<Record<string, KeyAct>> = {
  ' ': { kind: 'selectTurn' },
  ArrowDown: { kind: 'turn', step: 1 },
  ArrowUp: { kind: 'turn', step: -1 },
  j: { kind: 'turn', step: 1 },
  k: { kind: 'turn', step: -1 },
  Enter: { kind: 'pick' },
  c: { kind: 'pick' },
  '0': { kind: 'again' },
  q: { kind: 'last' },
  v: { kind: 'inVivo' },
  n: { kind: 'newCode' },
  m: { kind: 'memo' },
  i: { kind: 'key' },
  u: { kind: 'removeHere' },
  o: { kind: 'cycle' },
  l: { kind: 'codings' },
  e: { kind: 'edit' },
  r: { kind: 'recode' },
  s: { kind: 'split' },
  g: { kind: 'answers' },
  Delete: { kind: 'removeSelected' },
  Escape: { kind: 'leave' },
  '[': { kind: 'resize', end: 'start', step: -1 },
  ']': { kind: 'resize', end: 'end', step: 1 },
};

// Shift with a bracket is a brace on most keyboards; on the others it stays a bracket.
const SHIFTED: Readonly<Record<string, KeyAct>> = {
  S: { kind: 'fit' },
  '{': { kind: 'resize', end: 'start', step: 1 },
  '[': { kind: 'resize', end: 'start', step: 1 },
  '}': { kind: 'resize', end: 'end', step: -1 },
  ']': { kind: 'resize', end: 'end', step: -1 },
  ArrowRight: { kind: 'extend', by: 'character', way: 'forward' },
  ArrowLeft: { kind: 'extend', by: 'character', way: 'backward' },
  ArrowDown: { kind: 'extend', by: 'line', way: 'forward' },
  ArrowUp: { kind: 'extend', by: 'line', way: 'backward' },
  End: { kind: 'extend', by: 'lineboundary', way: 'forward' },
  Home: { kind: 'extend', by: 'lineboundary', way: 'backward' },
};

/** The act of a key press, or null when it is none of ours. Letters with Ctrl or ⌘ never are. */
export function keyAct(event: Pressed): KeyAct | null {
  const { key, altKey, shiftKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  if (altKey && !mod) return altAct(key, shiftKey);
  if (mod && !altKey && shiftKey && (key === 'ArrowRight' || key === 'ArrowLeft')) {
    return { kind: 'extend', by: 'word', way: key === 'ArrowRight' ? 'forward' : 'backward' };
  }
  if (mod || altKey) return null;
  if (/^[1-9]$/.test(key) && !shiftKey) return { kind: 'digit', digit: Number(key) };
  if (key === '{' || key === '}' || shiftKey) return SHIFTED[key] ?? null;
  return PLAIN[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

function altAct(key: string, shift: boolean): KeyAct | null {
  if (key === 'ArrowDown' || key === 'ArrowUp') return { kind: 'coding', step: key === 'ArrowDown' ? 1 : -1, sameCode: shift };
  if (shift && key === 'ArrowRight') return { kind: 'grow' };
  if (shift && key === 'ArrowLeft') return { kind: 'shrink' };
  return null;
}
