// The codebook: a tree of codes, and its way in and out as a table.

import { FORMS, HUES } from '../domain/code.ts';
import { CHANGE_FIELDS, CHANGE_KINDS } from '../domain/code-change.ts';
import { cleanText } from '../domain/interview.ts';
import { done, id, language, name, nothing, offset, operation, z } from './operation.ts';

const long = z.string().max(5000);
export const colour = z.strictObject({ hue: z.int().min(1).max(HUES), form: z.enum(FORMS) });

export const codeRow = z.strictObject({
  id,
  parentId: id.nullable(),
  position: z.int(),
  path: z.string().describe('`Thema / code`'),
  depth: z.int(),
  themeId: id,
  name: z.string(),
  labelEn: z.string(),
  definition: z.string(),
  definitionEn: z.string(),
  use: z.string(),
  not: z.string(),
  example: z.string(),
  version: z.int().describe('how often its meaning was changed, plus one'),
  colour: colour.nullable().describe('own colour; only themes have one'),
  wears: colour.describe('the colour it is shown in: its theme’s'),
  codings: z.int().describe('codings with this very code'),
  interviews: z.int().describe('interviews with a quote of this code or one below it'),
  quotes: z.int().describe('quotes of this code or one below it, as `analysis.frequency` counts them'),
  pin: z.int().min(1).max(9).nullable().describe('the digit that applies it'),
});
export type CodeRow = z.infer<typeof codeRow>;

const texts = {
  labelEn: name.or(z.literal('')).optional(),
  definition: long.optional(),
  definitionEn: long.optional(),
  use: long.optional(),
  not: long.optional(),
  example: long.optional(),
  colour: colour.optional(),
};

const before = z
  .strictObject({
    name: z.string(),
    labelEn: z.string(),
    definition: z.string(),
    definitionEn: z.string(),
    use: z.string(),
    not: z.string(),
    example: z.string(),
    colour: colour.nullable(),
  })
  .partial()
  .optional()
  .describe('as these were when they were read: refused (`conflict`) when one of them says something else by now');

const reason = z.string().max(1000).transform(cleanText).default('').describe('why, for the history of the code');

const meaning = z.strictObject({
  path: z.string(),
  labelEn: z.string(),
  definition: z.string(),
  definitionEn: z.string(),
  use: z.string(),
  not: z.string(),
  example: z.string(),
});

export const codeChange = z.strictObject({
  id,
  kind: z.enum(CHANGE_KINDS),
  version: z.int().describe('of the code, after this change'),
  coder: z.string(),
  at: z.string(),
  reason: z.string(),
  formerly: z.string().nullable().describe('the path of the code this happened to, before it was merged into this one'),
  changes: z.array(z.strictObject({ field: z.enum(CHANGE_FIELDS), before: z.string(), after: z.string() })),
  other: z.string().nullable().describe('the path of the code it was merged with, or split from or into'),
  side: z.enum(['from', 'into']).nullable(),
  codings: z.int().describe('how many came over or went away'),
  memo: z.string().describe('the memo on the code that was merged into this one'),
  codingsBefore: z.int().describe('codings of now that were made before; 0 when the meaning did not change'),
});
export type CodeChange = z.infer<typeof codeChange>;

export const codeOperations = {
  'code.list': operation(
    'read',
    'The codebook in reading order, with counts.',
    nothing,
    z.strictObject({ codes: z.array(codeRow) }),
  ),
  'code.create': operation(
    'change',
    'Makes a code, as a theme or under a parent.',
    z.strictObject({ name, parentId: id.nullable().default(null), ...texts }),
    z.strictObject({ id }),
  ),
  'code.update': operation(
    'change',
    'Renames a code, or changes its definition, use, example, English label or colour.',
    z.strictObject({ id, name: name.optional(), ...texts, before, reason }),
    done,
  ),
  'code.move': operation(
    'change',
    'Moves a code under another parent (null: as a theme), to a position among its new siblings.',
    z.strictObject({ id, parentId: id.nullable(), position: z.int().nonnegative().default(1_000_000), reason }),
    done,
  ),
  'code.merge': operation(
    'change',
    'Merges a code into another: its codings, memos and sub-codes move over, and it is gone.',
    z.strictObject({ id, intoId: id, reason }),
    z.strictObject({ codings: z.int() }),
  ),
  'code.mergePreview': operation(
    'read',
    'What merging a code into another would touch. Refuses what `code.merge` would refuse.',
    z.strictObject({ id, intoId: id }),
    z.strictObject({
      codings: z.int().describe('codings that come over'),
      doubles: z.int().describe('of those, on the same range by the same coder there already: the two become one'),
      interviews: z.int().describe('interviews that these codings are in'),
      memos: z.int().describe('memos on the code, its merging sub-codes and their codings; they go along'),
      merging: z
        .array(z.strictObject({ path: z.string(), into: z.string() }))
        .describe('sub-codes that have a namesake there, and are merged with it'),
      moving: z.array(z.string()).describe('paths of sub-codes that move over'),
      from: meaning,
      into: meaning,
    }),
  ),
  'code.split': operation(
    'change',
    'Splits a code: the codings named go to a new code beside it or below it.',
    z.strictObject({
      id,
      name,
      codingIds: z.array(id).min(1).max(100_000),
      where: z.enum(['sibling', 'child']),
      definition: long.default(''),
      reason,
    }),
    z.strictObject({ id }),
  ),
  'code.delete': operation(
    'change',
    'Deletes a code with its sub-codes and their codings.',
    z.strictObject({ id, reason }),
    z.strictObject({ codes: z.int(), codings: z.int() }),
  ),
  'code.pin': operation(
    'change',
    'Puts a code under a digit, from which the code that had it goes; null: under none.',
    z.strictObject({ id, digit: z.int().min(1).max(9).nullable() }),
    done,
  ),
  'code.history': operation(
    'read',
    'What happened to a code, oldest first: who changed what when and why, with the texts as they were.',
    z.strictObject({ id }),
    z.strictObject({ entries: z.array(codeChange) }),
  ),
  'code.codingsBefore': operation(
    'read',
    'The codings of a code that were made under an earlier version of it than this one, by interview and place; without a version: all.',
    z.strictObject({ id, version: z.int().positive().optional() }),
    z.strictObject({
      codings: z.array(
        z.strictObject({
          id,
          interviewId: id,
          interview: z.string(),
          turn: z.int().describe('the number of the turn it begins in, from 1'),
          start: offset,
          end: offset,
          quote: z.string(),
          coder: z.string(),
          at: z.string(),
          codeVersion: z.int().describe('0: made under another code'),
          toBeChecked: z.boolean(),
        }),
      ),
    }),
  ),
  'codebook.import': operation(
    'change',
    'Reads a codebook (CSV with a column `code` holding paths). New codes are made, known ones get the texts that the file has.',
    z.strictObject({ csv: z.string().max(20_000_000) }),
    z.strictObject({ created: z.int(), updated: z.int() }),
  ),
  'codebook.export': operation(
    'read',
    'The codebook as CSV.',
    z.strictObject({ language: language.default('nl') }),
    z.strictObject({ csv: z.string() }),
  ),
} as const;
