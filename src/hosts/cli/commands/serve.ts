// rode-draad serve and start: the workbench in a window.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from '../../../core/engine.ts';
import { DraadError } from '../../../domain/error.ts';
import type { Core } from '../../core.ts';
import { findDesktop, openDesktop } from '../../desktop/launch.ts';
import { openWebHost } from '../../web/host.ts';
import { type Command, type Console, effectsFor, unwrap } from '../command.ts';

const port = { value: '<port>', doc: 'a fixed port; otherwise the system chooses one' };

export const serveCommand: Command = {
  name: 'serve',
  doc: 'Serves the workbench on this computer only (127.0.0.1) and prints a one-time address for the browser.',
  words: ['<project>'],
  options: { port },
  operations: [],
  run: async (words, console) => {
    const path = resolve(words.words[0] ?? '');
    if (!existsSync(path)) throw new DraadError('not-found', `There is no project at ${path}`);
    await serve(console, words.json, portOf(words.options.port), (core) => core.open(path));
    return null;
  },
};

export const startCommand: Command = {
  name: 'start',
  doc: 'Opens the workbench: with a project, or with your copy of the sample project. Desktop window first, else in the browser.',
  words: ['[project]'],
  options: { port, web: { doc: 'in the browser, also where a desktop window could be opened' } },
  operations: [],
  run: async (words, console) => {
    await build(console);
    const project = words.words[0] === undefined ? await samplePath(words) : resolve(words.words[0]);
    const desktop = words.flags.has('web') ? null : await findDesktop(console.err);
    if (desktop?.ok) {
      const exitCode = await openDesktop(desktop.binary, project);
      return { value: { exitCode }, lines: [], exitCode: exitCode === 0 ? 0 : 4 };
    }
    if (desktop) console.err(`${desktop.why}, so the same workbench opens in your browser.`);
    await serve(console, words.json, portOf(words.options.port), (core) => core.open(project));
    return null;
  },
};

/** Prints the address and serves until Ctrl-C, or until no page has been open for a while. */
async function serve(
  console: Console,
  json: boolean,
  port: number,
  begin: (core: Core) => ReturnType<Core['open']>,
): Promise<void> {
  const host = await openWebHost({ port, begin });
  if (host.begun && !host.begun.ok) {
    await host.close();
    throw new DraadError(host.begun.error.code, host.begun.error.message);
  }
  if (json) console.out(JSON.stringify({ url: host.url }));
  else
    for (const line of [
      'Rode Draad is open at this address (for one browser, once):',
      '',
      `  ${host.url}`,
      '',
      'Ctrl-C stops it.',
    ])
      console.out(line);
  const stop = (): void => void host.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  await host.closed;
}

/** The person's copy of the sample project; made when it isn't there yet. */
async function samplePath(words: Parameters<Command['run']>[0]): Promise<string> {
  const engine = await createEngine(effectsFor(words));
  try {
    unwrap(await engine.call('workbench.openSample', {}));
    return engine.openPath() ?? '';
  } finally {
    await engine.close();
  }
}

/** In a checkout the window is built from its sources when these are newer; in an installed program it is there already. */
async function build(console: Console): Promise<void> {
  const script = fileURLToPath(new URL('../../../../tests/tools/build.mjs', import.meta.url));
  if (!existsSync(script)) return;
  await new Promise<void>((done, fail) => {
    execFile(process.execPath, [script], (error, _out, err) => {
      if (error)
        fail(
          new DraadError(
            'internal',
            `The window could not be built: ${
              err
                .split('\n')
                .find((line) => /error/i.test(line))
                ?.trim() ?? 'see npm run build'
            }`,
          ),
        );
      else done();
    });
  });
  if (console.isTerminal) console.err('');
}

function portOf(given: string | undefined): number {
  const port = Number(given ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new DraadError('invalid-input', '--port is a number from 0 to 65535');
  return port;
}
