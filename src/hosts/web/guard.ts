// Decides from the headers alone whether a request may go on. Any website, and any program, can send requests to this machine;
// only our own page, in the browser that was opened with the printed address, may speak to the core.

import type { IncomingMessage } from 'node:http';
import type { Keys } from './keys.ts';

export type Refusal = { readonly status: number; readonly message: string };

/** The routes of the core: JSON in, with both keys. `/session` hands out the second key, so it needs only the first. */
export const routes = ['/session', '/call', '/cancel', '/events'] as const;
export type Route = (typeof routes)[number];

export function isRoute(path: string): path is Route {
  return routes.some((route) => route === path);
}

/** Null when the request may go on; `host` is the one right value of the Host header, `127.0.0.1:port`. */
export function refuse(request: IncomingMessage, path: string, host: string, keys: Keys): Refusal | null {
  return (
    refuseHost(request, host) ?? (isRoute(path) ? refuseCall(request, path, host, keys) : refusePage(request, path, host, keys))
  );
}

/** A name that someone made point to this machine (DNS rebinding) still shows in Host. */
function refuseHost({ headers, rawHeaders }: IncomingMessage, host: string): Refusal | null {
  const given = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  return given === 1 && headers.host === host ? null : no(421, 'This server answers only to its own address.');
}

function refuseCall({ method, headers }: IncomingMessage, path: Route, host: string, keys: Keys): Refusal | null {
  if (method !== 'POST') return no(405, 'Only POST is answered here.');
  if (headers.origin !== `http://${host}`) return no(403, 'The request does not come from our own page.');
  if (headers['sec-fetch-site'] !== 'same-origin') return no(403, 'The request does not come from our own page.');
  if (!/^application\/json(; *charset=utf-8)?$/i.test(headers['content-type'] ?? '')) return no(415, 'Only JSON is read here.');
  if (!keys.hasCookie(headers.cookie)) return no(403, 'This browser was not opened with the printed address.');
  const token = headers['x-draad-token'];
  if (path !== '/session' && !keys.isPage(typeof token === 'string' ? token : undefined))
    return no(403, 'The page’s key is missing or wrong.');
  return null;
}

function refusePage({ method, headers }: IncomingMessage, path: string, host: string, keys: Keys): Refusal | null {
  if (method !== 'GET' && method !== 'HEAD') return no(405, 'Only GET is answered here.');
  if (headers.origin !== undefined && headers.origin !== `http://${host}`)
    return no(403, 'The request does not come from our own page.');
  if (!['same-origin', 'none', undefined].includes(headers['sec-fetch-site']?.toString()))
    return no(403, 'Another site may not open this page.');
  if (!path.startsWith('/start/') && !keys.hasCookie(headers.cookie)) return no(403, 'Open the address that Rode Draad printed.');
  return null;
}

function no(status: number, message: string): Refusal {
  return { status, message };
}
