import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const tests = ['tests/**/*.test.ts', 'tests/**/*.test.tsx'];
const inBrowser = [
  'tests/e2e/**/*.test.ts',
  'tests/electron/desktop.test.ts',
  'tests/hosts/window-in-browser.test.ts',
  'tests/bench/**/*.test.ts',
];
const never = ['node_modules', 'dist', 'out'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // A browser is several processes by itself: with two of them at once on two cores, tests wait for the machine, not for the product.
    projects: [
      { extends: true, test: { name: 'fast', include: tests, exclude: [...never, ...inBrowser], sequence: { groupOrder: 0 } } },
      {
        extends: true,
        test: { name: 'browser', include: inBrowser, exclude: never, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    reporters: [
      'default',
      ...(process.env.GITHUB_ACTIONS ? ['github-actions'] : []),
      fileURLToPath(new URL('tools/reporter.ts', import.meta.url)),
    ],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // What a person would wait for on a busy machine; a fault shows all the same, only later.
    expect: { poll: { timeout: 10_000 } },
  },
});
