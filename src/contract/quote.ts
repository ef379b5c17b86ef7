// Fragments: the list of quotes for any scope, and the same list as a file or as text to paste.

import { MAX_NAME } from '../domain/code.ts';
import { MAX_MEMO } from '../domain/memo.ts';
import { done, id, language, name, offset, operation, path, z } from './operation.ts';

/** A code by its path or its id. */
const code = z.union([id, path]);
const codes = z.array(code).max(100).default([]);
/** A value as people wrote it; empty: without one. */
const value = z.string().trim().max(MAX_NAME);

/** Which quotes: every condition that is given must be met. Within one list either value will do, except in `codes.all`. */
export const quoteScope = z.strictObject({
  codes: z
    .strictObject({
      all: codes.describe('ranges of the first that overlap a coding of each of the others'),
      any: codes.describe('ranges of one of these; beside `all`: that overlap a coding of one of these'),
      none: codes.describe('no coding of these overlaps the range'),
      withSubcodes: z.boolean().default(true),
    })
    .prefault({}),
  sets: z.array(name).max(1000).optional(),
  cities: z.array(value).max(1000).optional(),
  interviews: z.array(id).max(10_000).optional(),
  attributes: z
    .array(z.strictObject({ name, values: z.array(value).min(1).max(1000) }))
    .max(50)
    .optional()
    .describe('of the participant who speaks where the quote begins: one who meets all of them'),
  speakers: z.array(value).max(1000).optional().describe('labels in the transcript'),
  who: z.enum(['participants', 'interviewer']).optional(),
  coder: name.optional().describe('only codings of this coder; otherwise of all coders'),
  text: z.string().max(500).default('').describe('words in the quote, without regard to case and accents; as in `search.text`'),
  key: z.boolean().default(false).describe('only key quotes'),
  withMemo: z.boolean().default(false),
  toBeChecked: z.boolean().default(false).describe('the codings whose text was corrected away, by their old quote'),
  madeBefore: z
    .strictObject({ codeId: id, version: z.int().positive() })
    .optional()
    .describe('codings of this code made under an earlier version of its meaning'),
});
export type QuoteScope = z.input<typeof quoteScope>;
/** The same with its defaults filled in. */
export type ParsedScope = z.output<typeof quoteScope>;

export const QUOTE_SORTS = ['place', 'newest', 'oldest', 'length', 'code'] as const;
const sort = z.enum(QUOTE_SORTS).default('place');
const group = z
  .string()
  .max(MAX_NAME + 10)
  .default('none')
  .describe('none, set, city, interview, code, theme, participant, coder, or attribute:<name>');

const codeLook = z.strictObject({
  id,
  path: z.string(),
  wears: z.strictObject({ hue: z.int(), form: z.enum(['solid', 'hollow', 'dashed']) }),
});

export const fragmentRow = z.strictObject({
  interviewId: id,
  interview: z.string(),
  set: z.string(),
  textVersion: z.int(),
  start: offset,
  end: offset,
  turn: z.int().describe('the number of the turn it begins in, from 1'),
  speaker: z.string().nullable().describe('the label of that turn'),
  text: z.string().describe('at most 2,000 units of it'),
  more: z.int().describe('units of the quote that `text` leaves out'),
  before: z.string(),
  after: z.string(),
  codes: z.array(codeLook).describe('on exactly this range'),
  nearby: z.array(codeLook).describe('not on it, but on other ranges that overlap it'),
  codings: z.array(
    z.strictObject({
      id,
      codeId: id,
      coder: z.string(),
      at: z.string(),
      key: z.boolean(),
      memo: z.boolean(),
      asked: z.boolean(),
    }),
  ),
  participants: z.array(z.strictObject({ name: z.string(), attributes: z.array(z.string()) })),
  key: z.boolean(),
  memo: z.boolean(),
  toBeChecked: z.boolean(),
});
export type FragmentRow = z.infer<typeof fragmentRow>;

export const fragmentGroup = z.strictObject({
  key: z.string(),
  name: z.string().describe('empty: without a value'),
  code: codeLook.nullable(),
  at: z.int().describe('where it begins in the list'),
  fragments: z.int(),
  participants: z.int(),
  interviews: z.int(),
});
export type FragmentGroup = z.infer<typeof fragmentGroup>;

const list = { ...quoteScope.shape, sort, group };

export const quoteOperations = {
  'quote.list': operation(
    'read',
    'Fragments: the distinct ranges that are coded, with all codes on them, for any scope; counted, sorted, grouped, a page at a time.',
    z.strictObject({
      ...list,
      context: z.enum(['none', 'sentence', 'turn']).default('sentence').describe('how much of the text around is given'),
      offset: z.int().nonnegative().default(0),
      limit: z.int().nonnegative().max(500).default(100),
    }),
    z.strictObject({
      total: z.strictObject({
        fragments: z.int(),
        participants: z.int(),
        interviews: z.int(),
        of: z.int().describe('interviews that the scope could have quotes from'),
      }),
      length: z.int().describe('of the list: a fragment stands in each of its groups'),
      groups: z.array(fragmentGroup),
      rows: z.array(fragmentRow),
      without: z
        .array(z.strictObject({ condition: z.string(), fragments: z.int() }))
        .describe('when there are none: how many there would be with one condition less'),
    }),
  ),
  'quote.choose': operation(
    'read',
    'The same list without its texts, to choose many at once: per fragment, once, its range and its codings.',
    z.strictObject({
      ...list,
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().max(100_000).default(100_000),
    }),
    z.strictObject({
      fragments: z.array(
        z.strictObject({
          interviewId: id,
          textVersion: z.int(),
          start: offset,
          end: offset,
          key: z.boolean(),
          codings: z.array(z.strictObject({ id, codeId: id, memo: z.boolean(), asked: z.boolean() })),
        }),
      ),
    }),
  ),
  'quote.note': operation(
    'change',
    'Adds a text to the memo of each of these codings, below what is there, in one step.',
    z.strictObject({ codingIds: z.array(id).min(1).max(20_000), text: z.string().trim().min(1).max(MAX_MEMO) }),
    done,
  ),
  'quote.export': operation(
    'read',
    'The same list as a table (CSV) or as text with source references (plain or Markdown).',
    z.strictObject({
      ...list,
      format: z.enum(['csv', 'text', 'markdown']).default('csv'),
      language: language.default('nl'),
      heading: z.string().max(2000).default('').describe('the scope in words, to stand in what goes out'),
      only: z.array(id).max(100_000).optional().describe('only fragments that hold one of these codings'),
    }),
    z.strictObject({ content: z.string(), fragments: z.int() }),
  ),
} as const;
