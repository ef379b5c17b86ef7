// The loopback host as a command starts it: the core in a worker thread, a project opened in it, and the server in front.

import { fileURLToPath } from 'node:url';
import type { Answer } from '../../contract/door.ts';
import { type Core, startCore } from '../core.ts';
import { type Served, type ServeOptions, serveWorkbench } from './serve.ts';
import { type CoreSettings, launchThread } from './thread.ts';

export type WebHostOptions = CoreSettings &
  Omit<Partial<ServeOptions>, 'core'> & {
    /** Opens or makes the first project, such as `(core) => core.open(path)`. */
    readonly begin?: (core: Core) => Promise<Answer>;
    /** Another module for the worker thread; tests give a small engine of their own. */
    readonly worker?: URL;
  };

/** What `begin` answered comes along; the server is up whatever it was. Throws when the window has not been built. */
export async function openWebHost(options: WebHostOptions = {}): Promise<Served & { readonly begun: Answer | null }> {
  const { begin, folders, worker, staticDir = builtWindow, ...rest } = options;
  const core = await startCore(() => launchThread(folders ? { folders } : {}, worker));
  try {
    const begun = begin ? await begin(core) : null;
    const served = await serveWorkbench({ ...rest, staticDir, core });
    const closed = served.closed.then(() => core.close());
    return {
      url: served.url,
      begun,
      closed,
      async close() {
        await served.close();
        await closed;
      },
    };
  } catch (error) {
    await core.close();
    throw error;
  }
}

const builtWindow = fileURLToPath(new URL('../../../dist/renderer/', import.meta.url));
