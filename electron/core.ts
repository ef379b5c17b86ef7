// Starts the core in a utility process, and is the host's end of the wire to it.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, utilityProcess } from 'electron';
import type { Effects } from '../src/core/effects.ts';
import type { CoreProcess } from '../src/hosts/core.ts';

export function launchCore(): CoreProcess {
  const script = fileURLToPath(new URL('core.mjs', import.meta.url));
  const child = utilityProcess.fork(script, [JSON.stringify({ folders: folders() })], { serviceName: 'Rode Draad core' });
  return {
    port: { post: (message) => child.postMessage(message), onMessage: (listener) => child.on('message', listener) },
    onExit: (listener) => child.once('exit', listener),
    kill: () => void child.kill(),
  };
}

/**
 * Before the app is ready. Settings lie where the command line has them too; a test, or someone with a memory stick, keeps everything
 * in the folder that RODE_DRAAD_HOME names.
 */
export function chooseFolders(): void {
  const home = process.env.RODE_DRAAD_HOME;
  if (home) app.setPath('userData', join(home, 'settings'));
  else if (process.platform === 'linux') app.setPath('userData', join(app.getPath('appData'), 'rode-draad'));
}

function folders(): Effects['folders'] {
  const home = process.env.RODE_DRAAD_HOME;
  const projects = home ? join(home, 'projects') : join(app.getPath('documents'), 'Rode Draad');
  return { projects, settings: app.getPath('userData'), sample: join(app.getAppPath(), 'fixtures') };
}
