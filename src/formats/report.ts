// The theme report: one HTML file that needs nothing else, made of nodes, without script. What it says is in the sections; every
// number comes from the data as analysis answered it.

import { createHash } from 'node:crypto';
import { css, h, type MarkupElement } from '../domain/markup.ts';
import type { ReportData } from '../domain/report.ts';
import { toHtml } from './html.ts';
import { frequencyPage } from './report-charts.ts';
import { REPORT_CSS } from './report-css.ts';
import { type Report, toReport } from './report-numbers.ts';
import { absentPage, methodPage, openingPage, titleOf } from './report-sections.ts';
import { themePage } from './report-theme.ts';
import { togetherPage } from './report-together.ts';

export { REPORT_CSS } from './report-css.ts';
export { type ReportFile, reportFiles } from './report-files.ts';

/** The report as one file. `css` is the text of its only style element. */
export function themeReport(data: ReportData): { readonly html: string; readonly css: string } {
  return { html: toHtml(document(toReport(data))), css: REPORT_CSS };
}

/** What a content security policy says to allow the report's style element and no other: `sha256-…`. */
export function reportStyleHash(): string {
  return `sha256-${createHash('sha256').update(REPORT_CSS).digest('base64')}`;
}

function document(report: Report): MarkupElement {
  const { data, voice } = report;
  const title = titleOf(report);
  const running = `${data.project} · ${voice.day(data.date)}`;
  return h(
    'html',
    { lang: data.language, 'data-running': running },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', {
        'http-equiv': 'Content-Security-Policy',
        content: `default-src 'none'; style-src '${reportStyleHash()}'; img-src data:`,
      }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light' }),
      h('title', null, `${title} – ${voice.words.kind}`),
      css(REPORT_CSS),
    ),
    h(
      'body',
      null,
      h(
        'main',
        null,
        openingPage(report),
        frequencyPage(report),
        togetherPage(report),
        report.raised.map((theme, at) => themePage(report, theme, at + 1)),
        absentPage(report),
        methodPage(report),
      ),
    ),
  );
}
