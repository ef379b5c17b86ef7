// What a memo is on, as the window names it, and as it stands in the address: `code-5`, `project`, `journal-7`, `journal-2026-03-19` (a new entry).

import type { MemoRow } from '../../src/contract/memo.ts';
import type { MemoLink } from '../../src/domain/memo.ts';

export type MemoSubject =
  | { readonly on: 'project' }
  | { readonly on: 'interview' | 'code' | 'coding' | 'participant'; readonly id: number }
  /** `id` is null for an entry that is still to be written. */
  | { readonly on: 'journal'; readonly id: number | null; readonly date: string };

export function subjectKey(subject: MemoSubject): string {
  if (subject.on === 'project') return 'project';
  return subject.on === 'journal' ? `journal-${subject.id ?? subject.date}` : `${subject.on}-${subject.id}`;
}

/** The memo that a subject has, among all. */
export function memoOf(memos: readonly MemoRow[], subject: MemoSubject): MemoRow | undefined {
  return memos.find((memo) => memo.on === subject.on && isOf(memo, subject));
}

function isOf(memo: MemoRow, subject: MemoSubject): boolean {
  if (subject.on === 'project') return true;
  return subject.on === 'journal' ? memo.id === subject.id : memo.targetId === subject.id;
}

export function subjectOf(memo: MemoRow): MemoSubject {
  if (memo.on === 'journal') return { on: 'journal', id: memo.id, date: memo.date ?? '' };
  return memo.on === 'project' || memo.targetId === null ? { on: 'project' } : { on: memo.on, id: memo.targetId };
}

/** The subject a key names; `memos` tell the day of an entry. Null when the key names nothing. */
export function parseSubject(key: string, memos: readonly MemoRow[]): MemoSubject | null {
  if (key === 'project') return { on: 'project' };
  const day = /^journal-(\d{4}-\d\d-\d\d)$/.exec(key)?.[1];
  if (day) return { on: 'journal', id: null, date: day };
  const [, on = '', digits = ''] = /^(interview|code|coding|participant|journal)-([1-9]\d{0,14})$/.exec(key) ?? [];
  const id = Number(digits);
  if (on === 'journal') {
    const date = memos.find((memo) => memo.id === id)?.date;
    return date ? { on, id, date } : null;
  }
  return on === 'interview' || on === 'code' || on === 'coding' || on === 'participant' ? { on, id } : null;
}

/** What a link leads to is what a memo can be on: a quote is a coding. */
export function subjectOfLink(link: MemoLink): MemoSubject | null {
  if (link.kind === 'web') return null;
  return { on: link.kind === 'quote' ? 'coding' : link.kind, id: link.id };
}

/** Today, where this computer is: `2026-03-19`. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
