// The desktop host: windows on one core. This file puts the parts together and decides when the app begins and ends.

import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import type { MenuState } from '../src/contract/door.ts';
import { type Core, startCore } from '../src/hosts/core.ts';
import { openPageFiles } from '../src/hosts/page-files.ts';
import { tellChannel } from './channels.ts';
import { chooseFolders, launchCore } from './core.ts';
import { type Dialogs, makeDialogs } from './dialogs.ts';
import { openDoor } from './door.ts';
import { showMenu } from './menu.ts';
import { registerScheme, serveFiles } from './scheme.ts';
import { cutNetwork, openSession } from './session.ts';
import { confine } from './window.ts';
import { keepWindows, type Windows } from './windows.ts';
import { languageOf, wordsOf } from './words.ts';

app.setName('Rode Draad');
chooseFolders();
cutNetwork();
registerScheme();
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => confine(contents));

if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
} else {
  app.quit();
}

function fail(why: string): void {
  dialog.showErrorBox(wordsOf(languageOf(app.getLocale())).notRunning, why);
  app.exit(1);
}

async function start(): Promise<void> {
  const early = earlyFiles();
  await app.whenReady();
  const files = await openPageFiles(fileURLToPath(new URL('../renderer/', import.meta.url)));
  const core = await startCore(launchCore);
  endWith(core);

  const session = openSession();
  serveFiles(session, files);
  const stateFile = join(app.getPath('userData'), 'window.json');
  const windows = keepWindows(session, stateFile, () => fail(wordsOf(menu.language).pageGone));

  let menu: MenuState = { language: languageOf(app.getLocale()), undo: null, redo: null };
  const showMenuNow = () =>
    showMenu(menu, {
      onCommand: (command) => windows.front()?.webContents.send(tellChannel, { kind: 'command', command }),
      onNewWindow: () => void openWindow(),
    });
  const setMenu = (state: MenuState) => {
    menu = state;
    showMenuNow();
  };
  const dialogs = makeDialogs(windows.front, core, () => wordsOf(menu.language));
  const openWindow = () => windows.open((window) => door.admit(window.webContents));
  const door = openDoor({ core, windows, dialogs, setMenu, openWindow });
  showMenuNow();
  core.onLost(({ restarted }) => {
    door.tell({ kind: 'lost', restarted });
    if (!restarted) void dialogs.tellGone();
  });

  const first = projectIn(process.argv, process.cwd()) ?? early.take();
  const opened = first ? await core.open(first) : null;
  openLater(windows, dialogs);
  await openWindow();
  // Only now is there a window to say it in.
  if (opened && !opened.ok) await dialogs.tellNotOpened(opened.error.message);
}

/** A project named on the command line: the last argument that is one. */
function projectIn(argv: readonly string[], folder: string): string | undefined {
  const path = argv.slice(1).findLast((argument) => argument.endsWith('.draad'));
  return path && resolve(folder, path);
}

/** macOS tells of a double-clicked file by an event, which may come before there is a window. */
function earlyFiles(): { take: () => string | undefined } {
  let path: string | undefined;
  const keep = (event: { preventDefault: () => void }, given: string) => {
    event.preventDefault();
    path = given;
  };
  app.on('open-file', keep);
  return {
    take() {
      app.off('open-file', keep);
      return path;
    },
  };
}

/** A second start of the app, or a double click on a file, comes to the window in front. */
function openLater(windows: Windows, dialogs: Dialogs): void {
  const comeForward = () => {
    const window = windows.front();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  };
  app.on('second-instance', (_event, argv, folder) => {
    comeForward();
    const path = projectIn(argv, folder);
    if (path) void dialogs.openProject(path);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    comeForward();
    void dialogs.openProject(path);
  });
}

/** The last window closed is the end, on every system; the core closes its project first. */
function endWith(core: Core): void {
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void core.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}
