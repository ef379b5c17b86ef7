// `process.parentPort` in the double's utility process: a real child process, its messages held back until someone listens.

import type { Serializable } from 'node:child_process';
import { StrictEmitter, strict } from './strict.ts';

class Port extends StrictEmitter {
  #early: unknown[] | null = [];

  constructor() {
    super('process.parentPort', ['message']);
    process.on('message', (data) => (this.#early ? this.#early.push(data) : this.tell('message', { data, ports: [] })));
    process.on('disconnect', () => process.exit());
  }

  override on(event: string, listener: (...given: never[]) => void): this {
    super.on(event, listener);
    const early = this.#early ?? [];
    this.#early = null;
    for (const data of early) this.tell('message', { data, ports: [] });
    return this;
  }

  postMessage(message: Serializable): void {
    process.send?.(message);
  }
}

Object.defineProperty(process, 'parentPort', { value: strict('process.parentPort', new Port()) });
