// What a theme report is made from: names, words, chosen quotes, and the numbers exactly as analysis answered them.
// Shapes only; the page is made in src/formats/report.ts.

import type { CooccurrenceGroup, CooccurrenceRule, Frequency } from './analysis.ts';
import type { Colour } from './code.ts';

export type ReportLanguage = 'nl' | 'en';

/** An interview set as the report names it. `from` and `to` are the first and last date (`2026-03-19`), '' when unknown. */
export type ReportSet = {
  readonly name: string;
  readonly city: string;
  readonly interviews: number;
  readonly from: string;
  readonly to: string;
};

/** What the report rests on. `quotes` counts merged ranges, `codings` what coders made. */
export type ReportBasis = {
  readonly sets: readonly ReportSet[];
  readonly interviews: number;
  readonly quotes: number;
  readonly codings: number;
  readonly coders: readonly string[];
};

/** A quote chosen for the report. `attributes` are values to print beside the pseudonym; what is to stay hidden is not in it. */
export type ReportQuote = {
  readonly code: string;
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly pseudonym: string;
  readonly attributes: readonly string[];
  readonly set: string;
  readonly interview: string;
  readonly turn: number;
  readonly key: boolean;
};

/** A code below a theme; `path` is its name in the numbers, `depth` is 1 right below the theme. */
export type ReportCode = { readonly path: string; readonly label: string; readonly depth: number };

/** A theme with its texts in the language of the report. `use` and `not`: when to use the code and when not. */
export type ReportTheme = {
  readonly path: string;
  readonly label: string;
  readonly definition: string;
  readonly use: string;
  readonly not: string;
  readonly colour: Colour;
  readonly codes: readonly ReportCode[];
  readonly quotes: readonly ReportQuote[];
};

/** Groups of interviews that were left out because a person could be recognised: how many, and below which size. */
export type HiddenGroups = { readonly groups: number; readonly below: number };

/**
 * Everything in a theme report. `by` is `set`, `city`, `all` or the name of an attribute, and `groups` its values in the order of
 * the columns (none with `all`; '' is the group without a value). Frequencies are rolled up and hold a row for every theme and code; co-occurrence is between
 * themes. `all` counts each interview once, also one that is in several groups.
 */
export type ReportData = {
  readonly language: ReportLanguage;
  readonly title: string;
  readonly project: string;
  readonly date: string;
  readonly by: string;
  readonly coder: string | null;
  readonly groups: readonly string[];
  readonly basis: ReportBasis;
  readonly frequency: { readonly all: Frequency; readonly groups: Frequency };
  readonly cooccurrence: {
    readonly rule: CooccurrenceRule;
    readonly all: CooccurrenceGroup;
    readonly groups: readonly CooccurrenceGroup[];
    /** The paths of the themes as the heat maps list them (what goes together stands together); else codebook order. */
    readonly order?: readonly string[];
  };
  readonly themes: readonly ReportTheme[];
  readonly hidden: HiddenGroups;
};
