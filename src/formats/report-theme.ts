// The page of one theme: what it means, how often it occurs where, with its codes, and what people said.

import { type Child, h, type MarkupElement } from '../domain/markup.ts';
import { sentenceContext } from '../domain/quote.ts';
import type { ReportQuote, ReportTheme } from '../domain/report.ts';
import { frequencyOf, toChartCode } from './report-charts.ts';
import { groupsWithout, pairsByInterviews, type Report } from './report-numbers.ts';
import { page } from './report-sections.ts';
import { strong } from './report-voice.ts';

const MOST_NEIGHBOURS = 5;

/** `at` counts from 1, in the order of the report. */
export function themePage(report: Report, theme: ReportTheme, at: number): MarkupElement {
  const { voice, data } = report;
  const { words, n } = voice;
  return page(
    `theme-${at}`,
    theme.label,
    h(
      'header',
      { class: `theme t${theme.colour.hue} ${theme.colour.form}` },
      h('p', { class: 'over' }, words.themeOf(n(at), n(data.themes.length))),
      h('h2', null, theme.label),
      theme.definition !== '' && h('p', { class: 'definition' }, theme.definition),
    ),
    h(
      'div',
      { class: 'two' },
      h('div', null, said(report, theme), oneVoice(report, theme), quotes(report, theme)),
      h(
        'div',
        { class: 'side' },
        neighbours(report, theme),
        notIn(report, theme),
        usage(report, theme),
        codeTable(report, theme),
      ),
    ),
    h(
      'section',
      { class: 'howmany' },
      h('h3', null, words.howMany),
      h('figure', null, frequencyOf(report, chartRows(theme), theme.label)),
    ),
  );
}

function chartRows(theme: ReportTheme): Parameters<typeof frequencyOf>[1] {
  const codes = theme.codes.map((code) => ({ path: code.path, label: code.label, colour: theme.colour, depth: code.depth }));
  return [toChartCode(theme), ...codes];
}

function said({ voice, counts }: Report, theme: ReportTheme): MarkupElement {
  const { interviews, of, quotes: number } = counts(theme.path);
  return h('p', { class: 'p' }, voice.words.said(strong(voice.ofInterviews(interviews, of)), voice.quotes(number)));
}

/** One talkative person is not a theme yet; the report says so where the quotes are. */
function oneVoice({ voice, counts }: Report, theme: ReportTheme): MarkupElement | false {
  const { interviews } = counts(theme.path);
  if (interviews !== 1) return false;
  const { words, n } = voice;
  return h('p', { class: 'note voice' }, strong(words.oneVoice(n(interviews))), '. ', words.oneVoiceNote);
}

function quotes(report: Report, theme: ReportTheme): readonly Child[] {
  if (theme.quotes.length === 0) return [h('p', { class: 'fn' }, report.voice.words.noQuotes)];
  return theme.quotes.map((quote) => figure(report, theme, quote));
}

function figure(report: Report, theme: ReportTheme, quote: ReportQuote): MarkupElement {
  const { voice, label } = report;
  const { words, n } = voice;
  const { before, text, after } = sentenceContext(quote);
  const context = (words: string) => words !== '' && h('span', { class: 'ctx' }, words);
  const who = [quote.pseudonym, ...quote.attributes, quote.set].filter((part) => part !== '').join(', ');
  const where = `${quote.interview}, ${words.turn(n(quote.turn))}`;
  return h(
    'figure',
    { class: `cite t${theme.colour.hue}` },
    h('blockquote', { dir: 'auto' }, context(before), h('q', null, text), context(after)),
    h(
      'figcaption',
      null,
      quote.key && h('span', { class: 'key', title: words.keyQuote }, '★ '),
      who,
      ' · ',
      where,
      quote.code !== theme.path && [' · ', h('i', null, label(quote.code))],
    ),
  );
}

function neighbours(report: Report, theme: ReportTheme): MarkupElement | false {
  const { voice, label } = report;
  const pairs = pairsByInterviews(report)
    .filter((pair) => pair.a === theme.path || pair.b === theme.path)
    .slice(0, MOST_NEIGHBOURS);
  if (pairs.length === 0) return false;
  const item = (path: string, interviews: number) =>
    h('li', null, strong(voice.n(interviews)), ' ', h('span', null, label(path)));
  return h(
    'section',
    null,
    h('h3', null, voice.words.togetherWith),
    h(
      'ul',
      { class: 'counted' },
      pairs.map((pair) => item(pair.a === theme.path ? pair.b : pair.a, pair.interviews)),
    ),
    h('p', { class: 'fn' }, voice.words.inInterviews),
  );
}

function notIn(report: Report, theme: ReportTheme): MarkupElement | false {
  const groups = groupsWithout(report, theme.path);
  return (
    groups.length > 0 &&
    h(
      'section',
      null,
      h('h3', null, report.voice.words.notIn),
      h('p', null, report.voice.words.list(groups.map(report.groupLabel))),
    )
  );
}

function usage({ voice }: Report, { use, not }: ReportTheme): readonly Child[] {
  const { words } = voice;
  return [
    use !== '' && h('section', null, h('h3', null, words.use), h('p', null, use)),
    not !== '' && h('section', null, h('h3', null, words.not), h('p', null, not)),
  ];
}

/** Quotes and words of the theme and its codes; their interviews are in the chart below. */
function codeTable({ voice, counts }: Report, theme: ReportTheme): MarkupElement {
  const { words, n } = voice;
  const row = (path: string, label: string, depth: number) => {
    const { quotes: number, words: length } = counts(path);
    return h(
      'tr',
      null,
      h('th', { scope: 'row', class: `d${Math.min(depth, 5)}` }, label),
      h('td', { class: 'num' }, n(number)),
      h('td', { class: 'num' }, n(length)),
    );
  };
  const head = [words.codeQuotes, words.codeWords].map((text) => h('th', { scope: 'col', class: 'num' }, text));
  return h(
    'section',
    null,
    h('h3', null, words.codesUnder),
    h(
      'table',
      { class: 'numbers codes' },
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, words.code), head)),
      h(
        'tbody',
        null,
        row(theme.path, theme.label, 0),
        theme.codes.map((code) => row(code.path, code.label, code.depth)),
      ),
    ),
  );
}
