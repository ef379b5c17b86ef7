// The theme report: gathers the numbers as analysis answers them, chooses quotes, and hands all to the page maker.

import { cooccurrence } from '../analysis/cooccurrence.ts';
import { frequency } from '../analysis/frequency.ts';
import { quotesBehind } from '../analysis/quotes-behind.ts';
import { similarityMatrix, similarityOrder } from '../charts/order.ts';
import type { Parsed } from '../contract/index.ts';
import type { CooccurrenceGroup, QuoteRange } from '../domain/analysis.ts';
import { type PlacedCode, subtreeIds } from '../domain/code.ts';
import type { ReportBasis, ReportCode, ReportData, ReportQuote, ReportSet, ReportTheme } from '../domain/report.ts';
import { overlaps } from '../domain/text.ts';
import { reportFiles, themeReport } from '../formats/report.ts';
import { listCoders, listKeyCodings } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { listInterviews, listSets } from '../store/interviews.ts';
import { listAttributeValues, listPlaces } from '../store/participants.ts';
import { getProjectName } from '../store/project.ts';
import { nameQuotes } from './analysis.ts';
import { ALL, gather, type Scope, speakersAt } from './scope.ts';
import type { HandlersFor, ReadCall } from './session.ts';

/** A group of fewer interviews could make a person recognisable, so its attribute is not printed. */
const SMALL_GROUP = 3;

export const reportHandlers: HandlersFor<'report'> = {
  'report.theme': (call, input) => {
    const data = reportData(call, input);
    return {
      html: themeReport(data).html,
      files: reportFiles(data).map(({ name, content }) => ({ name, content })),
      themes: data.themes.map((theme) => theme.label),
      quotes: data.themes.reduce((sum, theme) => sum + theme.quotes.length, 0),
    };
  },
};

function reportData({ db, effects }: ReadCall, input: Parsed<'report.theme'>): ReportData {
  const { language, coder } = input;
  const overall = gather(db, { by: 'all', coder });
  const grouped = gather(db, { by: input.by, coder });
  const { groups, hidden } = shownGroups(grouped, input);
  const rule = 'overlap';
  const all = frequency({ ...overall, rollup: true });
  const together = cooccurrence({ ...overall, rule, level: 'theme' }).groups[0] ?? { group: ALL, interviews: 0, pairs: [] };
  const themes = overall.placed.filter((code) => code.depth === 0);
  const quotesOf = quoteChooser(db, overall, input);
  const label = (code: PlacedCode): string => (language === 'en' && code.labelEn !== '' ? code.labelEn : code.name);
  return {
    language,
    title: input.title === '' ? getProjectName(db) : input.title,
    project: getProjectName(db),
    date: new Date(effects.now()).toISOString().slice(0, 10),
    by: input.by,
    coder: coder ?? null,
    groups,
    basis: basisOf(db, overall, all.basis.quotes),
    frequency: { all, groups: frequency({ ...grouped, groups, rollup: true }) },
    cooccurrence: {
      rule,
      all: together,
      groups: groups.length > 0 ? cooccurrence({ ...grouped, groups, rule, level: 'theme' }).groups : [],
      order: alikeTogether(
        themes.map((theme) => theme.path),
        together,
      ),
    },
    themes: themes.map((theme) => reportTheme(overall, theme, language, label, quotesOf(theme))),
    hidden: { groups: hidden, below: SMALL_GROUP },
  };
}

/** The themes so that those which go together in many interviews stand together, as in the window. */
function alikeTogether(paths: readonly string[], { pairs }: CooccurrenceGroup): string[] {
  const order = similarityOrder(similarityMatrix(paths, pairs, (pair) => pair.interviews));
  return order.flatMap((at) => paths[at] ?? []);
}

// Sets and cities are how the work was done, and stay; groups by an attribute of people are hidden when they are small.
function shownGroups(scope: Scope, { by, smallGroups }: Parsed<'report.theme'>): { groups: string[]; hidden: number } {
  if (by === 'all') return { groups: [], hidden: 0 };
  if (by === 'set' || by === 'city' || !smallGroups) return { groups: [...scope.groups], hidden: 0 };
  const groups = scope.groups.filter(
    (group) => scope.interviews.filter((interview) => interview.groups.includes(group)).length >= SMALL_GROUP,
  );
  return { groups, hidden: scope.groups.length - groups.length };
}

function basisOf(db: ReadableDb, scope: Scope, quotes: number): ReportBasis {
  const interviews = listInterviews(db);
  const sets = listSets(db).flatMap((set): ReportSet[] => {
    const own = interviews.filter((interview) => interview.setId === set.id);
    const dates = own
      .map((interview) => interview.date)
      .filter((date) => date !== '')
      .sort();
    const cities = [...new Set(own.map((interview) => interview.city).filter((city) => city !== ''))];
    return own.length === 0
      ? []
      : [{ name: set.name, city: cities.join(', '), interviews: own.length, from: dates[0] ?? '', to: dates.at(-1) ?? '' }];
  });
  const codings = scope.codings.filter((coding) => scope.coderId === null || coding.coderId === scope.coderId);
  const used = new Set(codings.map((coding) => coding.coderId));
  const coders = listCoders(db)
    .filter((coder) => used.has(coder.id))
    .map((coder) => coder.name);
  return { sets, interviews: interviews.length, quotes, codings: codings.length, coders };
}

function reportTheme(
  scope: Scope,
  theme: PlacedCode,
  language: 'nl' | 'en',
  label: (code: PlacedCode) => string,
  quotes: ReportQuote[],
): ReportTheme {
  const below = subtreeIds(scope.placed, theme.id);
  const codes = scope.placed.filter((code) => code.id !== theme.id && below.has(code.id));
  const english = language === 'en' && theme.definitionEn !== '';
  return {
    path: theme.path,
    label: label(theme),
    definition: english ? theme.definitionEn : theme.definition,
    // There is no English for these in the codebook, and a Dutch line in an English report helps nobody.
    use: language === 'en' ? '' : theme.use,
    not: language === 'en' ? '' : theme.not,
    colour: theme.wears,
    codes: codes.map((code): ReportCode => ({ path: code.path, label: label(code), depth: code.depth })),
    quotes,
  };
}

type Candidate = QuoteRange & { readonly interview: string; readonly key: boolean };

/**
 * Key quotes first; then, in turn, one from each interview, of a length that reads well, so that no one voice fills the page.
 * Chosen by place and length; only what is chosen is read from the texts.
 */
function quoteChooser(
  db: ReadableDb,
  scope: Scope,
  { quotesPerTheme, smallGroups }: Parsed<'report.theme'>,
): (theme: PlacedCode) => ReportQuote[] {
  const isKey = keyQuotes(db, scope);
  const heard = new Map<number, number>();
  const byCode = Map.groupBy(scope.codings, (coding) => coding.codeId);
  const names = new Map(scope.interviews.map((interview) => [interview.id, interview.name]));
  const attributes = printableAttributes(db, scope, smallGroups);
  return (theme) => {
    const candidates = [...subtreeIds(scope.placed, theme.id)]
      .flatMap((codeId) => quotesBehind({ ...scope, codings: byCode.get(codeId) ?? [], group: null, codeId, rollup: false }))
      .map((range) => ({ ...range, interview: names.get(range.interviewId) ?? '', key: isKey(range) }));
    const chosen = chooseQuotes(distinctPlaces(candidates), quotesPerTheme, heard);
    return nameQuotes(db, scope, chosen, false).map((quote) => ({
      code: quote.code,
      text: quote.text,
      before: quote.before,
      after: quote.after,
      pseudonym: quote.participant,
      attributes: attributes(quote.interviewId, quote.start),
      set: quote.set,
      interview: quote.interview,
      turn: quote.turn,
      key: quote.key,
    }));
  };
}

function chooseQuotes(candidates: readonly Candidate[], most: number, heard: Map<number, number>): Candidate[] {
  const chosen: Candidate[] = [];
  const voices = new Map<number, number>();
  const rank = (quote: Candidate): number =>
    (quote.key ? 0 : 1e9) +
    (voices.get(quote.interviewId) ?? 0) * 1e6 +
    (heard.get(quote.interviewId) ?? 0) * 1000 +
    awkwardness(quote.end - quote.start);
  const left = new Set(candidates);
  while (chosen.length < most && left.size > 0) {
    const ranked = [...left].map((quote) => ({ quote, rank: rank(quote) }));
    const { quote: next } = ranked.reduce((best, other) => (isBefore(other, best) ? other : best));
    for (const counts of [voices, heard]) counts.set(next.interviewId, (counts.get(next.interviewId) ?? 0) + 1);
    chosen.push(next);
    left.delete(next);
  }
  return chosen;
}

type Ranked = { readonly quote: Candidate; readonly rank: number };

function isBefore(a: Ranked, b: Ranked): boolean {
  if (a.rank !== b.rank) return a.rank < b.rank;
  return (a.quote.interview.localeCompare(b.quote.interview) || a.quote.start - b.quote.start) < 0;
}

/** Whether a coding under a range of one code was marked as a key quote. */
function keyQuotes(db: ReadableDb, scope: Scope): (range: QuoteRange) => boolean {
  const placeOf = ({ interviewId, codeId }: { interviewId: number; codeId: number }): string => `${interviewId} ${codeId}`;
  const keys = Map.groupBy(
    listKeyCodings(db).filter((coding) => scope.coderId === null || coding.coderId === scope.coderId),
    placeOf,
  );
  return (range) => (keys.get(placeOf(range)) ?? []).some((coding) => overlaps(coding, range));
}

// One place can carry several codes of a theme; it is quoted once, with the longest range.
function distinctPlaces(quotes: readonly Candidate[]): Candidate[] {
  const longestFirst = [...quotes].sort(
    (a, b) => Number(b.key) - Number(a.key) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept = new Map<number, Candidate[]>();
  for (const quote of longestFirst) {
    const own = kept.get(quote.interviewId) ?? [];
    kept.set(quote.interviewId, own);
    if (!own.some((other) => overlaps(other, quote))) own.push(quote);
  }
  return [...kept.values()].flat();
}

// 0 for what reads well on a page (60 to 260 characters), more the further from it.
function awkwardness(length: number): number {
  if (length < 60) return 60 - length;
  return Math.min(90, Math.max(0, (length - 260) / 10));
}

/** Per interview the attributes of its participants that may stand beside a quote: role, and what is shared by enough interviews. */
function printableAttributes(
  db: ReadableDb,
  scope: Scope,
  smallGroups: boolean,
): (interviewId: number, offset: number) => string[] {
  const speakers = speakersAt(db);
  const values = listAttributeValues(db);
  const places = Map.groupBy(listPlaces(db), (place) => place.interviewId);
  const own = (id: number): [string, string][] =>
    (places.get(id) ?? []).flatMap((place) => Object.entries(values.get(place.participantId) ?? {}));
  const shared = new Map<string, number>();
  for (const { id } of scope.interviews)
    for (const pair of new Set(own(id).map((p) => p.join('\n')))) shared.set(pair, (shared.get(pair) ?? 0) + 1);
  return (id, offset) => {
    const speaking = speakers(id, offset).flatMap((participantId) => Object.entries(values.get(participantId) ?? {}).slice(0, 1));
    const allowed = speaking.filter((pair) => !smallGroups || (shared.get(pair.join('\n')) ?? 0) >= SMALL_GROUP);
    return [...new Set(allowed.map(([, value]) => value))];
  };
}
