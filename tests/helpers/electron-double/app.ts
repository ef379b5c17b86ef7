// The double of `app`: begins when the test is ready, ends as Electron does (close, will-quit, exit).

import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { windows } from './browser-window.ts';
import { answers, driver } from './state.ts';
import { forbid, preventable, StrictEmitter, strict } from './strict.ts';
import type { AppUsed } from './used.ts';

const events = ['open-file', 'second-instance', 'web-contents-created', 'will-quit', 'window-all-closed'];
const switches = ['disable-background-networking', 'disable-component-update', 'host-resolver-rules'];
const places = ['appData', 'documents', 'userData'];

class App extends StrictEmitter {
  readonly commandLine = strict('app.commandLine', {
    appendSwitch: (name: string, _value?: string) => {
      if (!switches.includes(name)) forbid(`the switch ${name} is not in the double`);
      this.#before('appendSwitch');
    },
  });
  readonly isPackaged = process.env.ELECTRON_DOUBLE_PACKAGED === '1';
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  isReady = false;
  isSandboxed = false;

  constructor() {
    super('app', events);
    answers.ready = () => {
      this.isReady = true;
      this.#ready.resolve();
    };
    answers.appEvent = ({ name, argv, folder }) => {
      if (name === 'second-instance') this.tell(name, preventable({}), argv, folder);
      else this.tell(name, preventable({}), argv[0]);
    };
  }

  /** Electron starts by itself; the double once the whole script has run, when the host asks for it. */
  whenReady(): Promise<void> {
    driver();
    return this.#ready.promise;
  }

  enableSandbox(): void {
    this.#before('enableSandbox');
    this.isSandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    return process.env.ELECTRON_DOUBLE_SECOND !== '1';
  }

  getAppPath(): string {
    return process.env.ELECTRON_DOUBLE_APP ?? process.cwd();
  }

  getLocale(): string {
    return this.isReady ? (process.env.ELECTRON_DOUBLE_LOCALE ?? 'nl') : '';
  }

  getPath(name: string): string {
    if (!places.includes(name)) forbid(`app.getPath('${name}') is not in the double`);
    const path = this.#paths.get(name) ?? join(process.env.RODE_DRAAD_HOME ?? tmpdir(), name);
    mkdirSync(path, { recursive: true });
    return path;
  }

  setPath(name: string, path: string): void {
    if (name !== 'userData') forbid(`app.setPath('${name}') is not in the double`);
    this.#before('setPath');
    this.#paths.set(name, path);
  }

  setName(_name: string): void {
    this.#before('setName');
  }

  quit(): void {
    for (const window of [...windows]) window.close();
    setImmediate(() => {
      const event = preventable({});
      this.tell('will-quit', event);
      if (!event.defaultPrevented) this.exit(0);
    });
  }

  exit(code = 0): void {
    process.exit(code);
  }

  #before(what: string): void {
    if (this.isReady) forbid(`app.${what} comes after the app is ready`);
  }
}

/** For the other parts of the double. */
export const theApp = new App();
export const app = strict('app', theApp) satisfies AppUsed;
