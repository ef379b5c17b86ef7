// What the report screen remembers, and the question to the core that follows from it. Pure.

import type { Input } from '../../src/contract/index.ts';
import type { Language } from '../i18n/index.ts';

export type ReportScope = {
  /** '' is the language of the window. */
  readonly language: Language | '';
  readonly title: string;
  readonly by: string;
  readonly coder: string;
  readonly quotes: number;
  readonly smallGroups: boolean;
};

export const REPORT_SCOPE: ReportScope = { language: '', title: '', by: 'set', coder: '', quotes: 4, smallGroups: true };

export function reportInput(scope: ReportScope, language: Language): Input<'report.theme'> {
  return {
    language: scope.language || language,
    title: scope.title.trim(),
    by: scope.by,
    ...(scope.coder === '' ? {} : { coder: scope.coder }),
    quotesPerTheme: scope.quotes,
    smallGroups: scope.smallGroups,
  };
}
