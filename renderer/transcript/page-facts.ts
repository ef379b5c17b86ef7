// What holds for all codings of a page together. Found once for a list of codings, and passed on when only a few of thousands came or went.

import type { TextRange } from '../../src/domain/text.ts';
import { groupTurns, type TurnSpan } from './groups.ts';
import { turnAt } from './grow.ts';
import type { Mark, Page } from './model.ts';

type Facts = {
  coders?: ReadonlySet<string>;
  memos?: number;
  groups?: { readonly turns: readonly TextRange[]; readonly spans: readonly TurnSpan[] };
};

const known = new WeakMap<readonly Mark[], Facts>();

function factsOf(marks: readonly Mark[]): Facts {
  const facts = known.get(marks) ?? {};
  known.set(marks, facts);
  return facts;
}

/** Who coded. */
export function codersOf(marks: readonly Mark[]): ReadonlySet<string> {
  const facts = factsOf(marks);
  if (facts.coders) return facts.coders;
  const coders = new Set<string>();
  for (const mark of marks) coders.add(mark.coder);
  facts.coders = coders;
  return coders;
}

/** How many codings have a memo. */
export function memosOn(marks: readonly Mark[]): number {
  const facts = factsOf(marks);
  facts.memos ??= countMemos(marks);
  return facts.memos;
}

/** For each turn the turns that codings tie it to. */
export function groupsOf({ turns, marks }: Pick<Page, 'turns' | 'marks'>): readonly TurnSpan[] {
  const facts = factsOf(marks);
  if (facts.groups?.turns !== turns) facts.groups = { turns, spans: groupTurns(turns, marks) };
  return facts.groups.spans;
}

/** `now` is `before` without those that went and with those that came: what that does not change is known of it too. */
export function passOnFacts(before: readonly Mark[], now: readonly Mark[], came: readonly Mark[], went: readonly Mark[]): void {
  const { coders, memos, groups } = factsOf(before);
  const facts = factsOf(now);
  if (memos !== undefined) facts.memos = memos + countMemos(came) - countMemos(went);
  const isIn = ({ coder }: Mark) => came.some((mark) => mark.coder === coder);
  if (coders && went.every(isIn) && came.every(({ coder }) => coders.has(coder))) facts.coders = coders;
  if (
    groups &&
    went.every((mark) => came.some((other) => tiesAlike(mark, other))) &&
    came.every((mark) => tiesNothing(mark, groups))
  )
    facts.groups = groups;
}

function countMemos(marks: readonly Mark[]): number {
  let count = 0;
  for (const mark of marks) if (mark.memo !== '') count++;
  return count;
}

function tiesAlike(one: TextRange, other: TextRange): boolean {
  return one.start === other.start && one.end === other.end;
}

/** True when all turns under a coding are tied together without it. */
function tiesNothing({ start, end }: TextRange, { turns, spans }: NonNullable<Facts['groups']>): boolean {
  const span = spans[turnAt(turns, start)];
  return span !== undefined && turnAt(turns, Math.max(start, end - 1)) <= span.last;
}
