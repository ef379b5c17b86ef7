// How a code came to mean what it means: each change of a code is kept with what it was before. The version of a code counts the
// changes of its meaning; a coding knows under which version it was made.

import type { Code } from './code.ts';

export const CHANGE_KINDS = ['created', 'renamed', 'defined', 'moved', 'coloured', 'merged', 'split'] as const;
export type CodeChangeKind = (typeof CHANGE_KINDS)[number];

/** The texts that say what a code means: when one of them changes, its version rises. */
export const MEANING_FIELDS = ['definition', 'definitionEn', 'use', 'not', 'example'] as const;
export const CHANGE_FIELDS = ['name', 'labelEn', ...MEANING_FIELDS, 'path', 'colour'] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** A text as it was and as it became. A path is `Thema / code`; a colour `t1 solid`. */
export type FieldChange = { readonly field: ChangeField; readonly before: string; readonly after: string };

export type CodeChangeDetail = {
  readonly changes: readonly FieldChange[];
  /** The path of the code this one was merged with, was split from, or gave codings to. */
  readonly other?: string;
  /** For a split: `from` on the new code, `into` on the code that gave codings away. */
  readonly side?: 'from' | 'into';
  /** How many codings came over, or were given away. */
  readonly codings?: number;
  /** The memo on the code that was merged into this one. */
  readonly memo?: string;
  /** The path of the code this happened to, when that code was merged into this one later. */
  readonly formerly?: string;
};

/** The fields whose text differs, in the order given. */
export function fieldChanges<F extends 'name' | 'labelEn' | (typeof MEANING_FIELDS)[number]>(
  before: Pick<Code, F>,
  after: Pick<Code, F>,
  fields: readonly F[],
): FieldChange[] {
  return fields.flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  );
}

/** Which changes changed what the code means, and so raised its version. */
export function changesMeaning(kind: CodeChangeKind): boolean {
  return kind === 'defined' || kind === 'merged' || kind === 'split';
}
