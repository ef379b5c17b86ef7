// Other processes for tests: one that owns a project, started, asked and ended.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Answer, OperationName } from '../../src/contract/index.ts';

export type Owner = {
  readonly opened: Answer;
  readonly ask: (name: OperationName, input: unknown) => Promise<Answer>;
  /** Closes the project and ends. */
  readonly close: () => Promise<void>;
  /** Ends at once, as a power cut of the process. */
  readonly kill: () => Promise<void>;
};

/** Starts a process that opens the project at `path`; as the user with this number, where one may choose. */
export async function startOwner(path: string, folder: string, user?: number): Promise<Owner> {
  const child = start('owner.ts', [path, folder], user);
  const lines = createInterface({ input: child.stdout! });
  const answers = lines[Symbol.asyncIterator]();
  const next = async (): Promise<Answer> => {
    const { value, done } = await answers.next();
    if (done) throw new Error('The other process ended before it answered');
    return JSON.parse(value) as Answer;
  };
  const opened = await next();
  return {
    opened,
    ask: (name, input) => {
      child.stdin?.write(`${JSON.stringify([name, input])}\n`);
      return next();
    },
    close: () => end(child, lines, () => child.stdin?.end()),
    kill: () => end(child, lines, () => child.kill('SIGKILL')),
  };
}

/** Starts a script of this folder under the Node of this test. */
export function start(script: string, words: readonly string[], user?: number): ChildProcess {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return spawn(process.execPath, [file, ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
}

async function end(child: ChildProcess, lines: Interface, how: () => void): Promise<void> {
  const gone = once(child, 'exit');
  how();
  await gone;
  lines.close();
}
