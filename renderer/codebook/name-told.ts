// What is wrong with a name that was typed for a code, in words, to say where it is typed.

import { cleanName, MAX_NAME, type NameTrouble, nameTrouble } from '../../src/domain/code.ts';
import type { Translate } from '../i18n/index.ts';

/** Null when the name can be given. */
export function nameTold(t: Translate, name: string): string | null {
  const trouble = nameTrouble(name);
  return trouble && troubleTold(t, trouble, name);
}

/** Only that it is too long, which is told while one types. */
export function longTold(t: Translate, name: string): string | null {
  return nameTrouble(name) === 'tooLong' ? troubleTold(t, 'tooLong', name) : null;
}

export function troubleTold(t: Translate, trouble: NameTrouble | 'tooDeep', name: string): string {
  switch (trouble) {
    case 'blank':
      return t('codebook.nameBlank');
    case 'tooLong':
      return t('codebook.nameLong', { n: cleanName(name).length, most: MAX_NAME });
    case 'path':
      return t('codebook.noSlash');
    case 'tooDeep':
      return t('codebook.tooDeep');
  }
}
