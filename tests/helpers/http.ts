// A client that can send any header to the loopback server, as a program would that means harm; and one that behaves as our page does.

import { type IncomingHttpHeaders, request } from 'node:http';

export type Sent = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string;
};
export type Got = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** Sends to 127.0.0.1 at the port of `origin`, with exactly these headers and no others but Content-Length. */
export function send(origin: string, { method = 'GET', path, headers = {}, body }: Sent): Promise<Got> {
  const { port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { host, ...headers, ...(body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }) },
        agent: false,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString('utf8') }),
        );
        response.on('error', reject);
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}

export type PageClient = {
  readonly origin: string;
  /** The headers that our page's requests carry, in a browser that has the cookie. */
  readonly headers: Record<string, string>;
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Got>;
};

/** Spends the launch address, and asks for the page's key, as a browser and our page do. */
export async function enter(launchUrl: string): Promise<PageClient> {
  const { origin, pathname } = new URL(launchUrl);
  const started = await send(origin, { path: pathname });
  const cookie = started.headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
  const base = { cookie, origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
  const session = await send(origin, { method: 'POST', path: '/session', headers: base, body: '{}' });
  const headers = { ...base, 'x-draad-token': (JSON.parse(session.text) as { token: string }).token };
  return {
    origin,
    headers,
    post: (path, body, extra = {}) =>
      send(origin, { method: 'POST', path, headers: { ...headers, ...extra }, body: JSON.stringify(body) }),
  };
}
