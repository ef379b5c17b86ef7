// `npm test`: builds what is out of date, finds a browser (or installs one), and runs every test, or those in the files whose path
// holds one of the words given. The last line says how many tests passed, failed and were skipped.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireNode } from './node.mjs';

requireNode('npm test');

const { project, run, tools } = await import('./run.mjs');
const { findBrowser } = await import('./browser.mjs');

const built = await build();
const { code, counts } = await test(process.argv.slice(2), await browser());
// A run that broke off without a failing test has failed all the same.
const failed = Math.max(counts.failed, code === 0 ? 0 : 1) + (built ? 0 : 1);
console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

async function build() {
  if ((await run('tests/tools/build.mjs')) === 0) return true;
  console.error('The build failed, so the tests of the window run on an older one, if there is any.');
  return false;
}

/** Found once, and named to every test; without one the tests that need it fail, each saying so. */
async function browser() {
  try {
    return { RODE_DRAAD_BROWSER: await findBrowser() };
  } catch (error) {
    console.error(error.message);
    return {};
  }
}

async function test(args, env) {
  const dist = join(project, 'dist');
  mkdirSync(dist, { recursive: true });
  const folder = mkdtempSync(join(dist, 'counts-'));
  const file = join(folder, 'counts.json');
  try {
    const code = await run(tools.vitest, ['run', '-c', 'tests/vitest.config.ts', ...args], { ...env, RODE_DRAAD_COUNTS: file });
    const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 };
    return { code, counts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
