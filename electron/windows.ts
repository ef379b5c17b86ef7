// The windows that are open, all on one project. A new one comes a little below and beside the one it was asked from.

import { BrowserWindow, type Rectangle, type Session, type WebContents } from 'electron';
import { readWindowState, type WindowState } from './bounds.ts';
import { startUrl } from './page.ts';
import { makeWindow, revive } from './window.ts';

export type Windows = {
  readonly all: () => readonly BrowserWindow[];
  /** Whether this is the page of one of them. */
  readonly holds: (contents: WebContents) => boolean;
  /** The one the person is in, else the one made last; undefined when none is open. */
  readonly front: () => BrowserWindow | undefined;
  /** Makes a window and loads its page; `before` is called when it is there and nothing is loaded yet. */
  readonly open: (before: (window: BrowserWindow) => void) => Promise<void>;
};

const STEP = 28;

/** `giveUp`: a page crashes again and again. */
export function keepWindows(session: Session, stateFile: string, giveUp: () => void): Windows {
  const open = new Set<BrowserWindow>();
  const all = () => [...open].filter((window) => !window.isDestroyed());
  const front = () => {
    const focused = BrowserWindow.getFocusedWindow();
    return focused && open.has(focused) ? focused : all().at(-1);
  };
  return {
    all,
    front,
    holds: (contents) => all().some((window) => window.webContents === contents),
    async open(before) {
      const beside = front();
      const state = beside ? stepAside(beside.getNormalBounds()) : readWindowState(stateFile);
      const window = makeWindow(session, state, stateFile);
      open.add(window);
      window.on('closed', () => open.delete(window));
      revive(window, giveUp);
      before(window);
      await window.loadURL(startUrl);
    },
  };
}

function stepAside({ x, y, width, height }: Rectangle): WindowState {
  return { bounds: { x: x + STEP, y: y + STEP, width, height }, maximized: false };
}
