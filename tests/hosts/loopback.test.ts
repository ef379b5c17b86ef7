// The loopback server's rules: each request that is not our own page's, in the browser that was opened, is refused.

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWebHost } from '../../src/hosts/web/host.ts';
import type { Served } from '../../src/hosts/web/serve.ts';
import { enter, type PageClient, send } from '../helpers/http.ts';
import { buildSmall, type SmallBuild } from '../helpers/small/build.ts';

const worker = new URL('../helpers/small/worker.ts', import.meta.url);
const limit = 100_000;
let small: SmallBuild;
let served: Served;
let page: PageClient;

beforeAll(async () => {
  small = await buildSmall({ desktop: false });
  served = await openWebHost({
    staticDir: small.window,
    worker,
    maxBodyBytes: limit,
    folders: { projects: '/p', settings: '/s', sample: '/f' },
  });
  page = await enter(served.url);
});

afterAll(async () => {
  await served.close();
  await small.remove();
});

describe('the address', () => {
  it('is on loopback, on a port of the system’s choice, with a key of 256 bits', () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/start\/[\w-]{43}$/);
  });

  it('opens one browser, once', async () => {
    const other = await openWebHost({ staticDir: small.window, worker });
    const { origin, pathname } = new URL(other.url);
    const first = await send(origin, { path: pathname });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    expect(first.headers['set-cookie']?.[0]).toMatch(/^draad-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const second = await send(origin, { path: pathname });
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    await other.close();
  });

  it('may be followed again by the browser that has the cookie, and gives it nothing new', async () => {
    const again = await send(page.origin, { path: new URL(served.url).pathname, headers: { cookie: page.headers.cookie ?? '' } });
    expect(again.status).toBe(303);
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  it('does not open with another key', async () => {
    expect((await send(page.origin, { path: `/start/${'A'.repeat(43)}` })).status).toBe(403);
  });
});

describe('the window’s files', () => {
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    send(page.origin, { method, path, headers: { cookie: page.headers.cookie ?? '', ...headers } });

  it('are served to the browser with the cookie, under a strict policy', async () => {
    const got = await get('/');
    expect(got.status).toBe(200);
    expect(got.text).toContain('Small page');
    expect(got.headers['cache-control']).toBe('no-store');
    expect(got.headers['content-security-policy']).toContain("default-src 'none'");
    expect(got.headers['content-security-policy']).not.toContain('unsafe');
    expect(got.headers['access-control-allow-origin']).toBeUndefined();
    expect((await get('/', {}, 'HEAD')).text).toBe('');
  });

  it.each([
    ['no cookie', '/', { cookie: '' }, 403],
    ['a wrong cookie', '/', { cookie: 'draad=x' }, 403],
    ['a link on another site', '/', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page on another port', '/', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', '/', { origin: 'http://evil.example' }, 403],
    ['a path that climbs', '/../../package.json', {}, 404],
    ['a path that climbs in code', '/%2e%2e/%2e%2e/package.json', {}, 404],
    ['the map itself', '/files.json', {}, 404],
    ['a path that is not in the map', '/assets/', {}, 404],
    ['a route of the core', '/call', {}, 405],
    ['a whole address', 'http://127.0.0.1/', {}, 404],
  ])('are refused: %s', async (_what, path, headers, status) => {
    expect((await get(path, headers)).status).toBe(status);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'POST'])('are refused to %s', async (method) => {
    expect((await get('/', {}, method)).status).toBe(405);
  });
});

describe('a call', () => {
  const post = (headers: Record<string, string | undefined>, path = '/call', body = '{"id":"1","name":"echo","input":1}') => {
    const given = Object.entries({ ...page.headers, ...headers }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return send(page.origin, { method: 'POST', path, headers: Object.fromEntries(given), body });
  };

  it('gives the engine’s answer, and nothing around it', async () => {
    const got = await post({});
    expect(got.status).toBe(200);
    expect(got.text).toBe('{"ok":true,"value":1,"changed":[]}');
    expect(got.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each([
    ['the wrong Host', { host: 'evil.example' }, 421],
    ['localhost as Host', { host: 'localhost' }, 421],
    ['another port as Host', { host: '127.0.0.1:1' }, 421],
    ['another Origin', { origin: 'http://evil.example' }, 403],
    ['the Origin null', { origin: 'null' }, 403],
    ['no Origin', { origin: undefined }, 403],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a page on another port', { 'sec-fetch-site': 'same-site' }, 403],
    ['typed in by hand', { 'sec-fetch-site': 'none' }, 403],
    ['no Sec-Fetch-Site', { 'sec-fetch-site': undefined }, 403],
    ['no cookie', { cookie: undefined }, 403],
    ['no page key', { 'x-draad-token': undefined }, 403],
    ['a wrong page key', { 'x-draad-token': 'A'.repeat(43) }, 403],
    ['text/plain', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['no content type', { 'content-type': undefined }, 415],
  ])('is refused with %s', async (_what, headers, status) => {
    const got = await post(headers);
    expect(got.status).toBe(status);
    expect(JSON.parse(got.text)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(got.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('is refused when two Hosts are named', async () => {
    const { host, port } = new URL(page.origin);
    const status = await new Promise((resolve, reject) => {
      const flat = Object.entries({ ...page.headers, 'content-length': '2' }).flat();
      request(
        { host: '127.0.0.1', port, path: '/call', method: 'POST', headers: ['Host', host, 'Host', host, ...flat], agent: false },
        (got) => resolve(got.statusCode),
      )
        .on('error', reject)
        .end('{}');
    });
    expect([400, 421]).toContain(status);
  });

  it('is refused when it is larger than the limit, by what it says and by what it is', async () => {
    const large = JSON.stringify({ id: '1', name: 'echo', input: 'x'.repeat(limit) });
    expect((await post({}, '/call', large)).status).toBe(413);
    const status = await new Promise((resolve, reject) => {
      const { host, port } = new URL(page.origin);
      const sending = request(
        {
          host: '127.0.0.1',
          port,
          path: '/call',
          method: 'POST',
          headers: { ...page.headers, host, 'transfer-encoding': 'chunked' },
          agent: false,
        },
        (got) => resolve(got.statusCode),
      );
      sending.on('error', reject);
      sending.end(large);
    });
    expect(status).toBe(413);
    expect((await post({})).status).toBe(200);
  });

  it.each([
    ['not JSON', '{'],
    ['not an object', '[1]'],
    ['nothing', ''],
    ['null', 'null'],
  ])('is refused when its body is %s', async (_what, body) => {
    expect((await post({}, '/call', body)).status).toBe(400);
  });

  it.each([
    ['no id', { name: 'echo' }],
    ['a number for an id', { id: 1, name: 'echo' }],
    ['a very long id', { id: 'x'.repeat(65), name: 'echo' }],
    ['no name', { id: '1' }],
  ])('answers invalid-input to %s', async (_what, body) => {
    const got = await page.post('/call', body);
    expect(got.status).toBe(400);
    expect(JSON.parse(got.text)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it.each([
    ['conflict', 409],
    ['in-use', 423],
    ['no-space', 507],
  ])('carries the status of its error: %s', async (code, status) => {
    const got = await page.post('/call', { id: '1', name: 'fail', input: { code } });
    expect(got.status).toBe(status);
    expect(got.text).toBe(JSON.stringify({ ok: false, error: { code, message: 'As asked.', at: 'code' } }));
  });

  it('answers internal, without the words of the fault, when the engine fails in itself', async () => {
    const got = await page.post('/call', { id: '1', name: 'throw', input: {} });
    expect(got.status).toBe(500);
    expect(got.text).not.toContain('on purpose');
  });

  it('reaches an engine that was told its folders', async () => {
    const got = await page.post('/call', { id: '1', name: 'state', input: {} });
    expect(JSON.parse(got.text)).toMatchObject({ value: { settings: { folders: { projects: '/p' } } } });
  });
});

describe('the page’s key', () => {
  it('is handed out again to the page that reloads, and is needed on every route but its own', async () => {
    const { 'x-draad-token': key, ...without } = page.headers;
    const again = await send(page.origin, { method: 'POST', path: '/session', headers: without, body: '{}' });
    expect(JSON.parse(again.text)).toEqual({ token: key });
    for (const path of ['/call', '/cancel', '/events']) {
      expect((await send(page.origin, { method: 'POST', path, headers: without, body: '{}' })).status).toBe(403);
    }
  });

  it('is not for a request from elsewhere', async () => {
    const { 'x-draad-token': _key, ...without } = page.headers;
    const got = await send(page.origin, {
      method: 'POST',
      path: '/session',
      headers: { ...without, 'sec-fetch-site': 'same-site' },
      body: '{}',
    });
    expect(got.status).toBe(403);
  });
});

describe('the end', () => {
  it('comes when no page has been open for a while, and not before', async () => {
    const idle = await openWebHost({ staticDir: small.window, worker, idleMs: 500 });
    let hasStopped = false;
    void idle.closed.then(() => {
      hasStopped = true;
    });
    const visitor = await enter(idle.url);
    const { hostname: host, port } = new URL(idle.url);
    const stream = request({
      host,
      port,
      method: 'POST',
      path: '/events',
      headers: { ...visitor.headers, host: `${host}:${port}` },
      agent: false,
    });
    stream.on('error', () => {}); // it is cut off below, on purpose
    stream.end('{}');
    await new Promise((resolve) => stream.once('response', resolve));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(hasStopped).toBe(false);
    stream.destroy();
    await idle.closed;
    await expect(send(visitor.origin, { path: '/' })).rejects.toThrow('ECONNREFUSED');
  });
});
