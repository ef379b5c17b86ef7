// The voice of the theme report: its words in one language, and how that language writes numbers and dates.

import { type Child, h } from '../domain/markup.ts';
import type { ReportLanguage } from '../domain/report.ts';
import { dutch, type ReportWords } from './report-words.ts';
import { english } from './report-words-en.ts';

/** The words of a language, and how it writes numbers and dates. */
export type ReportVoice = {
  readonly words: ReportWords;
  /** A count. */
  readonly n: (value: number) => string;
  /** A coefficient, two decimals. */
  readonly decimal: (value: number) => string;
  /** `2026-03-19` as a day, or as a month; '' stays ''. */
  readonly day: (date: string) => string;
  readonly month: (date: string) => string;
  readonly interviews: (value: number) => string;
  readonly quotes: (value: number) => string;
  readonly ofInterviews: (value: number, of: number) => string;
};

export function reportVoice(language: ReportLanguage): ReportVoice {
  const words = language === 'nl' ? dutch : english;
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB';
  const whole = new Intl.NumberFormat(locale);
  const decimals = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const written = (format: Intl.DateTimeFormat, date: string) =>
    date === '' ? '' : format.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
  const n = (value: number) => whole.format(value);
  return {
    words,
    n,
    decimal: (value) => decimals.format(value),
    day: (date) => written(day, date),
    month: (date) => written(month, date),
    interviews: (value) => words.interviews(n(value), value === 1),
    quotes: (value) => words.quotes(n(value), value === 1),
    ofInterviews: (value, of) => words.ofInterviews(n(value), n(of), of === 1),
  };
}

/** A number or name that stands out. */
export function strong(text: string): Child {
  return h('b', null, text);
}
