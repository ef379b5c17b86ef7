// The measures of the coding workspace as a person feels them: a real Chromium on the loopback host, with the window as it is built for
// people. Each is held against its bar by the 95th percentile of its runs.

import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openWorkbench, startBrowser, type Workbench } from '../helpers/session.ts';
import { generateProject, LONG_NAME, type Wishes } from '../tools/generate.ts';
import { clocked, clockedWork, installClock, type Shown, scrollThrough, settle, type Took, typeKeys } from './browser-page.ts';
import { timeReference } from './reference.ts';

/** One measure: its value is the 95th percentile in ms; more than the bar is a miss. `also`: what else was seen, in ms. */
export type Measured = {
  readonly measure: BrowserMeasure;
  readonly value: number;
  readonly bar: number;
  readonly ok: boolean;
  readonly ms: { readonly min: number; readonly median: number; readonly max: number };
  /** The median over the median of the reference work in the same minutes. */
  readonly ratio: number;
  readonly runs: number;
  readonly also: Readonly<Record<string, number | string>>;
};

const BARS = {
  'browser: stripe on screen': 50,
  'browser: commit acknowledged': 30,
  'browser: switch interview': 120,
  'browser: open project': 800,
  'browser: scrolling, frame': 17,
  'browser: scrolling, longest task': 50,
  'browser: typing in edit mode': 16,
  'browser: long interview, first paint': 300,
  'browser: long interview, one more coding': 30,
  'browser: long interview, scrolling, frame': 17,
  'browser: codebook filter, 2000 codes': 50,
} as const;
export type BrowserMeasure = keyof typeof BARS;
export const BROWSER_MEASURES = Object.keys(BARS) as readonly BrowserMeasure[];

type Size = { readonly project: Wishes; readonly long: Wishes; readonly codes: Wishes; readonly runs: number };

const FULL: Size = {
  project: { interviews: 60, words: 8000, codings: 9000, codes: 150 },
  long: { interviews: 2, words: 2000, codings: 40, codes: 150, long: { words: 150_000, codings: 10_000 } },
  codes: { interviews: 1, words: 500, codings: 10, codes: 2000 },
  runs: 20,
};
const QUICK: Size = {
  project: { interviews: 10, words: 4000, codings: 700, codes: 150 },
  long: { interviews: 2, words: 2000, codings: 40, codes: 150, long: { words: 45_000, codings: 3000 } },
  codes: { interviews: 1, words: 500, codings: 10, codes: 2000 },
  runs: 5,
};

type Options = {
  readonly folder: string;
  readonly only: string;
  readonly quick: boolean;
  readonly print: (line: object) => void;
};

/** Measures what has `only` in its name, prints a line for each, and answers all of them. Projects are made in `folder` unless there. */
export async function benchBrowser({ folder, only, quick, print }: Options): Promise<readonly Measured[]> {
  const size = quick ? QUICK : FULL;
  const wanted = (names: readonly BrowserMeasure[]) => names.some((name) => name.includes(only));
  const done: Measured[] = [];
  const note: Note = (measure, values, also = {}) => {
    if (!measure.includes(only)) return;
    const line = judge(measure, values, also, references);
    done.push(line);
    print(line);
  };
  const references: number[] = [];
  const beat = () => void references.push(timeReference());
  const browser = await startBrowser();
  try {
    for (const part of PARTS) {
      if (!wanted(part.measures)) continue;
      const project = await makeProject(folder, size[part.project]);
      const bench = await openPage(browser, project);
      try {
        for (const run of part.runs) await run({ ...bench, runs: size.runs, note, beat });
      } finally {
        await bench.workbench.close();
        await rm(dirname(project), { recursive: true, force: true });
      }
    }
  } finally {
    await browser.close();
  }
  return done;
}

type Note = (measure: BrowserMeasure, values: readonly number[], also?: Measured['also']) => void;
type Bench = {
  readonly workbench: Workbench;
  readonly page: Page;
  readonly runs: number;
  readonly note: Note;
  /** Does the reference work once, between two runs. */
  readonly beat: () => void;
};
type Part = {
  readonly project: Exclude<keyof Size, 'runs'>;
  readonly measures: readonly BrowserMeasure[];
  readonly runs: readonly ((bench: Bench) => Promise<void>)[];
};

const PARTS: readonly Part[] = [
  {
    project: 'project',
    measures: ['browser: switch interview', 'browser: open project'],
    runs: [switching, opening],
  },
  {
    project: 'project',
    measures: ['browser: stripe on screen', 'browser: commit acknowledged'],
    runs: [coding],
  },
  {
    project: 'project',
    measures: ['browser: scrolling, frame', 'browser: scrolling, longest task'],
    runs: [scrolling('Gesprek 0003', 'browser: scrolling, frame', 'browser: scrolling, longest task')],
  },
  { project: 'project', measures: ['browser: typing in edit mode'], runs: [typing] },
  {
    project: 'long',
    measures: [
      'browser: long interview, first paint',
      'browser: long interview, one more coding',
      'browser: long interview, scrolling, frame',
    ],
    runs: [openingLong, codingLong, scrolling(LONG_NAME, 'browser: long interview, scrolling, frame')],
  },
  { project: 'codes', measures: ['browser: codebook filter, 2000 codes'], runs: [filtering] },
];

const TEXT = { selector: '.sheet p[data-turn]', inView: true };

/** From one interview to the next in the list, each for the first time: text and stripes are both there. */
async function switching({ page, runs, note, beat }: Bench): Promise<void> {
  const links = page.locator('a[data-interview]');
  const names = await links.locator('.nm').allTextContents();
  const took: Took[] = [];
  for (let n = 0; n <= runs; n++) {
    beat();
    const at = (n * 2 + 1) % names.length;
    const name = await nameOf(page, at);
    await links.nth(at).scrollIntoViewIfNeeded();
    took.push(await clocked(page, 'click', [{ selector: '.trh h1', text: name }, TEXT, STRIPES], () => links.nth(at).click()));
  }
  note(
    'browser: switch interview',
    took.slice(1).map((one) => one.shown),
    { longestTask: longest(took.slice(1)) },
  );
}

const STRIPES = { selector: '.stripes .stripe', fresh: 'data-coding' };

/** From a press on the project in the start screen until the interview that was open can be read. */
async function opening({ page, workbench, runs, note, beat }: Bench): Promise<void> {
  const took: Took[] = [];
  for (let n = 0; n <= runs; n++) {
    beat();
    await workbench.call('workbench.close', {});
    const project = page.locator('.recent button').first();
    await project.waitFor();
    await settle(page);
    took.push(
      await clocked(page, 'click', [{ selector: '.trh h1' }, TEXT, { selector: '.stripes .stripe' }], () => project.click()),
    );
  }
  note(
    'browser: open project',
    took.slice(1).map((one) => one.shown),
    { longestTask: longest(took.slice(1)) },
  );
}

/** The last code once more, by its key, on one turn after another. */
async function coding({ page, runs, note, beat }: Bench): Promise<void> {
  const took = await codeTurns(page, 'Gesprek 0003', runs, beat, clocked);
  note(
    'browser: stripe on screen',
    took.map((one) => one.shown),
    { longestTask: longest(took), ...callsOf(took) },
  );
  note('browser: commit acknowledged', took.map(answered), {
    value: 'from the key until the answer of the core had come to the browser',
    readByThePage: callsOf(took).acknowledgedAndRead,
  });
}

/** In the longest interview: what one more coding costs the page. */
async function codingLong({ page, runs, note, beat }: Bench): Promise<void> {
  const took = await codeTurns(page, LONG_NAME, runs, beat, clockedWork);
  const seen = took.map((one) => one.shown);
  note(
    'browser: long interview, one more coding',
    took.map((one) => one.work),
    {
      value: 'work of the page from the key until the stripe is drawn, in time of the processor',
      stripeOnScreen: round(percentile(seen, 0.95)),
      stripeOnScreenMedian: round(percentile(seen, 0.5)),
      longestTask: longest(took),
      ...callsOf(took),
    },
  );
}

type Clocked<T extends Took> = (page: Page, event: string, shown: readonly Shown[], act: () => Promise<unknown>) => Promise<T>;

async function codeTurns<T extends Took>(
  page: Page,
  name: string,
  runs: number,
  beat: () => void,
  clock: Clocked<T>,
): Promise<T[]> {
  await openInterview(page, name);
  await page.locator('[data-turn="2"]').click();
  for (const key of ['Space', 'c']) await page.keyboard.press(key);
  await page.locator('.picker').waitFor();
  await page.keyboard.press('Enter');
  await settle(page);
  const took: T[] = [];
  for (let n = 0; n <= runs; n++) {
    beat();
    // The interviewer's turns, which nobody has coded.
    for (const key of ['j', 'j', 'Space']) await page.keyboard.press(key);
    await settle(page, 400);
    took.push(await clock(page, 'keydown', [{ ...STRIPES, inView: true }], () => page.keyboard.press('q')));
  }
  return took.slice(1);
}

function answered({ calls }: Took): number {
  return calls.find((call) => call.name === 'coding.apply')?.answered ?? Number.NaN;
}

/** p95 of each, in ms from the key: the answer had come; the page had read it; all that changed with it had been read again. */
function callsOf(took: readonly Took[]) {
  const p95 = (values: readonly number[]) => round(percentile(values, 0.95));
  return {
    acknowledged: p95(took.map(answered)),
    acknowledgedAndRead: p95(took.map(({ calls }) => calls.find((call) => call.name === 'coding.apply')?.to ?? Number.NaN)),
    allReadAgain: p95(took.map(({ calls }) => Math.max(...calls.map((call) => call.to)))),
  };
}

const PIXELS_PER_FRAME = 120;
const FRAMES = 300;

function scrolling(name: string, frame: BrowserMeasure, task?: BrowserMeasure) {
  return async ({ page, note, beat, runs }: Bench): Promise<void> => {
    await openInterview(page, name);
    await settle(page, 500);
    const { frames, tasks } = await scrollThrough(page, PIXELS_PER_FRAME, FRAMES);
    for (let n = 0; n < runs; n++) beat();
    const source = 'time stamps of requestAnimationFrame, 16.67 ms apart at best';
    note(frame, frames, {
      source,
      pixelsPerFrame: PIXELS_PER_FRAME,
      over34: frames.filter((ms) => ms > 34).length,
      longestTask: Math.max(0, ...tasks),
    });
    if (task) note(task, [Math.max(0, ...tasks)], { tasksOver50: tasks.length });
  };
}

async function typing({ page, runs, note, beat }: Bench): Promise<void> {
  await openInterview(page, 'Gesprek 0003');
  await page.locator('[data-turn="3"]').click();
  await page.keyboard.press('e');
  await page.locator('.turn-editor').waitFor();
  await settle(page, 500);
  await typeKeys(page, 'warm ', 60);
  for (let n = 0; n < runs; n++) beat();
  const { work, frame } = await typeKeys(page, 'en toen zei ik dat het wel ging'.slice(0, runs), 60);
  note('browser: typing in edit mode', work, {
    value: 'work of the page from one key to the next, in time of the processor',
    keyToFrameMedian: round(percentile(frame, 0.5)),
    keyToFrame: round(percentile(frame, 0.95)),
  });
  await page.keyboard.press('Escape');
}

async function openingLong({ page, runs, note, beat }: Bench): Promise<void> {
  const took: Took[] = [];
  for (let n = 0; n <= runs; n++) {
    beat();
    await openInterview(page, 'Gesprek 0001');
    // Nothing that was read of it before may help.
    await page.reload();
    await page.locator('[data-turn]').first().waitFor();
    await installClock(page);
    await settle(page, 400);
    const link = page.locator('a[data-interview]', { hasText: LONG_NAME });
    took.push(await clocked(page, 'click', [{ selector: '.trh h1', text: LONG_NAME }, TEXT, STRIPES], () => link.click()));
  }
  note(
    'browser: long interview, first paint',
    took.slice(1).map((one) => one.shown),
    {
      longestTask: longest(took.slice(1)),
      ...callTimes(took.slice(1)),
    },
  );
}

function callTimes(took: readonly Took[]): Record<string, number> {
  const names = [...new Set(took.flatMap(({ calls }) => calls.map((call) => call.name)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      round(
        percentile(
          took.flatMap(({ calls }) => calls.filter((call) => call.name === name).map((call) => call.to)),
          0.5,
        ),
      ),
    ]),
  );
}

/** In many names of codes, but not in all. */
const LETTERS = 'zhkbgvrmtw';

async function filtering({ page, runs, note, beat }: Bench): Promise<void> {
  const input = page.locator('[data-pane="codebook"] input[type="search"]');
  const took: Took[] = [];
  for (let n = 0; n <= runs; n++) {
    beat();
    await input.fill('');
    await settle(page, 300);
    const letter = LETTERS[n % LETTERS.length] ?? 'k';
    // Rows that were further down come into view.
    took.push(await clocked(page, 'keydown', [{ selector: '[data-code]', fresh: 'data-code' }], () => input.press(letter)));
  }
  note(
    'browser: codebook filter, 2000 codes',
    took.slice(1).map((one) => one.shown),
    { longestTask: longest(took.slice(1)) },
  );
}

async function openInterview(page: Page, name: string): Promise<void> {
  await page.locator('a[data-interview]', { hasText: name }).click();
  await page.locator('.trh h1', { hasText: name }).waitFor();
  await page.locator('[data-turn]').first().waitFor();
  await settle(page);
}

/** The name at a place of the list. */
async function nameOf(page: Page, at: number): Promise<string> {
  const title = await page.locator('a[data-interview]').nth(at).getAttribute('title');
  return title?.split(' · ')[0] ?? '';
}

async function makeProject(folder: string, wishes: Wishes): Promise<string> {
  const long = wishes.long ? `-${wishes.long.words}-${wishes.long.codings}` : '';
  const made = join(folder, `browser-${wishes.interviews}-${wishes.words}-${wishes.codings}-${wishes.codes}${long}.draad`);
  if (!existsSync(made)) await generateProject(made, wishes);
  // Measuring changes a project, the place in it too: each part has a copy of its own.
  const path = join(await mkdtemp(join(folder, 'measured-')), 'project.draad');
  await copyFile(made, path);
  return path;
}

async function openPage(browser: Browser, project: string): Promise<{ workbench: Workbench; page: Page }> {
  const workbench = await openWorkbench('web', { browser, project });
  const { page } = workbench;
  page.setDefaultTimeout(60_000);
  await page.locator('[data-turn]').first().waitFor();
  await installClock(page);
  await settle(page, 500);
  return { workbench, page };
}

function judge(
  measure: BrowserMeasure,
  values: readonly number[],
  also: Measured['also'],
  references: readonly number[],
): Measured {
  const value = round(percentile(values, 0.95));
  const median = percentile(values, 0.5);
  return {
    measure,
    value,
    bar: BARS[measure],
    ok: value <= BARS[measure],
    ms: { min: round(Math.min(...values)), median: round(median), max: round(Math.max(...values)) },
    ratio: round(median / percentile(references, 0.5)),
    runs: values.length,
    also,
  };
}

function longest(took: readonly Took[]): number {
  return round(Math.max(0, ...took.map((one) => one.longest)));
}

/** By the nearest rank: of 20 values the 95th percentile is the 19th. */
function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
