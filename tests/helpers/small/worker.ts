// The small engine in the worker thread of the loopback server.

import { parentPort, workerData } from 'node:worker_threads';
import { serveThread } from '../../../src/hosts/web/thread.ts';
import { createEngine } from './engine.ts';

if (parentPort) serveThread(await createEngine(workerData), parentPort);
