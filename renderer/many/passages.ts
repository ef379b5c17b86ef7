// Passages to code at once: what is in the preview, what of it is ticked, and the ranges that come of it. Pure.

import type { Input } from '../../src/contract/index.ts';
import type { TextRange } from '../../src/domain/text.ts';

export type Unit = 'hit' | 'sentence' | 'turn';

/** One row of the preview. `at`: what would be coded, by unit. */
export type Passage = {
  readonly key: string;
  readonly interviewId: number;
  readonly interview: string;
  readonly set: string;
  readonly textVersion: number;
  /** The number of the turn, from 1. */
  readonly turn: number;
  readonly before: string;
  readonly text: string;
  readonly after: string;
  readonly at: Readonly<Record<Unit, TextRange>>;
  /** The interviewer says it. */
  readonly asks: boolean;
  /** Ticked at first. */
  readonly proposed: boolean;
  /** What it answers, and how alike that is to what was asked, 0 to 1. */
  readonly question?: { readonly text: string; readonly likeness: number };
};

/** Whose words are coded. */
export const WHO = ['all', 'participants', 'interviewer'] as const;
export type Who = (typeof WHO)[number];

export function saidBy(passages: readonly Passage[], who: Who): readonly Passage[] {
  return who === 'all' ? passages : passages.filter(({ asks }) => asks === (who === 'interviewer'));
}

/** Whether there is anything to choose: some are the interviewer's and some are not. */
export function isMixed(passages: readonly Passage[]): boolean {
  return passages.some(({ asks }) => asks) && passages.some(({ asks }) => !asks);
}

export type Ranges = Input<'coding.applyMany'>['ranges'];

/** The ranges of the ticked passages, each once: two hits in one sentence are one sentence. In the order of the passages. */
export function rangesOf(passages: readonly Passage[], ticked: ReadonlySet<string>, unit: Unit): Ranges {
  const ranges = new Map<string, Ranges[number]>();
  for (const { key, interviewId, textVersion, at } of passages) {
    const { start, end } = at[unit];
    if (ticked.has(key)) ranges.set(`${interviewId} ${start} ${end}`, { interviewId, textVersion, start, end });
  }
  return [...ranges.values()];
}

/** `keys` all ticked, or when they all were, all not. */
export function toggled(ticked: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  const all = keys.every((key) => ticked.has(key));
  const next = new Set(ticked);
  for (const key of keys) {
    if (all) next.delete(key);
    else next.add(key);
  }
  return next;
}
