// `npm run bench`: makes projects and prints one JSON line per measure, of the engine and of the window in a browser. `--quick` takes
// small projects and few runs, for a continuous build; `--only <word>` takes the measures with that word in their name; `--browser`
// only those in the browser; `--keep <folder>` keeps the projects there and uses those it finds.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { tempHome } from '../helpers/temp.ts';
import { generateProject } from '../tools/generate.ts';
import { BROWSER_MEASURES, benchBrowser } from './browser.ts';
import { FILE_MEASURES, fileWork } from './files.ts';
import { MEASURES, openBench } from './measures.ts';
import { timeReference } from './reference.ts';
import { type Spread, spread, time } from './timing.ts';

type Size = { readonly interviews: number; readonly words: number; readonly codings: number };

const FULL: readonly Size[] = [
  { interviews: 40, words: 8000, codings: 4000 },
  { interviews: 400, words: 8000, codings: 40_000 },
];
const QUICK: readonly Size[] = [
  { interviews: 10, words: 2000, codings: 400 },
  { interviews: 40, words: 2000, codings: 4000 },
];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    keep: { type: 'string' },
  },
});
const runs = values.quick ? 5 : 9;
const measures = values.browser ? [] : MEASURES.filter((measure) => measure.includes(values.only));

const folder = values.keep ?? mkdtempSync(join(await tempHome(), 'bench-'));
mkdirSync(folder, { recursive: true });
try {
  print(machine());
  const reference = spread(Array.from({ length: 20 }, timeReference));
  print({ measure: 'reference', ms: rounded(reference), ratio: 1, runs: 20 });
  await measureFiles();
  if (measures.length > 0) for (const project of values.quick ? QUICK : FULL) await measure(project);
  if (BROWSER_MEASURES.some((name) => name.includes(values.only)))
    await benchBrowser({ folder, only: values.only, quick: values.quick, print });
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

/** Of one file, whatever the project. */
async function measureFiles(): Promise<void> {
  const words = values.quick ? 20_000 : 150_000;
  for (const name of FILE_MEASURES.filter((own) => !values.browser && own.includes(values.only))) {
    const { ms, ratio } = await time(await fileWork(name, words), runs);
    print({ measure: name, words, ms: rounded(ms), ratio: round(ratio), runs });
  }
}

async function measure(project: Size): Promise<void> {
  const path = join(folder, `${project.interviews}-${project.words}-${project.codings}.draad`);
  if (!existsSync(path)) {
    const { ms, ratio } = await time({ run: () => generateProject(path, project) }, 1, false);
    print({ measure: 'make the project', project, ms: rounded(ms), ratio: round(ratio), runs: 1 });
  }
  const bench = await openBench(path);
  try {
    for (const name of measures) {
      const { ms, ratio } = await time(bench.measures[name], runs);
      print({ measure: name, project, ms: rounded(ms), ratio: round(ratio), runs });
    }
  } finally {
    await bench.close();
  }
}

function machine(): object {
  const memory = new Database(':memory:');
  const sqlite = memory.prepare('select sqlite_version()').pluck().get();
  memory.close();
  const { platform, arch, versions } = process;
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return { machine: { platform, arch, cores: availableParallelism(), gigabytes, node: versions.node, sqlite } };
}

function rounded({ min, median, max }: Spread): Spread {
  return { min: round(min), median: round(median), max: round(max) };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
