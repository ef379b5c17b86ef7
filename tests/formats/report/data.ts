// A small invented study for the tests of the theme report: four sets, six themes, codings laid out by hand-made rules, numbers by
// the real analysis. Some of what people say is hostile on purpose.

import { cooccurrence } from '../../../src/analysis/cooccurrence.ts';
import { frequency } from '../../../src/analysis/frequency.ts';
import type { CodeRow, CodingRow, InterviewRow } from '../../../src/domain/analysis.ts';
import { defaultColour } from '../../../src/domain/code.ts';
import type { ReportData, ReportLanguage, ReportQuote, ReportTheme } from '../../../src/domain/report.ts';

export const HOSTILE = [
  'Toen zei ze: <script>alert(1)</script> & ik dacht, "laat maar".',
  '=1+1 is bij ons nooit twee 👩‍👧‍👦, zei mijn moeder.',
  'قالت لي جارتي: لا تخافي، كلنا مررنا بهذا.',
  '<img src=x onerror=alert(1)> javascript:alert(2) </style><style>*{color:red}',
];

const SETS = [
  { name: 'Den Haag · studenten', city: 'Den Haag', interviews: 5, from: '2025-09-11', to: '2025-11-20' },
  { name: 'Utrecht', city: 'Utrecht', interviews: 4, from: '2025-10-01', to: '2025-10-30' },
  { name: 'Rotterdam', city: 'Rotterdam', interviews: 3, from: '', to: '' },
  { name: 'Heerlen · jonge ouders', city: 'Heerlen', interviews: 2, from: '2026-02-03', to: '2026-02-03' },
];

const THEMES = [
  ['Vertrouwen in de hulpverlener', 'Trust in professionals', 'vast gezicht', 'durven vertellen'],
  ['Schaamte', 'Shame', 'je groot houden', 'bang voor oordeel'],
  ['Hechten met mijn kind', 'Bonding with my child', 'dicht bij elkaar', 'gevoel komt later'],
  ['Voorbereiden op de geboorte', 'Preparing for birth', 'geboorteplan', 'anders dan gedacht'],
  ['De rol van de vader', 'The father’s role', 'buiten beeld', 'samen doen'],
  ['Geld en wonen', 'Money and housing', 'rondkomen', 'te klein wonen'],
] as const;

const codes: CodeRow[] = THEMES.flatMap(([name, , ...below], at) => {
  const id = at * 3 + 1;
  return [
    { id, parentId: null, path: name },
    ...below.map((code, n) => ({ id: id + n + 1, parentId: id, path: `${name} / ${code}` })),
  ];
});

const interviews: InterviewRow[] = SETS.flatMap((set) => Array.from({ length: set.interviews }, () => set)).map((set, at) => ({
  id: at + 1,
  name: `I-${at + 1}`,
  groups: [set.name],
  wordStarts: Array.from({ length: 200 }, (_, n) => n * 5),
  turns: Array.from({ length: 10 }, (_, n) => ({ start: n * 100, end: n * 100 + 99 })),
}));

// The last theme is never raised and the fifth by one interview only; one long quote of the first lies over three of the second.
const codings: CodingRow[] = interviews.flatMap(({ id: interviewId }) => {
  const at = (codeId: number, start: number, end: number): CodingRow => ({
    interviewId,
    codeId,
    coderId: (interviewId % 2) + 1,
    start,
    end,
  });
  const own: CodingRow[] = [at(2, 10, 90), at(3, 60, 120)];
  if (interviewId % 2 === 0) own.push(at(5, 15, 30), at(5, 40, 50), at(6, 55, 80));
  if (interviewId % 3 === 0) own.push(at(8, 300, 360), at(3, 340, 380));
  if (interviewId < 10) own.push(at(10, 500, 640), at(11, 620, 660));
  if (interviewId === 7) own.push(at(14, 700, 730), at(5, 705, 720));
  return own;
});

function quote(theme: number, n: number, text: string): ReportQuote {
  const interview = interviews[(theme * 3 + n) % interviews.length]!;
  return {
    code: codes[theme * 3 + (n % 2) + 1]!.path,
    text,
    before: n % 2 === 0 ? 'Dat was in maart. En toen, ' : 'en dan nog over ',
    after: n % 2 === 0 ? ' dacht ik. Later niet.' : '',
    pseudonym: ['Amira', 'Joost', 'oma Ria', 'Sem & Noa'][n % 4]!,
    attributes: n % 2 === 0 ? ['moeder'] : [],
    set: interview.groups[0]!,
    interview: interview.name,
    turn: theme * 10 + n + 1,
    key: n === 0,
  };
}

function themes(language: ReportLanguage): ReportTheme[] {
  return THEMES.map(([name, english], at) => ({
    path: name,
    label: language === 'en' ? english : name,
    definition:
      language === 'en' ? `What parents say about ${english.toLowerCase()}.` : `Wat ouders zeggen over ${name.toLowerCase()}.`,
    use: at % 2 === 0 ? 'Ook als een ander erover vertelt.' : '',
    not: at === 0 ? 'Vertrouwen in familie.' : '',
    colour: defaultColour(at),
    codes: codes.slice(at * 3 + 1, at * 3 + 3).map(({ path }) => ({ path, label: path.split(' / ')[1]!, depth: 1 })),
    quotes: at >= 5 ? [] : (at === 4 ? HOSTILE.slice(0, 1) : HOSTILE).map((text, n) => quote(at, n, text)),
  }));
}

/** The study as a report. `by` other than `set` puts two groups in its place that share interviews. */
export function reportData(language: ReportLanguage, change: Partial<ReportData> = {}): ReportData {
  const groups = SETS.map((set) => set.name);
  const query = { codes, codings, interviews };
  const all = { ...query, interviews: interviews.map((interview) => ({ ...interview, groups: [''] })), groups: [''] };
  const rule = 'overlap';
  const overall = frequency({ ...all, rollup: true });
  return {
    language,
    title: language === 'nl' ? 'Wat ouders nodig hebben <& meer>' : 'What parents need <& more>',
    project: 'Eerste 1.000 dagen "proef"',
    date: '2026-03-12',
    by: 'set',
    coder: null,
    groups,
    basis: {
      sets: SETS,
      interviews: interviews.length,
      quotes: overall.basis.quotes,
      codings: codings.length,
      coders: ['Noor', 'Sam'],
    },
    frequency: { all: overall, groups: frequency({ ...query, groups, rollup: true }) },
    cooccurrence: {
      rule,
      all: cooccurrence({ ...all, rule, level: 'theme' }).groups[0]!,
      groups: cooccurrence({ ...query, groups, rule, level: 'theme' }).groups,
    },
    themes: themes(language),
    hidden: { groups: 0, below: 3 },
    ...change,
  };
}
