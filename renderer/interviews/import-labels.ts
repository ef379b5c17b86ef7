// Who speaks in the files of an import, all files together, and what the person says of them. No React: state in, state out.

import type { LabelMend } from '../../src/contract/interview.ts';
import { nameKey } from '../../src/domain/code.ts';
import type { ReadyFile } from './import-list.ts';

/** `as`: it is one with that label. `line`: of a label that is no speaker, the first line that begins with it. */
export type LabelRow = {
  readonly label: string;
  readonly role: 'answers' | 'asks' | 'none';
  readonly as: string | null;
  readonly files: number;
  /** Of a speaker its turns; of what is no speaker, how many lines begin with it. */
  readonly turns: number;
  readonly words: number;
  readonly line: string;
};

/** The labels in these files: who speaks most first, then what was taken for no speaker, then what is one with another. */
export function labelRows(files: readonly ReadyFile[], mends: readonly LabelMend[]): LabelRow[] {
  const said = new Map(mends.map((mend) => [nameKey(mend.label), mend]));
  const rows = new Map<string, Draft>();
  const draft = (label: string): Draft => {
    const key = nameKey(label);
    const known = rows.get(key) ?? { label, files: 0, turns: 0, words: 0, line: '', asking: 0, spoken: 0 };
    rows.set(key, known);
    return known;
  };
  for (const { preview } of files) {
    for (const { label, turns, words, asks } of preview.speakers) {
      const row = draft(label);
      row.files++;
      row.spoken++;
      row.turns += turns;
      row.words += words;
      if (asks) row.asking++;
    }
    for (const { label, count, line } of preview.passed) {
      const row = draft(label);
      row.files++;
      row.turns += count;
      row.line ||= line;
    }
  }
  // What was merged into another is in no preview any more, and must be there to be taken apart again.
  const seen = new Set(files.flatMap((file) => [...file.labels]));
  for (const { label, as } of mends) if (as !== null && seen.has(nameKey(label))) draft(label);
  return [...rows.values()].map((row) => toRow(row, said.get(nameKey(row.label)))).sort(byRank);
}

/** The rows in the order they were in, new ones last: a row must not jump away from under the hand that changed it. */
export function inOrder(rows: readonly LabelRow[], before: readonly string[]): LabelRow[] {
  const place = new Map(before.map((label, index) => [nameKey(label), index]));
  const placeOf = (row: LabelRow) => place.get(nameKey(row.label)) ?? before.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}

type Draft = {
  readonly label: string;
  files: number;
  turns: number;
  words: number;
  line: string;
  asking: number;
  spoken: number;
};

function toRow({ asking, spoken, ...row }: Draft, mend: LabelMend | undefined): LabelRow {
  const speaks = mend ? mend.speaker : spoken > 0;
  const asks = mend?.asks ?? (spoken > 0 && asking * 2 > spoken);
  return { ...row, role: speaks ? (asks ? 'asks' : 'answers') : 'none', as: mend?.speaker ? mend.as : null };
}

function byRank(a: LabelRow, b: LabelRow): number {
  const rank = (row: LabelRow) => (row.as !== null ? 1 : row.role === 'none' ? 2 : 0);
  return rank(a) - rank(b) || b.files - a.files || b.turns - a.turns || a.label.localeCompare(b.label);
}

/** What is said of one label, in place of what was said of it before. */
export function say(mends: readonly LabelMend[], mend: LabelMend): LabelMend[] {
  const key = nameKey(mend.label);
  return [...mends.filter((other) => nameKey(other.label) !== key), mend];
}

/** Says what a label is. A speaker answers or asks; what is none is text, and nothing is one with it. */
export function sayRole(mends: readonly LabelMend[], label: string, role: LabelRow['role']): LabelMend[] {
  const next = say(mends, { label, speaker: role !== 'none', as: null, asks: role === 'none' ? null : role === 'asks' });
  return role === 'none' ? next.map((mend) => (isOneWith(mend, label) ? { ...mend, as: null } : mend)) : next;
}

/** Says that a label is one with another; null: that it is itself again. What was one with it goes along. */
export function sayOneWith(mends: readonly LabelMend[], label: string, as: string | null): LabelMend[] {
  const merged = { label, speaker: true, as, asks: null };
  if (as === null) return say(mends, merged);
  const moved = mends.map((mend) => (isOneWith(mend, label) ? { ...mend, as } : mend));
  // Who is one with somebody, speaks; so that one does too, also where it says one thing only.
  const known = moved.some((mend) => nameKey(mend.label) === nameKey(as));
  return say(known ? moved : say(moved, { label: as, speaker: true, as: null, asks: null }), merged);
}

function isOneWith(mend: LabelMend, label: string): boolean {
  return mend.as !== null && nameKey(mend.as) === nameKey(label);
}
