// The worker thread of the loopback server: the engine, served over the thread's port. The folders come from the host.

import { parentPort, workerData } from 'node:worker_threads';
import { createEngine } from '../../core/engine.ts';
import { serveThread } from './thread.ts';

if (!parentPort) throw new Error('core-worker.ts runs in a worker thread only');
serveThread(await createEngine(workerData), parentPort);
