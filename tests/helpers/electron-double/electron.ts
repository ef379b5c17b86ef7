// The double of the `electron` module in the main process. A double, not Electron: see docs for what it cannot show. It does what the
// desktop host needs, in a browser window that the test holds, and throws at everything else.

import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { ClipboardItem, clipboard } from './clipboard.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc.ts';
import { Menu } from './menu.ts';
import { protocol, session } from './session.ts';
import { strict } from './strict.ts';
import type { ElectronUsed } from './used.ts';
import { utilityProcess } from './utility.ts';

const screen = strict('screen', { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] });

const electron = {
  app,
  BrowserWindow,
  ClipboardItem,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  utilityProcess,
} satisfies ElectronUsed;
export default electron;
export { app, BrowserWindow, ClipboardItem, clipboard, dialog, ipcMain, Menu, protocol, screen, session, utilityProcess };
