// Builds the desktop host around the small engine, and the small page as a window's files, in a folder of their own.

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { mainConfig, preloadConfig } from '../../../electron/vite.config.ts';
import { pageFilesPlugin } from '../../../renderer/vite-page-files.ts';
import { tempHome } from '../temp.ts';

export type SmallBuild = { readonly main: string; readonly window: string; readonly remove: () => Promise<void> };

const engine = fileURLToPath(new URL('engine.ts', import.meta.url));
const page = fileURLToPath(new URL('.', import.meta.url));

export async function buildSmall(parts: { readonly desktop: boolean }): Promise<SmallBuild> {
  // Inside the project, because the bundles look for better-sqlite3 from where they are.
  const folder = await mkdtemp(join(await tempHome(), 'small-'));
  const window = join(folder, 'renderer');
  const electron = join(folder, 'electron');
  await build({
    configFile: false,
    root: page,
    base: '/',
    logLevel: 'warn',
    plugins: [pageFilesPlugin()],
    build: {
      outDir: window,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2024',
      reportCompressedSize: false,
    },
  });
  if (parts.desktop) {
    await build({ configFile: false, ...mainConfig({ outDir: electron, engine }) });
    await build({ configFile: false, ...preloadConfig({ outDir: electron }) });
  }
  return { main: join(electron, 'main.mjs'), window, remove: () => rm(folder, { recursive: true, force: true }) };
}
