// The desktop host under the double of Electron: the real bundled main process and preload script, a core process with the small
// engine, and a small page with the real bridge.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Double, type DoubleOptions, startDouble } from '../helpers/electron-double/driver.ts';
import type { FrameKind } from '../helpers/electron-double/wire.ts';
import { startBrowser } from '../helpers/session.ts';
import { buildSmall, type SmallBuild } from '../helpers/small/build.ts';
import { eventsOn } from '../helpers/small/events.ts';
import { tempHome } from '../helpers/temp.ts';

/** For what comes after a moment, on a machine that may be busy. */
const soon = { timeout: 15_000 };
let small: SmallBuild;
let browser: Browser;
let home: string;
let desktop: Double;

beforeAll(async () => {
  [small, browser] = await Promise.all([buildSmall({ desktop: true }), startBrowser()]);
  home = await mkdtemp(join(await tempHome(), 'desktop-'));
  desktop = await start();
});
afterAll(async () => {
  await desktop.close();
  await browser.close();
  await small.remove();
  await rm(home, { recursive: true, force: true });
});

async function start(options: Partial<DoubleOptions> = {}): Promise<Double> {
  const started = await startDouble({ main: small.main, home, browser, ...options });
  await started.page.getByText('connected: desktop').waitFor();
  return started;
}

const call = (name: string, input: unknown, at: Double = desktop) =>
  at.page.evaluate(([called, given]) => window.bridge?.call(String(called), given), [name, input]);

describe('the page', () => {
  it('shows its own files, and gets eight functions of the outside and nothing else', async () => {
    expect(await desktop.page.locator('h1').evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(1, 2, 3)');
    const world = await desktop.page.evaluate(() => ({
      door: Object.keys(window.draad ?? {}).sort(),
      found: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'electronDouble', 'electronDoubleIpc'].filter(
        (name) => name in window,
      ),
      frozen: Object.isFrozen(window.draad),
    }));
    expect(world).toEqual({
      door: ['call', 'cancel', 'copy', 'onMessage', 'openWindow', 'pickProject', 'saveFile', 'setMenu'],
      found: [],
      frozen: true,
    });
  });

  it('reloads, and is connected again', async () => {
    await desktop.page.reload();
    await desktop.page.getByText('connected: desktop').waitFor();
    expect(await call('echo', { a: [1, null, 'é'] })).toEqual({ ok: true, value: { a: [1, null, 'é'] }, changed: [] });
  });

  it('reaches nothing outside its files', async () => {
    const outcome = await desktop.page.evaluate(async () => {
      const succeeds = (url: string) =>
        fetch(url).then(
          (response) => response.ok,
          () => false,
        );
      return Promise.all(
        [
          'https://elsewhere.example/',
          'http://127.0.0.1:9/',
          '/files.json',
          '/../package.json',
          '/%2e%2e/electron/main.mjs',
          '//elsewhere.example/',
        ].map(succeeds),
      );
    });
    expect(outcome).toEqual([false, false, false, false, false, false]);
    expect(desktop.strays).toEqual([]);
  });

  it.each([
    ['https://elsewhere.example/index.html', 'blocked'],
    ['file:///etc/passwd', 'blocked'],
    ['app://elsewhere/index.html', 'blocked'],
    ['app://workbench/../../package.json', 'answer'],
    ['app://workbench/%2e%2e%2fpackage.json', 'answer'],
    ['app://workbench//etc/passwd', 'answer'],
    ['app://workbench/files.json', 'answer'],
  ])('gets no file for %s', async (url, kind) => {
    const response = await desktop.main('fetch', { url, method: 'GET', headers: {} });
    expect(response.kind).toBe(kind);
    if (response.kind === 'answer') expect([response.status, response.body.length]).toEqual([404, 0]);
  });

  it('can be read only', async () => {
    expect(await desktop.main('fetch', { url: 'app://workbench/', method: 'POST', headers: {} })).toMatchObject({
      kind: 'answer',
      status: 404,
    });
  });

  it('cannot leave, nor open a window', async () => {
    await desktop.page.evaluate(() => {
      window.open('https://elsewhere.example/popup');
      location.href = 'https://elsewhere.example/away';
    });
    await expect.poll(() => desktop.page.context().pages().length, soon).toBe(1);
    expect(await call('echo', 'still here')).toMatchObject({ value: 'still here' });
    expect(desktop.strays).toEqual([]);
  });

  it('is allowed nothing: not even to write on the clipboard', async () => {
    const outcome = await desktop.page.evaluate(async () => [
      await navigator.clipboard.writeText('x').then(
        () => 'written',
        (error: Error) => error.name,
      ),
      (await navigator.permissions.query({ name: 'geolocation' })).state,
    ]);
    expect(outcome).toEqual(['NotAllowedError', 'denied']);
  });

  it('gives a frame inside it no door', async () => {
    const door = await desktop.page.evaluate(async () => {
      const policy = (
        window as unknown as {
          trustedTypes: { createPolicy: (name: string, rules: object) => { createHTML: (text: string) => string } };
        }
      ).trustedTypes;
      const frame = document.createElement('iframe');
      frame.srcdoc = policy.createPolicy('draad-report', { createHTML: (text: string) => text }).createHTML('<p>report</p>');
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      const inner = frame.contentWindow;
      frame.remove();
      return inner && 'draad' in inner;
    });
    expect(door).toBeFalsy();
  });
});

describe('a call', () => {
  it('tells progress, and takes a cancel which the core itself answers', async () => {
    const counted = await desktop.page.evaluate(async () => {
      const seen: number[] = [];
      return { answer: await window.bridge?.call('count', { steps: 8 }, { onProgress: ({ done }) => seen.push(done) }), seen };
    });
    expect(counted).toEqual({ answer: { ok: true, value: { steps: 8 }, changed: [] }, seen: [1, 2, 3, 4, 5, 6, 7, 8] });
    const cancelled = await desktop.page.evaluate(() => {
      const stop = new AbortController();
      return window.bridge?.call(
        'count',
        { steps: 100_000 },
        { signal: stop.signal, onProgress: ({ done }) => done === 3 && stop.abort() },
      );
    });
    expect(cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });

  it('stops when its page reloads', async () => {
    await desktop.page.evaluate(() => void window.bridge?.call('count', { steps: 100_000 }));
    await expect.poll(() => call('counting', {}), soon).toMatchObject({ value: 1 });
    await desktop.page.reload();
    await desktop.page.getByText('connected: desktop').waitFor();
    await expect.poll(() => call('counting', {}), soon).toMatchObject({ value: 0 });
  });

  it('tells the page what changed', async () => {
    await call('note', { text: 'x' });
    await expect.poll(() => eventsOn(desktop.page), soon).toContain('{"kind":"changed","nouns":["note"]}');
  });

  it.each<FrameKind>(['sub', 'foreign', 'null'])('is refused from a frame that is not ours: %s', async (frame) => {
    const settled = await desktop.main('invoke', {
      channel: 'draad:ask',
      args: [{ kind: 'call', id: '1', name: 'echo', input: 1 }],
      frame,
    });
    expect(settled).toEqual({ ok: false, message: 'This frame may not ask anything.' });
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'call'],
    ['an unknown kind', { kind: 'shell', command: 'x' }],
    ['a call without a name', { kind: 'call', id: '1' }],
    ['a call with a path for an id', { kind: 'call', id: 'x'.repeat(65), name: 'echo' }],
    ['a file without text', { kind: 'saveFile', file: { name: 'a', mime: 'text/csv' } }],
    ['a menu in another language', { kind: 'setMenu', state: { language: 'de', undo: null, redo: null } }],
  ])('is refused when it is %s', async (_what, request) => {
    expect(await desktop.main('invoke', { channel: 'draad:ask', args: [request], frame: 'main' })).toEqual({
      ok: false,
      message: 'This is not a request, or it is too large.',
    });
  });

  it('has one channel; there is no other', async () => {
    expect(await desktop.main('invoke', { channel: 'shell:open', args: [], frame: 'main' })).toMatchObject({ ok: false });
  });
});

describe('the dialogs', () => {
  it('open the project the person picked; the page never sees a path', async () => {
    desktop.answerDialog({ canceled: false, filePaths: ['/somewhere/study.draad'] });
    const picked = await desktop.page.evaluate(() => window.bridge?.pickProject?.());
    expect(picked).toEqual({ ok: true, value: {}, changed: ['project'] });
    expect(await call('state', {})).toMatchObject({ value: { open: '/somewhere/study.draad' } });
    expect(desktop.dialogs.at(-1)).toMatchObject({ method: 'showOpenDialog', options: { filters: [{ extensions: ['draad'] }] } });
  });

  it('say cancelled when nothing was picked', async () => {
    expect(await desktop.page.evaluate(() => window.bridge?.pickProject?.())).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
  });

  it('save a file whole, under a name that is safe, where the person said', async () => {
    const path = join(home, 'saved.csv');
    await writeFile(path, 'old');
    desktop.answerDialog({ canceled: false, filePath: path });
    const saved = await desktop.page.evaluate(() =>
      window.bridge?.saveFile({ name: '../../a:b.csv', mime: 'text/csv', text: 'code;n\nangst;3\n' }),
    );
    expect(saved).toEqual({ saved: true, where: 'saved.csv' });
    expect(await readFile(path, 'utf8')).toBe('code;n\nangst;3\n');
    desktop.answerDialog({ canceled: false, filePath: path });
    await desktop.page.evaluate(() => window.bridge?.saveFile({ name: 'a.png', mime: 'image/png', base64: 'iVBO/wA=' }));
    expect((await readFile(path)).toString('base64')).toBe('iVBO/wA=');
    const { options } = desktop.dialogs.at(-1) as { options: { defaultPath: string } };
    expect(options.defaultPath.slice(join(home, 'documents').length)).not.toContain('..' + '/');
  });

  it('say so when a file can’t be saved, and when the person changes their mind', async () => {
    desktop.answerDialog({ canceled: false, filePath: join(home, 'saved.csv', 'below-a-file.csv') });
    const failed = await desktop.page.evaluate(() => window.bridge?.saveFile({ name: 'a.csv', mime: 'text/csv', text: 'x' }));
    expect(failed).toEqual({ saved: false, where: null });
    expect(desktop.dialogs.at(-1)).toMatchObject({
      method: 'showMessageBox',
      options: { message: 'Het bestand is niet opgeslagen.' },
    });
    expect(await desktop.page.evaluate(() => window.bridge?.saveFile({ name: 'a.csv', mime: 'text/csv', text: 'x' }))).toEqual({
      saved: false,
      where: null,
    });
  });
});

describe('the clipboard', () => {
  it('takes a text and a picture from the page, through the host', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
    await desktop.page.evaluate(async (image) => {
      await window.bridge?.copy?.({ text: 'één fragment' });
      await window.bridge?.copy?.({ png: image });
    }, png.toString('base64'));
    const [text, picture] = desktop.clipboard;
    expect([text?.type, Buffer.from(text?.bytes ?? []).toString()]).toEqual(['text/plain', 'één fragment']);
    expect([picture?.type, Buffer.from(picture?.bytes ?? [])]).toEqual(['image/png', png]);
  });
});

describe('the menu bar', () => {
  it('says in the page’s language what undo and redo would do', async () => {
    await desktop.page.evaluate(() => window.bridge?.setMenu?.({ language: 'en', undo: 'Apply code “stress”', redo: null }));
    const edit = (await desktop.menu()).find(({ label }) => label === 'Edit');
    expect(edit?.items.slice(0, 2)).toEqual([
      { id: 'undo', label: 'Undo: Apply code “stress”', enabled: true, accelerator: 'CmdOrCtrl+Z', items: [] },
      { id: 'redo', label: 'Redo', enabled: false, accelerator: 'CmdOrCtrl+Shift+Z', items: [] },
    ]);
    await desktop.page.evaluate(() => window.bridge?.setMenu?.({ language: 'nl', undo: null, redo: null }));
    expect((await desktop.menu()).map(({ label }) => label).filter(Boolean)).toEqual(['Bestand', 'Bewerken', 'Beeld', 'Help']);
  });

  it('sends its commands to the page', async () => {
    await desktop.main('click', 'project.open');
    await expect.poll(() => eventsOn(desktop.page), soon).toContain('{"kind":"command","command":"project.open"}');
  });
});

describe('the app', () => {
  it('opens a project from a second start, and says so when it is none', async () => {
    await desktop.main('appEvent', {
      name: 'second-instance',
      argv: ['rode-draad', '--flag', 'second.draad'],
      folder: '/from/here',
    });
    await expect.poll(() => call('state', {}), soon).toMatchObject({ value: { open: resolve('/from/here', 'second.draad') } });
    await desktop.main('appEvent', { name: 'open-file', argv: ['/a/picture.png'], folder: '' });
    await expect
      .poll(() => desktop.dialogs.at(-1))
      .toMatchObject({ options: { message: 'Dit project kan niet worden geopend.', detail: 'That is not a project.' } });
  });

  it('tells its core where things are', async () => {
    expect(await call('state', {})).toMatchObject({
      value: { settings: { folders: { projects: join(home, 'projects'), settings: join(home, 'settings') } } },
    });
  });

  it('survives the death of its core: tells the page, and goes on with the same project', async () => {
    const dying = await start({ home: join(home, 'dying'), argv: ['study.draad'] });
    expect(await call('die', {}, dying)).toMatchObject({ ok: false, error: { code: 'internal' } });
    await expect.poll(() => eventsOn(dying.page), soon).toContain('{"kind":"lost","restarted":true}');
    expect(await call('state', {}, dying)).toMatchObject({ value: { open: expect.stringMatching(/study\.draad$/) } });
    expect(dying.dialogs).toEqual([]);

    for (let time = 0; time < 2; time++) await call('die', {}, dying);
    await expect.poll(() => eventsOn(dying.page), soon).toContain('{"kind":"lost","restarted":false}');
    expect(dying.dialogs.at(-1)).toMatchObject({
      options: { type: 'error', message: 'Het deel van Rode Draad dat je project bewaart, is gestopt.' },
    });
    expect(await dying.close()).toBe(0);
  });

  it('loads a page that crashed anew, and gives up one that crashes again at once', async () => {
    const crashing = await start({ home: join(home, 'crashing') });
    await crashing.page.evaluate(() => Object.assign(window, { before: true }));
    await crashing.main('pageEvent', { name: 'render-process-gone', url: '' });
    await expect.poll(() => crashing.page.evaluate(() => 'before' in window), soon).toBe(false);
    await crashing.page.getByText('connected: desktop').waitFor();
    await expect(crashing.main('pageEvent', { name: 'render-process-gone', url: '' })).rejects.toThrow();
    expect(await crashing.close()).toBe(1);
    expect(crashing.errors()).toContain('Het venster stopt steeds.');
  });

  it('ends with its window, remembers where it was, and begins with a project and in English', async () => {
    const other = await mkdtemp(join(await tempHome(), 'desktop-'));
    await start({ home: other }).then((first) => first.close());
    const file = join(other, 'settings', 'window.json');
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ x: 0, y: 0, width: 1440, height: 900, maximized: false });

    await writeFile(file, JSON.stringify({ x: 40, y: 30, width: 1000, height: 700, maximized: false }));
    const second = await start({ home: other, argv: ['study.draad'], locale: 'en-GB' });
    expect(second.page.viewportSize()).toEqual({ width: 1000, height: 700 });
    expect(await call('state', {}, second)).toMatchObject({ value: { open: expect.stringMatching(/study\.draad$/) } });
    expect((await second.menu()).map(({ label }) => label)).toContain('File');
    expect(await second.close()).toBe(0);

    await writeFile(file, JSON.stringify({ x: 9000, y: 30, width: 1000, height: 700, maximized: false }));
    const third = await start({ home: other });
    expect(third.page.viewportSize()).toEqual({ width: 1440, height: 900 });
    await third.close();
    await rm(other, { recursive: true, force: true });
  });

  it('makes way for the one that runs already', async () => {
    await expect(start({ second: true })).rejects.toThrow('The main process ended (0)');
  });
});
