// The double of utilityProcess: a real child process of Node, with the same messages.

import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ForkOptions } from 'electron';
import { theApp } from './app.ts';
import { forbid, onlyKeys, StrictEmitter, strict } from './strict.ts';
import type { UtilityUsed } from './used.ts';

const register = new URL('./register.ts', import.meta.url).href;

class Utility extends StrictEmitter {
  readonly #child: ChildProcess;

  constructor(script: string, args: readonly string[]) {
    super('utilityProcess', ['message', 'exit', 'spawn']);
    this.#child = fork(script, args, {
      execArgv: ['--import', register],
      env: { ...process.env, ELECTRON_DOUBLE_PROCESS: 'utility' },
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child.on('message', (data) => this.tell('message', data));
    this.#child.on('spawn', () => this.tell('spawn'));
    this.#child.on('exit', (code) => this.tell('exit', code ?? 1));
  }

  postMessage(message: Serializable): void {
    if (this.#child.connected) this.#child.send(message);
  }

  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork(script: string, args: string[] = [], options: ForkOptions = {}): UtilityUsed {
    if (!theApp.isReady) forbid('a utility process before the app is ready');
    onlyKeys('utilityProcess.fork', options, ['serviceName']);
    if (script.startsWith('file:')) forbid(`utilityProcess.fork takes a path, not ${fileURLToPath(script)} as a URL`);
    return strict('utilityProcess', new Utility(script, args));
  },
});
