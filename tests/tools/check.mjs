// `npm run check`: format, lint, types and tests. Goes on after what fails, sums up at the end, and fails when anything did.
// Words given are passed on to the tests, as to `npm test`.
import { requireNode } from './node.mjs';

requireNode('npm run check');

const { run, tools } = await import('./run.mjs');

const steps = [
  ['format', tools.biome, ['format', '.']],
  ['lint', tools.biome, ['check', '--formatter-enabled=false', '.']],
  ['types', tools.tsc, ['--noEmit']],
  ['tests', 'tests/tools/test.mjs', process.argv.slice(2)],
];

const results = [];
for (const [name, script, args] of steps) {
  console.log(`\n── ${name}`);
  results.push({ name, ok: (await run(script, args)) === 0 });
}

console.log(`\n${results.map(({ name, ok }) => `${name}: ${ok ? 'good' : 'NOT GOOD'}`).join(' · ')}`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
