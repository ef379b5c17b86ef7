// Runs a tool of node_modules with the Node that runs this script, in the project's folder, with its output going straight out.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** What the tools are, as JavaScript: the links in node_modules/.bin are shell scripts on Windows. */
export const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** The exit code of `node <script> …args`; 1 when it was ended by a signal. `script` is a path from the project's folder. */
export function run(script, args = [], env = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
