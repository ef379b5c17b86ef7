// Key caps, written as this computer's keyboard writes them: `mod` is ⌘ on a Mac and Ctrl elsewhere.

import { type Translate, useTexts } from '../i18n/index.ts';

export const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

/** `mod+shift+z` as caps. */
export function Keys({ of }: { readonly of: string }) {
  const { t } = useTexts();
  return <kbd>{sayKeys(t, of)}</kbd>;
}

/** The same as text. */
export function sayKeys(t: Translate, of: string): string {
  return of
    .split('+')
    .map((key) => CAPS[key] ?? (key === 'space' ? t('common.keys.space') : key.toUpperCase()))
    .join(' ');
}

/** The same as text, for the title of a button. */
export function keyText(of: string): string {
  return of
    .split('+')
    .map((key) => CAPS[key] ?? key.toUpperCase())
    .join(' ');
}

/** The same for `aria-keyshortcuts`. */
export function ariaKeys(of: string): string {
  return of
    .split('+')
    .map((key) =>
      key === 'mod' ? (isMac ? 'Meta' : 'Control') : key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1),
    )
    .join('+');
}

const CAPS: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  alt: isMac ? '⌥' : 'Alt',
  shift: '⇧',
  enter: '↵',
  esc: 'Esc',
  del: 'Del',
  backspace: '⌫',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
};
