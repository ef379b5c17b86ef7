// `npm run looks`: every state of the written list in every look (language, theme, width), of which `npm test` takes one each. A quarter of an hour on a busy machine of two cores.
import { requireNode } from './node.mjs';

requireNode('npm run looks');

const { run, tools } = await import('./run.mjs');
const { findBrowser } = await import('./browser.mjs');
const { buildIfNeeded } = await import('./build.mjs');

await buildIfNeeded();
process.exitCode = await run(
  tools.vitest,
  ['run', '-c', 'tests/vitest.config.ts', 'tests/e2e/access.test.ts', ...process.argv.slice(2)],
  {
    RODE_DRAAD_BROWSER: await findBrowser(),
    RODE_DRAAD_LOOKS: 'all',
  },
);
