// What the coding says: numbers, the quotes behind each number, and the theme report.

import { id, language, name, operation, path, z } from './operation.ts';

/** `set`, `city`, `all` (one group), or the name of an attribute of participants. */
const by = name;
const basis = z.strictObject({ interviews: z.int(), quotes: z.int() });
const rule = z.enum(['overlap', 'turn', 'interview']);
const level = z.enum(['code', 'theme']);

const scope = {
  by,
  sets: z.array(name).optional().describe('only these interview sets'),
  coder: name.optional().describe('only this coder; otherwise all coders together'),
};

/** What every analysis is asked over. */
export type AnalysisScope = {
  readonly by: string;
  readonly sets?: readonly string[] | undefined;
  readonly coder?: string | undefined;
};

export const frequencyRow = z.strictObject({
  code: z.string(),
  group: z.string(),
  interviews: z.int(),
  of: z.int(),
  quotes: z.int(),
  words: z.int(),
});
const pair = z.strictObject({
  a: z.string(),
  b: z.string(),
  together: z.int(),
  interviews: z.int(),
  c: z.number(),
  jaccardInterviews: z.number(),
});

const place = {
  interviewId: id,
  interview: z.string(),
  set: z.string(),
  participant: z.string(),
  turn: z.int().describe('the number of the turn it begins in, from 1'),
  start: z.int(),
  end: z.int(),
};
export const quoteRow = z.strictObject({
  ...place,
  code: z.string(),
  text: z.string(),
  before: z.string(),
  after: z.string(),
  key: z.boolean(),
  codingIds: z.array(id).describe('the codings that this range was merged from'),
});
export type QuoteRow = z.infer<typeof quoteRow>;

const segment = z.strictObject({ text: z.string(), a: z.boolean(), b: z.boolean() });
export const pairRow = z.strictObject({
  ...place,
  segments: z.array(segment).describe('the text of the unit, cut where code a or b begins or ends'),
});
export type PairRow = z.infer<typeof pairRow>;

export const analysisOperations = {
  'analysis.frequency': operation(
    'read',
    'Theme frequency: per code and group the interviews, quotes and words, zeros included; ranges of one code that overlap in one interview count once.',
    z.strictObject({
      ...scope,
      codes: z.array(path).optional().describe('paths of codes; otherwise all'),
      rollup: z.boolean().default(false).describe('a parent counts its children too'),
    }),
    z.strictObject({
      basis,
      rows: z.array(frequencyRow),
      uncoded: z
        .array(z.strictObject({ group: z.string(), interviews: z.int() }))
        .describe(
          'per group the interviews in `of` where nothing is coded yet, by the coder asked for; groups without any left out',
        ),
    }),
  ),
  'analysis.cooccurrence': operation(
    'read',
    'Co-occurrence: per group the pairs of codes that go together under a rule, with the c coefficient and the Jaccard index over interviews.',
    z.strictObject({ ...scope, by: by.default('set'), rule: rule.default('overlap'), level: level.default('code') }),
    z.strictObject({ rule, groups: z.array(z.strictObject({ group: z.string(), interviews: z.int(), pairs: z.array(pair) })) }),
  ),
  'analysis.quotes': operation(
    'read',
    'The quotes behind a number of `analysis.frequency`: as many as it says. `group` null: all groups.',
    z.strictObject({
      ...scope,
      by: by.default('all'),
      group: z.string().nullable().default(null),
      code: path,
      rollup: z.boolean().default(false),
    }),
    z.strictObject({ quotes: z.array(quoteRow), interviews: z.int(), of: z.int() }),
  ),
  'analysis.pairs': operation(
    'read',
    'The places behind a number of `analysis.cooccurrence`: as many as `together` says. `group` null: all groups.',
    z.strictObject({
      ...scope,
      by: by.default('all'),
      group: z.string().nullable().default(null),
      a: path,
      b: path,
      rule: rule.default('overlap'),
      level: level.default('code'),
    }),
    z.strictObject({
      places: z.array(pairRow),
      interviews: z.int(),
      either: z.int(),
      jaccardInterviews: z.number(),
      c: z.number(),
    }),
  ),
  'report.theme': operation(
    'read',
    'The theme report: one self-contained HTML file, and the same numbers as CSV.',
    z.strictObject({
      language: language.default('nl'),
      title: z.string().trim().max(200).default(''),
      by: by.default('set'),
      coder: name.optional(),
      quotesPerTheme: z.int().min(0).max(50).default(4),
      smallGroups: z.boolean().default(true).describe('leave attributes of participants out where a group has fewer than 3'),
    }),
    z.strictObject({
      html: z.string(),
      files: z.array(z.strictObject({ name: z.string(), content: z.string() })),
      themes: z.array(z.string()),
      quotes: z.int(),
    }),
  ),
} as const;
