// The double of sessions and protocols: asks the host's own handlers about each request of the page, and sees to it that they are
// strict before anything is loaded.

import type { FromPartitionOptions } from 'electron';
import { theApp } from './app.ts';
import { answers } from './state.ts';
import { forbid, StrictEmitter, strict } from './strict.ts';
import type { SessionUsed } from './used.ts';
import { checkPolicy } from './window-rules.ts';
import type { WireRequest, WireResponse } from './wire.ts';

type Granter = NonNullable<Parameters<SessionUsed['setPermissionRequestHandler']>[0]>;
type Checker = NonNullable<Parameters<SessionUsed['setPermissionCheckHandler']>[0]>;
type Devices = NonNullable<Parameters<SessionUsed['setDevicePermissionHandler']>[0]>;
type Before = (details: { url: string; method: string }, callback: (response: { cancel?: boolean }) => void) => void;
type Serve = (request: Request) => Response | Promise<Response>;

const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'fileSystem',
  'geolocation',
  'media',
  'notifications',
  'openExternal',
  'unknown',
] as const;
const schemes = new Set<string>();

class DoubleSession extends StrictEmitter {
  readonly #serving = new Map<string, Serve>();
  #before: Before | null = null;
  readonly #still = new Set([
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
    'setSpellCheckerEnabled',
    'onBeforeRequest',
  ]);

  constructor() {
    super('session', ['will-download']);
    answers.fetch = (request) => this.#fetch(request);
  }

  readonly protocol = strict('session.protocol', {
    handle: (scheme: string, handler: Serve) => {
      if (!schemes.has(scheme)) forbid(`the scheme ${scheme} was not registered`);
      this.#serving.set(scheme, handler);
    },
  });

  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (...given: unknown[]) => {
      this.#before = given.at(-1) as Before;
      this.#still.delete('onBeforeRequest');
    },
  });

  setPermissionRequestHandler(handler: Granter | null): void {
    for (const permission of permissions) {
      handler?.(
        null as never,
        permission,
        (granted) => granted && forbid(`the permission ${permission} may not be given`),
        {} as never,
      );
    }
    if (handler) this.#still.delete('setPermissionRequestHandler');
  }

  setPermissionCheckHandler(handler: Checker | null): void {
    for (const permission of permissions) {
      if (handler?.(null, permission, 'app://workbench', {} as never)) forbid(`the permission ${permission} may not be given`);
    }
    if (handler) this.#still.delete('setPermissionCheckHandler');
  }

  setDevicePermissionHandler(handler: Devices | null): void {
    if (handler?.({} as never)) forbid('a device may not be given');
    if (handler) this.#still.delete('setDevicePermissionHandler');
  }

  setSpellCheckerEnabled(enabled: boolean): void {
    if (enabled) forbid('the spelling checker fetches dictionaries');
    this.#still.delete('setSpellCheckerEnabled');
  }

  /** For the double: what a host must have set before it loads a page. */
  check(): void {
    for (const name of this.#still) forbid(`the session lacks ${name}`);
    if (!this.hears('will-download')) forbid('nobody refuses downloads');
    this.#before?.(
      { url: 'https://elsewhere.example/', method: 'GET' },
      ({ cancel }) => cancel || forbid('the session lets the network through'),
    );
  }

  async #fetch({ url, method, headers }: WireRequest): Promise<WireResponse> {
    const { cancel } = await new Promise<{ cancel?: boolean }>((resolve) =>
      this.#before ? this.#before({ url, method }, resolve) : resolve({}),
    );
    if (cancel) return { kind: 'blocked' };
    const serve = this.#serving.get(url.split(':', 1)[0] ?? '');
    if (!serve) return { kind: 'network' };
    const response = await serve(new Request(url, { method, headers }));
    if (response.ok && response.headers.get('content-type')?.startsWith('text/html')) checkPolicy(response.headers);
    return {
      kind: 'answer',
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  }
}

const sessions = new Map<object, DoubleSession>();

export const session = strict('session', {
  fromPartition(partition: string, options?: FromPartitionOptions): SessionUsed {
    if (!theApp.isReady) forbid('a session before the app is ready');
    if (partition.startsWith('persist:') || options?.cache !== false) forbid('a session may leave nothing on disk');
    if (sessions.size > 0) forbid('a second session is not in the double');
    const made = new DoubleSession();
    const shown = strict('session', made);
    sessions.set(shown, made);
    return shown;
  },
});

export function checkSession(shown: object): void {
  (sessions.get(shown) ?? forbid('the window’s session is not one of fromPartition')).check();
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(given: Electron.CustomScheme[]): void {
    if (theApp.isReady) forbid('registerSchemesAsPrivileged comes after the app is ready');
    for (const { scheme, privileges = {} } of given) {
      for (const [name, allowed] of Object.entries(privileges)) {
        if (allowed && !['standard', 'secure', 'supportFetchAPI'].includes(name))
          forbid(`the privilege ${name} may not be given`);
      }
      if (!privileges.standard || !privileges.secure) forbid(`the scheme ${scheme} must be standard and secure`);
      schemes.add(scheme);
    }
  },
});
