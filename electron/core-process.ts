// The utility process of the desktop: the engine, served over the process's port.

import { createEngine } from '../src/core/engine.ts';
import { useReaderScript as setReaderScript } from '../src/core/reader.ts';
import { serveEngine } from '../src/hosts/port.ts';

setReaderScript(new URL('reader.mjs', import.meta.url));

const port = process.parentPort;
serveEngine(await createEngine(JSON.parse(process.argv.at(-1) ?? '{}')), {
  post: (message) => port.postMessage(message),
  onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
});
