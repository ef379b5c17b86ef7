// The codebook: a tree of codes, and its way in and out as a table.

import { FORMS, HUES } from '../domain/code.ts';
import { done, id, language, name, nothing, operation, z } from './operation.ts';

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
  colour: colour.nullable().describe('own colour; only themes have one'),
  wears: colour.describe('the colour it is shown in: its theme’s'),
  codings: z.int().describe('codings with this very code'),
  interviews: z.int().describe('interviews with this code or one below it'),
  quotes: z.int().describe('codings with this code or one below it'),
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
    z.strictObject({ id, name: name.optional(), ...texts }),
    done,
  ),
  'code.move': operation(
    'change',
    'Moves a code under another parent (null: as a theme), to a position among its new siblings.',
    z.strictObject({ id, parentId: id.nullable(), position: z.int().nonnegative().default(1_000_000) }),
    done,
  ),
  'code.merge': operation(
    'change',
    'Merges a code into another: its codings, memos and sub-codes move over, and it is gone.',
    z.strictObject({ id, intoId: id }),
    z.strictObject({ codings: z.int() }),
  ),
  'code.delete': operation(
    'change',
    'Deletes a code with its sub-codes and their codings.',
    z.strictObject({ id }),
    z.strictObject({ codes: z.int(), codings: z.int() }),
  ),
  'code.pin': operation(
    'change',
    'Puts a code under a digit, from which the code that had it goes; null: under none.',
    z.strictObject({ id, digit: z.int().min(1).max(9).nullable() }),
    done,
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
