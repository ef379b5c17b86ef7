// What the double lets a window be. Each rule is a setting that must be there in so many words: a default that is safe today is no
// promise for the next version.

import type { BrowserWindowConstructorOptions } from 'electron';
import { forbid, onlyKeys } from './strict.ts';

const known = ['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'backgroundColor', 'webPreferences'];
const must = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  navigateOnDragDrop: false,
} as const;

/** Throws unless the options are known to the double and as strict as they must be. */
export function checkWindow(options: BrowserWindowConstructorOptions): { readonly preload: string } {
  onlyKeys('BrowserWindow', options, known);
  const preferences = options.webPreferences ?? forbid('a window needs webPreferences');
  onlyKeys('webPreferences', preferences, [...Object.keys(must), 'preload', 'session', 'devTools']);
  for (const [key, value] of Object.entries(must)) {
    if (Reflect.get(preferences, key) !== value) forbid(`webPreferences.${key} must be ${value}`);
  }
  if (!preferences.session) forbid('a window needs a session of its own');
  return { preload: preferences.preload ?? forbid('a window needs a preload script') };
}

/** Throws unless a page's own headers forbid everything but its own files. */
export function checkPolicy(headers: Headers): void {
  const policy = headers.get('content-security-policy') ?? forbid('a page without a content security policy');
  if (!policy.startsWith("default-src 'none'")) forbid("the policy must begin with default-src 'none'");
  if (/unsafe-|https?:|\*|data:|blob:/.test(policy)) forbid(`the policy is too wide: ${policy}`);
  if (!policy.includes("require-trusted-types-for 'script'")) forbid('the policy must require Trusted Types');
}
