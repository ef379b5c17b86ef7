// What a command is called, in both languages: the palette finds it by either.

import { isTextKey, type Language, translator } from '../i18n/index.ts';

const made = new Map<string, string>();

export function commandName(language: Language, id: string): string {
  const at = `${language} ${id}`;
  const known = made.get(at);
  if (known !== undefined) return known;
  const name = nameIn(language, id);
  made.set(at, name);
  return name;
}

function nameIn(language: Language, id: string): string {
  const t = translator(language);
  const digit = /^transcript\.digit(\d)$/.exec(id)?.[1];
  if (digit) return t('commands.names.transcript.digit', { digit });
  const view = /^view\.(.+)$/.exec(id)?.[1];
  if (view) {
    const name = `shell.${view}`;
    return t('commands.names.view', { view: isTextKey(name) ? t(name) : view });
  }
  const key = `commands.names.${NESTED[id] ?? id}`;
  return isTextKey(key) ? t(key) : id;
}

/** Names whose beginning is a command of its own. */
const NESTED: Readonly<Record<string, string>> = { goTo: 'goTo.any', language: 'language' };
