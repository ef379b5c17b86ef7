// Keys as words: `mod+shift+z`, where mod is ⌘ on a Mac and Ctrl elsewhere. Pure: what a key press is called, and which keys can't be given away.

import { isMac } from '../parts/keys.tsx';

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { readonly code?: string };

const NAMES: Readonly<Record<string, string>> = {
  ' ': 'space',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Escape: 'esc',
  Delete: 'del',
};

/** The name of a key press, such as `alt+up`, `c`, `?` or `mod+shift+f`; null for a key that only goes with others. */
export function keyOf(event: Pressed, mac: boolean = isMac): string | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Unidentified', 'CapsLock', 'Process'].includes(event.key))
    return null;
  const key = nameOf(event, mac);
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  // On many keyboards a bracket takes AltGr, which comes as Ctrl with Alt; then it is just the sign.
  const typed = isSign && event.ctrlKey && event.altKey;
  const mod = mac ? event.metaKey : event.ctrlKey && !typed;
  const other = mac ? event.ctrlKey : event.metaKey;
  // A sign already tells that Shift was needed for it; only a bracket stays a bracket on some keyboards, and a brace on others.
  const shift = event.shiftKey && (!isSign || key === '[' || key === ']');
  const parts = [other && (mac ? 'ctrl' : 'meta'), mod && 'mod', event.altKey && !typed && 'alt', shift && 'shift', key];
  return parts.filter(Boolean).join('+');
}

function nameOf({ key, code, altKey }: Pressed, mac: boolean): string {
  // With Option a Mac makes other signs of letters and digits; the key itself is meant.
  const plain = mac && altKey ? /^(?:Key|Digit)([A-Z0-9])$/.exec(code ?? '')?.[1] : undefined;
  return NAMES[key] ?? (plain ?? key).toLowerCase();
}

/** Why a key can't be given to a command: the browser or the system takes it first, or it is needed for typing and moving about. */
export type KeyTaken = 'browser' | 'system' | 'text' | 'focus' | 'letter';

const BROWSER = new Set(
  [
    'n',
    't',
    'w',
    'r',
    'l',
    'shift+n',
    'shift+t',
    'shift+w',
    'shift+i',
    'shift+j',
    'shift+r',
    'tab',
    'shift+tab',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
  ]
    .map((key) => `mod+${key}`)
    .concat('f5', 'f11', 'f12', 'alt+left', 'alt+right', 'alt+home', 'alt+d'),
);
const SYSTEM = new Set([
  'mod+q',
  'mod+h',
  'mod+m',
  'alt+f4',
  'alt+tab',
  'alt+space',
  'mod+alt+del',
  'mod+space',
  'mod+shift+esc',
  'f10',
  'shift+f10',
]);
const TEXT = new Set([
  'mod+a',
  'mod+c',
  'mod+v',
  'mod+x',
  'backspace',
  'mod+left',
  'mod+right',
  'mod+home',
  'mod+end',
  'mod+enter',
]);
const FOCUS = new Set(['tab', 'shift+tab', 'esc', 'shift+esc', 'f6', 'shift+f6', 'home', 'end', 'pageup', 'pagedown']);

/** `inPane`: the command works in one pane only, where single letters are free. */
export function takenBy(key: string, inPane: boolean): KeyTaken | null {
  if (BROWSER.has(key)) return 'browser';
  if (SYSTEM.has(key) || key.startsWith('meta+')) return 'system';
  if (TEXT.has(key) || /^(mod\+)?shift\+(up|down|left|right|home|end)$/.test(key)) return 'text';
  if (FOCUS.has(key)) return 'focus';
  return !inPane && isTyped(key) ? 'letter' : null;
}

/** Whether a key writes a sign, or moves and deletes in a text field. */
export function isTyped(key: string): boolean {
  const bare = key.replace(/^shift\+/, '');
  return bare.length === 1 || ['space', 'enter', 'del', 'up', 'down', 'left', 'right'].includes(bare);
}
