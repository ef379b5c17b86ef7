// What a file was recognised as, in words: its kind, and the program that wrote it where that shows.

import type { Translate } from '../i18n/index.ts';
import type { Preview } from './import-list.ts';

export function formatName(t: Translate, { format, maker }: Pick<Preview, 'format' | 'maker'>): string {
  const kind = format === null ? '' : t(`interviews.format.${format}`);
  if (maker === null || maker === kind) return kind;
  return `${maker} (${kind})`;
}
