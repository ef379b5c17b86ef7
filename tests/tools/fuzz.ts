// `npm run fuzz -- [--times 100] [word…]`: the property tests, with many times as many draws as in `npm test`. For the night, or for
// who changed something deep. Words choose test files by their path.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { project, run, tools } from './run.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { times: { type: 'string', default: '50' } } });
const times = Number(values.times);
if (!(times >= 1)) throw new Error(`--times must be a number of 1 or more, and is "${values.times}"`);

const files = globSync('tests/**/*.test.{ts,tsx}', { cwd: project })
  .filter((file) => readFileSync(join(project, file), 'utf8').includes('helpers/runs.ts'))
  .filter((file) => positionals.length === 0 || positionals.some((word) => file.includes(word)))
  .sort();

console.log(`${files.length} files with property tests, ${times} times as many draws`);
const patience = `--testTimeout=${Math.ceil(30_000 * times)}`;
process.exitCode = await run(tools.vitest, ['run', '-c', 'tests/vitest.config.ts', patience, ...files], {
  FUZZ_RUNS: String(times),
});
