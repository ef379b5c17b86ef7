// The workbench in Electron itself, driven by Playwright, where its binary is on this machine. It is never downloaded here.

import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { _electron } from 'playwright-core';
import { callDesktop, nameIn, type Opened, type Opening, project, readSaved } from './session.ts';

export function missingElectron(): string | null {
  if (!electronBinary()) return 'Electron’s binary is not on this machine (`npx install-electron` fetches it).';
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasDisplay ? null : 'There is no display (xvfb-run gives one).';
}

/** Without `require('electron')`, which would download it. */
function electronBinary(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(named, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

export async function openInElectron({ home, project: file, language = 'nl', onPage }: Opening): Promise<Opened> {
  const executablePath = electronBinary();
  if (!executablePath) throw new Error(missingElectron() ?? '');
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath,
    cwd: project,
    args: [...(asRoot ? ['--no-sandbox'] : []), `--lang=${language}`, '.', ...(file ? [file] : [])],
    env: { ...definedEnvironment(), RODE_DRAAD_HOME: home },
  });
  const page = await app.firstWindow();
  onPage(page);
  return {
    page,
    callText: callDesktop(page),
    async another(action) {
      const [next] = await Promise.all([app.waitForEvent('window'), action()]);
      return next;
    },
    async saving(action) {
      const path = join(home, randomUUID());
      const suggested = app.evaluate(
        ({ dialog }, filePath) =>
          new Promise<string>((resolve) => {
            dialog.showSaveDialog = async (...given: unknown[]) => {
              resolve((given.at(-1) as { defaultPath: string }).defaultPath);
              return { canceled: false, filePath };
            };
          }),
        path,
      );
      await action();
      return { name: nameIn(await suggested), text: await readSaved(path) };
    },
    close: () => app.close(),
  };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
