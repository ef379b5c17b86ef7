// The door of the desktop: takes what a window asks, from our own page's main frame only, and hands it to the core or to a dialog.
// Every window is on the same core, so on the same project.

import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { HostMessage, MenuState } from '../src/contract/door.ts';
import { type Calls, openCalls } from '../src/hosts/calls.ts';
import type { Core } from '../src/hosts/core.ts';
import { askChannel, tellChannel } from './channels.ts';
import { copy } from './clipboard.ts';
import type { Dialogs } from './dialogs.ts';
import { isOurs } from './page.ts';
import { toRequest } from './requests.ts';
import type { Windows } from './windows.ts';

export type Door = {
  /** To every window. */
  readonly tell: (message: HostMessage) => void;
  /** Takes up with the page of a window that was just made. */
  readonly admit: (contents: WebContents) => void;
};
type DoorParts = {
  readonly core: Core;
  readonly windows: Windows;
  readonly dialogs: Dialogs;
  readonly setMenu: (state: MenuState) => void;
  readonly openWindow: () => Promise<void>;
};
/** `page` ends when what is in the window goes: it then waits for no answer any more. */
type Visitor = { readonly calls: Calls; page: AbortController };

export function openDoor({ core, windows, dialogs, setMenu, openWindow }: DoorParts): Door {
  const visitors = new Map<WebContents, Visitor>();

  ipcMain.handle(askChannel, (event, given: unknown): unknown => {
    const visitor = isOurPage(event, windows) ? visitors.get(event.sender) : undefined;
    if (!visitor) throw new Error('This frame may not ask anything.');
    const request = toRequest(given);
    if (!request) throw new Error('This is not a request, or it is too large.');
    switch (request.kind) {
      case 'call':
        return visitor.calls.call(request, visitor.page.signal);
      case 'cancel':
        return visitor.calls.cancel(request);
      case 'pickProject':
        return dialogs.pickProject();
      case 'openWindow':
        return openWindow();
      case 'saveFile':
        return dialogs.saveFile(request.file);
      case 'copy':
        return copy(request.what);
      case 'setMenu':
        return setMenu(request.state);
    }
  });

  const tell = (message: HostMessage) => {
    for (const window of windows.all()) window.webContents.send(tellChannel, message);
  };
  core.subscribe(tell);

  return {
    tell,
    admit(contents) {
      const own = (message: HostMessage) => windows.holds(contents) && contents.send(tellChannel, message);
      const visitor: Visitor = { calls: openCalls(core, own), page: new AbortController() };
      visitors.set(contents, visitor);
      // A page that reloads or crashes waits for no answer any more.
      const forget = () => {
        visitor.page.abort();
        visitor.page = new AbortController();
      };
      contents.on('did-navigate', forget);
      contents.on('render-process-gone', forget);
      contents.on('destroyed', () => {
        visitor.page.abort();
        visitors.delete(contents);
      });
    },
  };
}

/** Null is a frame that is gone: its message may come from whatever is there now. */
function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent, windows: Windows): boolean {
  return senderFrame !== null && windows.holds(sender) && senderFrame === sender.mainFrame && isOurs(senderFrame.url);
}
