// The double of BrowserWindow and its webContents: one window, which is a page in the test's browser.

import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { theApp } from './app.ts';
import { checkSession } from './session.ts';
import { answers, driver } from './state.ts';
import { forbid, preventable, StrictEmitter, strict } from './strict.ts';
import type { FrameUsed, WebContentsUsed, WindowUsed } from './used.ts';
import { checkWindow } from './window-rules.ts';

export const windows = new Set<Window>();

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

class Contents extends StrictEmitter {
  readonly mainFrame: FrameUsed;
  readonly #frame = { url: 'about:blank' };
  #openHandler: OpenHandler | null = null;

  constructor() {
    super('webContents', ['did-navigate', 'render-process-gone', 'will-attach-webview', 'will-frame-navigate', 'will-redirect']);
    this.mainFrame = strict('webContents.mainFrame', this.#frame);
    answers.mayOpen = (url) => this.#asked()({ url }).action === 'allow';
    answers.mayNavigate = (to) => this.#mayNavigate(to);
  }

  setWindowOpenHandler(handler: Parameters<WebContentsUsed['setWindowOpenHandler']>[0]): void {
    this.#openHandler = handler as OpenHandler;
    if (this.#asked()({ url: 'https://elsewhere.example/' }).action !== 'deny') forbid('a page may not open windows');
  }

  send(channel: string, ...args: unknown[]): void {
    void driver()('send', { channel, args });
  }

  /** For the double: the page has moved. */
  moved(url: string): void {
    this.#frame.url = url;
  }

  /** For the double: what a host must have set before it loads a page. */
  check(): void {
    this.#asked();
    if (this.#mayNavigate({ url: 'https://elsewhere.example/', isMainFrame: true })) forbid('a page may not leave');
    if (!this.hears('will-attach-webview')) forbid('nobody refuses webviews');
  }

  #asked(): OpenHandler {
    return this.#openHandler ?? forbid('nobody decides about new windows');
  }

  #mayNavigate({ url, isMainFrame }: { url: string; isMainFrame: boolean }): boolean {
    const event = preventable({ url, isMainFrame, isSameDocument: false });
    this.tell('will-frame-navigate', event);
    return !event.defaultPrevented;
  }
}

class Window extends StrictEmitter {
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
    if (windows.size > 0) forbid('a second window is not in the double');
    const { x = 0, y = 0, width = 800, height = 600, webPreferences } = options;
    this.#bounds = { x, y, width, height };
    this.#session = webPreferences?.session ?? {};
    this.webContents = strict('webContents', new Contents());
    windows.add(this);
    answers.pageEvent = ({ name, url }) => {
      if (name === 'ready-to-show') return this.tell(name);
      if (name === 'render-process-gone') return this.webContents.tell(name, {}, { reason: 'crashed', exitCode: 1 });
      this.webContents.moved(url);
      this.webContents.tell(name, {}, url, 200, 'OK');
    };
    answers.closeWindow = () => this.close();
    void driver()('openWindow', { preload, width, height });
    theApp.tell('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    this.webContents.check();
    checkSession(this.#session);
    await driver()('loadUrl', url);
  }

  close(): void {
    if (this.#isDestroyed) return;
    const event = preventable({});
    this.tell('close', event);
    if (event.defaultPrevented) return;
    this.#isDestroyed = true;
    windows.delete(this);
    this.tell('closed');
    theApp.tell('window-all-closed');
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
  get: (_target, key) => (key === 'prototype' ? Window.prototype : forbid(`BrowserWindow.${String(key)} is not in the double`)),
}) as unknown as new (
  options: BrowserWindowConstructorOptions,
) => WindowUsed;
