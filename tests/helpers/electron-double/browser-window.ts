// The double of BrowserWindow and its webContents: each window is a page in the test's browser.

import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { theApp } from './app.ts';
import { checkSession } from './session.ts';
import { answers, driver } from './state.ts';
import { forbid, preventable, StrictEmitter, strict } from './strict.ts';
import type { FrameUsed, WebContentsUsed, WindowUsed } from './used.ts';
import { checkWindow } from './window-rules.ts';

export const windows = new Set<Window>();

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** The window with this number; without one the first that is open. */
export function windowOf(number: number | undefined): Window | undefined {
  return number === undefined ? [...windows][0] : [...windows].find((window) => window.number === number);
}

answers.mayOpen = (url) => windowOf(undefined)?.webContents.mayOpen(url) ?? false;
answers.mayNavigate = (to) => windowOf(undefined)?.webContents.mayNavigate(to) ?? false;
answers.pageEvent = ({ name, url, window }) => windowOf(window)?.pageEvent(name, url);
answers.closeWindow = (number) => {
  for (const window of number === undefined ? [...windows] : [windowOf(number)]) window?.close();
};

class Contents extends StrictEmitter {
  readonly mainFrame: FrameUsed;
  readonly #window: number;
  readonly #frame = { url: 'about:blank' };
  #openHandler: OpenHandler | null = null;

  constructor(window: number) {
    super('webContents', [
      'destroyed',
      'did-navigate',
      'render-process-gone',
      'will-attach-webview',
      'will-frame-navigate',
      'will-redirect',
    ]);
    this.#window = window;
    this.mainFrame = strict('webContents.mainFrame', this.#frame);
  }

  setWindowOpenHandler(handler: Parameters<WebContentsUsed['setWindowOpenHandler']>[0]): void {
    this.#openHandler = handler as OpenHandler;
    if (this.#asked()({ url: 'https://elsewhere.example/' }).action !== 'deny') forbid('a page may not open windows');
  }

  send(channel: string, ...args: unknown[]): void {
    void driver()('send', { window: this.#window, channel, args });
  }

  /** For the double: the page has moved. */
  moved(url: string): void {
    this.#frame.url = url;
  }

  /** For the double: what a host must have set before it loads a page. */
  check(): void {
    this.#asked();
    if (this.mayNavigate({ url: 'https://elsewhere.example/', isMainFrame: true })) forbid('a page may not leave');
    if (!this.hears('will-attach-webview')) forbid('nobody refuses webviews');
  }

  #asked(): OpenHandler {
    return this.#openHandler ?? forbid('nobody decides about new windows');
  }

  /** For the double: what the host says to a page that opens a window. */
  mayOpen(url: string): boolean {
    return this.#asked()({ url }).action === 'allow';
  }

  /** For the double: what the host says to a page that leaves. */
  mayNavigate({ url, isMainFrame }: { url: string; isMainFrame: boolean }): boolean {
    const event = preventable({ url, isMainFrame, isSameDocument: false });
    this.tell('will-frame-navigate', event);
    return !event.defaultPrevented;
  }
}

let count = 0;

class Window extends StrictEmitter {
  readonly number = count++;
  readonly webContents: Contents;
  readonly #bounds: Rectangle;
  readonly #session: object;
  #isMaximized = false;
  #isDestroyed = false;

  constructor(options: BrowserWindowConstructorOptions) {
    super('BrowserWindow', ['close', 'closed', 'ready-to-show']);
    const { preload } = checkWindow(options);
    if (!theApp.isReady) forbid('a window before the app is ready');
    if (!theApp.isSandboxed) forbid('app.enableSandbox was not called');
    const { x = 0, y = 0, width = 800, height = 600, webPreferences } = options;
    this.#bounds = { x, y, width, height };
    this.#session = webPreferences?.session ?? {};
    this.webContents = strict('webContents', new Contents(this.number));
    windows.add(this);
    void driver()('openWindow', { window: this.number, preload, width, height });
    theApp.tell('web-contents-created', {}, this.webContents);
  }

  /** For the double: something happened to its page. */
  pageEvent(name: string, url: string): void {
    if (name === 'ready-to-show') this.tell(name);
    else if (name === 'render-process-gone') this.webContents.tell(name, {}, { reason: 'crashed', exitCode: 1 });
    else {
      this.webContents.moved(url);
      this.webContents.tell(name, {}, url, 200, 'OK');
    }
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.check();
    checkSession(this.#session);
    await driver()('loadUrl', { window: this.number, url });
  }

  close(): void {
    if (this.#isDestroyed) return;
    const event = preventable({});
    this.tell('close', event);
    if (event.defaultPrevented) return;
    this.#isDestroyed = true;
    windows.delete(this);
    void driver()('closed', this.number);
    this.tell('closed');
    this.webContents.tell('destroyed');
    if (windows.size === 0) theApp.tell('window-all-closed');
  }

  getNormalBounds(): Rectangle {
    return this.#bounds;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isMinimized(): boolean {
    return false;
  }

  maximize(): void {
    this.#isMaximized = true;
  }

  show(): void {}
  focus(): void {}
  restore(): void {}
}

/** Made strict by its constructor, so that what the host holds refuses unknown names. */
export const BrowserWindow = new Proxy(Window, {
  construct: (target, [options]: [BrowserWindowConstructorOptions]) => strict('BrowserWindow', new target(options)),
  get: (_target, key) => {
    if (key === 'prototype') return Window.prototype;
    // The test has one browser without a front: the last window that was made counts as the one the person is in.
    if (key === 'getFocusedWindow') return () => [...windows].at(-1) ?? null;
    return forbid(`BrowserWindow.${String(key)} is not in the double`);
  },
}) as unknown as (new (options: BrowserWindowConstructorOptions) => WindowUsed) & { getFocusedWindow(): WindowUsed | null };
