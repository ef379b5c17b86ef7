// The loopback server in a real browser, with the real bridge on a small page: reloading, progress, cancelling, events, the core's
// death, the policy at work, and the end when nobody looks any more.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWebHost } from '../../src/hosts/web/host.ts';
import type { Served } from '../../src/hosts/web/serve.ts';
import { startBrowser } from '../helpers/session.ts';
import { buildSmall, type SmallBuild } from '../helpers/small/build.ts';
import { eventsOn } from '../helpers/small/events.ts';

const worker = new URL('../helpers/small/worker.ts', import.meta.url);
/** For what comes after a moment, on a machine that may be busy. */
const soon = { timeout: 15_000 };
let small: SmallBuild;
let browser: Browser;
let shared: Window;

type Window = {
  readonly host: Served;
  readonly page: Page;
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
};

async function open(): Promise<Window> {
  const host = await openWebHost({ staticDir: small.window, worker });
  const page = await (await browser.newContext()).newPage();
  const problems: string[] = [];
  page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
  await page.goto(host.url);
  await page.getByText('connected: web').waitFor();
  return {
    host,
    page,
    problems,
    async close() {
      await page.context().close();
      await host.close();
    },
  };
}

beforeAll(async () => {
  [small, browser] = await Promise.all([buildSmall({ desktop: false }), startBrowser()]);
  shared = await open();
});
afterAll(async () => {
  await shared.close();
  await browser.close();
  await small.remove();
});

it('shows the page, its style sheet and no complaint, at an address without the key', async () => {
  const { page, problems } = shared;
  expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await page.locator('h1').evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(1, 2, 3)');
  expect(problems).toEqual([]);
});

it('works on after a reload, and in a second tab of the same browser', async () => {
  const { page } = shared;
  await page.reload();
  await page.getByText('connected: web').waitFor();
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.getByText('connected: web').waitFor();
  await page.evaluate(() => window.bridge?.call('note', { text: 'x' }));
  await expect.poll(() => eventsOn(second), soon).toEqual(['{"kind":"changed","nouns":["note"]}']);
  await second.close();
});

it('says so on a page of another browser, which has no cookie', async () => {
  const { page } = shared;
  const stranger = await (await browser.newContext()).newPage();
  const response = await stranger.goto(page.url());
  expect(response?.status()).toBe(403);
  await stranger.context().close();
});

it('tells progress and takes a cancel, which the core itself answers', async () => {
  const { page } = shared;
  const counted = await page.evaluate(async () => {
    const seen: number[] = [];
    const answer = await window.bridge?.call('count', { steps: 20 }, { onProgress: ({ done }) => seen.push(done) });
    await window.bridge?.call('echo', 1);
    return { answer, seen };
  });
  expect(counted.answer).toEqual({ ok: true, value: { steps: 20 }, changed: [] });
  expect(counted.seen.length).toBeGreaterThan(10);
  expect(counted.seen).toEqual([...counted.seen].sort((a, b) => a - b));

  const cancelled = await page.evaluate(async () => {
    const stop = new AbortController();
    return window.bridge?.call(
      'count',
      { steps: 100_000 },
      { signal: stop.signal, onProgress: ({ done }) => done === 3 && stop.abort() },
    );
  });
  expect(cancelled).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

it('stops a call whose page is closed', async () => {
  const { page } = shared;
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText('connected: web').waitFor();
  await other.evaluate(() => void window.bridge?.call('count', { steps: 100_000 }));
  await expect.poll(() => calls('counting'), soon).toBe(1);
  await other.close();
  await expect.poll(() => calls('counting'), soon).toBe(0);

  async function calls(name: string): Promise<unknown> {
    const answer = await page.evaluate((called) => window.bridge?.call(called, {}), name);
    return answer?.ok ? answer.value : answer;
  }
});

it('tells when the core is lost, answers what ran, and goes on with a new one', async () => {
  const { page, close } = await open();
  const answers = await page.evaluate(() => {
    const running = Promise.withResolvers<void>();
    const counting = window.bridge?.call('count', { steps: 100_000 }, { onProgress: () => running.resolve() });
    return Promise.all([counting, running.promise.then(() => window.bridge?.call('die', {}))]);
  });
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
  await expect.poll(() => eventsOn(page), soon).toEqual(['{"kind":"lost","restarted":true}']);
  expect(await page.evaluate(() => window.bridge?.call('echo', 2))).toEqual({ ok: true, value: 2, changed: [] });

  for (let time = 0; time < 2; time++) await page.evaluate(() => window.bridge?.call('die', {}));
  await expect.poll(() => eventsOn(page), soon).toContain('{"kind":"lost","restarted":false}');
  expect(await page.evaluate(() => window.bridge?.call('echo', 2))).toMatchObject({ ok: false, error: { code: 'internal' } });
  await close();
});

it('tells when the server is gone for good', async () => {
  const { host, page, close } = await open();
  await host.close();
  await expect.poll(() => eventsOn(page), soon).toEqual(['{"kind":"lost","restarted":false}']);
  expect(await page.evaluate(() => window.bridge?.call('echo', 2))).toMatchObject({ ok: false, error: { code: 'internal' } });
  await close();
});

it('saves a file as a download', async () => {
  const { page } = shared;
  const [download, saved] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(() => window.bridge?.saveFile({ name: 'thema’s.csv', mime: 'text/csv', text: 'code;n\nangst;3\n' })),
  ]);
  expect(saved).toEqual({ saved: true, where: null });
  expect(download.suggestedFilename()).toBe('thema’s.csv');
});

it('lets no inline script or style work, no HTML from strings, no other address', async () => {
  const { page } = shared;
  const outcome = await page.evaluate(async () => {
    const tries: Record<string, boolean> = {};
    const script = document.createElement('script');
    try {
      script.textContent = 'window.inline = true';
      document.head.append(script);
    } catch {
      tries['script refused'] = true;
    }
    tries['script ran'] = 'inline' in window;
    const style = document.createElement('style');
    style.textContent = 'h1 { color: red }';
    document.head.append(style);
    tries['style worked'] = getComputedStyle(document.querySelector('h1') ?? document.body).color === 'rgb(255, 0, 0)';
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>x</b>');
    } catch {
      tries['markup refused'] = true;
    }
    tries.fetched = await fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    );
    return tries;
  });
  expect(outcome).toMatchObject({ 'script ran': false, 'style worked': false, 'markup refused': true, fetched: false });
});

it('refuses a fifth page, so that calls are not starved of connections', async () => {
  const { page } = shared;
  const more: Page[] = [];
  for (let n = 0; n < 4; n++) {
    const tab = await page.context().newPage();
    await tab.goto(page.url());
    more.push(tab);
  }
  await more.at(-1)?.getByText('failed: Rode Draad is open in four tabs').waitFor();
  expect(await page.evaluate(() => window.bridge?.call('echo', 1))).toMatchObject({ ok: true });
  for (const tab of more) await tab.close();
});
