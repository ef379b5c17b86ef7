// The bridge in a browser, over the loopback server: one route for calls, one stream for what the server tells.
// The token it sends with each request lives in this module only, never in storage.

import type { Answer, FileToSave, HostMessage, Saved } from '../src/contract/door.ts';
import type { Bridge } from './bridge.ts';
import { makeCalls } from './bridge-calls.ts';

type Post = (path: string, body: unknown) => Promise<Response>;

const retriesAfterMs = [100, 400, 1000, 2000];

export async function connectWeb(): Promise<Bridge> {
  const post = poster(await openSession());
  const calls = makeCalls({
    send: async (call) => (await post('/call', call)).json(),
    cancel: (id) => post('/cancel', { id }),
  });
  const stream = await openStream(post);
  void listen(post, stream, calls.receive);
  return {
    kind: 'web',
    call: calls.call,
    onEvent: calls.onEvent,
    openWindow: async () => openTab(),
    saveFile: async (file) => download(file),
  };
}

/** The cookie is already there, from the printed address; the server hands out the other half of the key. */
async function openSession(): Promise<string> {
  const response = await poster('')('/session', {});
  if (!response.ok)
    throw new Error('This address was used up or has expired. Start Rode Draad again and open the address it prints.');
  const { token } = (await response.json()) as { token: string };
  return token;
}

function poster(token: string): Post {
  const isLeaving = watchLeaving();
  return (path, content) => {
    const body = JSON.stringify(content);
    return fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-draad-token': token },
      body,
      // What is saved as the page closes must still arrive; browsers allow that for small bodies only. A call made before that, such as
      // a long one, ends with its page.
      keepalive: path === '/call' && isLeaving() && body.length < KEPT_ALIVE,
      credentials: 'same-origin',
      redirect: 'error',
    });
  };
}

const KEPT_ALIVE = 4_000;

/** Tells whether the page is being closed or left. Listens before anything of the page does, so that what is saved then knows. */
function watchLeaving(): () => boolean {
  let leaving = false;
  addEventListener('pagehide', () => (leaving = true), { capture: true });
  addEventListener('pageshow', () => (leaving = false), { capture: true });
  return () => leaving || document.visibilityState === 'hidden';
}

type Stream = ReadableStream<Uint8Array<ArrayBuffer>>;

async function openStream(post: Post): Promise<Stream> {
  const response = await post('/events', {});
  if (response.ok && response.body) return response.body;
  const answer = (await response.json()) as Answer;
  throw new Error(answer.ok ? 'The server sent no events.' : answer.error.message);
}

/** Reads lines until the stream ends, then tries again: a sleeping tab loses its connection, a stopped server never comes back. */
async function listen(post: Post, first: Stream, receive: (message: HostMessage) => void): Promise<void> {
  for (let stream: Stream | null = first; stream; ) {
    await readLines(stream, (line) => receive(JSON.parse(line) as HostMessage)).catch((error: unknown) =>
      console.info('events ended', error),
    );
    stream = await reopen(post);
    receive(stream ? { kind: 'everything' } : { kind: 'lost', restarted: false });
  }
}

async function reopen(post: Post): Promise<Stream | null> {
  for (const wait of retriesAfterMs) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const stream = await openStream(post).catch(() => null);
    if (stream) return stream;
  }
  return null;
}

async function readLines(stream: Stream, onLine: (line: string) => void): Promise<void> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) onLine(line);
  }
}

/** The cookie is this browser's, so the new tab gets in without a launch key. */
function openTab(): void {
  open('/', '_blank', 'noopener');
}

function download(file: FileToSave): Saved {
  const url = URL.createObjectURL(new Blob([contentOf(file)], { type: file.mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return { saved: true, where: null };
}

function contentOf(file: FileToSave): string | Uint8Array<ArrayBuffer> {
  return 'text' in file ? file.text : Uint8Array.from(atob(file.base64), (unit) => unit.charCodeAt(0));
}
