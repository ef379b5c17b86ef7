// The double is only worth something if it refuses what Electron would let pass: settings that are not safe, and whatever it lacks.

import type { BrowserWindowConstructorOptions } from 'electron';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from '../../src/hosts/policy.ts';
import { theApp } from '../helpers/electron-double/app.ts';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  session,
  utilityProcess,
} from '../helpers/electron-double/electron.ts';
import { checkPolicy, checkWindow } from '../helpers/electron-double/window-rules.ts';

const safe = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  spellcheck: false,
  navigateOnDragDrop: false,
  preload: '/preload.cjs',
};
const withPreferences = (preferences: object) =>
  ({ webPreferences: { ...safe, session: {}, ...preferences } }) as BrowserWindowConstructorOptions;

describe('a window', () => {
  it('is let through when it is as safe as ours', () => {
    expect(checkWindow(withPreferences({}))).toEqual({ preload: '/preload.cjs' });
  });

  it.each([
    ['Node in the page', { nodeIntegration: true }],
    ['one world', { contextIsolation: false }],
    ['no sandbox', { sandbox: false }],
    ['a sandbox by default only', { sandbox: undefined }],
    ['no web security', { webSecurity: false }],
    ['a spelling checker', { spellcheck: true }],
    ['files dropped as pages', { navigateOnDragDrop: true }],
    ['webviews', { webviewTag: true }],
    ['Node in workers', { nodeIntegrationInWorker: true }],
    ['insecure content', { allowRunningInsecureContent: true }],
    ['experiments', { experimentalFeatures: true }],
    ['a misspelt setting', { sandboxed: true }],
    ['no preload script', { preload: undefined }],
    ['no session', { session: undefined }],
  ])('is refused with %s', (_what, preferences) => {
    expect(() => checkWindow(withPreferences(preferences))).toThrow('electron double:');
  });

  it('is refused before the app is ready', () => {
    expect(() => new BrowserWindow(withPreferences({}))).toThrow('before the app is ready');
  });
});

describe('a policy', () => {
  it('is let through when it is ours', () => {
    expect(() => checkPolicy(new Headers({ 'content-security-policy': contentPolicy() }))).not.toThrow();
  });

  it.each([
    ['none at all', ''],
    ['one that begins with a permission', "script-src 'self'; default-src 'none'"],
    ['inline styles', "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'"],
    ['another host', "default-src 'none'; img-src https://elsewhere.example; require-trusted-types-for 'script'"],
    ['data addresses', "default-src 'none'; img-src data:; require-trusted-types-for 'script'"],
    ['strings as HTML', "default-src 'none'"],
  ])('is refused with %s', (_what, policy) => {
    expect(() => checkPolicy(new Headers(policy ? { 'content-security-policy': policy } : {}))).toThrow('electron double:');
  });
});

describe('unknown things', () => {
  it.each([
    ['app', () => Reflect.get(app, 'setLoginItemSettings')],
    ['a path', () => app.getPath('home')],
    ['a switch', () => app.commandLine.appendSwitch('no-sandbox', '')],
    ['an event', () => app.on('gpu-info-update', () => {})],
    ['dialog', () => Reflect.get(dialog, 'showCertificateTrustDialog')],
    ['a dialog’s option', () => dialog.showOpenDialog({ message: 'x', securityScopedBookmarks: true })],
    ['ipcMain', () => Reflect.get(ipcMain, 'on')],
    ['a menu’s role', () => Menu.buildFromTemplate([{ role: 'services' }])],
    ['a menu item’s key', () => Menu.buildFromTemplate([{ label: 'x', icon: 'y' }])],
    ['BrowserWindow', () => Reflect.get(BrowserWindow, 'getAllWindows')],
    ['assigning', () => Reflect.set(app, 'name', 'x')],
  ])('throw: %s', (_what, use) => {
    expect(use).toThrow('electron double:');
  });
});

describe('a scheme', () => {
  it.each([
    ['without a policy', { standard: true, secure: true, bypassCSP: true }],
    ['for other origins', { standard: true, secure: true, corsEnabled: true }],
    ['with service workers', { standard: true, secure: true, allowServiceWorkers: true }],
    ['that is not secure', { standard: true }],
  ])('is refused %s', (_what, privileges) => {
    expect(() => protocol.registerSchemesAsPrivileged([{ scheme: 'x', privileges }])).toThrow('electron double:');
  });
});

describe('once the app is ready', () => {
  beforeAll(() => {
    theApp.isReady = true;
  });

  it('what must come before is too late', () => {
    expect(() => protocol.registerSchemesAsPrivileged([])).toThrow('after the app is ready');
    expect(() => app.enableSandbox()).toThrow('after the app is ready');
    expect(() => app.commandLine.appendSwitch('host-resolver-rules', 'x')).toThrow('after the app is ready');
  });

  it('a window without the sandbox for all is refused', () => {
    expect(() => new BrowserWindow(withPreferences({}))).toThrow('enableSandbox');
  });

  it('a core process with options the double lacks is refused', () => {
    expect(() => utilityProcess.fork('/core.mjs', [], { execArgv: ['--inspect'] })).toThrow('electron double:');
  });

  it('a session may keep nothing, allow nothing, and must refuse everything before a page is loaded', () => {
    expect(() => session.fromPartition('persist:x', { cache: false })).toThrow('nothing on disk');
    expect(() => session.fromPartition('x', { cache: true })).toThrow('nothing on disk');
    const ours = session.fromPartition('x', { cache: false });
    expect(() =>
      ours.setPermissionRequestHandler((_contents, permission, callback) => callback(permission === 'clipboard-read')),
    ).toThrow('clipboard-read may not be given');
    expect(() => ours.setPermissionCheckHandler(() => true)).toThrow('may not be given');
    expect(() => ours.setDevicePermissionHandler(() => true)).toThrow('may not be given');
    expect(() => ours.setSpellCheckerEnabled(true)).toThrow('dictionaries');
    expect(() => ours.protocol.handle('other', () => new Response())).toThrow('was not registered');
  });
});
