// Files that come in are read in a thread of their own: whatever happens there, the process that owns the project goes on.

import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { readTranscriptApart, useReaderScript as setReaderScript } from '../../src/core/reader.ts';

const real = new URL('../../src/core/reader-worker.ts', import.meta.url);
const file = { name: 'a.txt', bytes: new TextEncoder().encode('Ik slaap slecht.') };

// Each test begins without a reader that waits for work.
afterEach(async () => {
  setReaderScript(real);
  const stop = new AbortController();
  const reading = readTranscriptApart(file, stop.signal).catch(() => undefined);
  stop.abort();
  await reading;
});

/** From here on files are read by this code. */
function readBy(code: string): void {
  setReaderScript(
    new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${code}`)}`),
  );
}

const answer = 'parentPort.postMessage({ ok: true, file: { transcript: { text: file.name, turns: [] } } })';

it('a transcript comes back, one after the other and side by side', async () => {
  expect((await readTranscriptApart(file, undefined)).transcript.text).toBe('Ik slaap slecht.');
  const many = await Promise.all(
    Array.from({ length: 4 }, (_, n) =>
      readTranscriptApart({ name: 'b.txt', bytes: new TextEncoder().encode(`Nummer ${n}.`) }, undefined),
    ),
  );
  expect(many.map((file) => file.transcript.text)).toEqual(['Nummer 0.', 'Nummer 1.', 'Nummer 2.', 'Nummer 3.']);
});

it.each([
  ['throws', "parentPort.on('message', () => { throw new Error('geheim'); })"],
  ['ends', "parentPort.on('message', () => process.exit(3))"],
  [
    'takes all memory',
    "const kept = []; parentPort.on('message', () => { for (;;) kept.push(Array(100_000).fill(Math.random())); })",
  ],
])('a reader that %s makes the file refused, and the next file is read', { timeout: 60_000 }, async (_what, code) => {
  readBy(code);
  await expect(readTranscriptApart(file, undefined)).rejects.toMatchObject({
    code: 'refused',
    message: expect.not.stringContaining('geheim'),
  });
  setReaderScript(real);
  expect((await readTranscriptApart(file, undefined)).transcript.text).toBe('Ik slaap slecht.');
});

it.each([
  ['throws', "setTimeout(() => { throw new Error('later'); }, 20)"],
  ['ends', 'setTimeout(() => process.exit(3), 20)'],
])('a reader that %s after it has answered does no harm', async (_what, code) => {
  readBy(`parentPort.on('message', (file) => { ${answer}; ${code}; })`);
  expect((await readTranscriptApart(file, undefined)).transcript.text).toBe('a.txt');
  await wait(200);
  setReaderScript(real);
  expect((await readTranscriptApart(file, undefined)).transcript.text).toBe('Ik slaap slecht.');
});

it('reading stops when it is asked to, before and while', async () => {
  await expect(readTranscriptApart(file, AbortSignal.abort())).rejects.toThrow();
  readBy("parentPort.on('message', () => { for (;;); })");
  const stop = new AbortController();
  const reading = readTranscriptApart(file, stop.signal);
  setTimeout(() => stop.abort(), 50);
  await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
});
