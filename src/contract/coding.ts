// Codings: what a researcher puts on the text.

import { done, id, language, name, nothing, offset, operation, path, z } from './operation.ts';

export const codingRow = z.strictObject({
  id,
  interviewId: id,
  start: offset,
  end: offset,
  codeId: id,
  coderId: id,
  coder: z.string(),
  at: z.string(),
  key: z.boolean().describe('a key quote: chosen for the report'),
  toBeChecked: z.boolean().describe('its text was corrected away; `quote` is what it was'),
  quote: z.string(),
  memo: z.string(),
  codeVersion: z.int().describe('the version of the code’s meaning it was made under; 0: under another code, merged since'),
});
export type CodingRow = z.infer<typeof codingRow>;

const ids = z.array(id).min(1).max(100_000);
const range = { interviewId: id, textVersion: z.int(), start: offset, end: offset };

export const codingOperations = {
  'coding.list': operation(
    'read',
    'The codings of one interview, from the start of the text; with `ids` only those of them, with `turns` (from 0, both included) only those that touch them.',
    z.strictObject({
      interviewId: id,
      ids: z.array(id).max(100_000).optional(),
      turns: z.strictObject({ from: offset, to: offset }).optional(),
    }),
    z.strictObject({ codings: z.array(codingRow) }),
  ),
  'coding.apply': operation(
    'change',
    'Codes a range of text with one or more codes. The range is trimmed to whole graphemes without white space at its ends; a coding that is already there is left as it is.',
    z.strictObject({ ...range, codeIds: z.array(id).min(1).max(50) }),
    z.strictObject({ codingIds: z.array(id) }),
  ),
  'coding.applyNew': operation(
    'change',
    'Makes the codes of a path (`parent / child`) that are not there yet and codes a range with the last one, in one step.',
    z.strictObject({ ...range, path }),
    z.strictObject({ codingIds: z.array(id), codeId: id }),
  ),
  'coding.applyMany': operation(
    'change',
    'Codes many ranges in one step, with codes that are there or with the one of a path, which is made if need be. Each range is trimmed as by `coding.apply`.',
    z.strictObject({
      codeIds: z.array(id).min(1).max(50).optional(),
      path: path.optional().describe('instead of codeIds'),
      ranges: z.array(z.strictObject(range)).min(1).max(20_000),
    }),
    z.strictObject({
      codingIds: z.array(id).describe('those made'),
      present: z.int().describe('how many were there already'),
      codeIds: z.array(id),
    }),
  ),
  'coding.remove': operation('change', 'Removes codings, with their memos.', z.strictObject({ ids }), done),
  'coding.resize': operation(
    'change',
    'Gives a coding another range.',
    z.strictObject({ id, textVersion: z.int(), start: offset, end: offset }),
    done,
  ),
  'coding.split': operation(
    'change',
    'Makes two codings of one, before and after an offset, both trimmed. The first keeps the memo.',
    z.strictObject({ id, textVersion: z.int(), at: offset }),
    z.strictObject({ codingIds: z.tuple([id, id]) }),
  ),
  'coding.recode': operation(
    'change',
    'Gives codings another code, as it is defined now.',
    z.strictObject({ ids, codeId: id }),
    done,
  ),
  'coding.recodeNew': operation(
    'change',
    'Makes the codes of a path that are not there yet and gives codings the last one, in one step.',
    z.strictObject({ ids, path }),
    z.strictObject({ codeId: id }),
  ),
  'coding.setKey': operation(
    'change',
    'Marks codings as key quotes, or no longer.',
    z.strictObject({ ids, key: z.boolean() }),
    done,
  ),
  'codings.import': operation(
    'change',
    'Reads codings (CSV: interview,start,end,code,coder and optional quote), all in one step; a line that does not fit the project is refused by name, the others go in.',
    z.strictObject({ csv: z.string().max(100_000_000), createCodes: z.boolean().default(false) }),
    z.strictObject({
      imported: z.int(),
      present: z.int(),
      createdCodes: z.array(z.string()),
      unknownCodes: z.array(z.string()),
      refused: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
    }),
  ),
  'codings.export': operation(
    'read',
    'All codings as CSV, as `codings.import` reads it; and what that table has no room for.',
    z.strictObject({ language: language.default('en') }),
    z.strictObject({
      csv: z.string(),
      left: z
        .strictObject({ toBeChecked: z.int(), keys: z.int(), memos: z.int() })
        .describe('not in the table: codings whose text is gone, which codings are key quotes, memos on codings'),
    }),
  ),
  'coder.list': operation(
    'read',
    'Who coded, with how many codings.',
    nothing,
    z.strictObject({ coders: z.array(z.strictObject({ id, name: z.string(), codings: z.int() })) }),
  ),
  'coder.rename': operation('change', 'Gives a coder another name.', z.strictObject({ id, name }), done),
} as const;
