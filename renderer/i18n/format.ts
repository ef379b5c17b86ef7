// Numbers, dates and names of keys as the reader's language writes them.

export type Language = 'nl' | 'en';

export type Format = {
  readonly number: (value: number) => string;
  /** A share from 0 to 1 as a whole percentage. */
  readonly percent: (share: number) => string;
  /** `14:03:12` of an ISO 8601 time. */
  readonly time: (iso: string) => string;
  /** `5 maart 2026` of a calendar date or an ISO 8601 time. */
  readonly date: (iso: string) => string;
  /** How long ago a person would say it: `vandaag 14:03`, `gisteren`, `3 maart`. */
  readonly when: (iso: string, now?: Date) => string;
  /** The same with the time to the second: `vandaag 14:03:12`, `3 maart 14:03:12`. */
  readonly moment: (iso: string, now?: Date) => string;
  /** The day of an ISO 8601 time: `vandaag`, `gisteren`, `3 maart`. */
  readonly day: (iso: string, now?: Date) => string;
  readonly list: (names: readonly string[]) => string;
};

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;
const DAY = 86_400_000;

export function createFormat(language: Language): Format {
  const locale = LOCALE[language];
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const day = (then: Date, now: Date) => {
    const days = Math.round((startOfDay(then) - startOfDay(now)) / DAY);
    if (days === 0 || days === -1) return relative.format(days, 'day');
    return then.getFullYear() === now.getFullYear() ? dayMonth.format(then) : date.format(then);
  };
  const when = (iso: string, now = new Date()) => {
    const then = new Date(iso);
    const today = startOfDay(then) === startOfDay(now);
    return today ? `${day(then, now)} ${clock.format(then)}` : day(then, now);
  };
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    time: (iso) => time.format(new Date(iso)),
    date: (iso) => date.format(asLocalDay(iso)),
    when,
    moment: (iso, now = new Date()) => `${day(new Date(iso), now)} ${time.format(new Date(iso))}`,
    day: (iso, now = new Date()) => day(new Date(iso), now),
    list: (names) => list.format(names),
  };
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** A bare date has no time zone: read as UTC it would be the day before west of Greenwich. */
function asLocalDay(iso: string): Date {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00`) : new Date(iso);
}
