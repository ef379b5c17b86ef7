// Memos: what a researcher notes on the project, an interview, a code, a coding or a participant, and day by day in the journal. Their text is
// the small Markdown of domain/memo.ts.

import { LINK_KINDS, MAX_MEMO, MEMO_ON } from '../domain/memo.ts';
import { date, id, language, offset, operation, z } from './operation.ts';

const on = z.enum([...MEMO_ON, 'journal']);
const text = z.string().max(MAX_MEMO);
const before = text
  .optional()
  .describe('the text it had when it was read, empty for none; when it has another by now, nothing is written');

export const memoRow = z.strictObject({
  id,
  on,
  targetId: id.nullable().describe('of the interview, code, coding or participant'),
  subject: z.string().describe('the name of the project, interview or participant, the path of the code, the quote, or the date'),
  text,
  coder: z.string(),
  at: z.string(),
  date: date.nullable().describe('of an entry of the journal'),
  interviewId: id.nullable().describe('of the interview, or the one the coding is in'),
  interview: z.string(),
  codeId: id.nullable().describe('of the code, or the one of the coding'),
  code: z.string().describe('its path'),
  start: offset.describe('of a coding; without text left (to be checked), start and end are the same'),
  end: offset,
  quote: z.string(),
});
export type MemoRow = z.infer<typeof memoRow>;

/** Which memos; what is left out does not narrow. */
const filter = {
  on: z.array(on).min(1).optional(),
  coder: z.string().optional().describe('by name'),
  text: z
    .string()
    .max(1000)
    .optional()
    .describe('words that must all be in the memo or its subject; case and accents don’t count'),
  from: date.optional().describe('written on this day or later; an entry of the journal: of this day or later'),
  to: date.optional(),
  interviewId: id.optional().describe('on this interview or on codings in it'),
  codeId: id.optional().describe('on this code, the codes below it, or codings with them'),
};

export const linkTarget = z.strictObject({
  kind: z.enum(LINK_KINDS),
  id,
  label: z.string().describe('the name, the path of a code, or the beginning of the quote'),
  interviewId: id.nullable(),
  interview: z.string(),
  code: z.string(),
  start: offset,
  end: offset,
});
export type LinkTarget = z.infer<typeof linkTarget>;

export const memoOperations = {
  'memo.set': operation(
    'change',
    'Writes the memo on the project, an interview, a code, a coding or a participant; an empty text removes it.',
    z.strictObject({ on: z.enum(MEMO_ON), id: id.nullable().default(null), text, before }),
    z.strictObject({}),
  ),
  'journal.set': operation(
    'change',
    'Writes an entry of the research journal; without an id a new one, and an empty text removes it. Answers its id, null when it is not there (any more).',
    z.strictObject({ id: id.nullable().default(null), date, text, before }),
    z.strictObject({ id: id.nullable() }),
  ),
  'memo.list': operation(
    'read',
    'Memos and entries of the journal, newest first, with what they are on and where that is.',
    z.strictObject(filter),
    z.strictObject({ memos: z.array(memoRow) }),
  ),
  'memo.export': operation(
    'read',
    'The same as one file, in the order of the project: journal, project, interviews with their codings, codes, participants.',
    z.strictObject({ ...filter, format: z.enum(['md', 'html', 'txt']).default('md'), language: language.default('en') }),
    z.strictObject({ text: z.string(), memos: z.int() }),
  ),
  'memo.findTargets': operation(
    'read',
    'What a memo can link to: codes, interviews, participants and quotes in which all words occur, names that begin so first.',
    z.strictObject({ query: z.string().max(1000).default(''), limit: z.int().positive().max(200).default(30) }),
    z.strictObject({ targets: z.array(linkTarget) }),
  ),
  'memo.targets': operation(
    'read',
    'What links lead to; a link that is not in the answer leads to something that is gone.',
    z.strictObject({
      links: z
        .array(z.strictObject({ kind: z.enum(LINK_KINDS), id }))
        .max(10_000)
        .default([]),
    }),
    z.strictObject({ targets: z.array(linkTarget) }),
  ),
} as const;
