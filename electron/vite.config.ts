// Builds the desktop host to dist/electron: main, core process and transcript reader as ES modules, and, in mode `preload`, the
// preload script as one CommonJS file, which the sandbox demands. Only Electron and the database stay outside the bundles.

import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export type Parts = { readonly outDir?: string; readonly engine?: string };

/** `outDir` and `engine` are for tests, which put a small engine of their own in the place of the real one. */
export function mainConfig({ outDir = at('../dist/electron'), engine }: Parts = {}): UserConfig {
  return {
    ...common(outDir, true),
    ...(engine ? { resolve: { alias: [{ find: /^.*\/core\/engine\.ts$/, replacement: engine }] } } : {}),
    build: {
      ...common(outDir, true).build,
      ssr: true,
      rolldownOptions: {
        input: {
          main: at('main.ts'),
          core: at('core-process.ts'),
          ...(engine ? {} : { reader: at('../src/core/reader-worker.ts') }),
        },
        // Beside each other, so that `../../migrations/` is right from any of them, as it is from the sources.
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'part-[hash].mjs' },
      },
    },
  };
}

export function preloadConfig({ outDir = at('../dist/electron') }: Parts = {}): UserConfig {
  return {
    ...common(outDir, false),
    build: {
      ...common(outDir, false).build,
      ssr: true,
      rolldownOptions: {
        input: { preload: at('preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  };
}

function common(outDir: string, emptyOutDir: boolean): UserConfig {
  return {
    root: at('.'),
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: { outDir, emptyOutDir, target: 'node24', minify: false, reportCompressedSize: false },
  };
}

export default defineConfig(({ mode }) => (mode === 'preload' ? preloadConfig() : mainConfig()));
