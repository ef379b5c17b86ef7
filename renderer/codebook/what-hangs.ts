// What hangs on a code, in words: its codings and those below it, and the codes below it. Empty when nothing does.

import type { CodeRow } from '../../src/contract/code.ts';
import { subtreeIds } from '../../src/domain/code.ts';
import type { Texts } from '../i18n/index.ts';
import type { Codebook } from './use-codebook.ts';

export function whatHangs(code: CodeRow, codebook: Codebook, { t, format }: Texts): string {
  const below = subtreeIds(codebook.codes, code.id);
  const subs = below.size - 1;
  const count = codebook.codes.reduce((sum, own) => sum + (below.has(own.id) ? own.codings : 0), 0);
  const codings = count > 0 ? [t('codebook.codings', { count })] : [];
  return format.list([...codings, ...(subs > 0 ? [t('codebook.subs', { count: subs })] : [])]);
}
