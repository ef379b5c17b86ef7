// Runs a command line: in place with a console of our own, or as a person does, as a process.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { main } from '../../../src/hosts/cli/main.ts';
import { tempHome } from '../../helpers/temp.ts';

export const bin = fileURLToPath(new URL('../../../src/hosts/cli/bin.mjs', import.meta.url));

export type Ran = { readonly exit: number; readonly out: string; readonly err: string };

/** A folder for a test file, which is also the home of whoever runs the commands there. Removed at the end. */
export async function homeFolder(): Promise<string> {
  const folder = mkdtempSync(join(await tempHome(), 'cli-'));
  const home = join(folder, 'home');
  mkdirSync(home);
  // Settings and projects of the person who runs the tests are none of ours.
  for (const name of ['HOME', 'USERPROFILE', 'APPDATA', 'XDG_CONFIG_HOME']) process.env[name] = home;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command line in this process. */
export async function run(...argv: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exit = await main(argv, { out: (line) => out.push(line), err: (line) => err.push(line), isTerminal: false, width: 100 });
  return { exit, out: out.map((line) => `${line}\n`).join(''), err: err.join('\n') };
}

/** Runs a command line with `--json` and gives its answer; throws when it was not done. */
export async function ask<T>(...argv: readonly string[]): Promise<T> {
  const { exit, out, err } = await run(...argv, '--json');
  if (exit !== 0) throw new Error(`${argv.join(' ')}: exit ${exit}: ${err}`);
  return JSON.parse(out) as T;
}

/** Starts the real command. */
export function start(argv: readonly string[], cwd?: string): ChildProcess {
  return spawn(process.execPath, [bin, ...argv], { stdio: ['pipe', 'pipe', 'pipe'], ...(cwd && { cwd }) });
}

/** Waits for the real command to end. */
export async function ended(child: ChildProcess): Promise<Ran> {
  const [out, err, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
  return { exit: Number(code), out, err };
}
