// The bridge in the desktop window, over what the preload script exposes as `window.draad`.

import type { DesktopDoor } from '../src/contract/door.ts';
import type { Bridge } from './bridge.ts';
import { makeCalls } from './bridge-calls.ts';

declare global {
  interface Window {
    readonly draad?: DesktopDoor;
  }
}

export function connectDesktop(door: DesktopDoor): Bridge {
  const calls = makeCalls({
    send: ({ id, name, input, opening }) => door.call(id, name, input, opening),
    cancel: door.cancel,
  });
  door.onMessage(calls.receive);
  return {
    kind: 'desktop',
    call: calls.call,
    onEvent: calls.onEvent,
    pickProject: () => door.pickProject(),
    openWindow: () => door.openWindow(),
    saveFile: (file) => door.saveFile(file),
    copy: (what) => door.copy(what),
    setMenu: (state) => door.setMenu(state),
  };
}
