// What analysis works on and answers: rows without a database. Shapes only; the counting is in src/analysis.

import type { TextRange } from './text.ts';

/** An interview as analysis sees it. `groups`: the values it has for the attribute that is compared by (usually one). */
export type InterviewRow = {
  readonly id: number;
  readonly name: string;
  readonly groups: readonly string[];
  readonly wordStarts: readonly number[];
  readonly turns: readonly TextRange[];
};

export type CodingRow = TextRange & { readonly interviewId: number; readonly codeId: number; readonly coderId: number };

/** A code as analysis sees it, in codebook order. `path` is how answers name it. */
export type CodeRow = { readonly id: number; readonly parentId: number | null; readonly path: string };

export type Basis = { readonly interviews: number; readonly quotes: number };

export type FrequencyRow = {
  readonly code: string;
  readonly group: string;
  readonly interviews: number;
  readonly of: number;
  readonly quotes: number;
  readonly words: number;
};
/** Interviews of a group in which nothing has been coded yet. They are among its interviews all the same. */
export type UncodedGroup = { readonly group: string; readonly interviews: number };
export type Frequency = {
  readonly basis: Basis;
  readonly rows: readonly FrequencyRow[];
  readonly uncoded: readonly UncodedGroup[];
};

export type CooccurrenceRule = 'overlap' | 'turn' | 'interview';
export type CooccurrencePair = {
  readonly a: string;
  readonly b: string;
  readonly together: number;
  readonly interviews: number;
  readonly c: number;
  readonly jaccardInterviews: number;
};
export type CooccurrenceGroup = {
  readonly group: string;
  readonly interviews: number;
  readonly pairs: readonly CooccurrencePair[];
};
export type Cooccurrence = { readonly rule: CooccurrenceRule; readonly groups: readonly CooccurrenceGroup[] };

/** A quote behind a mark: merged ranges of one code in one interview. */
export type QuoteRange = TextRange & { readonly interviewId: number; readonly codeId: number };

/** A place where two codes go together: the two ranges, or for the rules turn and interview the unit that holds both. */
export type PairPlace = {
  readonly interviewId: number;
  readonly unit: TextRange;
  readonly a: readonly TextRange[];
  readonly b: readonly TextRange[];
};
