// Starts the desktop window from a checkout, or says in one sentence why it can't be.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const electron = join(root, 'node_modules', 'electron');
const FETCH_MS = 180_000;

export type Desktop = { readonly ok: true; readonly binary: string } | { readonly ok: false; readonly why: string };

/** The Electron binary, fetched once when it isn't there; or why the desktop window can't be opened here. */
export async function findDesktop(say: (line: string) => void): Promise<Desktop> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { ok: false, why: 'There is no display here for a desktop window' };
  const known = binaryPath();
  if (known) return { ok: true, binary: known };
  if (!existsSync(join(electron, 'install.js'))) return { ok: false, why: 'Electron is not installed' };
  say('Fetching the desktop window (Electron, about 100 MB, once) …');
  await run(process.execPath, [join(electron, 'install.js')], FETCH_MS);
  const fetched = binaryPath();
  return fetched ? { ok: true, binary: fetched } : { ok: false, why: 'The desktop window (Electron) could not be fetched' };
}

/** Opens the window on a project; resolves with its exit code when it is closed. */
export function openDesktop(binary: string, project: string): Promise<number> {
  return run(binary, [root, project], 0, 'inherit');
}

function binaryPath(): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist');
  const note = join(electron, 'path.txt');
  const path = join(folder, existsSync(note) ? readFileSync(note, 'utf8').trim() : 'electron');
  return existsSync(path) ? path : null;
}

function run(program: string, args: readonly string[], mostMs: number, stdio: 'ignore' | 'inherit' = 'ignore'): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio });
    const timer = mostMs > 0 ? setTimeout(() => child.kill(), mostMs) : null;
    const end = (code: number): void => {
      if (timer) clearTimeout(timer);
      resolve(code);
    };
    child.once('error', () => end(1));
    child.once('exit', (code) => end(code ?? 1));
  });
}
