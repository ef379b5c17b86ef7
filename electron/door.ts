// The door of the desktop: takes what the window asks, from our own page's main frame only, and hands it to the core or to a dialog.

import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { HostMessage, MenuState } from '../src/contract/door.ts';
import { openCalls } from '../src/hosts/calls.ts';
import type { Core } from '../src/hosts/core.ts';
import { askChannel, tellChannel } from './channels.ts';
import { copy } from './clipboard.ts';
import type { Dialogs } from './dialogs.ts';
import { isOurs } from './page.ts';
import { toRequest } from './requests.ts';

export type Door = { readonly tell: (message: HostMessage) => void };
type DoorParts = {
  readonly core: Core;
  readonly window: BrowserWindow;
  readonly dialogs: Dialogs;
  readonly setMenu: (state: MenuState) => void;
};

export function openDoor({ core, window, dialogs, setMenu }: DoorParts): Door {
  const tell = (message: HostMessage) => {
    if (!window.isDestroyed()) window.webContents.send(tellChannel, message);
  };
  const calls = openCalls(core, tell);
  let page = new AbortController();

  ipcMain.handle(askChannel, (event, given: unknown): unknown => {
    if (!isOurPage(event, window)) throw new Error('This frame may not ask anything.');
    const request = toRequest(given);
    if (!request) throw new Error('This is not a request, or it is too large.');
    switch (request.kind) {
      case 'call':
        return calls.call(request, page.signal);
      case 'cancel':
        return calls.cancel(request);
      case 'pickProject':
        return dialogs.pickProject();
      case 'saveFile':
        return dialogs.saveFile(request.file);
      case 'copy':
        return copy(request.what);
      case 'setMenu':
        return setMenu(request.state);
    }
  });

  // A page that reloads or crashes waits for no answer any more.
  const forget = () => {
    page.abort();
    page = new AbortController();
  };
  window.webContents.on('did-navigate', forget);
  window.webContents.on('render-process-gone', forget);

  core.subscribe(tell);
  return { tell };
}

/** Null is a frame that is gone: its message may come from whatever is there now. */
function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  if (senderFrame === null || window.isDestroyed()) return false;
  return sender === window.webContents && senderFrame === window.webContents.mainFrame && isOurs(senderFrame.url);
}
