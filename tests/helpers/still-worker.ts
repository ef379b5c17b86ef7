// The core of the loopback server with a clock that stands still, so that a picture of a screen is the same each time.

import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '../../src/core/engine.ts';
import { serveThread } from '../../src/hosts/web/thread.ts';

if (!parentPort) throw new Error('still-worker.ts runs in a worker thread only');
const now = Date.parse(workerData.now ?? '2026-03-19T13:03:12Z');
serveThread(await createEngine({ ...workerData, now: () => now }), parentPort);
