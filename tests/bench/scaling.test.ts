// Ten times as much in a project may not cost a hundred times as much. Only ratios are held to anything: each time is measured
// against the reference work in between, and then small against large.

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tempHome } from '../helpers/temp.ts';
import { generateProject } from '../tools/generate.ts';
import { FILE_MEASURES, fileWork } from './files.ts';
import { type Bench, MEASURES, openBench } from './measures.ts';
import { time, type Work } from './timing.ts';

const TIMES_AS_MUCH = 10;
/** Between what grows along (10) and what grows with the square (100). */
const MOST = 25;
const RUNS = 4;
/** A busy moment can spoil a measurement but not mend one: the best of so many counts. */
const ATTEMPTS = 3;

const BASE = { interviews: 8, words: 3000, codings: 160 };
const LARGER = {
  'ten times the codings': { ...BASE, codings: BASE.codings * TIMES_AS_MUCH },
  'ten times the interviews': { ...BASE, interviews: BASE.interviews * TIMES_AS_MUCH, codings: BASE.codings * TIMES_AS_MUCH },
};

let folder: string;
let small: Bench;

beforeAll(async () => {
  folder = await mkdtemp(join(await tempHome(), 'scaling-'));
  small = await makeBench('small', BASE);
});
afterAll(async () => {
  await small?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(Object.entries(LARGER))('%s', (name, size) => {
  let large: Bench;
  beforeAll(async () => {
    large = await makeBench(name, size);
  });
  afterAll(() => large?.close());

  it.each(MEASURES)('%s', async (measure) => {
    expect(await growth(small.measures[measure], large.measures[measure])).toBeLessThanOrEqual(MOST);
  });
});

it.each(FILE_MEASURES)('%s, ten times as long', async (measure) => {
  const [short, long] = [await fileWork(measure, 2000), await fileWork(measure, 2000 * TIMES_AS_MUCH)];
  expect(await growth(short, long)).toBeLessThanOrEqual(MOST);
});

it('what grows with the square is found out', async () => {
  const pairsOf = (n: number): Work => ({ run: async () => countPairs(n) });
  expect(await growth(pairsOf(150), pairsOf(150 * TIMES_AS_MUCH))).toBeGreaterThan(MOST);
});

/** How many times as long the second takes; at most MOST as soon as one attempt is. */
async function growth(one: Work, other: Work): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && least > MOST; attempt++) {
    const before = await time(one, RUNS);
    const after = await time(other, RUNS);
    least = Math.min(least, after.best / before.best);
  }
  return least;
}

async function makeBench(name: string, size: typeof BASE): Promise<Bench> {
  const path = join(folder, `${name.replaceAll(' ', '-')}.draad`);
  await generateProject(path, size);
  return openBench(path);
}

function countPairs(n: number): number {
  const values = Float64Array.from({ length: n }, (_, at) => (at * 7919) % 1000);
  let close = 0;
  for (const a of values) for (const b of values) if (Math.abs(a - b) < 3) close++;
  return close;
}
