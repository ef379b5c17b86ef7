import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { tempHome } from '../helpers/temp.ts';
import { project, tools } from './run.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(await tempHome(), 'reporter-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('counts tests one by one and ends with the plain line', async () => {
  const { lines, code } = await runTests([
    "test('a', () => {}); describe('of', () => { test('b', () => {}); test('c', () => {}); });",
    "test('d', () => {});",
  ]);
  expect(lines.at(-1)).toBe('4 passed, 0 failed, 0 skipped');
  expect(code).toBe(0);
});

it('names each skipped test with its reason, also one that the file printed', async () => {
  const { lines } = await runTests([
    `beforeAll(() => console.info('Skipped: the door x. It is not here.'));
     test('noted', (context) => context.skip('no moon tonight'));
     test.skipIf(true)('by the door', () => {});
     test('runs', () => {});`,
    "test.skip('silent', () => {});",
  ]);
  expect(lines.filter((line) => line.startsWith('skipped: ')).sort()).toEqual([
    'skipped: 0.test.ts > by the door: the door x. It is not here.',
    'skipped: 0.test.ts > noted: no moon tonight',
    'skipped: 1.test.ts > silent: no reason given',
  ]);
  expect(lines.at(-1)).toBe('1 passed, 0 failed, 3 skipped');
});

it('counts as failed what failed in whatever way, and what was never reached', async () => {
  const { lines, code } = await runTests([
    "test('a', () => {}); test('b', () => expect(1).toBe(2));", // 1 and 1
    "describe('of', () => { beforeAll(() => { throw new Error('x'); }); test('a', () => {}); test('b', () => {}); });", // 0 and 2
    "describe('of', () => { afterAll(() => { throw new Error('x'); }); test('a', () => {}); });", // 1 and 1
    "import './nothing.ts'; test('a', () => {});", // 0 and 1
    "test('a', () => { void Promise.reject(new Error('x')); });", // 1 and 1
  ]);
  expect(lines.at(-1)).toBe('3 passed, 6 failed, 0 skipped');
  expect(code).toBe(1);
});

/** Runs one test file per source, under our reporter alone. */
async function runTests(sources: readonly string[]): Promise<{ lines: string[]; code: number }> {
  const imports = "import { afterAll, beforeAll, describe, expect, test } from 'vitest';";
  const reporter = fileURLToPath(new URL('reporter.ts', import.meta.url));
  for (const [n, source] of sources.entries()) await writeFile(join(folder, `${n}.test.ts`), `${imports}\n${source}\n`);
  const config = { test: { include: ['*.test.ts'], reporters: [reporter], maxWorkers: 1 } };
  await writeFile(join(folder, 'own.config.ts'), `export default ${JSON.stringify(config)};\n`);
  const args = [join(project, tools.vitest), 'run', '--root', folder, '-c', join(folder, 'own.config.ts')];
  const { RODE_DRAAD_COUNTS: _, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout) => {
      resolve({ lines: stdout.trim().split('\n'), code: typeof error?.code === 'number' ? error.code : 0 });
    });
  });
}
