// What the loopback server answers to a request: first the guard, then a file of the window, or a route of the core.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../../contract/door.ts';
import { httpStatus } from '../../contract/errors.ts';
import type { Calls } from '../calls.ts';
import type { PageFiles } from '../page-files.ts';
import { safeHeaders } from '../policy.ts';
import { readBody } from './body.ts';
import { isRoute, type Refusal, type Route, refuse } from './guard.ts';
import type { Keys } from './keys.ts';
import type { Pages } from './pages.ts';

export type Site = {
  /** The one right value of the Host header. */
  readonly host: string;
  readonly keys: Keys;
  readonly files: PageFiles;
  readonly calls: Calls;
  readonly pages: Pages;
  readonly maxBodyBytes: number | undefined;
};

export async function handle(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(safeHeaders())) response.setHeader(name, value);
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const refusal = refuse(request, path, site.host, site.keys) ?? (await answer(site, path, request, response));
  if (refusal) sendRefusal(request, response, refusal);
}

function answer(
  site: Site,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> | Refusal | null {
  if (isRoute(path)) return takeRoute(site, path, request, response);
  if (path.startsWith('/start/')) return startSession(site, path, request, response);
  return sendFile(site, path, request, response);
}

async function takeRoute(
  { keys, calls, pages, maxBodyBytes }: Site,
  route: Route,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = await readBody(request, maxBodyBytes);
  if (!body.ok) return body.refusal;
  switch (route) {
    case '/session':
      sendJson(response, 200, { token: keys.page });
      return null;
    case '/call':
      sendAnswer(response, await calls.call(body.value, goneWith(response)));
      return null;
    case '/cancel':
      sendAnswer(response, calls.cancel(body.value));
      return null;
    case '/events':
      response.setHeader('content-type', 'application/x-ndjson');
      return pages.add(response) ? null : { status: 409, message: 'Rode Draad is open in four tabs already; close one first.' };
  }
}

/** Exchanges the launch key for the cookie. A browser that has the cookie already may follow its old address again. */
function startSession({ keys }: Site, path: string, request: IncomingMessage, response: ServerResponse): Refusal | null {
  const isFirst = keys.spendLaunch(path.slice('/start/'.length));
  if (!isFirst && !keys.hasCookie(request.headers.cookie)) {
    return { status: 403, message: 'This address was used already, or is not the one that was printed.' };
  }
  if (isFirst) response.setHeader('set-cookie', keys.cookie);
  response.writeHead(303, { location: '/' }).end();
  return null;
}

async function sendFile(
  { files }: Site,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Refusal | null> {
  const found = await files.read(path);
  if (!found) return { status: 404, message: 'There is nothing here.' };
  response.setHeader('content-type', found.mime);
  response.end(request.method === 'HEAD' ? undefined : found.body);
  return null;
}

/** In words for a person who opened a page, as an answer for a page that called; and the connection ends, with what was still to come. */
function sendRefusal(request: IncomingMessage, response: ServerResponse, { status, message }: Refusal): void {
  response.setHeader('connection', 'close');
  if (request.method === 'POST') {
    sendJson(response, status, { ok: false, error: { code: 'refused', message } });
  } else {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(request.method === 'HEAD' ? undefined : `${message}\n`);
  }
}

/** Aborts when the page closes, or its request. */
function goneWith(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function sendAnswer(response: ServerResponse, answer: Answer): void {
  sendJson(response, answer.ok ? 200 : httpStatus[answer.error.code], answer);
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
}
