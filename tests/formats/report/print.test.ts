// The theme report in a real browser: its policy lets its own style in, and it prints to A4 without anything falling off the page.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { themeReport } from '../../../src/formats/report.ts';
import { findBrowser, quietFlags } from '../../tools/browser.mjs';
import { reportData } from './data.ts';

const A4 = { width: 794, height: 1123 };
const folder = mkdtempSync(join(tmpdir(), 'report-'));
const troubles: string[] = [];
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await findBrowser(), args: [...quietFlags] });
  page = await browser.newPage({ viewport: A4, javaScriptEnabled: true });
  page.on('console', (message) => troubles.push(message.text()));
  page.on('request', (request) => request.url().startsWith('file:') || troubles.push(request.url()));
  const file = join(folder, 'report.html');
  writeFileSync(file, themeReport(reportData('nl')).html);
  await page.goto(pathToFileURL(file).href);
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the style element is let in by the policy, and nothing else is asked for', async () => {
  expect(await page.evaluate(() => getComputedStyle(document.querySelector('.sheet') as Element).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  expect(troubles).toEqual([]);
});

test('what people said did not become part of the page', async () => {
  expect(await page.evaluate(() => document.querySelectorAll('blockquote script, blockquote img, blockquote style').length)).toBe(
    0,
  );
});

test('on paper it stays within the margins and is always light', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.setViewportSize({ width: 650, height: 979 });
  const measured = await page.evaluate(() => ({
    over: [...document.querySelectorAll('article *')]
      .filter(
        (element) => !element.closest('.vh') && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
      )
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`),
    background: getComputedStyle(document.body).backgroundColor,
  }));
  expect(measured).toEqual({ over: [], background: 'rgb(255, 255, 255)' });
  await page.emulateMedia({ media: null, colorScheme: null });
});

test('a narrow window shows it without a horizontal scroll bar', async () => {
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize(A4);
});

test('prints to A4, each theme on a page of its own, with a running foot', async (context) => {
  const file = join(folder, 'report.pdf');
  const pdf = await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true, tagged: true });
  const text = pdf.toString('latin1');
  expect(text).toMatch(/MediaBox\s*\[0 0 59[45](?:\.\d+)? 84[12]/);
  const read = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  if (read.error) return context.skip('pdftotext is not installed, so the words on the pages are not checked');
  const pages = read.stdout.split('\f').slice(0, -1);
  expect(pages.length).toBeGreaterThanOrEqual(10);
  pages.forEach((words, at) => {
    expect(words).toContain('Eerste 1.000 dagen "proef" · 12 maart 2026');
    expect(words).toContain(`${at + 1} / ${pages.length}`);
  });
  const themed = pages.filter((words) => /^\s*Thema \d van 6/m.test(words));
  expect(themed.length).toBe(5);
});
