// What the page of the desktop window gets of the outside: eight functions over two channels. It runs sandboxed, in a world of its own.

import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopDoor } from '../src/contract/door.ts';
import { askChannel, tellChannel, type WindowRequest } from './channels.ts';

const ask = (request: WindowRequest) => ipcRenderer.invoke(askChannel, request);

const door: DesktopDoor = {
  call: (id, name, input, opening) => ask({ kind: 'call', id, name, input, opening: opening ?? null }),
  cancel: (id) => ask({ kind: 'cancel', id }),
  pickProject: () => ask({ kind: 'pickProject' }),
  openWindow: () => ask({ kind: 'openWindow' }),
  saveFile: (file) => ask({ kind: 'saveFile', file }),
  copy: (what) => ask({ kind: 'copy', what }),
  setMenu: (state) => ask({ kind: 'setMenu', state }),
  onMessage: (listener) => {
    ipcRenderer.on(tellChannel, (_event, message) => listener(message));
  },
};

contextBridge.exposeInMainWorld('draad', door);
