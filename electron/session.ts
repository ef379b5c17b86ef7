// The session of the window: nothing on disk, no network, no permissions, no downloads, no spelling checker (it fetches dictionaries).

import { app, type Session, session } from 'electron';
import { isOurs } from './page.ts';

/** Before the app is ready: Chromium itself then finds no host by name, nor by number, for anything it does of its own accord. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
}

/** In memory only: its name has no `persist:`. */
export function openSession(): Session {
  const ours = session.fromPartition('workbench', { cache: false });
  ours.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isOurs(url) && !isDeveloperTool(url) }));
  ours.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  ours.setPermissionCheckHandler(() => false);
  ours.setDevicePermissionHandler(() => false);
  ours.setSpellCheckerEnabled(false);
  ours.on('will-download', (event) => event.preventDefault());
  return ours;
}

/** Only from a checkout: a packed app has no developer tools. */
function isDeveloperTool(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools://');
}
