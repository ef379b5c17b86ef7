// Which fragments meet a question. A fragment is one distinct range in one interview, with all codings on exactly that range; a
// coding whose text was corrected away is a fragment by its place and old quote.

import { mergeRanges, type TextRange } from '../domain/text.ts';

export type QuoteCoding = TextRange & {
  readonly id: number;
  readonly interviewId: number;
  readonly codeId: number;
  readonly coderId: number;
  readonly at: string;
  readonly key: boolean;
  readonly memo: boolean;
  /** The version of its code's meaning when it was made. */
  readonly version: number;
  /** The quote as it was, of a coding without text. */
  readonly lost?: string;
};

/** `codings`: all on this range by coders in scope. `asked`: those that met the question; never empty. */
export type Fragment = TextRange & {
  readonly interviewId: number;
  readonly codings: readonly QuoteCoding[];
  readonly asked: readonly QuoteCoding[];
};

export type RetrieveQuery = {
  /** By interview, start and end. */
  readonly codings: readonly QuoteCoding[];
  readonly interviews: ReadonlySet<number>;
  readonly coderId: number | null;
  /** The codes whose ranges are asked for; null: any. */
  readonly lead: ReadonlySet<number> | null;
  /** Of each of these sets of codes a coding must touch the range. */
  readonly beside: readonly ReadonlySet<number>[];
  /** Of these codes none may. */
  readonly none: ReadonlySet<number>;
  readonly toBeChecked: boolean;
  /** What one coding on the range, of a leading code, must meet besides. */
  readonly fits: (coding: QuoteCoding) => boolean;
  /** What the range must meet: who speaks there, what is said. */
  readonly holds: (fragment: Fragment) => boolean;
};

/** The fragments in the order of the codings. Codings by coders out of scope count for nothing, also not for `beside` and `none`. */
export function retrieve(query: RetrieveQuery): Fragment[] {
  const found: Fragment[] = [];
  for (const codings of byInterview(query)) {
    const tests = [...query.beside.map((codes) => touching(codings, codes)), not(touching(codings, query.none))];
    for (const own of byRange(codings)) {
      const asked = own.filter((coding) => (query.lead?.has(coding.codeId) ?? true) && query.fits(coding));
      const [first] = asked;
      if (!first) continue;
      const { interviewId, start, end } = first;
      const fragment = { interviewId, start, end, codings: own, asked };
      if (tests.every((test) => test(first)) && query.holds(fragment)) found.push(fragment);
    }
  }
  return found;
}

/** The codings of other ranges that overlap a fragment. `codings`: those of its interview, by start. */
export function nearbyOf(fragment: Fragment, codings: readonly QuoteCoding[]): QuoteCoding[] {
  const near: QuoteCoding[] = [];
  for (const coding of codings) {
    if (coding.start >= fragment.end) break;
    const same = coding.start === fragment.start && coding.end === fragment.end;
    if (coding.end > fragment.start && !same && coding.start < coding.end) near.push(coding);
  }
  return near;
}

function byInterview({ codings, interviews, coderId, toBeChecked }: RetrieveQuery): QuoteCoding[][] {
  const lists: QuoteCoding[][] = [];
  let at = 0;
  for (const coding of codings) {
    if ((coding.start === coding.end) !== toBeChecked || !interviews.has(coding.interviewId)) continue;
    if (coderId !== null && coding.coderId !== coderId) continue;
    if (coding.interviewId !== at) lists.push([]);
    at = coding.interviewId;
    lists.at(-1)?.push(coding);
  }
  return lists;
}

/** Those on one range together. Of codings without text, those that had the same text. */
function byRange(codings: readonly QuoteCoding[]): QuoteCoding[][] {
  const lists: QuoteCoding[][] = [];
  const gone = new Map<string, QuoteCoding[]>();
  let last: QuoteCoding | undefined;
  for (const coding of codings) {
    const empty = coding.start === coding.end;
    const known = empty ? gone.get(goneKey(coding)) : isSameRange(coding, last) ? lists.at(-1) : undefined;
    last = coding;
    if (known) known.push(coding);
    else {
      const list = [coding];
      lists.push(list);
      if (empty) gone.set(goneKey(coding), list);
    }
  }
  return lists;
}

function isSameRange(a: TextRange, b: TextRange | undefined): boolean {
  return a.start === b?.start && a.end === b.end;
}

/** Whether a coding of one of the codes shares text with a range, or had the same text that is gone. */
function touching(codings: readonly QuoteCoding[], codes: ReadonlySet<number>): (coding: QuoteCoding) => boolean {
  if (codes.size === 0) return () => false;
  const own = codings.filter((coding) => codes.has(coding.codeId));
  const gone = new Set(own.flatMap((coding) => (coding.start === coding.end ? [goneKey(coding)] : [])));
  const ranges = mergeRanges(own.filter((coding) => coding.start < coding.end));
  return (coding) => (coding.start === coding.end ? gone.has(goneKey(coding)) : overlapsAny(ranges, coding));
}

function goneKey({ start, lost = '' }: QuoteCoding): string {
  return `${start} ${lost}`;
}

/** The ranges ascend and do not overlap each other, so the first one that ends after the start decides. */
function overlapsAny(ranges: readonly TextRange[], { start, end }: TextRange): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const first = ranges[low];
  return first !== undefined && first.start < end;
}

function not(test: (coding: QuoteCoding) => boolean): (coding: QuoteCoding) => boolean {
  return (coding) => !test(coding);
}
