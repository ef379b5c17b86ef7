// Only a theme report may become a page in the preview.

import { expect, test } from 'vitest';
import { isReport } from '../../../renderer/report/report-html.ts';
import { themeReport } from '../../../src/formats/report.ts';
import { reportData } from '../../formats/report/data.ts';

test('takes our own report, whatever people said in it', () => {
  expect(isReport(themeReport(reportData('nl')).html)).toBe(true);
  expect(isReport(themeReport(reportData('en')).html)).toBe(true);
});

test('takes nothing else', () => {
  const { html } = themeReport(reportData('nl'));
  expect(isReport('<p>hallo</p>')).toBe(false);
  expect(isReport(html.replace('</body>', '<script>alert(1)</script></body>'))).toBe(false);
  expect(isReport(html.replace('</body>', '<iframe src="x"></iframe></body>'))).toBe(false);
  expect(isReport(html.replace('Content-Security-Policy', 'x').replace(/content="default-src 'none';/, 'content="'))).toBe(false);
});
