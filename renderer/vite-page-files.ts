// A Vite plugin that writes files.json beside the built window: path → file and type, for the hosts to serve from and nothing else.

import { readdirSync, writeFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const mimes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export function pageFilesPlugin(): Plugin {
  let outDir = '';
  return {
    name: 'page-files',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    closeBundle: () => writeFileSync(join(outDir, 'files.json'), `${JSON.stringify(listFiles(outDir), null, 1)}\n`),
  };
}

function listFiles(folder: string): Record<string, { file: string; mime: string }> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'files.json')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return Object.fromEntries(files.map((file) => [`/${file}`, { file, mime: mimeOf(file) }]));
}

function mimeOf(file: string): string {
  const mime = mimes[extname(file)];
  if (!mime) throw new Error(`The window has a file of a type no host knows: ${file}. Add it to renderer/vite-page-files.ts.`);
  return mime;
}
