// The first and the last page of the theme report: what it is and what it rests on, and how it was made.

import { type Child, h, type MarkupElement, svg } from '../domain/markup.ts';
import { groupsOverlap, pairsByInterviews, type Report } from './report-numbers.ts';
import { strong } from './report-voice.ts';

const MOST_NAMED = 3;

/** A page (on paper: from a new sheet) with an id to jump to. */
export function page(id: string, heading: string, ...children: readonly Child[]): MarkupElement {
  return h('article', { id, class: 'sheet', 'aria-label': heading }, children);
}

export function openingPage(report: Report): MarkupElement {
  const { data, voice } = report;
  const { words } = voice;
  return page(
    'in-short',
    words.inShort,
    h(
      'header',
      { class: 'cover' },
      threadGlyph(),
      h('p', { class: 'over' }, words.kind),
      h('h1', null, titleOf(report)),
      h('p', { class: 'by' }, whereAndWhen(report)),
    ),
    h('section', { class: 'lead' }, h('h2', { class: 'vh' }, words.inShort), h('p', null, inShort(report))),
    h('section', null, h('h2', null, words.basis), basisTable(report), h('p', { class: 'fn' }, basisSentence(report))),
    data.hidden.groups > 0 && hiddenNote(report),
    contents(report),
  );
}

export function titleOf({ data, voice }: Report): string {
  return data.title === '' ? voice.words.untitled : data.title;
}

/** `14 interviews uit Den Haag en Heerlen, gehouden tussen september 2025 en februari 2026`. */
function whereAndWhen({ data, voice }: Report): readonly Child[] {
  const { words } = voice;
  const cities = [...new Set(data.basis.sets.map((set) => set.city).filter((city) => city !== ''))];
  const dates = data.basis.sets
    .flatMap((set) => [set.from, set.to])
    .filter((date) => date !== '')
    .sort();
  const place = words.heldIn(voice.interviews(data.basis.interviews), words.list(cities).join(''));
  const first = dates[0];
  return first === undefined ? [place] : [place, ', ', words.heldBetween(voice.month(first), voice.month(dates.at(-1) ?? first))];
}

function inShort(report: Report): readonly Child[] {
  const { voice, raised, counts, label } = report;
  const { words } = voice;
  const most = raised[0] && counts(raised[0].path);
  if (!most) return [words.nothingCoded];
  const top = raised.filter((theme) => counts(theme.path).interviews === most.interviews);
  const next = raised.slice(top.length, top.length + Math.max(1, MOST_NAMED - top.length));
  const pair = pairsByInterviews(report)[0];
  return [
    words.shortMost(
      top.map((theme) => strong(theme.label)),
      voice.ofInterviews(most.interviews, most.of),
    ),
    next.length > 0 &&
      words.shortNext(
        next.map((theme) => [strong(theme.label), ` (${voice.n(counts(theme.path).interviews)})`]),
        next.length === 1,
      ),
    pair && words.shortPair(label(pair.a), label(pair.b), voice.interviews(pair.interviews)),
  ];
}

function basisTable({ data, voice }: Report): MarkupElement {
  const { words, n } = voice;
  const { sets, interviews } = data.basis;
  const head = [words.set, words.city, words.period].map((text) => h('th', { scope: 'col' }, text));
  return h(
    'table',
    { class: 'numbers basis' },
    h('thead', null, h('tr', null, head, h('th', { scope: 'col', class: 'num' }, words.count))),
    h(
      'tbody',
      null,
      sets.map((set) =>
        h(
          'tr',
          null,
          h('th', { scope: 'row' }, set.name),
          h('td', null, set.city),
          h('td', null, [...new Set([voice.month(set.from), voice.month(set.to)])].filter((text) => text !== '').join(' – ')),
          h('td', { class: 'num' }, n(set.interviews)),
        ),
      ),
    ),
    h('tfoot', null, h('tr', null, h('th', { scope: 'row', colspan: 3 }, words.total), h('td', { class: 'num' }, n(interviews)))),
  );
}

function basisSentence({ data, voice }: Report): readonly Child[] {
  const { quotes, codings, coders } = data.basis;
  const { words } = voice;
  const who = data.coder === null ? coders.length > 0 && words.codedBy(words.list(coders).join('')) : words.onlyCoder(data.coder);
  const { all } = data.frequency;
  const uncoded = all.uncoded[0]?.interviews ?? 0;
  // When nothing at all is coded, the summary above says so.
  const notCoded = uncoded > 0 && quotes > 0 && words.notCoded(voice.ofInterviews(uncoded, all.basis.interviews), uncoded === 1);
  return [words.basisSum(voice.quotes(quotes), voice.n(codings), codings === 1), ' ', who, notCoded && ` ${notCoded}`];
}

function hiddenNote({ data, voice }: Report): MarkupElement {
  const { groups, below } = data.hidden;
  return h('p', { class: 'note' }, voice.words.hidden(voice.n(groups), voice.n(below), groups === 1));
}

function contents({ raised, absent, voice }: Report): MarkupElement {
  const { words } = voice;
  const item = (id: string, text: string) => h('li', null, h('a', { href: `#${id}` }, text));
  return h(
    'nav',
    { class: 'contents', 'aria-label': words.contents },
    h('h2', null, words.contents),
    h(
      'ol',
      null,
      item('frequency', words.frequency),
      item('together', words.together),
      raised.map((theme, at) => item(`theme-${at + 1}`, theme.label)),
      absent.length > 0 && item('absent', words.absent),
      item('made', words.made),
    ),
  );
}

/** The themes of the codebook that nothing was coded with: a line each, no page of their own. */
export function absentPage({ absent, voice }: Report): MarkupElement | false {
  const { words } = voice;
  if (absent.length === 0) return false;
  return page(
    'absent',
    words.absent,
    h('h2', { class: 'big' }, words.absent),
    h('p', { class: 'sub' }, words.absentNote),
    h(
      'dl',
      { class: 'absent' },
      absent.map((theme) => [h('dt', null, theme.label), h('dd', null, theme.definition)]),
    ),
  );
}

export function methodPage(report: Report): MarkupElement {
  const { data, voice } = report;
  const { words } = voice;
  const { methods } = words;
  const items = [
    methods.interviews,
    methods.merged,
    methods.rollup,
    methods.rule[data.cooccurrence.rule],
    methods.c,
    words.outOfRangeWhy,
    methods.jaccard,
    groupsOverlap(report) && words.frequencyOverlap,
    methods.percentages,
    methods.files,
  ];
  return page(
    'made',
    words.made,
    h('h2', { class: 'big' }, words.made),
    h(
      'ul',
      { class: 'method' },
      items.filter((item) => item !== false).map((item) => h('li', null, item)),
    ),
    data.hidden.groups > 0 && hiddenNote(report),
    h('p', { class: 'fn' }, words.madeWith(data.project, voice.day(data.date))),
  );
}

/** The mark of the product: a thread with a loop in it. */
function threadGlyph(): MarkupElement {
  const d = 'M1 16.5h7.2c4.6 0 7.3-2.6 7.3-5.9 0-2.5-1.6-4.1-3.6-4.1S8.4 8.1 8.4 10.6c0 3.3 2.7 5.9 7.3 5.9H23';
  return svg(
    'svg',
    { class: 'glyph', viewBox: '0 0 24 24', width: 34, height: 34, 'aria-hidden': 'true' },
    svg('path', { d, fill: 'none', stroke: 'var(--thread)', 'stroke-width': 1.9, 'stroke-linecap': 'round' }),
  );
}
