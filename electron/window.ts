// A window: sandboxed, without Node, unable to leave its page or to open another.

import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, type Session, type WebContents } from 'electron';
import { keepBounds, type WindowState } from './bounds.ts';
import { startUrl } from './page.ts';

/** Not shown yet, and nothing loaded. */
export function makeWindow(session: Session, state: WindowState, stateFile: string): BrowserWindow {
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Rode Draad',
    webPreferences: {
      session,
      preload: fileURLToPath(new URL('preload.cjs', import.meta.url)),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  keepBounds(window, stateFile);
  return window;
}

/** For every page there will ever be, whatever made it. A frame may show the report's preview (about:srcdoc), nothing else. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? event.url === startUrl : event.url === 'about:srcdoc';
    if (!allowed) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

const soonMs = 10_000;

/** A page that crashed is loaded anew, since nothing of the project was in it; one that crashes again at once is given up. */
export function revive(window: BrowserWindow, giveUp: () => void): void {
  let last = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', () => {
    if (performance.now() - last < soonMs) return giveUp();
    last = performance.now();
    window.loadURL(startUrl).catch(giveUp);
  });
}
