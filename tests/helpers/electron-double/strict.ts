// Makes an object refuse what the double does not have: an unknown property, or an event nobody will ever send.

import { EventEmitter } from 'node:events';

/** What JavaScript itself looks for on any object. */
const ordinary = new Set(['then', 'toJSON', 'constructor', 'toString', 'valueOf', 'nodeType', 'asymmetricMatch']);

export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && !(key in object) && !ordinary.has(key)) forbid(`${name}.${key} is not in the double`);
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === 'function' && value !== object.constructor ? value.bind(object) : value;
    },
    set(_object, key) {
      return forbid(`${name}.${String(key)} may not be set`);
    },
  });
}

export function forbid(message: string): never {
  throw new Error(`electron double: ${message}`);
}

/** Refuses keys that the double does not know, so that a misspelt or forgotten setting does not pass in silence. */
export function onlyKeys(what: string, given: object, known: readonly string[]): void {
  for (const key of Object.keys(given)) if (!known.includes(key)) forbid(`${what}: ${key} is not in the double`);
}

type Listener = (...given: never[]) => void;

/** An emitter of the named events and no others. */
export class StrictEmitter {
  readonly #emitter = new EventEmitter();
  readonly #name: string;
  readonly #events: readonly string[];

  constructor(name: string, events: readonly string[]) {
    this.#name = name;
    this.#events = events;
  }

  on(event: string, listener: Listener): this {
    this.#emitter.on(this.#known(event), listener as (...given: unknown[]) => void);
    return this;
  }

  once(event: string, listener: Listener): this {
    this.#emitter.once(this.#known(event), listener as (...given: unknown[]) => void);
    return this;
  }

  off(event: string, listener: Listener): this {
    this.#emitter.off(this.#known(event), listener as (...given: unknown[]) => void);
    return this;
  }

  /** For the double itself. */
  tell(event: string, ...given: unknown[]): void {
    this.#emitter.emit(this.#known(event), ...given);
  }

  hears(event: string): boolean {
    return this.#emitter.listenerCount(this.#known(event)) > 0;
  }

  #known(event: string): string {
    return this.#events.includes(event) ? event : forbid(`${this.#name} has no event '${event}' in the double`);
  }
}

/** An event that a listener can prevent, like Electron's. */
export function preventable<T extends object>(
  details: T,
): T & { preventDefault: () => void; readonly defaultPrevented: boolean } {
  let prevented = false;
  return {
    ...details,
    preventDefault: () => {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
}
