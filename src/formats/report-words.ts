// The Dutch words of the theme report; the English ones have the same shape. Every number in a sentence is handed in, none is
// written here.

import type { CooccurrenceRule } from '../domain/analysis.ts';
import type { Child } from '../domain/markup.ts';

export const dutch = {
  kind: 'Themarapport',
  untitled: 'Thema’s uit interviews',
  all: 'alle interviews',
  noValue: 'niet ingevuld',
  interviews: (n: string, one: boolean) => (one ? `${n} interview` : `${n} interviews`),
  quotes: (n: string, one: boolean) => (one ? `${n} citaat` : `${n} citaten`),
  themes: (n: string, one: boolean) => (one ? `${n} thema` : `${n} thema’s`),
  ofInterviews: (n: string, of: string, one: boolean) => `${n} van ${of} ${one ? 'interview' : 'interviews'}`,
  of: 'van',
  list: (items: readonly Child[]): readonly Child[] => join(items, ' en '),
  heldIn: (interviews: string, cities: string) => (cities === '' ? interviews : `${interviews} uit ${cities}`),
  heldBetween: (from: string, to: string) => (from === to ? `gehouden in ${from}` : `gehouden tussen ${from} en ${to}`),
  by: (by: string) => ({ set: 'interviewset', city: 'stad' })[by] ?? by,

  inShort: 'In het kort',
  contents: 'Inhoud',
  shortMost: (themes: readonly Child[], count: Child): readonly Child[] =>
    themes.length === 1
      ? ['Het vaakst komt ', ...themes, ' voor: in ', count, '. ']
      : ['Het vaakst komen ', ...join(themes, ' en '), ' voor, elk in ', count, '. '],
  shortNext: (themes: readonly Child[], one: boolean): readonly Child[] => [
    one ? 'Daarna volgt ' : 'Daarna volgen ',
    ...join(themes, ' en '),
    '. ',
  ],
  shortPair: (a: Child, b: Child, count: Child): readonly Child[] => [
    a,
    ' en ',
    b,
    ' komen het vaakst samen voor, in ',
    count,
    '.',
  ],
  nothingCoded: 'Er is in deze interviews nog niets gecodeerd.',
  basis: 'Waarop dit rust',
  basisSum: (quotes: string, codings: string, one: boolean): string =>
    `In deze interviews staan ${quotes}, gemaakt uit ${codings} ${one ? 'codering' : 'coderingen'}.`,
  notCoded: (interviews: string, one: boolean): string =>
    `In ${interviews} is nog niets gecodeerd; ${one ? 'dat telt' : 'die tellen'} wel mee in het aantal interviews.`,
  codedBy: (names: string) => `Gecodeerd door ${names}.`,
  onlyCoder: (name: string) => `Alleen de coderingen van ${name} tellen mee.`,
  set: 'Interviewset',
  city: 'Stad',
  count: 'Interviews',
  period: 'Gehouden',
  total: 'Samen',

  frequency: 'Hoe vaak elk thema voorkomt',
  frequencySub: 'Aantal interviews waarin het thema voorkomt, van vaak naar minder vaak',
  frequencyMore: (by: string) => `Hetzelfde per ${by}`,
  theme: 'Thema',
  code: 'Code',
  frequencyOverlap: 'Een interview dat in meer groepen valt, telt in elke groep mee en bij alle interviews één keer.',
  notRaised: 'Wat ergens niet voorkwam',
  notRaisedIn: (theme: Child, groups: string): readonly Child[] => [theme, `: niet in ${groups}. `],
  notRaisedNote: 'Dat het niet voorkwam, kan ook komen doordat er niet naar gevraagd is.',

  together: 'Welke thema’s samen voorkomen',
  togetherRule: {
    overlap: 'Aantal interviews waarin de thema’s op dezelfde tekst staan',
    turn: 'Aantal interviews waarin de thema’s in dezelfde beurt staan',
    interview: 'Aantal interviews waarin beide thema’s voorkomen',
  } satisfies Record<CooccurrenceRule, string>,
  togetherStair: 'Op de trap: interviews met het thema zelf.',
  togetherNone: 'Er zijn geen thema’s die samen voorkomen.',
  perGroup: (by: string) => `Per ${by}`,
  heatPair: (a: string, b: string, interviews: string) => `${a} en ${b}: samen in ${interviews}`,
  heatUnused: (a: string, b: string, codes: string) => `${a} en ${b}: ${codes} komt hier niet voor`,
  oneScale: 'Alle vlakken gebruiken dezelfde kleurschaal.',
  strongest: 'De sterkste paren',
  strongestSub: (shown: string, all: string) => `${shown} van ${all} paren; de rest staat in cooccurrence.csv`,
  pair: 'Thema’s',
  placesTogether: 'Samen',
  pairInterviews: 'Interviews',
  c: 'c',
  jaccard: 'Jaccard (interviews)',
  outOfRange: 'buiten bereik',
  outOfRangeWhy: 'Een c boven één valt buiten het bereik: één lang citaat overlapt dan meer korte. De waarde is niet afgekapt.',

  themeOf: (n: string, all: string) => `Thema ${n} van ${all}`,
  use: 'Wel bij',
  not: 'Niet bij',
  said: (count: Child, quotes: string): readonly Child[] => ['Dit thema komt voor in ', count, `, met ${quotes}.`],
  howMany: 'In hoeveel interviews',
  togetherWith: 'Komt samen voor met',
  inInterviews: 'aantal interviews',
  notIn: 'Niet voorgekomen in',
  oneVoice: (n: string) => `Eén stem: ${n} interview`,
  oneVoiceNote: 'Alles hieronder komt uit hetzelfde interview. Het zegt nog niets over anderen.',
  codesUnder: 'Citaten en woorden',
  codeQuotes: 'Citaten',
  codeWords: 'Woorden',
  turn: (n: string) => `beurt ${n}`,
  keyQuote: 'sleutelcitaat',
  noQuotes: 'Er zijn geen citaten gekozen.',
  absent: 'Thema’s die niet voorkwamen',
  absentNote: 'Deze thema’s staan in het codeboek, maar er is geen tekst bij gecodeerd.',

  made: 'Hoe dit gemaakt is',
  madeWith: (project: string, date: string) => `Gemaakt met Rode Draad uit het project ‘${project}’, op ${date}.`,
  methods: {
    interviews:
      'Geteld wordt eerst in interviews: een thema telt in een interview mee zodra er tekst bij is gecodeerd, hoe vaak ook. Eén spraakzame respondent maakt zo nog geen thema. Daarna komen citaten, en dan woorden.',
    merged:
      'Stukken tekst met dezelfde code die elkaar in een interview overlappen, tellen als één citaat, ook als ze van verschillende codeurs zijn. Stukken die elkaar alleen raken, blijven apart.',
    rollup: 'Een thema telt de codes eronder mee; tekst met meer codes van een thema telt voor dat thema één keer.',
    rule: {
      overlap: 'Twee thema’s komen samen voor waar hun stukken tekst elkaar overlappen. ‘Samen’ telt die overlappende paren.',
      turn: 'Twee thema’s komen samen voor in een beurt waarin beide staan. ‘Samen’ telt die beurten.',
      interview: 'Twee thema’s komen samen voor in een interview waarin beide staan. ‘Samen’ telt die interviews.',
    } satisfies Record<CooccurrenceRule, string>,
    c: 'c = overlappende paren / (citaten van het ene thema + citaten van het andere − overlappende paren), de formule van ATLAS.ti.',
    jaccard: 'Jaccard (interviews) = interviews met beide thema’s / interviews met een van beide of allebei.',
    percentages: 'Er staan geen percentages in dit rapport: bij zo weinig mensen zegt ‘zoveel van zoveel’ het eerlijker.',
    files: 'Dezelfde cijfers staan in frequency.csv en cooccurrence.csv, de citaten in quotes.csv.',
  },
  hidden: (n: string, below: string, one: boolean) =>
    one
      ? `${n} groep met minder dan ${below} mensen is weggelaten, zodat niemand te herkennen is.`
      : `${n} groepen met minder dan ${below} mensen zijn weggelaten, zodat niemand te herkennen is.`,
  files: {
    theme: 'thema',
    code: 'code',
    group: 'groep',
    interviews: 'interviews',
    of: 'van',
    quotes: 'fragmenten',
    words: 'woorden',
    groupInterviews: 'interviews_in_groep',
    a: 'a',
    b: 'b',
    together: 'samen',
    c: 'c',
    jaccard: 'jaccard_interviews',
    text: 'citaat',
    before: 'ervoor',
    after: 'erna',
    pseudonym: 'respondent',
    attributes: 'kenmerken',
    set: 'interviewset',
    interview: 'interview',
    turn: 'beurt',
    key: 'sleutelcitaat',
    yes: 'ja',
    no: 'nee',
  },
};

export type ReportWords = typeof dutch;

/** Items with commas, and the last one with `and`. */
export function join(items: readonly Child[], and: string): readonly Child[] {
  return items.flatMap((item, at) => (at === 0 ? [item] : [at === items.length - 1 ? and : ', ', item]));
}
