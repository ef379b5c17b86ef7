// What of Electron the desktop host uses, cut out of the package's own types. The double is checked against these types, so it cannot
// offer a shape that Electron does not have; what is not named here throws at run time.

import type * as Electron from 'electron';

/** Events are checked by name when they are listened to (strict.ts); their arguments by Electron's types where the host listens. */
export type Emits = {
  on(event: string, listener: (...given: never[]) => void): unknown;
  once(event: string, listener: (...given: never[]) => void): unknown;
  off(event: string, listener: (...given: never[]) => void): unknown;
};

export type AppUsed = Emits &
  Pick<
    Electron.App,
    | 'enableSandbox'
    | 'exit'
    | 'getAppPath'
    | 'getLocale'
    | 'getPath'
    | 'isPackaged'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'setName'
    | 'setPath'
    | 'whenReady'
  > & { readonly commandLine: Pick<Electron.CommandLine, 'appendSwitch'> };

export type FrameUsed = Pick<Electron.WebFrameMain, 'url'>;
export type WebContentsUsed = Emits &
  Pick<Electron.WebContents, 'send' | 'setWindowOpenHandler'> & { readonly mainFrame: FrameUsed };

export type WindowUsed = Emits &
  Pick<
    Electron.BrowserWindow,
    'focus' | 'getNormalBounds' | 'isDestroyed' | 'isMaximized' | 'isMinimized' | 'loadURL' | 'maximize' | 'restore' | 'show'
  > & { readonly webContents: WebContentsUsed };

export type SessionUsed = Emits &
  Pick<
    Electron.Session,
    'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler' | 'setSpellCheckerEnabled'
  > & {
    readonly protocol: Pick<Electron.Protocol, 'handle'>;
    readonly webRequest: Pick<Electron.WebRequest, 'onBeforeRequest'>;
  };

export type UtilityUsed = Emits & Pick<Electron.UtilityProcess, 'kill' | 'postMessage'>;

/** The module, as the main process sees it. */
export type ElectronUsed = {
  readonly app: AppUsed;
  readonly BrowserWindow: (new (
    options: Electron.BrowserWindowConstructorOptions,
  ) => WindowUsed) & {
    getFocusedWindow(): WindowUsed | null;
  };
  readonly clipboard: Pick<Electron.Clipboard, 'write' | 'writeText'>;
  readonly ClipboardItem: new (items: Record<string, Blob>) => object;
  readonly dialog: Pick<Electron.Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>;
  readonly ipcMain: Pick<Electron.IpcMain, 'handle'>;
  readonly Menu: {
    buildFromTemplate(template: Electron.MenuItemConstructorOptions[]): object;
    setApplicationMenu(menu: object | null): void;
  };
  readonly protocol: Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>;
  readonly screen: { getAllDisplays(): Pick<Electron.Display, 'workArea'>[] };
  readonly session: { fromPartition(partition: string, options?: Electron.FromPartitionOptions): SessionUsed };
  readonly utilityProcess: { fork(modulePath: string, args?: string[], options?: Electron.ForkOptions): UtilityUsed };
};
